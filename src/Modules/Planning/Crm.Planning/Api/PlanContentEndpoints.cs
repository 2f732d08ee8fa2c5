using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Planning.Application;
using Crm.Planning.Application.Plans;
using Crm.Planning.Application.Policy;
using Crm.Planning.Application.Targets;
using Crm.Planning.Domain;
using Crm.Planning.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Crm.Planning.Api;

/// <summary>What a plan says besides its figures, its versions, and work on its targets.</summary>
internal static class PlanContentEndpoints
{
    /// <param name="plans">Grouped under <c>/plans</c>.</param>
    public static void Map(IEndpointRouteBuilder plans)
    {
        plans.MapPut("/{id:guid}/objectives", SetObjectives).Requires(PlanningPermissions.Write);
        plans.MapPut("/{id:guid}/strategies", SetStrategies).Requires(PlanningPermissions.Write);
        plans.MapPut("/{id:guid}/channel-mix", SetChannelMix).Requires(PlanningPermissions.Write);
        plans.MapPut("/{id:guid}/budget-lines", SetBudgetLines).Requires(PlanningPermissions.Write);
        plans.MapGet("/{id:guid}/versions", Versions).WithSummary("All versions of the plan").Requires(PlanningPermissions.Read);
        plans.MapGet("/{id:guid}/comparison", Compare).WithSummary("What this plan says otherwise than another one").Requires(PlanningPermissions.Read);
        plans.MapGet("/{id:guid}/targets/tree", Tree).WithSummary("The targets as parts of each other").Requires(PlanningPermissions.Read);
        plans.MapPost("/{id:guid}/targets/copy", Copy)
            .WithSummary("Targets of another plan, or of what was sold, with growth").Requires(PlanningPermissions.Write);
        plans.MapPost("/{id:guid}/targets/{targetId:guid}/distribute", Distribute)
            .WithSummary("Divide a total over the months").Requires(PlanningPermissions.Write);
        plans.MapPost("/{id:guid}/targets/{targetId:guid}/break-down", BreakDown)
            .WithSummary("Divide the target among persons, channels or units").Requires(PlanningPermissions.Write);
        plans.MapPost("/{id:guid}/targets/{targetId:guid}/roll-up", RollUp)
            .WithSummary("Make the target the sum of its parts").Requires(PlanningPermissions.Write);
    }

    /// <summary>What differs from the plan named by <c>with</c> to the one in the address.</summary>
    internal static async Task<Ok<PlanComparison>> Compare(Guid id, Guid with, PlanningDbContext db, CancellationToken ct) =>
        TypedResults.Ok(PlanComparison.Of(await PlanEndpoints.Find(db, with, ct), await PlanEndpoints.Find(db, id, ct)));

    internal static async Task<Ok<TargetTreeView>> Tree(Guid id, PlanningDbContext db, CancellationToken ct) =>
        TypedResults.Ok(TargetTreeView.Of(await PlanEndpoints.Find(db, id, ct), (await db.PolicyOf(ct)).TargetTolerance));

    private static async Task<Ok<VersionsView>> Versions(Guid id, PlanningDbContext db, CancellationToken ct)
    {
        var plan = await PlanEndpoints.Find(db, id, ct);
        return TypedResults.Ok(new VersionsView(
            await PlanVersions.Of(db.Plans.AsNoTracking(), plan.RootId).OrderBy(p => p.Number).Select(PlanRow.FromPlan).ToListAsync(ct)));
    }

    private static async Task<Ok<PlanReply>> SetObjectives(
        Guid id, ObjectivesInput body, ICommandHandler<SetObjectives, PlanReply> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(new SetObjectives(id, body.Objectives), ct));

    private static async Task<Ok<PlanReply>> SetStrategies(
        Guid id, StrategiesInput body, ICommandHandler<SetStrategies, PlanReply> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(new SetStrategies(id, body.Strategies), ct));

    private static async Task<Ok<PlanReply>> SetChannelMix(
        Guid id, ChannelMixInput body, ICommandHandler<SetChannelMix, PlanReply> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(new SetChannelMix(id, body.ChannelMix), ct));

    private static async Task<Ok<PlanReply>> SetBudgetLines(
        Guid id, BudgetLinesInput body, ICommandHandler<SetBudgetLines, PlanReply> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(new SetBudgetLines(id, body.BudgetLines), ct));

    private static async Task<Ok<PlanReply>> Copy(Guid id, CopyInput body, ICommandHandler<CopyTargets, PlanReply> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(new CopyTargets(id, body), ct));

    private static async Task<Ok<PlanReply>> Distribute(
        Guid id, Guid targetId, DistributionInput body, ICommandHandler<DistributeTarget, PlanReply> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(new DistributeTarget(id, targetId, body), ct));

    private static async Task<Ok<PlanReply>> BreakDown(
        Guid id, Guid targetId, BreakDownInput body, ICommandHandler<BreakDownTarget, PlanReply> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(new BreakDownTarget(id, targetId, body), ct));

    private static async Task<Ok<PlanReply>> RollUp(Guid id, Guid targetId, ICommandHandler<RollUpTarget, PlanReply> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(new RollUpTarget(id, targetId), ct));
}
