using Crm.BuildingBlocks.Hosting.Jobs;
using Crm.BuildingBlocks.Hosting.Persistence;
using Microsoft.Extensions.Options;

namespace Crm.BuildingBlocks.Hosting.Operations;

/// <summary>Forgets the operations of one module that ended long ago, and what went wrong in them.</summary>
public sealed class OperationCleaning<TContext>(TContext db, TimeProvider time, IOptions<OperationOptions> options) : IScheduledJob
    where TContext : ModuleDbContext
{
    public const string JobName = "clean-operations";

    /// <summary>Every night; Quartz cron.</summary>
    public const string Cron = "0 50 3 * * ?";

    public async Task<string> Run(CancellationToken ct)
    {
        var before = time.GetUtcNow().AddDays(-options.Value.KeepDays);
        var finished = db.Operations.Where(o => o.FinishedAt < before);
        var problems = await db.DeleteInBatches(
            db.Set<OperationProblem>().Where(p => finished.Any(o => o.Id == p.OperationId)).OrderBy(p => p.Position), ct);
        var operations = await db.DeleteInBatches(finished.OrderBy(o => o.FinishedAt).ThenBy(o => o.Id), ct);
        return $"{operations} operations, {problems} problems";
    }
}
