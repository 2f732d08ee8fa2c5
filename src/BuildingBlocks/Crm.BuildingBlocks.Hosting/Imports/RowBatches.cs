using System.Runtime.CompilerServices;
using System.Text.Json;
using Crm.BuildingBlocks.Hosting.Imports.Duplicates;
using Crm.BuildingBlocks.Hosting.Imports.Sources;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Hosting.PersonalData;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.BuildingBlocks.Hosting.Imports;

/// <summary>Turns lines into validated rows, with what the second file says of them, in portions that fit into memory.</summary>
internal sealed class RowBatches<TRow>(ImportRun run, ImportPlans plans, ImportOptions options, IEnumerable<IValidator<TRow>> validators, Duplicates<TRow>? duplicates)
    where TRow : class
{
    /// <summary>Lines of the second file in memory at a time, unless one row alone has more.</summary>
    private const int DetailsAtATime = 20_000;

    private readonly IValidator<TRow>[] _validators = [.. validators];

    public async IAsyncEnumerable<ArraySegment<ImportRow<TRow>>> Read(List<SourceLine> lines, [EnumeratorCancellation] CancellationToken ct)
    {
        if (lines.Count == 0) yield break;
        var keyed = lines.ConvertAll(line => (Line: line, Key: line.Fault is null ? plans.Rows.KeyOf(line) : (Key: null, line.Fault)));
        var keys = keyed.Select(k => k.Key.Key).OfType<string>().Distinct().ToList();
        var earlier = await Earlier(keys, ct);
        var counts = plans.Details is null ? [] : await DetailCounts(keys, ct);
        foreach (var portion in Portions(keyed, counts))
        {
            var details = counts.Count == 0 ? [] : await Details([.. portion.Select(k => k.Key.Key).OfType<string>().Distinct()], counts, ct);
            var rows = portion.Select(k => RowOf(k.Line, k.Key.Key, k.Key.Fault, earlier, counts, details)).ToArray();
            if (duplicates is null)
            {
                yield return rows;
                continue;
            }

            await foreach (var part in duplicates.Apart(rows, ct)) yield return part;
        }
    }

    private ImportRow<TRow> RowOf(
        SourceLine line, string? key, ImportFault? fault, Dictionary<string, long> earlier, Dictionary<string, int> counts, Dictionary<string, List<ImportDetail>> details)
    {
        if (fault is not null) return Refused(line, key, fault);
        if (!earlier.TryAdd(key!, line.Line))
        {
            var repeated = Refused(line, key, New(ImportRules.KeyTwice, key, earlier[key!]));
            repeated.IsRepeated = true;
            return repeated;
        }

        if (counts.GetValueOrDefault(key!) > options.MostDetails) return Refused(line, key, New(ImportRules.TooManyDetails, options.MostDetails));
        var faults = new List<ImportFault>();
        var list = plans.Details is null ? EmptyList() : ListOf(details.GetValueOrDefault(key!), faults);
        var value = (TRow?)plans.Rows.Read(line.Line, line.Texts, list, faults);
        if (faults.Count > 0) value = null;
        if (value is not null) Validate(value, line.Line, faults);
        var row = new ImportRow<TRow>(line.Line, key, new ImportRef(run.Profile.Key.System, key!), value);
        foreach (var found in faults) row.Refuse(found);
        return row;

        ImportFault New(Rule rule, params object?[] values) => new(line.Line, null, key, rule.Code, rule.Text, values);
    }

    private void Validate(TRow value, long line, List<ImportFault> faults)
    {
        foreach (var failure in _validators.SelectMany(v => v.Validate(value).Errors))
        {
            var field = string.Join('.', failure.PropertyName.Split('.').Select(JsonNamingPolicy.CamelCase.ConvertName));
            var said = failure.AttemptedValue is null or System.Collections.IEnumerable and not string ? null : FaultValues.Shorten($"{failure.AttemptedValue}");
            faults.Add(new ImportFault(line, field, said, ImportRules.Invalid.Code, ImportRules.Invalid.Text, [failure.ErrorMessage]));
        }
    }

    private Array? EmptyList() => run.Shape.List is { } list ? Array.CreateInstance(list.ElementType!, 0) : null;

    private Array ListOf(List<ImportDetail>? staged, List<ImportFault> faults)
    {
        var list = Array.CreateInstance(run.Shape.List!.ElementType!, staged?.Count ?? 0);
        for (var i = 0; i < list.Length; i++)
        {
            var texts = JsonSerializer.Deserialize<string[]>(staged![i].Texts, EventJson.Options)!;
            list.SetValue(plans.Details!.Read(staged[i].Line, texts, null, faults), i);
        }

        return list;
    }

    private ImportRow<TRow> Refused(SourceLine line, string? key, ImportFault fault)
    {
        var row = new ImportRow<TRow>(line.Line, key, new ImportRef(run.Profile.Key.System, key ?? ""), value: null);
        row.Refuse(fault);
        return row;
    }

    private static IEnumerable<List<(SourceLine Line, (string? Key, ImportFault? Fault) Key)>> Portions(
        List<(SourceLine Line, (string? Key, ImportFault? Fault) Key)> keyed, Dictionary<string, int> counts)
    {
        var portion = new List<(SourceLine, (string?, ImportFault?))>();
        var size = 0;
        foreach (var one in keyed)
        {
            var next = one.Key.Key is null ? 0 : counts.GetValueOrDefault(one.Key.Key);
            if (portion.Count > 0 && size + next > DetailsAtATime)
            {
                yield return portion;
                (portion, size) = ([], 0);
            }

            portion.Add(one);
            size += next;
        }

        yield return portion;
    }

    private async Task<Dictionary<string, long>> Earlier(List<string> keys, CancellationToken ct)
    {
        await using var scope = run.Operation.NewScope();
        var db = run.Operation.Database(scope.ServiceProvider);
        var stored = Stored(db, keys);
        return await db.Set<ImportedRow>().AsNoTracking()
            .Where(r => r.OperationId == run.Operation.Id && EF.Parameter(stored.Keys).Contains(r.Key))
            .ToDictionaryAsync(r => stored[r.Key], r => r.Line, ct);
    }

    private async Task<Dictionary<string, int>> DetailCounts(List<string> keys, CancellationToken ct)
    {
        await using var scope = run.Operation.NewScope();
        var db = run.Operation.Database(scope.ServiceProvider);
        var stored = Stored(db, keys);
        return await db.Set<ImportDetail>().AsNoTracking()
            .Where(d => d.OperationId == run.Operation.Id && EF.Parameter(stored.Keys).Contains(d.Key))
            .GroupBy(d => d.Key).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => stored[g.Key], g => g.Count, ct);
    }

    private async Task<Dictionary<string, List<ImportDetail>>> Details(List<string> keys, Dictionary<string, int> counts, CancellationToken ct)
    {
        await using var scope = run.Operation.NewScope();
        var db = run.Operation.Database(scope.ServiceProvider);
        var readable = Stored(db, keys.Where(k => counts.GetValueOrDefault(k) <= options.MostDetails));
        var details = await db.Set<ImportDetail>().AsNoTracking()
            .Where(d => d.OperationId == run.Operation.Id && EF.Parameter(readable.Keys).Contains(d.Key))
            .OrderBy(d => d.Line).ToListAsync(ct);
        return details.GroupBy(d => readable[d.Key]).ToDictionary(g => g.Key, g => g.ToList());
    }

    /// <summary>What was said, by how it is kept.</summary>
    private Dictionary<string, string> Stored(ModuleDbContext db, IEnumerable<string> keys) => keys.ToDictionary(k => StoredKeys.Of(db.Keys, run.Profile.Key.System, k));
}
