using System.Text.Json.Nodes;
using Crm.BuildingBlocks.Hosting.Operations;
using Crm.BuildingBlocks.Hosting.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Crm.BuildingBlocks.Hosting.Imports.Undoing;

/// <summary>Lets other work that changes many records be undone like an import: its images are kept under its own id.</summary>
public static class ChangedInBulk
{
    /// <summary>Keeps what records were before the work and what they are now. Of one that is changed twice the first state and the last count.</summary>
    /// <param name="db">Of the step that changed them.</param>
    /// <param name="target">That makes images.</param>
    /// <param name="work">Id of the work.</param>
    /// <param name="before">As they were, each with a number of its own within the work.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task KeepImages(
        this ModuleDbContext db, IRevertible target, Guid work, IReadOnlyDictionary<Guid, (long Number, JsonObject Image)> before, CancellationToken ct)
    {
        if (before.Count == 0) return;
        await db.SaveChangesAsync(ct);
        var records = before.Keys.ToList();
        var after = await target.Images(records, ct);
        var known = await db.Set<ImportImage>().Where(i => i.ImportId == work && EF.Parameter(records).Contains(i.RecordId)).ToDictionaryAsync(i => i.RecordId, ct);
        foreach (var (record, now) in after)
        {
            if (!known.TryGetValue(record, out var image))
            {
                image = new ImportImage { ImportId = work, RecordId = record, Line = before[record].Number, Before = ImageLedger.Text(before[record].Image), AfterHash = "" };
                db.Add(image);
            }

            (image.AfterHash, image.After) = (ImageLedger.HashOf(now), ImageLedger.Text(now));
        }
    }

    /// <summary>Undoes the work within an operation of the module, or tells what would come of it.</summary>
    /// <param name="run">The operation; what stays is among its problems.</param>
    /// <param name="work">Id of the work.</param>
    /// <param name="module">Whose records they are.</param>
    /// <param name="target">An <see cref="IRevertible"/> of the module's services.</param>
    /// <param name="isDryRun">Nothing is changed.</param>
    /// <param name="log">For what nobody expected.</param>
    /// <param name="ct">Cancels; what was undone stays so.</param>
    public static async Task<BulkUndone> Undo(OperationRun run, Guid work, string module, Type target, bool isDryRun, ILogger log, CancellationToken ct)
    {
        long records;
        await using (var scope = run.NewScope())
            records = await run.Database(scope.ServiceProvider).Set<ImportImage>().LongCountAsync(i => i.ImportId == work && !i.IsUndone, ct);
        var mark = await new UndoRunner(run, work, module, target, isDryRun, records, log).Run(ct);
        return new BulkUndone(mark.Reverted, mark.Partly, mark.Left);
    }
}

/// <param name="Reverted">Records that are again what they were before.</param>
/// <param name="Partly">Records of which others had changed some fields meanwhile.</param>
/// <param name="Left">Records that stay as they are.</param>
public sealed record BulkUndone(long Reverted, long Partly, long Left);
