using Crm.BuildingBlocks.Hosting.Jobs;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Reporting.Domain.Schedules;
using Crm.Reporting.Persistence;
using Microsoft.Extensions.Options;

namespace Crm.Reporting.Application.Schedules;

/// <summary>Configuration section <c>Modules:reporting</c>.</summary>
internal sealed class DeliveryOptions
{
    public const string Section = "Modules:reporting";

    /// <summary>Days for which it can be asked to whom which report was sent; at least one.</summary>
    public int KeepDeliveriesDays { get; set; } = 400;
}

/// <summary>
/// Forgets to whom reports were sent long ago. Of each schedule the last slot that was dealt with stays, so that none is sent again.
/// </summary>
internal sealed class CleanDeliveries(ReportingDbContext db, TimeProvider time, IOptions<DeliveryOptions> options) : IScheduledJob
{
    public async Task<string> Run(CancellationToken ct)
    {
        var before = time.GetUtcNow().AddDays(-Math.Max(options.Value.KeepDeliveriesDays, 1));
        var deliveries = await db.DeleteInBatches(db.Deliveries.Where(d => d.EndedAt < before).OrderBy(d => d.Id), ct);
        var runs = await db.DeleteInBatches(
            db.ScheduleRuns
                .Where(r => r.Slot < before && db.ScheduleRuns.Any(later => later.ScheduleId == r.ScheduleId && later.Kind == RunKind.Scheduled && later.Slot > r.Slot))
                .OrderBy(r => r.ScheduleId).ThenBy(r => r.Slot),
            ct);
        return $"{deliveries} deliveries, {runs} runs";
    }
}
