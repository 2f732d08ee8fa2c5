using Crm.BuildingBlocks.Hosting.Jobs;
using Crm.BuildingBlocks.Hosting.Persistence;

namespace Crm.BuildingBlocks.Hosting.Pipeline;

/// <summary>Forgets the replies of one module that nobody can ask for any more.</summary>
public sealed class ReplyCleaning<TContext>(TContext db, TimeProvider time) : IScheduledJob
    where TContext : ModuleDbContext
{
    public const string JobName = "clean-replies";

    /// <summary>Every hour; Quartz cron.</summary>
    public const string Cron = "0 40 * * * ?";

    /// <summary>How long a request can be repeated under its Idempotency-Key.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromHours(48);

    public async Task<string> Run(CancellationToken ct)
    {
        var before = time.GetUtcNow() - Kept;
        return $"{await db.DeleteInBatches(db.StoredReplies.Where(r => r.StoredAt < before).OrderBy(r => r.Position), ct)} replies";
    }
}
