using System.Text.Json;
using Crm.BuildingBlocks.Hosting.Files;
using Crm.BuildingBlocks.Hosting.Imports.Undoing;
using Crm.BuildingBlocks.Hosting.Operations;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Hosting.PersonalData;
using Microsoft.EntityFrameworkCore;

namespace Crm.BuildingBlocks.Hosting.Imports;

/// <summary>What imports keep of a person who is erased.</summary>
public static class ForgottenImports
{
    /// <summary>
    /// Gives up the files of every import that had a row of one of these records, taken or not, and what it told of its rows; such an import
    /// cannot be checked or run again. What it did to other records can still be undone. One that is at work is cancelled.
    /// </summary>
    /// <param name="db">Of the module that imported.</param>
    /// <param name="records">Of the person.</param>
    /// <param name="keys">By which other systems know them: a row that was refused has no record.</param>
    /// <param name="ct">Ends the work.</param>
    public static async Task ForgetImports(this ModuleDbContext db, IReadOnlyCollection<Guid> records, IReadOnlyCollection<ImportRef> keys, CancellationToken ct)
    {
        if (db.RemembersImports()) await db.Set<ImportImage>().Where(i => EF.Parameter(records).Contains(i.RecordId)).ExecuteDeleteAsync(ct);
        var importOf = await Operations(db, ct);
        if (importOf.Count == 0) return;
        var concerned = await Concerned(db, importOf.Keys, records, [.. keys.Select(k => StoredKeys.Of(db.Keys, k.System, k.Id))], ct);
        if (concerned.Count == 0) return;
        var imports = concerned.Select(o => importOf[o]).ToHashSet();
        await Forget(db, [.. imports], [.. importOf.Where(o => imports.Contains(o.Value)).Select(o => o.Key)], ct);
    }

    /// <summary>Every check, run and undoing that is still kept, and of which import it was.</summary>
    private static async Task<Dictionary<Guid, Guid>> Operations(ModuleDbContext db, CancellationToken ct)
    {
        string[] kinds = [ImportOperation.KindOf(db.Module), UndoOperation.KindOf(db.Module)];
        var operations = await db.Operations.Where(o => kinds.Contains(o.Kind)).Select(o => new { o.Id, o.Input }).ToListAsync(ct);
        return operations.ToDictionary(o => o.Id, o => JsonSerializer.Deserialize<ImportOperation.Input>(o.Input, EventJson.Options)!.ImportId);
    }

    private static async Task<IReadOnlyCollection<Guid>> Concerned(
        ModuleDbContext db, IReadOnlyCollection<Guid> operations, IReadOnlyCollection<Guid> records, IReadOnlyCollection<string> keys, CancellationToken ct)
    {
        var rows = db.Set<ImportedRow>();
        var taken = await rows.Where(r => r.RecordId != null && EF.Parameter(records).Contains(r.RecordId.Value)).Select(r => r.OperationId).Distinct().ToListAsync(ct);
        if (keys.Count == 0) return taken;

        // By both parts of the key of the table: its index begins with the operation.
        var named = await rows.Where(r => EF.Parameter(operations).Contains(r.OperationId) && EF.Parameter(keys).Contains(r.Key)).Select(r => r.OperationId).Distinct().ToListAsync(ct);
        return [.. taken.Union(named).Where(operations.Contains)];
    }

    private static async Task Forget(ModuleDbContext db, List<Guid> imports, List<Guid> operations, CancellationToken ct)
    {
        var (now, gone) = (db.Time.GetUtcNow(), ImportRules.ProblemForgotten.Text);
        var files = await db.Set<Import>().Where(i => EF.Parameter(imports).Contains(i.Id)).Select(i => new { i.FileId, i.DetailFileId }).ToListAsync(ct);
        await StoredFiles.GiveUp(db, [.. files.Select(f => f.FileId), .. files.Select(f => f.DetailFileId).OfType<Guid>()], ct);
        await db.Set<Import>().Where(i => EF.Parameter(imports).Contains(i.Id)).ExecuteUpdateAsync(set => set.SetProperty(i => i.FileName, ""), ct);
        await db.Set<ImportDetail>().Where(d => EF.Parameter(operations).Contains(d.OperationId)).ExecuteDeleteAsync(ct);
        await db.Set<OperationProblem>().Where(p => EF.Parameter(operations).Contains(p.OperationId)).ExecuteUpdateAsync(
            set => set.SetProperty(p => p.English, gone.English).SetProperty(p => p.Chinese, gone.Chinese).SetProperty(p => p.Value, (string?)null), ct);
        await db.Operations.Where(o => EF.Parameter(operations).Contains(o.Id) && o.FinishedAt == null && o.CancelRequestedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(o => o.CancelRequestedAt, now), ct);
    }
}
