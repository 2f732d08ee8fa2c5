using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Application.Accounting;
using Crm.SalesOrders.Application.AfterSales;
using Crm.SalesOrders.Application.Approval;
using Crm.SalesOrders.Application.Catalogue;
using Crm.SalesOrders.Application.Credit;
using Crm.SalesOrders.Application.Invoices;
using Crm.SalesOrders.Application.Loyalty;
using Crm.SalesOrders.Application.Money;
using Crm.SalesOrders.Application.Orders;
using Crm.SalesOrders.Application.Warehousing;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Loyalty;
using Crm.SalesOrders.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Tests.Module;

/// <summary>Random steps over everything that can be done to orders: what the table of their life knows, and everything beside it.</summary>
internal sealed class OrderWalk(SalesOrdersHost host, Random random)
{
    public const string CancelGivenUp = "cancel what was written off";

    private const int MostTries = 12;
    private static readonly DateOnly Today = new(2026, 3, 2);
    private static readonly Caller Other = new(Guid.CreateVersion7(), CallerKind.Application, "other") { MayAll = true };
    private static readonly string[] Skus = ["A", "B", "FIT"];
    private readonly List<Guid> _orders = [];
    private readonly Dictionary<string, int> _tried = [];
    private Guid _customer;

    /// <summary>What was done and not refused: names of <see cref="OrderAction"/> and others.</summary>
    public HashSet<string> Done { get; } = [];

    /// <summary>Actions of the table that no step knows how to do.</summary>
    public static IEnumerable<OrderAction> Unknown => OrderLife.Transitions.Select(t => t.Action).Except(new OrderWalk(null!, new Random(1)).Life.Keys);

    /// <summary>What nobody did yet without being refused, of the table and beside it.</summary>
    public IEnumerable<string> Undone => Life.Keys.Select(a => $"{a}").Concat(Beside.Keys).Append(CancelGivenUp).Except(Done);

    /// <summary>Where an action made of an order what the table does not say, or a refusal left something behind.</summary>
    public List<string> Astray { get; } = [];

    public string Last { get; private set; } = "";

    private Dictionary<OrderAction, Func<Order, Task>> Life => new()
    {
        [OrderAction.Change] = o => Do(new ChangeDraft { Id = o.Key, CustomerId = _customer, Currency = "EUR", Lines = Lines(), AllowBackOrder = random.Next(2) == 0 }),
        [OrderAction.Delete] = o => Do(new DeleteDraft(o.Key)),
        [OrderAction.Quote] = o => Do(new QuoteOrder { Id = o.Key, ValidUntil = Today.AddDays(random.Next(-1, 3) * 30) }),
        [OrderAction.Submit] = o => Do(new SubmitOrder(o.Key)),
        [OrderAction.Withdraw] = o => Do(new WithdrawOrder(o.Key)),
        [OrderAction.Confirm] = o => Do(new ConfirmOrder(o.Key)),
        [OrderAction.Approve] = o => Do(new ApproveOrder { Id = o.Key }, Other),
        [OrderAction.Reject] = o => Do(new RejectOrder { Id = o.Key, Reason = "walk" }, Other),
        [OrderAction.Hold] = o => Do(new HoldOrder { Id = o.Key, Reason = "walk" }),
        [OrderAction.AllowCredit] = o => Do(new AllowCredit(o.Key)),
        [OrderAction.Ship] = o => Do(new ShipOrder { Id = o.Key, Lines = random.Next(3) > 0 ? null : [new(Line(o, l => !l.IsService && l.Open > 0), 1)] }),
        [OrderAction.Amend] = Amend,
        [OrderAction.Accept] = o => Do(new AcceptWork { Id = o.Key, Lines = random.Next(3) > 0 ? null : [new(Line(o, l => l.IsService && l.Open > 0), 1)] }),
        [OrderAction.Deliver] = o => Of(db => OnTheirWay(db, o), s => Do(new DeliverShipment { OrderId = o.Key, ShipmentId = s })),
        [OrderAction.Lose] = o => Of(db => OnTheirWay(db, o), s => Do(new LoseShipment { OrderId = o.Key, ShipmentId = s })),
        [OrderAction.Pay] = Pay,
        [OrderAction.Cancel] = o => Do(new CancelOrder { Id = o.Key, Reason = "walk" }),
        [OrderAction.Expire] = o => Do(new ExpireQuote(o.Key, Today.AddYears(1))),
        [OrderAction.Close] = o => Do(new CloseOrder { Id = o.Key, Reason = "walk" }),
        [OrderAction.Archive] = o => Do(new ArchiveOrder(o.Key, IsArchived: true)),
        [OrderAction.Unarchive] = o => Do(new ArchiveOrder(o.Key, IsArchived: false)),
    };

    private Dictionary<string, Func<Order, Task>> Beside => new()
    {
        ["release"] = o => Of(db => db.Holds.Where(h => EF.Property<OrderId>(h, "OrderId") == o.Id && h.ReleasedAt == null).Select(h => h.Id), h => Do(new ReleaseHold { Id = o.Key, HoldId = h })),
        ["fail a payment"] = o => Do(Reported(o, PaymentEntryKind.Fail)),
        ["authorise"] = o => Do(new AuthorisePayment { Id = o.Key, Amount = Part(o), Method = "card" }),
        ["capture"] = o => Payment(o, p => p.Authorised > 0m, p => Do(new CapturePayment { Id = p, Amount = random.Next(2) == 0 ? null : 0.5m })),
        ["void"] = o => Payment(o, p => p.Authorised > 0m, p => Do(new VoidPayment(p))),
        ["charge back"] = o => Payment(o, p => p.Captured > 0m, p => Do(new ChargeBackPayment { Id = p, OrderId = o.Key })),
        ["refund units"] = o => Do(new RequestRefund { Id = o.Key, Lines = [new(Line(o, l => l.Creditable > 0), 1)] }),
        ["refund all units"] = o => Do(new RequestRefund { Id = o.Key, Lines = [.. o.Lines.Where(l => l.Creditable > 0).Select(l => new RequestRefund.Line(l.Id, l.Creditable)).DefaultIfEmpty(new(Guid.Empty, 1))] }),
        ["refund shipping"] = o => Do(new RequestRefund { Id = o.Key, Freight = 1m }),
        ["refund goodwill"] = o => Do(new RequestRefund { Id = o.Key, Goodwill = Part(o) }),
        ["refund what was paid too much"] = o => Do(new RequestRefund { Id = o.Key, Overpayment = o.Balance < 0m ? -o.Balance : 1m }),
        ["approve a refund"] = o => Refund(o, RefundState.Requested, r => Do(new ApproveRefund(r), Other)),
        ["reject a refund"] = o => Refund(o, RefundState.Requested, r => Do(new RejectRefund { Id = r, Reason = "walk" })),
        ["settle a refund"] = o => Refund(o, RefundState.Approved, r => Do(new SettleRefund { Id = r })),
        ["fail a refund"] = o => Refund(o, RefundState.Approved, r => Do(new FailRefund { Id = r, Reason = "walk" })),
        ["request a return"] = o => Do(new RequestReturn { Id = o.Key, Lines = [new(Line(o, l => l.Returnable > 0), 1)] }),
        ["approve a return"] = o => Return(o, ReturnState.Requested, r => Do(new ApproveReturn(r))),
        ["reject a return"] = o => Return(o, ReturnState.Requested, r => Do(new RejectReturn(r))),
        ["receive a return"] = o => Return(o, ReturnState.Approved, r => Do(new ReceiveReturn { Id = r, Lines = random.Next(3) > 0 ? null : [] })),
        ["inspect a return"] = o => Return(o, ReturnState.Received, Inspect),
        ["exchange"] = o => Return(o, [ReturnState.Approved, ReturnState.Received, ReturnState.Inspected, ReturnState.Closed], async r => _orders.Add((await host.Do(new ExchangeReturn { Id = r, Order = Sold() })).Id)),
        ["invoice"] = o => Do(new IssueInvoice { Id = o.Key }),
        ["credit note"] = o => Do(new IssueInvoice { Id = o.Key, Kind = InvoiceKind.CreditNote }),
        ["write off"] = o => Do(new WriteOffReceivable { Id = o.Key, Amount = random.Next(2) == 0 ? null : 0.5m, Reason = "walk" }),
        ["recover"] = o => Do(new RecoverReceivable { Id = o.Key, Amount = random.Next(2) == 0 ? null : 0.5m, Reason = "walk" }),
        ["receive goods"] = async _ => await Do(new MoveStock { ProductId = (await host.Stock("B")).ProductId.Value, Change = random.Next(1, 4), Reason = MovementReason.Receipt }),
    };

    public async Task Begin()
    {
        _customer = await host.Customer();
        await host.Do(Offers.Taxes);
        await host.Do(new SetLoyaltyProgram { Currency = "EUR", PointsPerUnit = 1m, PointValue = 0.05m });
        await host.Do(new MakeApprovalRule { Name = "large", Kind = HoldKind.Value, Threshold = 150m, Currency = "EUR" });
        await host.Product("A", onHand: 80, price: 3.33m);
        await host.Product("B", onHand: 50, price: 19.99m);
        await host.Do(new AddProduct { Sku = "FIT", Name = "Fitting", ListPrice = 30.5m, Currency = "EUR", Kind = ProductKind.Service });
    }

    /// <summary>Tries until something is not refused, for a while.</summary>
    public async Task Step()
    {
        if (_orders.Count < 4 || random.Next(6) == 0) await Attempt(nameof(Place), Place);
        if (random.Next(2) == 0 && await Seek()) return;
        for (var tries = 0; tries < MostTries && _orders.Count > 0; tries++)
        {
            if (await Order(_orders[random.Next(_orders.Count)]) is { } order && await Something(order)) return;
        }
    }

    /// <summary>Looks for an order to which something can be done that was never done: most of that needs a history first.</summary>
    private async Task<bool> Seek()
    {
        var undone = Undone.ToList();
        if (undone.Count == 0) return false;
        var name = undone[random.Next(undone.Count)];
        foreach (var id in Enumerable.Reverse(_orders))
        {
            if (await Order(id) is { } order && Steps(order).FirstOrDefault(s => s.Name == name) is { Name: not null } step && await Take(order, step)) return true;
        }

        return false;
    }

    private async Task<bool> Something(Order order)
    {
        var steps = Steps(order).ToList();
        var step = random.Next(2) == 0 ? steps.MinBy(s => _tried.GetValueOrDefault(s.Name)) : steps[random.Next(steps.Count)];
        // What ends an order, or brings it back, would otherwise leave nothing to walk over.
        if (_tried.GetValueOrDefault(step.Name) > 0 && step.Name is nameof(OrderAction.Cancel) or nameof(OrderAction.Delete) or nameof(OrderAction.Withdraw) or nameof(OrderAction.Expire) or nameof(OrderAction.Hold) or "reject a return" or "reject a refund" && random.Next(4) > 0) return false;
        return await Take(order, step);
    }

    private Task<Order?> Order(Guid id) => host.See(db => db.Orders.AsNoTracking().SingleOrDefaultAsync(o => o.Id == new OrderId(id)));

    private IEnumerable<(string Name, Func<Order, Task> Act, IEnumerable<OrderState> After)> Steps(Order order) =>
        Life.Where(l => order.WhyNot(l.Key, Today) is null).Select(l => ($"{l.Key}", l.Value, After(OrderLife.Of(l.Key), order.State)))
            .Concat(Beside.Select(b => (b.Key, b.Value, AfterWhatIsBeside(order.State))))
            .Append((CancelGivenUp, CancelWrittenOff, [order.State, OrderState.Cancelled]));

    private async Task<bool> Take(Order order, (string Name, Func<Order, Task> Act, IEnumerable<OrderState> After) step)
    {
        _tried[step.Name] = _tried.GetValueOrDefault(step.Name) + 1;
        Last = $"{step.Name} of {order.Number}";
        var isDone = await Attempt(step.Name, () => step.Act(order));
        var became = await host.See(db => db.Orders.IgnoreQueryFilters().Where(o => o.Id == order.Id).Select(o => o.State).SingleAsync());
        if (isDone ? !step.After.Contains(became) : became != order.State) Astray.Add($"{Last}: {order.State}, {(isDone ? "done" : "refused")}, {became}");
        return isDone;
    }

    private static IEnumerable<OrderState> After(Transition done, OrderState before) =>
        [before, .. done.To, .. OrderLife.Followings.Where(f => f.From == before || done.To.Contains(f.From)).Select(f => f.To)];

    // What is paid back may be the last that was missing, and what is not paid back after all is missing again.
    private static IEnumerable<OrderState> AfterWhatIsBeside(OrderState before) =>
        before is OrderState.Confirmed or OrderState.Completed ? [OrderState.Confirmed, OrderState.Completed] : [before];

    private async Task<bool> Attempt(string name, Func<Task> act)
    {
        try
        {
            await act();
            Done.Add(name);
            return true;
        }
        catch (Exception refusal) when (refusal is RuleBroken or ResourceNotFound)
        {
            // As good as done: a refusal must leave nothing behind.
            return false;
        }
    }

    private async Task Place()
    {
        var content = Content();
        if (random.Next(5) == 0 && content.Lines.FirstOrDefault(l => l.Sku != "FIT") is { } goods)
            content = content with { ReservationId = (await host.Do(new ReserveStock { Lines = [new StockLine(goods.Sku!, goods.Quantity)] })).Id };
        _orders.Add((await host.Do(content)).Id);
    }

    private PlaceOrder Content() => random.Next(6) switch
    {
        0 => Sold() with { Draft = true },
        1 => Sold() with { QuoteUntil = Today.AddDays(random.Next(-1, 3) * 30) },
        2 => Sold(),
        _ => Sold() with { Confirm = true },
    };

    private PlaceOrder Sold() => new()
    {
        CustomerId = _customer,
        Currency = "EUR",
        Lines = Lines(),
        AllowBackOrder = random.Next(2) == 0,
        Freight = random.Next(3) * 2.5m,
        Discount = random.Next(2) * 1.11m,
        PaymentPolicy = random.Next(4) == 0 ? PaymentPolicy.Prepaid : PaymentPolicy.OnCredit,
    };

    private List<OrderContent.Line> Lines() =>
        [.. Skus.Where(_ => random.Next(3) > 0).DefaultIfEmpty("A").Select(sku => new OrderContent.Line(random.Next(1, sku == "FIT" ? 3 : 7), sku))];

    private async Task Amend(Order o)
    {
        var wish = random.Next(2) == 0 ? new LineWish(random.Next(0, 7), Line(o, l => !l.IsGift)) : new LineWish(1, Sku: Skus[random.Next(Skus.Length)]);
        var change = await host.Do(new ProposeOrderChange { Id = o.Key, Lines = [wish] });
        await Do(new AcceptOrderChange(o.Key, change.Id), Other);
    }

    /// <summary>Nobody expects the money, so the order stays; once it is expected again, the order can go and takes its invoice with it.</summary>
    private async Task CancelWrittenOff(Order o)
    {
        if (o.Invoiced == 0m || o.WhyNot(OrderAction.Cancel, Today) is { } rule && rule != SalesOrdersRules.OrderWrittenOff) throw new ResourceNotFound("order", "to write off");
        if (o.WrittenOff == 0m) await Do(new WriteOffReceivable { Id = o.Key, Reason = "walk" });
        if (await Attempt("", () => Do(new CancelOrder { Id = o.Key, Reason = "walk" }))) Astray.Add($"{o.Number} was cancelled while it is written off");
        await Do(new RecoverReceivable { Id = o.Key, Reason = "walk" });
        await Do(new CancelOrder { Id = o.Key, Reason = "walk" });
    }

    private Task Pay(Order o) => random.Next(7) switch
    {
        0 => Do(new AuthorisePayment { Id = o.Key, Amount = Part(o), Method = "card" }),
        1 => Do(new RecordPayment { Id = o.Key, Amount = Part(o) }),
        2 => Do(new PayWithPoints { Id = o.Key, Points = 20 }),
        3 => Do(new ReceivePayment { CustomerId = _customer, Currency = "EUR", Amount = Part(o) }),
        4 => Do(Reported(o, PaymentEntryKind.Capture)),
        _ => Do(new RecordPayment { Id = o.Key, Amount = o.Balance > 0m ? o.Balance : 1m, Method = "transfer" }),
    };

    private TakeProviderEvent Reported(Order o, PaymentEntryKind kind) =>
        new() { Provider = "bank", EventId = $"{_tried.Values.Sum()}", PaymentReference = $"P{random.Next(5)}-{o.Number}", Kind = kind, Amount = Part(o), OrderId = o.Key };

    private async Task Inspect(Guid id)
    {
        var lines = await host.See(db => db.Returns.Where(r => r.Id == new ReturnId(id)).SelectMany(r => r.Lines).Where(l => l.Received > 0).Select(l => l.LineId).ToListAsync());
        await Do(new InspectReturn { Id = id, Restock = random.Next(2) == 0 ? [] : lines.ConvertAll(l => new ReturnUnits(l, 1)) });
        await Do(new CloseReturn(id));
    }

    private decimal Part(Order o) => Math.Round((decimal)random.NextDouble() * o.Gross / 2, 2) + 0.01m;

    private Guid Line(Order o, Func<OrderLine, bool> which) =>
        o.Lines.Where(which).ToList() is { Count: > 0 } found ? found[random.Next(found.Count)].Id : throw new ResourceNotFound("line", "that fits");

    private static IQueryable<Guid> OnTheirWay(SalesOrdersDbContext db, Order o) =>
        db.Shipments.Where(s => EF.Property<OrderId>(s, "OrderId") == o.Id && s.DeliveredOn == null && s.LostOn == null).Select(s => s.Id);

    private Task Payment(Order o, System.Linq.Expressions.Expression<Func<Payment, bool>> which, Func<Guid, Task> act) =>
        Of(db => db.Payments.Where(which).Where(p => p.Entries.Any(e => e.OrderId == o.Id)).Select(p => p.Id.Value), act);

    private Task Refund(Order o, RefundState state, Func<Guid, Task> act) => Of(db => db.Refunds.Where(r => r.OrderId == o.Id && r.State == state).Select(r => r.Id.Value), act);

    private Task Return(Order o, ReturnState state, Func<Guid, Task> act) => Return(o, [state], act);

    private Task Return(Order o, ReturnState[] states, Func<Guid, Task> act) =>
        Of(db => db.Returns.Where(r => r.OrderId == o.Id && EF.Parameter(states).Contains(r.State)).Select(r => r.Id.Value), act);

    private async Task Of(Func<SalesOrdersDbContext, IQueryable<Guid>> which, Func<Guid, Task> act)
    {
        var found = await host.See(db => which(db).ToListAsync());
        if (found.Count == 0) throw new ResourceNotFound("nothing", "to do");
        await act(found[random.Next(found.Count)]);
    }

    private Task Do<TResult>(ICommand<TResult> command, Caller? caller = null) => host.Do(command, caller);
}
