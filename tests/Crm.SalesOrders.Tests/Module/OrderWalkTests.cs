using System.Text.Json;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Operations;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.SalesOrders.Application;
using Crm.SalesOrders.Application.AfterSales;
using Crm.SalesOrders.Application.Approval;
using Crm.SalesOrders.Application.Catalogue;
using Crm.SalesOrders.Application.Checking;
using Crm.SalesOrders.Application.Invoices;
using Crm.SalesOrders.Application.Money;
using Crm.SalesOrders.Application.Orders;
using Crm.SalesOrders.Application.Warehousing;
using Crm.SalesOrders.Domain;
using Crm.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Crm.SalesOrders.Tests.Module;

/// <summary>Random walks over everything that can be done to orders: whatever is done or refused, the checkers dispute nothing.</summary>
public sealed class OrderWalkTests
{
    private const int Steps = 60;

    [SkippableTheory, EveryProvider(1), EveryProvider(2)]
    public async Task No_walk_leads_to_an_order_or_a_stock_that_what_happened_does_not_explain(DatabaseProvider provider, int seed)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var walk = new Walk(host, new Random(seed));
        await walk.Begin();

        for (var step = 0; step < Steps; step++)
        {
            await walk.Step();
            if (step % 15 == 0) (await Disputed(host)).ShouldBe([], $"seed {seed}, step {step}: {walk.Last}");
        }

        (await Disputed(host)).ShouldBe([], $"seed {seed}");
        walk.Done.Count.ShouldBeGreaterThan(15, "A walk that is refused everything shows nothing.");
    }

    [SkippableTheory, EveryProvider]
    public async Task Every_difference_between_an_order_and_what_happened_to_it_is_named(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var customer = await host.Customer();
        await host.Product("A", onHand: 5);
        var good = await host.Do(Orders.Of(customer, ("A", 1)) with { Confirm = true });
        var bad = await host.Do(Orders.Of(customer, ("A", 2)) with { Confirm = true });
        await host.Do(new ShipOrder { Id = good.Id });
        await host.Do(new RecordPayment { Id = good.Id, Amount = 10m });
        (await Disputed(host)).ShouldBe([]);

        var key = new OrderId(bad.Id);
        await host.See(db => db.Orders.Where(o => o.Id == key).ExecuteUpdateAsync(set => set.SetProperty(o => o.Paid, 3m).SetProperty(o => o.Fulfilment, FulfilmentState.Full)));
        await host.See(db => db.OrderLines.Where(l => EF.Property<OrderId>(l, "OrderId") == key).ExecuteUpdateAsync(set => set.SetProperty(l => l.Shipped, 1)));

        var disputed = await Disputed(host);
        disputed.ShouldAllBe(d => d.Contains(bad.Number));
        foreach (var what in new[] { "paid", "fulfilment", "lines[1].shipped" }) disputed.ShouldContain(d => d.Contains(what));
    }

    /// <summary>What the checks of orders and stock name.</summary>
    private static async Task<List<string>> Disputed(SalesOrdersHost host)
    {
        var orders = (await host.Do(new StartOrderCheck())).Value;
        var stock = (await host.Do(new StartStockCheck(Repair: false))).Value;
        await host.Harness.RunOperations();
        return await host.See(async db =>
        {
            var results = await db.Operations.AsNoTracking().Where(o => o.Id == orders || o.Id == stock).Select(o => o.Result).ToListAsync();
            results.ShouldAllBe(result => result != null && JsonDocument.Parse(result, default).RootElement.ValueKind == JsonValueKind.Object);
            return await db.Set<OperationProblem>().Where(p => p.OperationId == orders || p.OperationId == stock).Select(p => p.English).ToListAsync();
        });
    }

    private sealed class Walk(SalesOrdersHost host, Random random)
    {
        private const int MostTries = 10;
        private static readonly string[] Skus = ["A", "B", "FIT"];
        private readonly List<Guid> _orders = [];
        private Guid _customer;

        /// <summary>What was done and not refused, by name.</summary>
        public HashSet<string> Done { get; } = [];

        public string Last { get; private set; } = "";

        public async Task Begin()
        {
            _customer = await host.Customer();
            await host.Product("A", onHand: 40, price: 3.33m);
            await host.Product("B", onHand: 25, price: 19.99m);
            await host.Do(new AddProduct { Sku = "FIT", Name = "Fitting", ListPrice = 30.5m, Currency = "EUR", Kind = ProductKind.Service });
            for (var i = 0; i < 3; i++) await Place();
        }

        /// <summary>Tries until something is not refused, for a while.</summary>
        public async Task Step()
        {
            if (random.Next(8) == 0) await Place();
            for (var tries = 0; tries < MostTries && !await Try(); tries++)
            {
            }
        }

        private async Task<bool> Try()
        {
            var order = await host.Order(_orders[random.Next(_orders.Count)]);
            var actions = Actions(order);
            var (name, act) = actions[random.Next(actions.Count)];
            Last = $"{name} of {order.Number}";
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
            var content = Orders.Of(_customer, [.. Skus.Where(_ => random.Next(3) > 0).DefaultIfEmpty("A").Select(sku => (sku, random.Next(1, 6)))]) with
            {
                Confirm = random.Next(4) > 0,
                AllowBackOrder = random.Next(2) == 0,
                Freight = random.Next(3) * 2.5m,
                Discount = random.Next(2) * 1.11m,
                PaymentPolicy = random.Next(4) == 0 ? PaymentPolicy.Prepaid : PaymentPolicy.OnCredit,
            };
            try
            {
                _orders.Add((await host.Do(content)).Id);
            }
            catch (RuleBroken) when (_orders.Count > 0)
            {
                // Sold out.
            }
        }

        private List<(string Name, Func<Task> Act)> Actions(Order o)
        {
            var id = o.Id.Value;
            var line = o.Lines[random.Next(o.Lines.Count)];
            var amount = Math.Round((decimal)random.NextDouble() * o.Gross, 2) + 0.01m;
            return
            [
                ("submit", () => host.Do(new SubmitOrder(id))),
                ("confirm", () => host.Do(new ConfirmOrder(id))),
                ("cancel", () => random.Next(6) == 0 ? host.Do(new CancelOrder { Id = id, Reason = "walk" }) : throw new ResourceNotFound("wish", "to cancel")),
                ("hold", () => random.Next(6) == 0 ? host.Do(new HoldOrder { Id = id, Reason = "walk" }) : throw new ResourceNotFound("wish", "to hold")),
                ("release", () => Of(db => db.Holds.Where(h => EF.Property<OrderId>(h, "OrderId") == o.Id && h.ReleasedAt == null).Select(h => h.Id), hold => host.Do(new ReleaseHold { Id = id, HoldId = hold }))),
                ("ship", () => host.Do(new ShipOrder { Id = id })),
                ("ship a part", () => host.Do(new ShipOrder { Id = id, Lines = [new(line.Id, 1)] })),
                ("accept", () => host.Do(new AcceptWork { Id = id })),
                ("accept a part", () => host.Do(new AcceptWork { Id = id, Lines = [new(line.Id, 1)] })),
                ("deliver", () => Of(db => Shipments(db, o), s => host.Do(new DeliverShipment { OrderId = id, ShipmentId = s }))),
                ("lose", () => Of(db => Shipments(db, o), s => host.Do(new LoseShipment { OrderId = id, ShipmentId = s }))),
                ("pay", () => host.Do(new RecordPayment { Id = id, Amount = o.Balance > 0m ? o.Balance : 1m })),
                ("pay a part", () => host.Do(new RecordPayment { Id = id, Amount = amount })),
                ("authorise", () => host.Do(new AuthorisePayment { Id = id, Amount = amount })),
                ("capture", () => Of(db => db.Payments.Where(p => p.Authorised > 0m && p.Entries.Any(e => e.OrderId == o.Id)).Select(p => p.Id.Value), p => host.Do(new CapturePayment { Id = p }))),
                ("refund units", () => host.Do(new RequestRefund { Id = id, Lines = [new(line.Id, 1)] })),
                ("refund goodwill", () => host.Do(new RequestRefund { Id = id, Goodwill = Math.Round(amount / 4, 2) })),
                ("approve a refund", () => Refund(o, RefundState.Requested, r => host.Do(new ApproveRefund(r), Callers.Boss))),
                ("settle a refund", () => Refund(o, RefundState.Approved, r => host.Do(new SettleRefund { Id = r }))),
                ("fail a refund", () => Refund(o, RefundState.Approved, r => host.Do(new FailRefund { Id = r, Reason = "walk" }))),
                ("request a return", () => host.Do(new RequestReturn { Id = id, Lines = [new(line.Id, 1)] })),
                ("approve a return", () => Return(o, ReturnState.Requested, r => host.Do(new ApproveReturn(r)))),
                ("receive a return", () => Return(o, ReturnState.Approved, r => host.Do(new ReceiveReturn { Id = r }))),
                ("inspect a return", () => Return(o, ReturnState.Received, r => host.Do(new InspectReturn { Id = r, Restock = [] }))),
                ("invoice", () => host.Do(new IssueInvoice { Id = id, Kind = InvoiceKind.Invoice })),
                ("credit", () => host.Do(new IssueInvoice { Id = id, Kind = InvoiceKind.CreditNote })),
                ("close", () => random.Next(6) == 0 ? host.Do(new CloseOrder { Id = id, Reason = "walk" }) : throw new ResourceNotFound("wish", "to close")),
                ("archive", () => host.Do(new ArchiveOrder(id, IsArchived: true))),
                ("change", () => Change(id, new LineWish(random.Next(0, 7), line.Id))),
                ("add", () => Change(id, new LineWish(1, Sku: Skus[random.Next(Skus.Length)]))),
                ("receive goods", async () => await host.Do(new MoveStock { ProductId = (await host.Stock("B")).ProductId.Value, Change = random.Next(1, 4), Reason = MovementReason.Receipt })),
            ];
        }

        private async Task Change(Guid order, LineWish wish)
        {
            var change = await host.Do(new ProposeOrderChange { Id = order, Lines = [wish] });
            await host.Do(new AcceptOrderChange(order, change.Id));
        }

        private static IQueryable<Guid> Shipments(Persistence.SalesOrdersDbContext db, Order o) =>
            db.Shipments.Where(s => EF.Property<OrderId>(s, "OrderId") == o.Id && s.DeliveredOn == null && s.LostOn == null).Select(s => s.Id);

        private Task Refund(Order o, RefundState state, Func<Guid, Task> act) => Of(db => db.Refunds.Where(r => r.OrderId == o.Id && r.State == state).Select(r => r.Id.Value), act);

        private Task Return(Order o, ReturnState state, Func<Guid, Task> act) => Of(db => db.Returns.Where(r => r.OrderId == o.Id && r.State == state).Select(r => r.Id.Value), act);

        private async Task Of(Func<Persistence.SalesOrdersDbContext, IQueryable<Guid>> which, Func<Guid, Task> act)
        {
            var found = await host.See(db => which(db).ToListAsync());
            if (found.Count == 0) throw new ResourceNotFound("nothing", "to do");
            await act(found[random.Next(found.Count)]);
        }
    }
}
