using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Lists;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Application.Credit;
using Crm.SalesOrders.Application.Orders;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Credit;
using Crm.SalesOrders.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Api;

/// <summary>How much a customer may owe, as Customers says, and of what it consists that the customer owes.</summary>
internal static class CreditEndpoints
{
    private static readonly ListSpec<Order, ExposedOrderRow> Orders = new ListSpec<Order, ExposedOrderRow>("creditOrders")
        .Field("number", o => o.Number)
        .Field("placedAt", o => o.PlacedAt)
        .Field("unpaid.currency", o => o.Currency, sortable: false)
        .DefaultSort("-placedAt")
        .Key(o => o.Id)
        .Select(o => new ExposedOrderRow(
            o.Id.Value, o.Number, o.PlacedAt, o.Status, new Money(o.Gross, o.Currency).Rounded(), new Money(o.Credited, o.Currency).Rounded(),
            new Money(o.Paid - o.Refunded, o.Currency).Rounded(), new Money(o.Invoiced, o.Currency).Rounded(),
            new Money(o.Gross - o.Credited - o.Paid + o.Refunded, o.Currency).Rounded()));

    public static void Map(IEndpointRouteBuilder routes)
    {
        var credit = routes.MapGroup("/customers/{id:guid}/credit").WithTags("Credit");
        credit.MapGet("/", Get).WithSummary("The limit, what counts towards it, and what is left").Requires(CreditPermissions.Read);
        credit.MapGet("/orders", Search).WithList(Orders).WithSummary("The orders that make up what counts towards the limit, as far as the caller sees them").Requires(CreditPermissions.Read);
        routes.MapPost("/orders/{id:guid}/allow-credit", Allow).WithTags("Credit").Requires(CreditPermissions.Allow);
    }

    private static async Task<Ok<CreditView>> Get(Guid id, SalesOrdersDbContext db, CustomerExposures exposures, CreditCheck check, CancellationToken ct)
    {
        var family = await db.ReachedFamily(id, ct);
        var terms = await db.CreditTermsOf(family, ct);
        var fromShipping = await check.IsAtShipping(ct);
        return TypedResults.Ok(new CreditView(
            id, terms?.Limit, terms?.Currency, terms?.PaymentDays, terms?.IsBlocked ?? false, terms?.Version ?? 0,
            fromShipping ? CreditPoint.Shipping : CreditPoint.Confirmation, await exposures.Of(family, terms, fromShipping, ct)));
    }

    private static async Task<PageOf<ExposedOrderRow>> Search(Guid id, ListRequest request, SalesOrdersDbContext db, CreditCheck check, CancellationToken ct) =>
        await Orders.Page(db.Orders.Exposed(await db.Family(id, ct), await check.IsAtShipping(ct)), request, ct);

    private static async Task<Ok<OrderSaved>> Allow(Guid id, ICommandHandler<AllowCredit, OrderSaved> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(new AllowCredit(id), ct));
}

/// <summary>When an order begins to count towards the limit, and is compared with it.</summary>
internal enum CreditPoint
{
    [Label("When it is confirmed", "确认订单时")]
    Confirmation,
    [Label("When something of it is shipped", "首次发货时")]
    Shipping,
}

/// <param name="CustomerId">In Customers.</param>
/// <param name="Limit">Null: none.</param>
/// <param name="Currency">Of the limit; null where no terms were set.</param>
/// <param name="PaymentDays">Until an invoice is due; null: as the company's setting says.</param>
/// <param name="IsBlocked">Gets no credit at all.</param>
/// <param name="Version">Of the terms in Customers, as far as they were heard; 0 where none were set.</param>
/// <param name="CountsFrom">When an order begins to count.</param>
/// <param name="Exposures">One per currency in which something is owed or allowed. Where the limit holds for all of them, the one in the company's currency is of all that is owed.</param>
internal sealed record CreditView(
    Guid CustomerId, decimal? Limit, string? Currency, int? PaymentDays, bool IsBlocked, int Version, CreditPoint CountsFrom, IReadOnlyList<ExposureView> Exposures);

/// <param name="Credited">No longer owed.</param>
/// <param name="Received">Captured, less what went back.</param>
/// <param name="Invoiced">Invoices less credit notes.</param>
/// <param name="Unpaid">gross - credited - received: what counts.</param>
internal sealed record ExposedOrderRow(
    Guid Id, string Number, DateTimeOffset PlacedAt, OrderStatus Status, Money Gross, Money Credited, Money Received, Money Invoiced, Money Unpaid);
