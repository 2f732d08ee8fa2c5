using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Operations;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Reporting.Application;
using Crm.Reporting.Application.Rebuilding;
using Crm.Reporting.Application.Reports;
using Crm.Reporting.Application.Schedules;
using Crm.Reporting.Domain.Schedules;
using Crm.Reporting.Persistence;
using Crm.Reporting.Persistence.Facts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Crm.Reporting.Api;

internal static class AdminEndpoints
{
    private const int MostSchedules = 500;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var admin = routes.MapGroup("").WithTags("Reporting");
        admin.MapGet("/schedules", Schedules).WithSummary("All schedules with what needs attention, at most 500").Requires(ReportingPermissions.Oversee);
        admin.MapGet("/projection", Projection).WithSummary("How far the facts are counted").Requires(ReportingPermissions.ReadProjection);
        admin.MapPost("/projection/rebuild", Rebuild).WithSummary("Makes the facts again from the kept events").Requires(ReportingPermissions.Rebuild);
    }

    private static async Task<Ok<ScheduleOverview>> Schedules(ReportingDbContext db, CancellationToken ct)
    {
        var schedules = await db.Schedules.AsNoTracking().OrderBy(s => s.Name).Take(MostSchedules).ToListAsync(ct);
        var shown = schedules.ConvertAll(s => s.Id);
        var counts = await db.Deliveries.Where(d => EF.Parameter(shown).Contains(d.ScheduleId)).GroupBy(d => new { d.ScheduleId, d.State }).Select(g => new { g.Key.ScheduleId, g.Key.State, Count = g.Count() }).ToListAsync(ct);
        var bySchedule = counts.ToLookup(c => c.ScheduleId);
        return TypedResults.Ok(new ScheduleOverview(
            [.. schedules.Select(s => new OverseenSchedule(
                s.Id.Value, s.Name, s.IsActive, Slots.TryRead(s.Cron, s.TimeZone, out _), s.Cron, s.TimeZone, s.OwnerId, s.UnitId,
                bySchedule[s.Id].ToDictionary(c => c.State, c => c.Count),
                bySchedule[s.Id].Where(c => c.State is MailState.Uncertain or MailState.Failed).Sum(c => c.Count)))]));
    }

    private static async Task<Ok<ProjectionView>> Projection(ReportingDbContext db, CancellationToken ct)
    {
        var states = await db.ProjectionStates.AsNoTracking().ToDictionaryAsync(s => s.Name, ct);
        var (live, building) = (states[ProjectionState.Live], states[ProjectionState.Building]);
        return TypedResults.Ok(new ProjectionView(
            live.Generation, new Watermark(live.Position, live.OccurredAt), live.Hash, live.BuiltAt,
            building.Generation == 0 ? null : new BuildingView(building.Generation, building.Position)));
    }

    private static async Task<AcceptedOperation> Rebuild(ICommandHandler<StartRebuild, OperationId> handler, CancellationToken ct) =>
        Operations.Accepted(await handler.Handle(new StartRebuild(), ct));
}

internal sealed record ScheduleOverview(IReadOnlyList<OverseenSchedule> Schedules);

/// <param name="IsReadable">Its time and zone mean something on this machine; otherwise it is never due and needs attention.</param>
/// <param name="Deliveries">How many are in which state.</param>
/// <param name="NeedAttention">Failed ones and those of which nobody knows whether they arrived.</param>
internal sealed record OverseenSchedule(
    Guid Id, string Name, bool IsActive, bool IsReadable, string Cron, string TimeZone, Guid? OwnerId, Guid? UnitId, IReadOnlyDictionary<MailState, int> Deliveries,
    int NeedAttention);

/// <param name="Generation">Of the facts that reports read.</param>
/// <param name="Watermark">Up to which event they are counted.</param>
/// <param name="Hash">Of the facts when the last rebuild put them live.</param>
/// <param name="BuiltAt">When that was.</param>
/// <param name="Building">The generation a rebuild is filling.</param>
internal sealed record ProjectionView(int Generation, Watermark Watermark, string? Hash, DateTimeOffset? BuiltAt, BuildingView? Building);

internal sealed record BuildingView(int Generation, long Position);
