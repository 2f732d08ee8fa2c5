using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Lists;
using Crm.SalesOrders.Application;
using Crm.SalesOrders.Application.Orders;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Persistence;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Api;

/// <summary>How orders are listed and read.</summary>
internal static class OrderReads
{
    private const string Resource = OrderContent.Resource;

    private static readonly Phrase OnlyOrAll = new("Give only or all, or leave it out to see what is not archived.", "请填写 only 或 all；留空则仅显示未归档的订单。");

    public static readonly ListSpec<Order, OrderRow> List = new ListSpec<Order, OrderRow>(Resource)
        .Field("number", o => o.Number)
        .Field("placedAt", o => o.PlacedAt)
        .Field("orderedOn", o => o.OrderedOn)
        .Field("status", o => o.Status, sortable: false)
        .Field("state", o => o.State, sortable: false)
        .Field("fulfilment", o => o.Fulfilment, sortable: false)
        .Field("payment", o => o.Payment, sortable: false)
        .Field("channel", o => o.Channel, sortable: false)
        .Field("customerReference", o => o.CustomerReference, sortable: false)
        .Field("customer.id", o => o.CustomerId, sortable: false)
        .Field("customer.code", o => o.Customer!.Code, sortable: false)
        .Field("customer.name", o => o.Customer!.Name, sortable: false)
        .Field("reservationId", o => o.ReservationId, sortable: false)
        .Field("salespersonId", o => o.OwnerId, sortable: false)
        .Field("unitId", o => o.UnitId, sortable: false)
        .Field("requiredOn", o => o.RequiredOn, sortable: false)
        .Field("opportunityId", o => o.OpportunityId, sortable: false)
        .Field("gross.amount", o => o.Gross, sortable: false)
        .Field("gross.currency", o => o.Currency, sortable: false)
        .DefaultSort("-placedAt")
        .Key(o => o.Id)
        .Parameter("archived")
        .SearchIn("number", "customerReference", "customer.name")
        .Select(OrderRow.FromOrder);

    /// <summary>Archived orders are left out, unless <c>archived</c> asks for them alone or for all.</summary>
    public static async Task<PageOf<OrderRow>> Search(ListRequest request, string? archived, SalesOrdersDbContext db, CancellationToken ct) => await List.Page(
        archived switch
        {
            null => db.Orders.Where(o => o.ArchivedAt == null),
            "only" => db.Orders.Where(o => o.ArchivedAt != null),
            "all" => db.Orders,
            _ => throw new InvalidInput("archived", OnlyOrAll),
        },
        await request.OverFamilies(db, "customer.id", ct),
        ct);

    public static async Task<OneOf<OrderView>> Get(Guid id, OneRequest request, SalesOrdersDbContext db, CancellationToken ct)
    {
        var shown = await Find(db, id, ct);
        var order = shown.Order;
        // A fresh order has neither shipments nor payments, and asking for them would cost as much as the order itself.
        var shipments = order.ShippedOn is null ? [] : await Shipments(db, order.Id, ct);
        var acceptances = order.Lines.Any(l => l.IsService && l.Shipped > 0) ? await Acceptances(db, order.Id, ct) : [];
        var payments = order is { Paid: 0m, Authorised: 0m } ? [] : await Payments(db, order, ct);
        return request.Answer(Resource, OrderView.Of(shown, shipments, acceptances, payments), order.Version);
    }

    public static async Task<Ok<IReadOnlyList<TransitionView>>> Transitions(Guid id, SalesOrdersDbContext db, CallerContext caller, TimeProvider time, CancellationToken ct)
    {
        var today = BusinessDay.Of(time, caller.Caller);
        var order = (await Find(db, id, ct)).Order;
        return TypedResults.Ok<IReadOnlyList<TransitionView>>(
            [.. Enum.GetValues<OrderAction>().Select(action => TransitionView.Of(order, action, today, caller.Language))]);
    }

    public static async Task<ShownOrder> Find(SalesOrdersDbContext db, Guid id, CancellationToken ct) =>
        await SalesReads.Of(db).OrderWithLines(db, new OrderId(id), ct) ?? throw new ResourceNotFound("order", id.ToString());

    private static Task<List<ShipmentView>> Shipments(SalesOrdersDbContext db, OrderId order, CancellationToken ct) => db.Shipments.AsNoTracking()
        .Where(s => EF.Property<OrderId>(s, "OrderId") == order).OrderBy(s => s.RecordedAt).Select(ShipmentView.FromShipment).ToListAsync(ct);

    private static Task<List<AcceptanceView>> Acceptances(SalesOrdersDbContext db, OrderId order, CancellationToken ct) => db.Acceptances.AsNoTracking()
        .Where(a => EF.Property<OrderId>(a, "OrderId") == order).OrderBy(a => a.RecordedAt).Select(AcceptanceView.FromAcceptance).ToListAsync(ct);

    private static async Task<List<PaymentView>> Payments(SalesOrdersDbContext db, Order order, CancellationToken ct)
    {
        var entries = await db.PaymentEntries.AsNoTracking().Where(e => e.OrderId == order.Id).OrderBy(e => e.RecordedAt)
            .Select(e => new { Entry = e, PaymentId = EF.Property<PaymentId>(e, "PaymentId") }).ToListAsync(ct);
        return entries.ConvertAll(e => new PaymentView(
            e.Entry.Id, e.PaymentId.Value, e.Entry.Kind, new Money(e.Entry.Amount, order.Currency).Rounded(), e.Entry.PaidOn, e.Entry.Method, e.Entry.Reference));
    }
}
