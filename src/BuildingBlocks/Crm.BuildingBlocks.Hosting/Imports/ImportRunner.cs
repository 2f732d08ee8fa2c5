using Crm.BuildingBlocks.Hosting.Files;
using Crm.BuildingBlocks.Hosting.Imports.Duplicates;
using Crm.BuildingBlocks.Hosting.Imports.Undoing;
using Crm.BuildingBlocks.Hosting.Operations;
using Crm.BuildingBlocks.Hosting.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Crm.BuildingBlocks.Hosting.Imports;

/// <summary>
/// Takes a file into a target. First both files are read through once, so that a broken one changes nothing; then the second is
/// staged by key; then the first is taken batch by batch, each batch with its bookkeeping and its checkpoint in one transaction.
/// </summary>
internal sealed class ImportRunner<TTarget, TRow>(
    ImportRun run, StoredFiles files, IOptions<ImportOptions> options, IEnumerable<IValidator<TRow>> validators, ILogger<ImportRunner<TTarget, TRow>> log)
    where TTarget : class, IImportTarget<TRow>
    where TRow : class
{
    private readonly ImportOptions _options = options.Value;
    private readonly OperationRun _operation = run.Operation;
    private readonly ImportPlans _plans = ImportPlans.Of(run);
    private readonly Duplicates<TRow>? _duplicates = Duplicates<TRow>.Of(typeof(TTarget), run);
    private ImportMark _mark = run.Operation.Checkpoint<ImportMark>() ?? new ImportMark();

    public async Task<ImportResult> Run(CancellationToken ct)
    {
        if (_mark.Records is null) await ReadThrough(ct);
        if (_plans.Details is not null) await new DetailStaging(run, files, _options, _plans).Stage(_mark, Advance, ct);
        await TakeRows(ct);
        if (_plans.Details is not null) await new LoneDetails(run, _plans.Details).Report(_mark, Advance, ct);
        var link = $"/api/v1/{run.Module}/imports/{run.Import.Id}";
        return new ImportResult(run.Import.Id, run.IsDryRun, _mark.Created, _mark.Updated, _mark.Unchanged, _mark.Skipped, _mark.Failed, link);
    }

    private async Task ReadThrough(CancellationToken ct)
    {
        await using var first = await _plans.OpenFirst(files, _options, ct);
        var records = await first.Skip(long.MaxValue, ct);
        long details = 0;
        if (_plans.Details is not null)
        {
            await using var second = await _plans.OpenSecond(files, _options, ct);
            details = await second.Skip(long.MaxValue, ct);
        }

        await Advance(_mark with { Records = records, DetailRecords = details }, _ => Task.CompletedTask, ct);
    }

    private async Task TakeRows(CancellationToken ct)
    {
        if (_mark.Taken >= _mark.Records) return;
        await using var source = await _plans.OpenFirst(files, _options, ct);
        await source.Skip(_mark.Taken, ct);
        var batches = new RowBatches<TRow>(run, _plans, _options, validators, _duplicates);
        await foreach (var lines in source.Batches(_options.BatchSize, ct))
        {
            await foreach (var rows in batches.Read(lines, ct)) await Take(rows, ct);
        }
    }

    /// <summary>All together if possible; else in halves until the guilty rows stand alone.</summary>
    private async Task Take(ArraySegment<ImportRow<TRow>> rows, CancellationToken ct)
    {
        try
        {
            await TakeTogether(rows, ct);
        }
        catch (Exception failure) when (RowFaults.IsOfARow(failure, run.Operation))
        {
            if (rows.Count > 1)
            {
                var half = rows.Count / 2;
                await Take(rows[..half], ct);
                // The first half is booked: what it has changed, the second is not recognised by any more.
                if (_duplicates is not null) await _duplicates.RefuseRepeated(rows[half..], ct);
                await Take(rows[half..], ct);
                return;
            }

            rows[0].Refuse(RowFaults.Describe(failure, rows[0].Line, run.Module, run.Import.Id, log));
            await TakeTogether(rows, ct);
        }
    }

    private async Task TakeTogether(ArraySegment<ImportRow<TRow>> rows, CancellationToken ct)
    {
        foreach (var row in rows) row.Forget();
        var wanted = rows.Where(r => !r.IsSettled).ToList();
        if (run.IsDryRun && wanted.Count > 0) await _operation.Rehearse(step => Apply(step, wanted, ct), ct);
        await Advance(() => _mark.With(rows), async step =>
        {
            if (!run.IsDryRun && wanted.Count > 0) await Apply(step, wanted, ct);
            Book(step, rows);
        }, ct);
    }

    private async Task Apply(OperationStep step, IReadOnlyList<ImportRow<TRow>> rows, CancellationToken ct)
    {
        var context = new ImportContext(step.Db, run.IsDryRun, _operation.Caller.Language);
        var target = step.Get<TTarget>();
        var taken = _duplicates is null ? rows : await _duplicates.Settle(target, rows, ct);
        if (taken.Count == 0) return;
        await target.Apply(taken, context, ct);
        if (taken.FirstOrDefault(r => !r.IsRefused && r.Outcome == ImportOutcome.Failed) is { } silent)
            throw new InvalidOperationException($"{typeof(TTarget).Name} did not say what became of line {silent.Line}.");
        if (!run.IsDryRun && target is IRevertible revertible) await ImageLedger.Keep(step, revertible, run.Import.Id, taken, context.Images, ct);
    }

    private void Book(OperationStep step, IReadOnlyCollection<ImportRow<TRow>> rows)
    {
        foreach (var row in rows)
        {
            foreach (var fault in row.Faults) step.Problem(fault.Code, fault.Text, fault.Values, fault.Line, fault.Field, fault.Value);
            if (row.Key is null || row.IsRepeated) continue;
            step.Db.Add(new ImportedRow { OperationId = _operation.Id, Key = StoredKeys.Of(step.Db.Keys, run.Profile.Key.System, row.Key), Line = row.Line, Outcome = row.Outcome, RecordId = row.RecordId });
            _duplicates?.Book(step.Db, row);
        }
    }

    private Task Advance(ImportMark to, Func<OperationStep, Task> work, CancellationToken ct) => Advance(() => to, work, ct);

    // The new mark is asked for after the work, which decides what became of the rows.
    private async Task Advance(Func<ImportMark> to, Func<OperationStep, Task> work, CancellationToken ct)
    {
        var reached = _mark;
        await _operation.Step(async step =>
        {
            await work(step);
            reached = to();
            (step.Done, step.Total, step.Checkpoint) = (reached.Staged + reached.Taken, reached.Records + reached.DetailRecords, reached);
            await step.Db.Set<Import>().Where(i => i.Id == run.Import.Id).ExecuteUpdateAsync(set => set
                .SetProperty(i => i.Created, reached.Created)
                .SetProperty(i => i.Updated, reached.Updated)
                .SetProperty(i => i.Unchanged, reached.Unchanged + reached.Skipped)
                .SetProperty(i => i.Failed, reached.Failed), ct);
        }, ct);
        _mark = reached;
    }
}
