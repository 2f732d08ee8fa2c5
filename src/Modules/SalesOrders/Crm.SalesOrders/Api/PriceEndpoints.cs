using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Json;
using Crm.BuildingBlocks.Hosting.Api.Lists;
using Crm.BuildingBlocks.Hosting.Api.Requests;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Application;
using Crm.SalesOrders.Application.Prices;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Prices;
using Crm.SalesOrders.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Api;

internal static class PriceEndpoints
{
    private const string Address = "/api/v1/sales-orders";

    private static readonly ListSpec<PricePublication, PublicationRow> PriceLists = Publications("priceLists");
    private static readonly ListSpec<PricePublication, PublicationRow> Promotions = Publications("promotions");

    public static void Map(IEndpointRouteBuilder routes)
    {
        var lists = routes.MapGroup("/price-lists").WithTags("Prices");
        lists.MapGet("/", (ListRequest request, SalesOrdersDbContext db, CancellationToken ct) => Search(PriceLists, PublicationKind.PriceList, request, db, ct))
            .WithList(PriceLists).Requires(SalesOrdersPermissions.ReadPrices);
        lists.MapGet("/{code}/versions/{version:int}", (string code, int version, SalesOrdersDbContext db, CancellationToken ct) =>
            Answer<PublishPriceList>(PublicationKind.PriceList, code, version, db, ct)).Requires(SalesOrdersPermissions.ReadPrices);
        lists.MapPut("/{code}/versions/{version:int}", PublishList).Requires(SalesOrdersPermissions.PublishPrices).WithoutIfMatch();

        var promotions = routes.MapGroup("/promotions").WithTags("Prices");
        promotions.MapGet("/", (ListRequest request, SalesOrdersDbContext db, CancellationToken ct) => Search(Promotions, PublicationKind.Promotion, request, db, ct))
            .WithList(Promotions).Requires(SalesOrdersPermissions.ReadPrices);
        promotions.MapGet("/{code}/versions/{version:int}", Promotion).Requires(SalesOrdersPermissions.ReadPrices);
        promotions.MapGet("/{code}/versions/{version:int}/coupons", Coupons).WithSummary("The codes of the vouchers").Requires(SalesOrdersPermissions.RevealCoupons);
        promotions.MapGet("/{code}/uses", Uses).Requires(SalesOrdersPermissions.ReadPrices);
        promotions.MapPut("/{code}/versions/{version:int}", PublishPromo).Requires(SalesOrdersPermissions.PublishPrices).WithoutIfMatch();

        routes.MapPut("/customers/{customerId:guid}/price-group", Assign).WithTags("Prices").Requires(SalesOrdersPermissions.PublishPrices).WithoutIfMatch();
        routes.MapPost("/price-quotes", Quote).WithTags("Prices").Requires(SalesOrdersPermissions.PlaceOrders);
        routes.MapGet("/orders/{id:guid}/price-trace", Trace).WithTags("Orders").Requires(SalesOrdersPermissions.ReadOrders);
    }

    public static void MapAdmin(IEndpointRouteBuilder routes)
    {
        var taxes = routes.MapGroup("/taxes/versions/{version:int}").WithTags("Prices");
        taxes.MapGet("/", (int version, SalesOrdersDbContext db, CancellationToken ct) =>
            Answer<PublishTaxes>(PublicationKind.Taxes, PublishTaxes.TheCode, version, db, ct)).Requires(SalesOrdersPermissions.ReadPrices);
        taxes.MapPut("/", PublishTaxRates).Requires(SalesOrdersPermissions.PublishPrices).WithoutIfMatch();
    }

    private static ListSpec<PricePublication, PublicationRow> Publications(string resource) => new ListSpec<PricePublication, PublicationRow>(resource)
        .Field("code", p => p.Code)
        .Field("version", p => p.Number)
        .Field("currency", p => p.Currency, sortable: false)
        .Field("from", p => p.From, sortable: false)
        .Field("to", p => p.To, sortable: false)
        .DefaultSort("code,-version")
        .Key(p => p.Id)
        .SearchIn("code")
        .Select(p => new PublicationRow(p.Id.Value, p.Code, p.Number, p.Name, p.Currency, p.From, p.To, p.Priority, p.PublishedAt, p.IsPlanned));

    private static Task<PageOf<PublicationRow>> Search(
        ListSpec<PricePublication, PublicationRow> list, PublicationKind kind, ListRequest request, SalesOrdersDbContext db, CancellationToken ct) =>
        list.Page(db.PricePublications.Where(p => p.Kind == kind), request, ct);

    private static async Task<Ok<PromotionView>> Promotion(string code, int version, SalesOrdersDbContext db, CancellationToken ct) =>
        TypedResults.Ok(new PromotionView(await Read<PublishPromotion>(PublicationKind.Promotion, code, version, db, ct)));

    private static async Task<Ok<IReadOnlyList<string>>> Coupons(string code, int version, SalesOrdersDbContext db, CancellationToken ct) =>
        TypedResults.Ok((await Read<PublishPromotion>(PublicationKind.Promotion, code, version, db, ct)).Coupons);

    private static async Task<Ok<TBody>> Answer<TBody>(PublicationKind kind, string code, int version, SalesOrdersDbContext db, CancellationToken ct) =>
        TypedResults.Ok(await Read<TBody>(kind, code, version, db, ct));

    private static async Task<TBody> Read<TBody>(PublicationKind kind, string code, int version, SalesOrdersDbContext db, CancellationToken ct)
    {
        var body = await db.PricePublications.AsNoTracking().Where(p => p.Kind == kind && p.Code == code && p.Number == version).Select(p => p.Body).SingleOrDefaultAsync(ct)
            ?? throw new ResourceNotFound("price-publication", $"{code}/{version}");
        return JsonSerializer.Deserialize<TBody>(body, CrmJson.Options)!;
    }

    private static async Task<Results<Ok<Published>, Created<Published>>> PublishList(
        string code, int version, PublishPriceList command, ICommandHandler<PublishPriceList, Published> handler, CancellationToken ct) =>
        Answer(await handler.Handle(command with { Code = code, Version = version }, ct), $"{Address}/price-lists/{code}/versions/{version}");

    private static async Task<Results<Ok<Published>, Created<Published>>> PublishPromo(
        string code, int version, PublishPromotion command, ICommandHandler<PublishPromotion, Published> handler, CancellationToken ct) =>
        Answer(await handler.Handle(command with { Code = code, Version = version }, ct), $"{Address}/promotions/{code}/versions/{version}");

    private static async Task<Results<Ok<Published>, Created<Published>>> PublishTaxRates(
        int version, PublishTaxes command, ICommandHandler<PublishTaxes, Published> handler, CancellationToken ct) =>
        Answer(await handler.Handle(command with { Version = version }, ct), $"/admin/v1/sales-orders/taxes/versions/{version}");

    private static Results<Ok<Published>, Created<Published>> Answer(Published published, string address) =>
        published.WasThere ? TypedResults.Ok(published) : TypedResults.Created(address, published);

    private static async Task<Ok<PriceGroupAssigned>> Assign(
        Guid customerId, AssignPriceGroup command, ICommandHandler<AssignPriceGroup, PriceGroupAssigned> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(command with { CustomerId = customerId }, ct));

    private static async Task<Ok<PromotionUsesView>> Uses(
        string code, Guid? customerId, SalesOrdersDbContext db, PriceBooks books, CallerContext caller, TimeProvider time, CancellationToken ct)
    {
        var key = customerId is { } customer ? Redemption.KeyOf(code, customer) : code;
        var use = await db.PromotionUses.AsNoTracking().SingleOrDefaultAsync(u => u.Key == key, ct);
        var coupons = await db.PromotionUses.CountAsync(u => u.Promotion == code && u.Coupon != null && u.Used > 0, ct);
        var book = await books.Present(db, ct);
        var isUsedUp = book.UsedUpOn(BusinessDay.Of(time, caller.Caller)).Contains(code);
        return TypedResults.Ok(new PromotionUsesView(code, use?.Used ?? 0, use?.Spent ?? 0m, isUsedUp, coupons, book.Withdrawn.Contains(code)));
    }

    private static async Task<Ok<PriceExplained>> Quote(QuotePrices asked, bool? explain, PriceQuotes quotes, CancellationToken ct) =>
        TypedResults.Ok(await quotes.Quote(asked with { Explain = explain == true }, ct));

    private static async Task<Ok<PriceExplained>> Trace(Guid id, SalesOrdersDbContext db, CancellationToken ct)
    {
        var key = new OrderId(id);
        // Through the orders, so that only who sees the order sees how it was priced.
        var trace = await db.Orders.AsNoTracking().Where(o => o.Id == key)
            .SelectMany(o => o.PriceTraces).OrderByDescending(t => t.PricedAt).ThenByDescending(t => t.Id).FirstOrDefaultAsync(ct)
            ?? throw new ResourceNotFound("price-trace", id.ToString());
        return TypedResults.Ok(PriceQuotes.Kept(trace));
    }
}

/// <param name="Id">Of this version.</param>
/// <param name="Code">Of the list or promotion.</param>
/// <param name="Version">The highest one that has begun is in force.</param>
/// <param name="Name">Of a promotion, in English.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="From">First business date; null: since ever.</param>
/// <param name="To">Last business date, inclusive; null: without end.</param>
/// <param name="Priority">The higher one is asked first.</param>
/// <param name="PublishedAt">When it came in.</param>
/// <param name="IsPlanned">It comes from Planning, and so does the next version.</param>
internal sealed record PublicationRow(
    Guid Id, string Code, int Version, string? Name, string? Currency, DateOnly? From, DateOnly? To, int Priority, DateTimeOffset PublishedAt, bool IsPlanned);

/// <summary>One version of a promotion, for everybody who sees prices. Codes of vouchers are money and shown to few.</summary>
internal sealed record PromotionView : PromotionContent
{
    [SetsRequiredMembers]
    public PromotionView(PublishPromotion promotion)
        : base(promotion) => CouponCount = promotion.Coupons.Count;

    /// <summary>How many codes there are, of which the customer must show one; 0: nobody has to ask for it.</summary>
    public int CouponCount { get; }
}

/// <param name="Code">Of the promotion.</param>
/// <param name="Used">By confirmed orders, where it is limited; those without limits are not counted.</param>
/// <param name="Spent">What it took off them together.</param>
/// <param name="IsUsedUp">By the limits of the version in force, no order gets it any more, unless one is cancelled.</param>
/// <param name="CouponsUsed">Different coupons used, where uses per coupon are limited.</param>
/// <param name="IsSuspended">Planning has suspended or ended it: nobody new gets it.</param>
internal sealed record PromotionUsesView(string Code, int Used, decimal Spent, bool IsUsedUp, int CouponsUsed, bool IsSuspended);
