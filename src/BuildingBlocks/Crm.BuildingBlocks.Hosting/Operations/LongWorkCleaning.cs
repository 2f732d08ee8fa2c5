using Crm.BuildingBlocks.Hosting.Files;
using Crm.BuildingBlocks.Hosting.Imports;
using Crm.BuildingBlocks.Hosting.Imports.Duplicates;
using Crm.BuildingBlocks.Hosting.Imports.Undoing;
using Crm.BuildingBlocks.Hosting.Jobs;
using Crm.BuildingBlocks.Hosting.Modules;
using Crm.BuildingBlocks.Hosting.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Crm.BuildingBlocks.Hosting.Operations;

internal static class LongWorkCleaning
{
    private const string Name = "clean-long-work";
    private const string EveryNight = "0 40 3 * * ?";

    /// <summary>Every module with a database has operations and files, and so needs this job.</summary>
    public static void Schedule(ModuleDescription module)
    {
        if (module.Context is null || module.Jobs.Exists(j => j.Name == Name)) return;
        module.Jobs.Add(new JobDescription(Name, typeof(LongWorkCleaning<>).MakeGenericType(module.Context), EveryNight));
    }
}

/// <summary>Forgets operations and imports that ended long ago, with their files, and uploads that nobody ever referred to.</summary>
internal sealed class LongWorkCleaning<TContext>(TContext db, StoredFiles files, IOptions<OperationOptions> options) : IScheduledJob
    where TContext : ModuleDbContext
{
    private const int AtATime = 20;

    public async Task<string> Run(CancellationToken ct)
    {
        var before = db.Time.GetUtcNow().AddDays(-options.Value.KeepDays);
        var operations = 0;
        while (await Ended(before, ct) is { Count: > 0 } ended)
        {
            await Forget(ended, ct);
            operations += ended.Count;
        }

        return $"{operations} operations and {await files.RemoveUnkept(db.Module, ct)} files removed";
    }

    private Task<List<Guid>> Ended(DateTimeOffset before, CancellationToken ct) =>
        db.Operations.Where(o => o.FinishedAt < before).OrderBy(o => o.FinishedAt).Take(AtATime).Select(o => o.Id).ToListAsync(ct);

    private async Task Forget(List<Guid> operations, CancellationToken ct)
    {
        // An import of a million rows leaves as many; a transaction over all of them would keep others waiting.
        await db.DeleteInBatches(db.Set<OperationProblem>().Where(p => operations.Contains(p.OperationId)).OrderBy(p => p.Position), ct);
        await db.DeleteInBatches(db.Set<ImportedRow>().Where(r => operations.Contains(r.OperationId)).OrderBy(r => r.OperationId).ThenBy(r => r.Key), ct);
        await db.DeleteInBatches(db.Set<ImportDetail>().Where(d => operations.Contains(d.OperationId)).OrderBy(d => d.OperationId).ThenBy(d => d.Line), ct);
        if (db.RemembersImports()) await ForgetMemory(operations, ct);
        await using var transaction = await db.Dialect.BeginWrite(db, ct);
        var imports = db.Set<Import>().Where(i => i.OperationId != null && operations.Contains(i.OperationId.Value));
        var uploads = await imports.Select(i => new { i.FileId, i.DetailFileId }).ToListAsync(ct);
        await StoredFiles.GiveUp(db, [.. uploads.Select(u => u.FileId).Concat(uploads.Select(u => u.DetailFileId).OfType<Guid>())], ct);
        await imports.ExecuteDeleteAsync(ct);
        await db.Operations.Where(o => operations.Contains(o.Id)).ExecuteDeleteAsync(ct);
        await transaction.Commit(ct);
    }

    // An import can be undone for as long as its operation is kept.
    private async Task ForgetMemory(List<Guid> operations, CancellationToken ct)
    {
        await db.DeleteInBatches(db.Set<ImportedMark>().Where(m => operations.Contains(m.OperationId)).OrderBy(m => m.Id), ct);
        var imports = await db.Set<Import>().Where(i => i.OperationId != null && operations.Contains(i.OperationId.Value)).Select(i => i.Id).ToListAsync(ct);
        await db.DeleteInBatches(db.Set<ImportImage>().Where(i => imports.Contains(i.ImportId)).OrderBy(i => i.ImportId).ThenBy(i => i.RecordId), ct);
        await db.Set<ImportUndo>().Where(u => imports.Contains(u.ImportId)).ExecuteDeleteAsync(ct);
    }
}
