using System.Linq.Expressions;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Lists;
using Crm.BuildingBlocks.Hosting.Api.Writing;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Planning.Application;
using Crm.Planning.Application.Competitors;
using Crm.Planning.Domain.Competitors;
using Crm.Planning.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Crm.Planning.Api.Competitors;

/// <summary>Prices that were seen at competitors: written down, voided, never changed.</summary>
internal static class CompetitorPriceEndpoints
{
    private const string Resource = "competitorPrices";
    private const int UsualDays = 90;
    private const int MostDays = 3650;

    private static readonly Phrase SkuWanted = new("Name the product by its sku.", "请填写产品编号 sku。");
    private static readonly Phrase DaysInRange = new($"1 to {MostDays} days are expected.", $"应为 1 至 {MostDays} 天。");
    private static readonly Phrase Fraction = new("A fraction from 0 to 1 is expected.", "应为 0 到 1 之间的小数。");

    private static readonly ListSpec<CompetitorPrice, CompetitorPriceView> List = new ListSpec<CompetitorPrice, CompetitorPriceView>(Resource)
        .Field("seenOn", p => p.SeenOn)
        .Field("sku", p => p.Sku, sortable: false)
        .Field("competitorId", p => p.CompetitorId, sortable: false)
        .Field("competitorCode", p => p.CompetitorCode, sortable: false)
        .Field("currency", p => p.Currency, sortable: false)
        .Field("source", p => p.Source, sortable: false)
        .Field("holds", p => p.Holds, sortable: false)
        .DefaultSort("-seenOn")
        .Key(p => p.Id)
        .Select(CompetitorPriceView.FromPrice);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var prices = routes.MapGroup("/competitor-prices").WithTags("Competitors");
        prices.MapGet("/", Search).WithList(List).Requires(ResearchPermissions.ReadMarkets);
        prices.MapGet("/{id:guid}", Get).Requires(ResearchPermissions.ReadMarkets);
        prices.MapPost("/", Observe).Requires(ResearchPermissions.WriteMarkets);
        prices.MapPost("/batch", Batch).Requires(ResearchPermissions.WriteMarkets);
        prices.MapPost("/{id:guid}/void", Void).Requires(ResearchPermissions.WriteMarkets);
        prices.MapGet("/summary", Summary).WithSummary("Median, lowest and highest of what competitors asked for a product lately").Requires(ResearchPermissions.ReadMarkets);
    }

    private static Task<PageOf<CompetitorPriceView>> Search(ListRequest request, PlanningDbContext db, CancellationToken ct) =>
        List.Page(db.Set<CompetitorPrice>(), request, ct);

    private static async Task<OneOf<CompetitorPriceView>> Get(Guid id, OneRequest request, PlanningDbContext db, CancellationToken ct)
    {
        var key = new CompetitorPriceId(id);
        var view = await db.Set<CompetitorPrice>().Where(p => p.Id == key).Select(CompetitorPriceView.FromPrice).SingleOrDefaultAsync(ct)
            ?? throw new ResourceNotFound("competitor-price", id.ToString());
        return request.Answer(Resource, view, view.Version);
    }

    private static async Task<Created<PriceObserved>> Observe(ObservePrice command, ICommandHandler<ObservePrice, PriceObserved> handler, CancellationToken ct)
    {
        var reply = await handler.Handle(command, ct);
        return TypedResults.Created($"/api/v1/planning/competitor-prices/{reply.Id}", reply);
    }

    private static Task<BatchResult<PriceObserved>> Batch(
        BatchRequest<ObservePrice> batch, BatchRunner runner, ICommandHandler<ObservePrice, PriceObserved> handler, CancellationToken ct) => runner.Run(batch, handler, ct);

    private static async Task<Ok<PriceObserved>> Void(Guid id, VoidInput body, ICommandHandler<VoidPrice, PriceObserved> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(new VoidPrice(id, body.Reason), ct));

    private static async Task<Ok<PriceSummaryView>> Summary(
        string? sku, int? days, decimal? leastConfidence, ObservedPrices prices, CompanyDay company, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(sku)) throw new InvalidInput("sku", SkuWanted);
        if (days is < 1 or > MostDays) throw new InvalidInput("days", DaysInRange);
        if (leastConfidence is < 0 or > 1) throw new InvalidInput("leastConfidence", Fraction);
        var today = await company.Today(ct);
        var since = today.AddDays(-(days ?? UsualDays));
        return TypedResults.Ok(new PriceSummaryView(sku, since, await prices.Levels(sku, since, today, leastConfidence ?? 0, ct)));
    }
}

/// <param name="Reason">Why it does not count.</param>
internal sealed record VoidInput(string Reason);

/// <param name="Sku">Our product.</param>
/// <param name="Since">Older observations are left out.</param>
/// <param name="Levels">By currency, with and without tax.</param>
internal sealed record PriceSummaryView(string Sku, DateOnly Since, IReadOnlyList<PriceLevel> Levels);

/// <summary>A price that was seen.</summary>
internal sealed record CompetitorPriceView(
    Guid Id,
    Guid CompetitorId,
    string CompetitorCode,
    Guid? ProductId,
    string Sku,
    string? TheirName,
    decimal UnitPrice,
    string Currency,
    bool IncludesTax,
    decimal Quantity,
    DateOnly SeenOn,
    ObservationSource Source,
    string? Where,
    decimal Confidence,
    Guid ObservedById,
    DateTimeOffset ObservedAt,
    Guid? ReplacesId,
    Guid? ReplacedById,
    DateTimeOffset? VoidedAt,
    string? VoidReason,
    bool Holds,
    int Version)
{
    public static readonly Expression<Func<CompetitorPrice, CompetitorPriceView>> FromPrice = p => new CompetitorPriceView(
        p.Id.Value, p.CompetitorId.Value, p.CompetitorCode, p.ProductId, p.Sku, p.TheirName, p.UnitPrice, p.Currency, p.IncludesTax, p.Quantity, p.SeenOn, p.Source,
        p.Where, p.Confidence, p.ObservedById, p.ObservedAt, p.ReplacesId, p.ReplacedById, p.VoidedAt, p.VoidReason, p.Holds, p.Version);
}
