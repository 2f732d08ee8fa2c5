using System.Reflection;
using System.Runtime.CompilerServices;
using Crm.BuildingBlocks.Hosting.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.BuildingBlocks.Hosting.Imports.Duplicates;

/// <summary>
/// Rows that mean a record by more than their key: one that is there already, or one of an earlier row. The second is an error, unless such
/// rows are skipped anyhow: in a real run such a row would change what a dry run cannot see.
/// </summary>
internal sealed class Duplicates<TRow>
    where TRow : class
{
    private const string Purpose = "import-mark";

    private readonly ImportRun _run;
    private readonly Type _target;
    private readonly ImportDuplicates _wanted;
    private readonly IReadOnlyCollection<string> _traits;
    private readonly Func<TRow, IReadOnlyCollection<string>, IEnumerable<string>> _marksOf;

    private Duplicates(
        ImportRun run, Type target, ImportDuplicates wanted, IReadOnlyCollection<string> traits, Func<TRow, IReadOnlyCollection<string>, IEnumerable<string>> marksOf) =>
        (_run, _target, _wanted, _traits, _marksOf) = (run, target, wanted, traits, marksOf);

    /// <returns>Null for a target that knows keys only.</returns>
    public static Duplicates<TRow>? Of(Type target, ImportRun run)
    {
        var known = DuplicateTraits.Of(target, typeof(TRow));
        if (known.All.Count == 0) return null;
        var wanted = run.Profile.Duplicates ?? new ImportDuplicates(DuplicatePolicy.Create, []);
        var by = wanted.Policy == DuplicatePolicy.Create ? [] : wanted.By;
        var marksOf = typeof(Duplicates<TRow>).GetMethod(nameof(MarksOf), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(target)
            .CreateDelegate<Func<TRow, IReadOnlyCollection<string>, IEnumerable<string>>>();
        return new Duplicates<TRow>(run, target, wanted with { By = by }, [.. by.Union(known.Unique)], marksOf);
    }

    /// <summary>
    /// The rows in parts in which no two mean the same record, so that it is known of each earlier one what became of it. A row that means the
    /// record of an earlier one is dealt with here.
    /// </summary>
    public async IAsyncEnumerable<ArraySegment<ImportRow<TRow>>> Apart(ImportRow<TRow>[] rows, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var scope = _run.Operation.NewScope();
        var db = _run.Operation.Database(scope.ServiceProvider);
        foreach (var row in rows.Where(r => !r.IsRefused)) row.Marks = [.. _marksOf(row.Value, _traits).Select(m => db.Keys.SearchHash(Purpose, m)).Distinct()];
        await RefuseKnown(scope.ServiceProvider, rows, ct);
        for (var start = 0; start < rows.Length;)
        {
            await RefuseRepeated(db, rows[start..], ct);
            var part = Part(rows, start);
            yield return part;
            start += part.Count;
        }
    }

    /// <summary>Deals with the rows that mean the record of one that was booked by now.</summary>
    public async Task RefuseRepeated(IReadOnlyCollection<ImportRow<TRow>> rows, CancellationToken ct)
    {
        await using var scope = _run.Operation.NewScope();
        await RefuseRepeated(_run.Operation.Database(scope.ServiceProvider), rows, ct);
    }

    private async Task RefuseRepeated(ModuleDbContext db, IReadOnlyCollection<ImportRow<TRow>> rows, CancellationToken ct)
    {
        var open = rows.Where(r => !r.IsSettled).ToList();
        var earlier = await Earlier(db, open, ct);
        foreach (var row in open)
        {
            foreach (var mark in row.Marks.Where(earlier.ContainsKey).Take(1)) Repeated(row, earlier[mark]);
        }
    }

    // Of rows that mean the same record each waits in a part of its own for what becomes of the one before it. A file in which a thousand say
    // "info@company" would come to a thousand parts: those that are refused in any case are refused together.
    private async Task RefuseKnown(IServiceProvider services, ImportRow<TRow>[] rows, CancellationToken ct)
    {
        if (_wanted is not { Policy: DuplicatePolicy.Refuse, By.Count: > 0 }) return;
        var repeated = rows.SelectMany(r => r.Marks.Select(m => (Mark: m, Row: r))).ToLookup(x => x.Mark, x => x.Row)
            .Where(g => g.Skip(1).Any()).SelectMany(g => g).Distinct().ToList();
        if (repeated.Count == 0) return;
        foreach (var (row, record) in await Alike(services.GetRequiredService(_target), repeated, ct)) Settle(row, record);
    }

    private Task<IReadOnlyDictionary<ImportRow<TRow>, AlikeRecord>> Alike(object target, IReadOnlyList<ImportRow<TRow>> rows, CancellationToken ct) =>
        ((IRecognisesDuplicates<TRow>)target).Alike(rows, _wanted.By, _run.Operation.Id, ct);

    private static ArraySegment<ImportRow<TRow>> Part(ImportRow<TRow>[] rows, int start)
    {
        var seen = new HashSet<long>();
        var end = start;
        while (end < rows.Length && (rows[end].IsSettled || !rows[end].Marks.Any(seen.Contains)))
        {
            if (!rows[end].IsSettled) seen.UnionWith(rows[end].Marks);
            end++;
        }

        return new ArraySegment<ImportRow<TRow>>(rows, start, end - start);
    }

    private async Task<Dictionary<long, long>> Earlier(ModuleDbContext db, IReadOnlyCollection<ImportRow<TRow>> rows, CancellationToken ct)
    {
        var marks = rows.SelectMany(r => r.Marks).Distinct().ToList();
        if (marks.Count == 0) return [];
        var found = await db.Set<ImportedMark>().AsNoTracking().Where(m => m.OperationId == _run.Operation.Id && EF.Parameter(marks).Contains(m.Hash))
            .GroupBy(m => m.Hash).Select(g => new { g.Key, Line = g.Min(m => m.Line) }).ToListAsync(ct);
        return found.ToDictionary(m => m.Key, m => m.Line);
    }

    private void Repeated(ImportRow<TRow> row, long earlier)
    {
        if (_wanted.Policy == DuplicatePolicy.Skip) row.SkippedForGood();
        else row.Refuse(ImportRules.SameAsEarlier, earlier, string.Join(", ", _traits));
    }

    /// <summary>Deals with rows that are like records that are there.</summary>
    /// <returns>The rows that the target is to take.</returns>
    public async Task<IReadOnlyList<ImportRow<TRow>>> Settle(object target, IReadOnlyList<ImportRow<TRow>> rows, CancellationToken ct)
    {
        if (_wanted.By.Count == 0) return rows;
        foreach (var (row, record) in await Alike(target, rows, ct)) Settle(row, record);
        return [.. rows.Where(r => !r.IsRefused && r.Outcome != ImportOutcome.Skipped)];
    }

    /// <summary>Remembers by what a row that was taken is recognised.</summary>
    public void Book(ModuleDbContext db, ImportRow row)
    {
        if (row.Outcome == ImportOutcome.Failed) return;
        foreach (var hash in row.Marks.Concat(row.FormerMarks.Select(m => db.Keys.SearchHash(Purpose, m))).Distinct())
            db.Add(new ImportedMark { Id = Guid.CreateVersion7(), OperationId = _run.Operation.Id, Hash = hash, Line = row.Line });
    }

    private void Settle(ImportRow<TRow> row, AlikeRecord record)
    {
        if (_wanted.Policy == DuplicatePolicy.Skip) row.Skipped(record.Id);
        else if (record.Label is null) row.Refuse(ImportRules.DuplicateOfOthers, record.By);
        else if (_wanted.Policy == DuplicatePolicy.Refuse) row.Refuse(ImportRules.Duplicate, record.Label, record.By);
        else row.Means = record.Id;
    }

    private static IEnumerable<string> MarksOf<TTarget>(TRow row, IReadOnlyCollection<string> traits)
        where TTarget : IRecognisesDuplicates<TRow> => TTarget.MarksOf(row, traits);
}
