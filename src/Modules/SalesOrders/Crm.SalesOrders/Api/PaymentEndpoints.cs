using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Lists;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Application;
using Crm.SalesOrders.Application.Money;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Api;

internal static class PaymentEndpoints
{
    private const string Resource = "payments";
    private const string Address = "/api/v1/sales-orders/payments";

    private static readonly ListSpec<Payment, PaymentRow> Payments = new ListSpec<Payment, PaymentRow>(Resource)
        .Field("recordedAt", p => p.RecordedAt)
        .Field("customerId", p => p.CustomerId, sortable: false)
        .Field("state", p => p.State, sortable: false)
        .Field("provider", p => p.Provider, sortable: false)
        .Field("providerReference", p => p.ProviderReference, sortable: false)
        .Field("captured.currency", p => p.Currency, sortable: false)
        .Field("captured.amount", p => p.Captured, sortable: false)
        .DefaultSort("-recordedAt")
        .Key(p => p.Id)
        .Select(p => new PaymentRow(
            p.Id.Value, p.CustomerId, p.State, p.Provider, p.ProviderReference, p.RecordedAt, new Money(p.Authorised, p.Currency).Rounded(),
            new Money(p.Captured, p.Currency).Rounded(), new Money(p.Refunded, p.Currency).Rounded(), new Money(p.ChargedBack, p.Currency).Rounded(), p.Version));

    public static void Map(IEndpointRouteBuilder routes)
    {
        var payments = routes.MapGroup("/payments").WithTags("Payments");
        payments.MapGet("/", Search).WithList(Payments).Requires(SalesOrdersPermissions.ReadOrders);
        payments.MapGet("/{id:guid}", Get).Requires(SalesOrdersPermissions.ReadOrders);
        payments.MapPost("/", Receive).Requires(SalesOrdersPermissions.RecordPayments);
        payments.MapPost("/notifications", Notify).Requires(SalesOrdersPermissions.TakeNotifications);
        payments.MapPost("/{id:guid}/capture", Capture).Requires(SalesOrdersPermissions.RecordPayments);
        payments.MapPost("/{id:guid}/void", Void).Requires(SalesOrdersPermissions.RecordPayments);
        payments.MapPost("/{id:guid}/charge-back", ChargeBack).Requires(SalesOrdersPermissions.RecordPayments);
        routes.MapPost("/orders/{id:guid}/authorise", Authorise).WithTags("Payments").Requires(SalesOrdersPermissions.RecordPayments);
    }

    private static async Task<PageOf<PaymentRow>> Search(ListRequest request, SalesOrdersDbContext db, CancellationToken ct) =>
        await Payments.Page(db.Payments, await request.OverFamilies(db, "customerId", ct), ct);

    private static async Task<OneOf<PaymentDetails>> Get(Guid id, OneRequest request, SalesOrdersDbContext db, CancellationToken ct)
    {
        var key = new PaymentId(id);
        var payment = await db.Payments.AsNoTracking().SingleOrDefaultAsync(p => p.Id == key, ct) ?? throw new ResourceNotFound("payment", id.ToString());
        var ids = payment.Entries.Select(e => e.OrderId).Distinct().ToList();
        var orders = await db.Orders.Where(o => ids.Contains(o.Id)).Select(o => new { o.Id, o.Number }).ToDictionaryAsync(o => o.Id, o => o.Number, ct);
        return request.Answer(Resource, PaymentDetails.Of(payment, orders), payment.Version);
    }

    private static async Task<Created<PaymentSaved>> Receive(
        ReceivePayment command, ICommandHandler<ReceivePayment, PaymentSaved> handler, CancellationToken ct) => At(await handler.Handle(command, ct));

    private static async Task<Ok<PaymentSaved>> Notify(
        TakeProviderEvent command, ICommandHandler<TakeProviderEvent, PaymentSaved> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(command, ct));

    private static async Task<Created<PaymentSaved>> Authorise(
        Guid id, AuthorisePayment command, ICommandHandler<AuthorisePayment, PaymentSaved> handler, CancellationToken ct) =>
        At(await handler.Handle(command with { Id = id }, ct));

    private static async Task<Ok<PaymentSaved>> Capture(
        Guid id, CapturePayment command, ICommandHandler<CapturePayment, PaymentSaved> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(command with { Id = id }, ct));

    private static async Task<Ok<PaymentSaved>> Void(Guid id, ICommandHandler<VoidPayment, PaymentSaved> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(new VoidPayment(id), ct));

    private static async Task<Ok<PaymentSaved>> ChargeBack(
        Guid id, ChargeBackPayment command, ICommandHandler<ChargeBackPayment, PaymentSaved> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(command with { Id = id }, ct));

    private static Created<PaymentSaved> At(PaymentSaved saved) => TypedResults.Created($"{Address}/{saved.Id}", saved);
}

internal sealed record PaymentRow(
    Guid Id,
    Guid CustomerId,
    PaymentRecordState State,
    string? Provider,
    string? ProviderReference,
    DateTimeOffset RecordedAt,
    Money Authorised,
    Money Captured,
    Money Refunded,
    Money ChargedBack,
    int Version);

/// <summary>A payment with what happened to it.</summary>
/// <param name="Open">Authorised and neither captured nor given back.</param>
/// <param name="Entries">Of the orders the caller may see, oldest first.</param>
internal sealed record PaymentDetails(
    Guid Id,
    Guid CustomerId,
    PaymentRecordState State,
    string? Provider,
    string? ProviderReference,
    DateTimeOffset RecordedAt,
    Money Authorised,
    Money Open,
    Money Captured,
    Money Refunded,
    Money ChargedBack,
    IReadOnlyList<PaymentEntryView> Entries,
    int Version)
{
    public static PaymentDetails Of(Payment p, IReadOnlyDictionary<OrderId, string> orders)
    {
        return new PaymentDetails(
            p.Id.Value, p.CustomerId, p.State, p.Provider, p.ProviderReference, p.RecordedAt, In(p.Authorised), In(p.Open), In(p.Captured), In(p.Refunded), In(p.ChargedBack),
            [.. p.Entries.Where(e => orders.ContainsKey(e.OrderId)).OrderBy(e => e.RecordedAt).ThenBy(e => e.Id)
                .Select(e => new PaymentEntryView(e.Id, e.OrderId.Value, orders[e.OrderId], e.Kind, In(e.Amount), e.PaidOn, e.Method, e.Reference, e.RecordedAt, e.RefundId?.Value))],
            p.Version);

        Money In(decimal amount) => new Money(amount, p.Currency).Rounded();
    }
}

internal sealed record PaymentEntryView(
    Guid Id,
    Guid OrderId,
    string OrderNumber,
    PaymentEntryKind Kind,
    Money Amount,
    DateOnly PaidOn,
    string? Method,
    string? Reference,
    DateTimeOffset RecordedAt,
    Guid? RefundId);
