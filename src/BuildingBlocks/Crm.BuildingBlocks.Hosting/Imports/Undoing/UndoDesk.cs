using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Operations;
using Crm.BuildingBlocks.Hosting.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.BuildingBlocks.Hosting.Imports.Undoing;

/// <summary>Starts undoing an import and tells how far that has come.</summary>
internal sealed class UndoDesk(CallerContext caller, OperationStarter starter)
{
    /// <returns>Null where nobody has tried.</returns>
    public async Task<UndoneImport?> Of(ModuleDbContext db, Guid import, CancellationToken ct)
    {
        if (!db.RemembersImports()) return null;
        if (await db.Set<ImportUndo>().AsNoTracking().SingleOrDefaultAsync(u => u.ImportId == import, ct) is not { } undo) return null;
        return new UndoneImport(undo, await db.Operations.Where(o => o.Id == undo.OperationId).Select(o => (OperationState?)o.State).SingleOrDefaultAsync(ct));
    }

    public async Task<OperationId> Start(ModuleDbContext db, Import import, bool isDryRun, CancellationToken ct)
    {
        (await Of(db, import.Id, ct))?.RefuseAnother();
        if (!await db.Set<ImportImage>().AnyAsync(i => i.ImportId == import.Id && !i.IsUndone, ct)) throw ImportRules.NothingToUndo.Broken();
        var operation = await starter.Start(db, UndoOperation.KindOf(db.Module), new UndoOperation.Input(import.Id, isDryRun), ct);
        var (now, name) = (db.Time.GetUtcNow(), caller.Caller.Name);
        if (await db.Set<ImportUndo>().SingleOrDefaultAsync(u => u.ImportId == import.Id, ct) is { } undo)
            (undo.OperationId, undo.IsDryRun, undo.CallerName, undo.StartedAt, undo.Reverted, undo.Removed, undo.Partly, undo.Left) = (operation.Value, isDryRun, name, now, 0, 0, 0, 0);
        else
            db.Add(new ImportUndo { ImportId = import.Id, OperationId = operation.Value, IsDryRun = isDryRun, CallerName = name, StartedAt = now });
        db.AddAuditEntry(isDryRun ? "imports.check-undo" : "imports.undo", "import", import.Id, new { import.Target });
        return operation;
    }
}

/// <param name="Undo">The latest attempt.</param>
/// <param name="Operation">State of its operation; null once that is forgotten.</param>
internal sealed record UndoneImport(ImportUndo Undo, OperationState? Operation)
{
    /// <summary>The state of the import, where the undo decides it.</summary>
    public ImportState? State => Undo.IsDryRun ? null : Operation switch
    {
        OperationState.Waiting or OperationState.Running => ImportState.Reverting,
        // What stood in the way can be cleared away, and then the rest be undone, too.
        OperationState.Succeeded => Undo.Left > 0 ? ImportState.PartlyReverted : ImportState.Reverted,
        _ => null,
    };

    /// <exception cref="RuleBroken">It is at work, or the import is undone.</exception>
    public void RefuseAnother()
    {
        if (Operation is OperationState.Waiting or OperationState.Running) throw ImportRules.StillRunning.Broken();
        if (State == ImportState.Reverted) throw ImportRules.AlreadyReverted.Broken();
    }
}
