using Crm.BuildingBlocks.Hosting.Jobs;
using Crm.BuildingBlocks.Hosting.Modules;
using Crm.BuildingBlocks.Hosting.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Crm.BuildingBlocks.Hosting.Messaging;

/// <summary>
/// Deletes what one module delivered and handled long ago. Parked messages are never deleted: somebody has to decide about them.
/// </summary>
public sealed class MessageCleaning<TContext>(TContext db, ModuleCatalog catalog, IServiceProvider scope, TimeProvider time, IOptions<MessagingOptions> options)
    : IScheduledJob
    where TContext : ModuleDbContext
{
    public const string JobName = "clean-messages";

    /// <summary>Every night; Quartz cron.</summary>
    public const string Cron = "0 20 3 * * ?";

    public async Task<string> Run(CancellationToken ct)
    {
        var before = time.GetUtcNow().AddDays(-options.Value.KeepDays);
        var delivered = await db.DeleteInBatches(db.Outbox.Where(m => m.DeliveredAt < before).OrderBy(m => m.Position), ct);

        // A promise that some other inbox could not take yet is copied again and again. As long as it is pending, its traces here are needed.
        var oldestPromise = await OldestPending(ct);
        var handled = await db.DeleteInBatches(db.Inbox.Where(m => m.HandledAt < before && m.OccurredAt < oldestPromise).OrderBy(m => m.Position), ct);
        return $"{delivered} delivered, {handled} handled";
    }

    private async Task<DateTimeOffset> OldestPending(CancellationToken ct)
    {
        var oldest = time.GetUtcNow();
        foreach (var module in catalog.Descriptions.Where(d => d.Context is not null))
        {
            var pending = await scope.ContextOf(module).Outbox.Where(m => m.DeliveredAt == null).MinAsync(m => (DateTimeOffset?)m.OccurredAt, ct);
            if (pending < oldest) oldest = pending.Value;
        }

        return oldest;
    }
}
