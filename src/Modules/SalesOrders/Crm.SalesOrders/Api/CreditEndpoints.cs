using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Lists;
using Crm.BuildingBlocks.Hosting.Api.Requests;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.BuildingBlocks.Hosting.Settings;
using Crm.SalesOrders.Application;
using Crm.SalesOrders.Application.Credit;
using Crm.SalesOrders.Application.Invoices;
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

/// <summary>How much a customer may owe, and of what it consists that the customer owes.</summary>
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
        credit.MapPut("/", Set).Requires(CreditPermissions.Write).WithoutIfMatch();
        routes.MapPost("/orders/{id:guid}/allow-credit", Allow).WithTags("Credit").Requires(CreditPermissions.Allow);
    }

    private static async Task<Ok<CreditView>> Get(Guid id, SalesOrdersDbContext db, CreditCheck check, ISettings settings, CallerContext caller, TimeProvider time, CancellationToken ct)
    {
        await db.RequireReached(id, ct);
        var terms = await db.CreditTerms.AsNoTracking().SingleOrDefaultAsync(t => t.CustomerId == id, ct);
        var fromShipping = await check.IsAtShipping(ct);
        var overdue = await Overdue(db, id, BusinessDay.Of(time, caller.Caller), ct);
        var debts = (await db.Debts(id, fromShipping, ct)).ToLookup(d => d.Currency, d => d.Debt);
        var together = terms is { Limit: { } limit } && terms.HoldsForAll(await settings.Text(CompanySettings.Currency, ct))
            ? ExposedWorth.Of(terms.Currency, await check.Worth(id, terms.Currency, without: null, fromShipping, ct), limit)
            : null;
        var currencies = debts.Select(d => d.Key).Concat(terms is { Limit: not null } ? [terms.Currency] : []).Distinct().Order(StringComparer.Ordinal);
        return TypedResults.Ok(new CreditView(
            id, terms?.Limit, terms?.Currency, terms?.PaymentDays, terms?.IsBlocked ?? false, terms?.Version ?? 0,
            fromShipping ? CreditPoint.Shipping : CreditPoint.Confirmation,
            [.. currencies.Select(c => ExposureView.Of(c, [.. debts[c]], overdue.GetValueOrDefault(c), together is null ? terms?.LimitIn(c) : null))])
        {
            Together = together,
        });
    }

    private static async Task<Dictionary<string, decimal>> Overdue(SalesOrdersDbContext db, Guid customer, DateOnly day, CancellationToken ct)
    {
        var open = await db.Invoices.IgnoreQueryFilters([ModuleDbContext.ScopeFilter]).AsNoTracking().Where(i => i.CustomerId == customer).OverdueOn(day)
            .Select(OverdueInvoices.WithUncovered((i, uncovered) => new { i.Currency, i.Total, Uncovered = uncovered })).ToListAsync(ct);
        return open.GroupBy(i => i.Currency).ToDictionary(g => g.Key, g => g.Sum(i => Math.Min(i.Total, i.Uncovered)));
    }

    private static async Task<PageOf<ExposedOrderRow>> Search(Guid id, ListRequest request, SalesOrdersDbContext db, CreditCheck check, CancellationToken ct) =>
        await Orders.Page(db.Orders.Exposed(id, await check.IsAtShipping(ct)), request, ct);

    private static async Task<Ok<CreditTermsSaved>> Set(Guid id, SetCreditTerms command, ICommandHandler<SetCreditTerms, CreditTermsSaved> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(command with { CustomerId = id }, ct));

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
/// <param name="Version">Of the terms, for If-Match; 0 where none were set.</param>
/// <param name="CountsFrom">When an order begins to count.</param>
/// <param name="Exposures">One per currency in which something is owed or allowed.</param>
internal sealed record CreditView(
    Guid CustomerId, decimal? Limit, string? Currency, int? PaymentDays, bool IsBlocked, int Version, CreditPoint CountsFrom, IReadOnlyList<ExposureView> Exposures)
{
    /// <summary>Where the limit is in the company's currency: all that counts, in whatever currency, as the limit sees it. Null where each currency stands alone.</summary>
    public ExposedWorth? Together { get; init; }
}

/// <summary>available = limit - exposure.</summary>
/// <param name="Currency">The company's; of every amount.</param>
/// <param name="Exposure">All that is unpaid of the orders that count, by the rates that they froze.</param>
/// <param name="Limit">For all currencies together.</param>
/// <param name="Available">What may still be bought on credit; negative beyond the limit.</param>
internal sealed record ExposedWorth(string Currency, decimal Exposure, decimal Limit, decimal Available)
{
    public static ExposedWorth Of(string currency, decimal exposure, decimal limit) => new(currency, exposure, limit, limit - exposure);
}

/// <summary>exposure = receivable + not invoiced; available = limit - exposure.</summary>
/// <param name="Currency">Of every amount.</param>
/// <param name="Orders">Unpaid orders that count.</param>
/// <param name="Receivable">Of what is unpaid, what stands on invoices.</param>
/// <param name="Overdue">Of all invoices, what should have been paid before today.</param>
/// <param name="NotInvoiced">Of what is unpaid, what stands on no invoice yet.</param>
/// <param name="Exposure">All that is unpaid of the orders that count.</param>
/// <param name="Limit">In this currency; null: none, or one for all currencies together.</param>
/// <param name="Available">What may still be bought on credit; negative beyond the limit.</param>
internal sealed record ExposureView(
    string Currency, int Orders, decimal Receivable, decimal Overdue, decimal NotInvoiced, decimal Exposure, decimal? Limit, decimal? Available)
{
    public static ExposureView Of(string currency, IReadOnlyList<OrderDebt> debts, decimal overdue, decimal? limit)
    {
        var (receivable, notInvoiced) = (debts.Sum(d => d.Receivable), debts.Sum(d => d.NotInvoiced));
        return new ExposureView(currency, debts.Count, receivable, overdue, notInvoiced, receivable + notInvoiced, limit, limit - receivable - notInvoiced);
    }
}

/// <param name="Credited">No longer owed.</param>
/// <param name="Received">Captured, less what went back.</param>
/// <param name="Invoiced">Invoices less credit notes.</param>
/// <param name="Unpaid">gross - credited - received: what counts.</param>
internal sealed record ExposedOrderRow(
    Guid Id, string Number, DateTimeOffset PlacedAt, OrderStatus Status, Money Gross, Money Credited, Money Received, Money Invoiced, Money Unpaid);
