using Crm.BuildingBlocks.Hosting.Modules;
using Crm.BuildingBlocks.Hosting.Operations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Crm.BuildingBlocks.Hosting.Imports.Undoing;

/// <summary>Undoes an import of a module, or tells what would come of it.</summary>
internal sealed class UndoOperation(ModuleCatalog modules, ILogger<UndoRunner> log) : IOperation<UndoOperation.Input, ImportUndone>
{
    public static string KindOf(string module) => $"{module}.import-undo";

    public async Task<ImportUndone> Run(Input input, OperationRun run, CancellationToken ct)
    {
        Import import;
        string module;
        long records;
        await using (var scope = run.NewScope())
        {
            var db = run.Database(scope.ServiceProvider);
            module = db.Module;
            import = await db.Set<Import>().AsNoTracking().SingleAsync(i => i.Id == input.ImportId, ct);
            records = await db.Set<ImportImage>().LongCountAsync(i => i.ImportId == input.ImportId && !i.IsUndone, ct);
        }

        var target = modules.Find(module)!.Imports.Find(i => i.Target == import.Target) ?? throw new ResourceNotFound("import target", import.Target);
        var mark = await new UndoRunner(run, import.Id, module, target.Type, input.IsDryRun, records, log).Run(ct);
        return new ImportUndone(import.Id, input.IsDryRun, mark.Reverted, mark.Removed, mark.Partly, mark.Left, $"/api/v1/{module}/imports/{import.Id}");
    }

    internal sealed record Input(Guid ImportId, bool IsDryRun);
}

/// <param name="ImportId">The import.</param>
/// <param name="IsDryRun">Nothing was changed; the numbers are what would come of it.</param>
/// <param name="Reverted">Records that are again what they were before.</param>
/// <param name="Removed">Records that the import had made and that are hidden again.</param>
/// <param name="Partly">Records of which others had changed some fields meanwhile: those stay, the rest is as before.</param>
/// <param name="Left">Records that stay as they are, each with its reason among the problems.</param>
/// <param name="ResultLink">Of the import.</param>
public sealed record ImportUndone(Guid ImportId, bool IsDryRun, long Reverted, long Removed, long Partly, long Left, string ResultLink) : ILinkedResult;

/// <summary>How far an undo has come: the checkpoint of its operation.</summary>
/// <param name="BeforeLine">What concerned this line or a later one is dealt with.</param>
/// <param name="Records">To be dealt with in all, as counted at the beginning.</param>
internal sealed record UndoMark(long BeforeLine, long Records, long Reverted = 0, long Removed = 0, long Partly = 0, long Left = 0)
{
    public long Done => Reverted + Removed + Partly + Left;

    public UndoMark With(IReadOnlyList<TakenBack> taken) => new(
        taken.Min(t => t.Image.Line), Records, Reverted + Count(taken, UndoOutcome.Reverted), Removed + Count(taken, UndoOutcome.Removed),
        Partly + Count(taken, UndoOutcome.Partly), Left + Count(taken, UndoOutcome.Left));

    private static int Count(IReadOnlyList<TakenBack> taken, UndoOutcome outcome) => taken.Count(t => t.Outcome == outcome);
}

internal enum UndoOutcome
{
    Reverted,
    Removed,
    Partly,
    Left,
}

/// <param name="Image">What the import did.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Why">Why not all of it was taken back; null where it was.</param>
internal sealed record TakenBack(ImportImage Image, UndoOutcome Outcome, ImportFault? Why = null);
