using Crm.BuildingBlocks.Hosting.Jobs;
using Crm.BuildingBlocks.Hosting.Persistence;
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
/// Forgets to whom reports were sent long ago. Which slots were dealt with stays, so that none is sent again.
/// </summary>
internal sealed class CleanDeliveries(ReportingDbContext db, TimeProvider time, IOptions<DeliveryOptions> options) : IScheduledJob
{
    public async Task<string> Run(CancellationToken ct)
    {
        var before = time.GetUtcNow().AddDays(-Math.Max(options.Value.KeepDeliveriesDays, 1));
        return $"{await db.DeleteInBatches(db.Deliveries.Where(d => d.EndedAt < before).OrderBy(d => d.Id), ct)} deliveries";
    }
}
