using System.Linq.Expressions;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Lists;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Application.Supply;
using Crm.SalesOrders.Domain.Supply;
using Crm.SalesOrders.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Api;

internal static class ReplenishmentEndpoints
{
    private const string Resource = "replenishment-rules";
    private const string Address = "/api/v1/sales-orders/replenishment-rules";
    private const int MostProposals = 5000;

    private static readonly ListSpec<ReplenishmentRule, RuleView> List = new ListSpec<ReplenishmentRule, RuleView>(Resource)
        .Field("sku", r => r.Sku)
        .Field("warehouse", r => r.Warehouse, sortable: false)
        .Field("supplierId", r => r.SupplierId, sortable: false)
        .Field("isActive", r => r.IsActive, sortable: false)
        .DefaultSort("sku")
        .Key(r => r.Id)
        .Select(RuleView.FromRule);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var rules = routes.MapGroup("/replenishment-rules").WithTags("Replenishment");
        rules.MapGet("/", Search).WithList(List).Requires(SupplyPermissions.Read);
        rules.MapGet("/{id:guid}", Get).Requires(SupplyPermissions.Read);
        rules.MapPost("/", Make).Requires(SupplyPermissions.Write);
        rules.MapPut("/{id:guid}", Change).Requires(SupplyPermissions.Write);
        var proposals = routes.MapGroup("/replenishment-proposals").WithTags("Replenishment");
        proposals.MapGet("/", Propose).Requires(SupplyPermissions.Read);
        proposals.MapPost("/accept", Accept).Requires(SupplyPermissions.Write);
    }

    private static Task<PageOf<RuleView>> Search(ListRequest request, SalesOrdersDbContext db, CancellationToken ct) =>
        List.Page(db.ReplenishmentRules, request, ct);

    private static async Task<OneOf<RuleView>> Get(Guid id, OneRequest request, SalesOrdersDbContext db, CancellationToken ct)
    {
        var key = new ReplenishmentRuleId(id);
        var view = await db.ReplenishmentRules.Where(r => r.Id == key).Select(RuleView.FromRule).SingleOrDefaultAsync(ct)
            ?? throw new ResourceNotFound("replenishment-rule", id.ToString());
        return request.Answer(Resource, view, view.Version);
    }

    private static async Task<Created<ReplenishmentSaved>> Make(
        MakeReplenishmentRule command, ICommandHandler<MakeReplenishmentRule, ReplenishmentSaved> handler, CancellationToken ct)
    {
        var saved = await handler.Handle(command, ct);
        return TypedResults.Created($"{Address}/{saved.Id}", saved);
    }

    private static async Task<Ok<ReplenishmentSaved>> Change(
        Guid id, ChangeReplenishmentRule command, ICommandHandler<ChangeReplenishmentRule, ReplenishmentSaved> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(command with { Id = id }, ct));

    /// <param name="warehouse">Code; left out, all of them.</param>
    /// <param name="db">Where the rules are.</param>
    /// <param name="ct">Cancels the request.</param>
    private static async Task<Ok<IReadOnlyList<ProposalView>>> Propose(string? warehouse, SalesOrdersDbContext db, CancellationToken ct)
    {
        var rules = await db.ReplenishmentRules.AsNoTracking()
            .Where(r => r.IsActive && (warehouse == null || r.Warehouse == warehouse)).OrderBy(r => r.Sku).Take(MostProposals).ToListAsync(ct);
        var proposals = await db.ProposalsOf(rules, ct);
        return TypedResults.Ok<IReadOnlyList<ProposalView>>([.. proposals.Select(ProposalView.Of)]);
    }

    private static async Task<Ok<ProposalsAccepted>> Accept(
        AcceptProposals command, ICommandHandler<AcceptProposals, ProposalsAccepted> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(command, ct));
}

/// <summary>A rule of replenishment, in a list and alone.</summary>
/// <param name="ReorderPoint">Buys when the position is at or below it.</param>
/// <param name="Quantity">Units: the position to fill up to, or the lot to buy, by the policy.</param>
internal sealed record RuleView(
    Guid Id,
    Guid ProductId,
    string Sku,
    string Warehouse,
    Guid SupplierId,
    ReplenishmentPolicy Policy,
    int ReorderPoint,
    int Quantity,
    bool IsActive,
    int Version)
{
    public static readonly Expression<Func<ReplenishmentRule, RuleView>> FromRule = r => new RuleView(
        r.Id.Value, r.ProductId.Value, r.Sku, r.Warehouse, r.SupplierId.Value, r.Policy, r.ReorderPoint, r.Quantity, r.IsActive, r.Version);
}

/// <summary>What a rule wants to buy now, and the figures that are the reason.</summary>
/// <param name="RuleId">To accept it by.</param>
/// <param name="Supplier">Code.</param>
/// <param name="Quantity">Units to buy.</param>
/// <param name="UnitCost">In the supplier's currency, where known.</param>
/// <param name="ReorderPoint">The position is at or below it.</param>
/// <param name="Position">On hand - allocated - reserved - safety stock + incoming + drafted - back-ordered.</param>
/// <param name="PositionAfterwards">With what is bought.</param>
/// <param name="Figures">What the position is made of.</param>
internal sealed record ProposalView(
    Guid RuleId,
    Guid ProductId,
    string Sku,
    string Warehouse,
    string Supplier,
    int Quantity,
    decimal? UnitCost,
    string Currency,
    ReplenishmentPolicy Policy,
    int ReorderPoint,
    long Position,
    long PositionAfterwards,
    PositionFigures Figures)
{
    public static ProposalView Of(Proposal p) => new(
        p.Rule.Key, p.Rule.ProductId.Value, p.Rule.Sku, p.Rule.Warehouse, p.Supplier.Code, p.Quantity, p.UnitCost, p.Supplier.Currency, p.Rule.Policy,
        p.Rule.ReorderPoint, p.Position.Units, p.Position.Units + p.Quantity,
        new PositionFigures(
            p.Position.OnHand, p.Position.Allocated, p.Position.Reserved, p.Position.SafetyStock, p.Position.Incoming, p.Position.Drafted, p.Position.BackOrdered));
}

internal sealed record PositionFigures(int OnHand, int Allocated, int Reserved, int SafetyStock, int Incoming, long Drafted, long BackOrdered);
