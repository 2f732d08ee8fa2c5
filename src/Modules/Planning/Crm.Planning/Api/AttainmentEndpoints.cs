using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Lists;
using Crm.BuildingBlocks.Hosting.Api.Shaping;
using Crm.BuildingBlocks.Hosting.Operations;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Planning.Application;
using Crm.Planning.Domain;
using Crm.Planning.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Crm.Planning.Api;

internal static class AttainmentEndpoints
{
    private const string TargetParameter = "targetId";

    private static readonly Phrase PersonOrChannel = new("'person' or 'channel' is expected.", "应为 person 或 channel。");

    private static readonly ListSpec<OrderCredit, CreditedOrderRow> Orders = new ListSpec<OrderCredit, CreditedOrderRow>("attainmentOrders")
        .Field("number", c => c.Number, sortable: false)
        .Field("orderedOn", c => c.OrderedOn)
        .Field("month", c => c.Month)
        .Field("salespersonId", c => c.SalespersonId, sortable: false)
        .Field("channel", c => c.Channel, sortable: false)
        .Parameter(TargetParameter)
        .DefaultSort("orderedOn")
        .Key(c => c.OrderId)
        .Select(CreditedOrderRow.FromCredit);

    /// <param name="plans">Grouped under <c>/plans</c>.</param>
    public static void Map(IEndpointRouteBuilder plans)
    {
        plans.MapGet("/{id:guid}/attainment", Get).Requires(PlanningPermissions.Read);
        plans.MapGet("/{id:guid}/attainment/orders", GetOrders).WithList(Orders).Requires(PlanningPermissions.Read);
        plans.MapGet("/{id:guid}/actuals", GetActuals).Requires(PlanningPermissions.Read);
    }

    public static void MapAdmin(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/figures", GetFigures).WithTags("Figures").Requires(PlanningPermissions.ReadFigures);
        routes.MapPost("/figures/rebuild", Rebuild).WithTags("Figures").Requires(PlanningPermissions.Rebuild);
    }

    /// <summary>Per target and month.</summary>
    internal static async Task<Ok<AttainmentView>> Get(Guid id, PlanningDbContext db, CallerContext caller, CancellationToken ct)
    {
        var plan = await PlanEndpoints.Find(db, id, ct);
        var through = await CountedThrough(db, ct);
        var actual = await ActualSales.Read(db, plan, ct);
        var names = await NamesOf(db, plan.Targets.Select(t => t.PersonId).OfType<Guid>(), caller.Caller, ct);
        var leftOut = await db.LiveSales
            .Where(m => m.Currency != plan.Currency && m.Month >= plan.FirstMonth && m.Month <= plan.LastMonth)
            .GroupBy(m => m.Currency).Select(g => new { Currency = g.Key, Orders = g.Sum(m => m.Orders) })
            .OrderBy(g => g.Currency).ToListAsync(ct);
        return TypedResults.Ok(new AttainmentView(
            plan.Id.Value, plan.Currency, through,
            [.. Target.InOrder(plan.Targets).Select(t => TargetAttainment.Of(t, actual, names))],
            [.. leftOut.Select(g => new LeftOutOrders(g.Currency, g.Orders))],
            await db.HidesCreditsOf(plan, ct)));
    }

    /// <summary>The orders behind the figures that the caller reaches: of the whole plan, or of one target by <c>targetId</c>; of one month by <c>filter[month]</c>.</summary>
    internal static async Task<PageOf<CreditedOrderRow>> GetOrders(
        Guid id, Guid? targetId, ListRequest request, PlanningDbContext db, CancellationToken ct)
    {
        var plan = await PlanEndpoints.Find(db, id, ct);
        var orders = targetId is { } target ? Of(db.CreditsOf(plan), plan, target, await db.Units(ct)) : db.CreditsOf(plan);
        var page = await Orders.Page(orders.Where(db.IsReached), request, ct);
        return page.TellIfLimited(await db.HidesAny(orders, ct));
    }

    /// <summary>All that was sold by channel, or what the caller reaches of it by person, whether there is a target or not.</summary>
    internal static async Task<Ok<ActualsView>> GetActuals(Guid id, string? by, PlanningDbContext db, CallerContext caller, CancellationToken ct)
    {
        var scope = by switch
        {
            "person" => TargetScope.Person,
            "channel" => TargetScope.Channel,
            _ => throw new InvalidInput("by", PersonOrChannel),
        };
        var plan = await PlanEndpoints.Find(db, id, ct);
        var through = await CountedThrough(db, ct);
        var isLimited = scope == TargetScope.Person && await db.HidesCreditsOf(plan, ct);
        var actual = isLimited ? await ActualSales.ReadReached(db, plan, ct) : await ActualSales.Read(db, plan, ct);
        var keys = actual.Keys(scope).ToList();
        var names = scope == TargetScope.Person ? await NamesOf(db, keys.Where(k => k.Length > 0).Select(Guid.Parse), caller.Caller, ct) : [];
        return TypedResults.Ok(new ActualsView(
            plan.Id.Value, plan.Currency, through,
            [.. keys.Select(k => new ActualsRow(k.Length == 0 ? null : k, NameOf(k), MonthActuals.Of(actual, scope, k)))],
            MonthActuals.Of(actual, TargetScope.Company, ""),
            isLimited));

        string? NameOf(string key) => Guid.TryParse(key, out var person) ? names.GetValueOrDefault(person) : null;
    }

    internal static async Task<Ok<FiguresView>> GetFigures(PlanningDbContext db, CancellationToken ct)
    {
        var count = await db.Counts.AsNoTracking().SingleOrDefaultAsync(c => c.Name == SalesCount.OfOrders, ct);
        var orders = await db.LiveCredits.LongCountAsync(c => c.IsCounted, ct);
        return TypedResults.Ok(new FiguresView(count?.Events ?? 0, orders, await db.FiguresHash(ct), count?.CountedThrough, count?.RebuiltAt));
    }

    private static async Task<AcceptedOperation> Rebuild(ICommandHandler<StartFiguresRebuild, OperationId> handler, CancellationToken ct) =>
        Operations.Accepted(await handler.Handle(new StartFiguresRebuild(), ct));

    private static IQueryable<OrderCredit> Of(IQueryable<OrderCredit> orders, SalesPlan plan, Guid targetId, UnitTree units)
    {
        var target = plan.Targets.FirstOrDefault(t => t.Id == targetId) ?? throw new ResourceNotFound("target", targetId.ToString());
        var months = target.Months.Select(m => m.Month).ToList();
        orders = orders.Where(c => EF.Parameter(months).Contains(c.Month));
        if (target.UnitId is { } unit)
        {
            var below = units.Downwards(unit);
            return orders.Where(c => c.UnitId != null && EF.Parameter(below).Contains(c.UnitId.Value));
        }

        return (target.PersonId, target.Channel) switch
        {
            ({ } person, _) => orders.Where(c => c.SalespersonId == person),
            (_, { } channel) => orders.Where(c => c.Channel == channel),
            _ => orders,
        };
    }

    private static Task<DateTimeOffset?> CountedThrough(PlanningDbContext db, CancellationToken ct) =>
        db.Counts.Where(c => c.Name == SalesCount.OfOrders).Select(c => c.CountedThrough).SingleOrDefaultAsync(ct);

    private static async Task<Dictionary<Guid, string?>> NamesOf(PlanningDbContext db, IEnumerable<Guid> persons, Caller caller, CancellationToken ct)
    {
        var ids = persons.Distinct().ToList();
        var names = await db.PersonCopies.AsNoTracking().Where(p => EF.Parameter(ids).Contains(p.UserId)).Select(p => new { p.UserId, p.Name }).ToListAsync(ct);
        return names.ToDictionary(p => p.UserId, p => MaskedText.Of(caller, "users.name", p.Name));
    }
}
