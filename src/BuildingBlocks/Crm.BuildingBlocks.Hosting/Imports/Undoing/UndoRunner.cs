using Crm.BuildingBlocks.Hosting.Operations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Crm.BuildingBlocks.Hosting.Imports.Undoing;

/// <summary>Takes the records of an import, or of other work that left images, back from the last to the first, so many at a time, each batch with its bookkeeping in one transaction.</summary>
internal sealed class UndoRunner(OperationRun operation, Guid work, string module, Type target, bool isDryRun, long records, ILogger log)
{
    private const int AtATime = 200;

    private UndoMark _mark = operation.Checkpoint<UndoMark>() ?? new UndoMark(long.MaxValue, records);

    public async Task<UndoMark> Run(CancellationToken ct)
    {
        while (await Next(ct) is { Length: > 0 } images) await Take(images, ct);
        return _mark;
    }

    private async Task<ImportImage[]> Next(CancellationToken ct)
    {
        await using var scope = operation.NewScope();
        var before = _mark.BeforeLine;
        return await operation.Database(scope.ServiceProvider).Set<ImportImage>().AsNoTracking()
            .Where(i => i.ImportId == work && !i.IsUndone && i.Line < before).OrderByDescending(i => i.Line).Take(AtATime).ToArrayAsync(ct);
    }

    /// <summary>All together if possible; else in halves until the guilty record stands alone.</summary>
    private async Task Take(ArraySegment<ImportImage> images, CancellationToken ct)
    {
        try
        {
            await TakeTogether(images, ct);
        }
        catch (Exception failure) when (RowFaults.IsOfARow(failure, operation))
        {
            if (images.Count > 1)
            {
                var half = images.Count / 2;
                await Take(images[..half], ct);
                await Take(images[half..], ct);
                return;
            }

            var why = RowFaults.Describe(failure, images[0].Line, module, work, log);
            await Advance(_ => Task.FromResult<IReadOnlyList<TakenBack>>([new TakenBack(images[0], UndoOutcome.Left, why)]), ct);
        }
    }

    private async Task TakeTogether(IReadOnlyList<ImportImage> images, CancellationToken ct)
    {
        IReadOnlyList<TakenBack> taken = [];
        if (isDryRun) await operation.Rehearse(async step => taken = await TakeBack(step), ct);
        await Advance(async step => isDryRun ? taken : await TakeBack(step), ct);

        Task<IReadOnlyList<TakenBack>> TakeBack(OperationStep step) => new UndoStep((IRevertible)step.Services.GetRequiredService(target), step.Db).Take(images, ct);
    }

    private async Task Advance(Func<OperationStep, Task<IReadOnlyList<TakenBack>>> work, CancellationToken ct)
    {
        var reached = _mark;
        await operation.Step(async step =>
        {
            var taken = await work(step);
            reached = _mark.With(taken);
            foreach (var one in taken.Where(t => t.Why is not null)) step.Problem(one.Why!.Code, one.Why.Text, one.Why.Values, one.Image.Line, one.Why.Field, one.Why.Value);
            (step.Done, step.Total, step.Checkpoint) = (reached.Done, reached.Records, reached);
            await Book(step, taken, reached, ct);
        }, ct);
        _mark = reached;
    }

    private async Task Book(OperationStep step, IReadOnlyList<TakenBack> taken, UndoMark mark, CancellationToken ct)
    {
        await step.Db.Set<ImportUndo>().Where(u => u.ImportId == work).ExecuteUpdateAsync(set => set
            .SetProperty(u => u.Reverted, mark.Reverted).SetProperty(u => u.Removed, mark.Removed)
            .SetProperty(u => u.Partly, mark.Partly).SetProperty(u => u.Left, mark.Left), ct);
        if (isDryRun) return;
        var done = taken.Where(t => t.Outcome != UndoOutcome.Left).Select(t => t.Image.RecordId).ToList();
        await step.Db.Set<ImportImage>().Where(i => i.ImportId == work && EF.Parameter(done).Contains(i.RecordId))
            .ExecuteUpdateAsync(set => set.SetProperty(i => i.IsUndone, true), ct);
    }
}
