using System.Text.Json;
using Crm.BuildingBlocks.Hosting.Files;
using Crm.BuildingBlocks.Hosting.Imports.Sources;
using Crm.BuildingBlocks.Hosting.Operations;
using Crm.BuildingBlocks.Hosting.PersonalData;
using Microsoft.EntityFrameworkCore;

namespace Crm.BuildingBlocks.Hosting.Imports;

internal delegate Task AdvanceTo(ImportMark mark, Func<OperationStep, Task> work, CancellationToken ct);

/// <summary>Puts the second file into a table by key, so that it need not be in the order of the first, nor fit into memory.</summary>
internal sealed class DetailStaging(ImportRun run, StoredFiles files, ImportOptions options, ImportPlans plans)
{
    public async Task Stage(ImportMark mark, AdvanceTo advance, CancellationToken ct)
    {
        if (mark.Staged >= mark.DetailRecords) return;
        await using var source = await plans.OpenSecond(files, options, ct);
        await source.Skip(mark.Staged, ct);
        await foreach (var lines in source.Batches(options.BatchSize, ct)) mark = await Keep(mark, lines, advance, ct);
    }

    private async Task<ImportMark> Keep(ImportMark mark, List<SourceLine> lines, AdvanceTo advance, CancellationToken ct)
    {
        var reached = mark with { Staged = mark.Staged + lines.Count };
        await advance(reached, step =>
        {
            foreach (var line in lines) Keep(step, line);
            return Task.CompletedTask;
        }, ct);
        return reached;
    }

    private void Keep(OperationStep step, SourceLine line)
    {
        var (key, fault) = line.Fault is null ? plans.Details!.KeyOf(line) : (null, line.Fault);
        if (fault is not null)
        {
            step.Problem(fault.Code, fault.Text, fault.Values, fault.Line, $"{run.Profile.Details!.Field}.{fault.Field}".TrimEnd('.'), fault.Value);
            return;
        }

        step.Db.Add(new ImportDetail
        {
            OperationId = run.Operation.Id,
            Line = line.Line,
            Key = StoredKeys.Of(step.Db.Keys, run.Profile.Key.System, key!),
            Texts = JsonSerializer.Serialize(line.Texts, EventJson.Options),
        });
    }
}

/// <summary>Reports rows of the second file that belong to no row of the first, and clears the table.</summary>
internal sealed class LoneDetails(ImportRun run, RowPlan plan)
{
    private const int AtATime = 5000;

    public async Task Report(ImportMark mark, AdvanceTo advance, CancellationToken ct)
    {
        while (await Next(mark.LoneUpTo, ct) is { Count: > 0 } lines)
        {
            mark = mark with { LoneUpTo = lines[^1].Line };
            await advance(mark, async step =>
            {
                foreach (var (line, key, isAlone) in lines.Where(l => l.IsAlone))
                    step.Problem(ImportRules.DetailAlone.Code, ImportRules.DetailAlone.Text, [key], line, run.Profile.Details!.Field, key);
                await step.Db.Set<ImportDetail>().Where(d => d.OperationId == run.Operation.Id && d.Line <= mark.LoneUpTo).ExecuteDeleteAsync(ct);
            }, ct);
        }
    }

    private async Task<List<(long Line, string Key, bool IsAlone)>> Next(long after, CancellationToken ct)
    {
        await using var scope = run.Operation.NewScope();
        var db = run.Operation.Database(scope.ServiceProvider);
        var lines = await db.Set<ImportDetail>().AsNoTracking()
            .Where(d => d.OperationId == run.Operation.Id && d.Line > after).OrderBy(d => d.Line).Take(AtATime)
            .Select(d => new { d.Line, d.Texts, IsAlone = !db.Set<ImportedRow>().Any(r => r.OperationId == d.OperationId && r.Key == d.Key) })
            .ToListAsync(ct);
        return lines.ConvertAll(l => (l.Line, KeyOf(l.Line, l.Texts), l.IsAlone));
    }

    private string KeyOf(long line, string texts) => plan.KeyOf(new SourceLine(line, JsonSerializer.Deserialize<string[]>(texts, EventJson.Options)!, Fault: null)).Key!;
}
