using System.Linq.Expressions;
using Crm.BuildingBlocks.Hosting.Api.Shaping;
using Microsoft.EntityFrameworkCore;

namespace Crm.BuildingBlocks.Hosting.Api.Lists;

public sealed partial class ListSpec<TEntity, TRow>
{
    /// <summary>Reads one page.</summary>
    /// <param name="source">The rows that the caller may see.</param>
    /// <param name="request">What the caller asks for.</param>
    /// <param name="ct">Ends the reading.</param>
    /// <exception cref="InvalidInput">Something in the query string is unknown, malformed or given twice.</exception>
    public async Task<PageOf<TRow>> Page(IQueryable<TEntity> source, ListRequest request, CancellationToken ct)
    {
        var (query, found, rows, sort, now) = Plan(source, request);
        try
        {
            var total = query.WantsTotal ? await found.LongCountAsync(ct) : (long?)null;
            var read = await rows.ToListAsync(ct);
            var next = read.Count > query.Limit ? Next(read[query.Limit - 1], sort, query, now) : null;
            var items = read.Take(query.Limit).Select(r => r.Row).ToList();
            return new PageOf<TRow>(items, next, total, await Writer(items, query.Expand, query.Fields, request, ct));
        }
        catch (OverflowException)
        {
            // A decimal that the column's scaled integer cannot hold.
            throw new InvalidInput("filter", ListPhrases.OutOfRange);
        }
    }

    /// <summary>The queries of a page, not yet run: one row more than the page holds, to know whether another follows.</summary>
    internal ListPlan<TEntity, TRow> Plan(IQueryable<TEntity> source, ListRequest request)
    {
        var query = ListQuery.Parse(request.Query, _ownParameters);
        var masks = Masks.Of(request.Caller, resource, typeof(TRow));
        var sort = query.Sort ?? UsualSort(masks);
        var order = new SortOrder(Steps(sort, masks), _row);
        var cursor = query.Cursor is { } text ? Cursor.Read(text, sort, query.Fingerprint, order.Steps) : null;
        var now = cursor?.RelativeTo is { } first ? Plausible(first, request.Now) : request.Now;

        var found = Filtered(Searched(source.AsNoTracking(), query.Search, masks, request.Services), query, masks, request.Caller, now, request.Services);
        var after = cursor is null ? found : found.Where(order.After<TEntity>(cursor.ValuesFor(order.Steps)));
        var rows = order.Apply(after).Take(query.Limit + 1).Select(Keyed(order.Steps));
        return new ListPlan<TEntity, TRow>(query, found, rows, sort, now);
    }

    internal async Task<Dictionary<Guid, TRow>> RowsByKey(IQueryable<TEntity> source, IReadOnlyList<Guid> keys, CancellationToken ct)
    {
        var among = Expression.Lambda<Func<TEntity, bool>>(TieBreaker.IsAmong(keys.Select(k => Values.Id(TieBreaker.ValueType, k))), _row);
        var rows = await source.AsNoTracking().Where(among).Select(Keyed([new SortStep(TieBreaker, false)])).ToListAsync(ct);
        return rows.ToDictionary(r => Values.Id(r.Values[0]!), r => r.Row);
    }

    internal async Task<RowWriter> Writer(IReadOnlyList<TRow> rows, ExpansionTree expand, IReadOnlyList<string> fields, ListRequest request, CancellationToken ct)
    {
        foreach (var name in expand.Names.Keys.Where(name => !_expansions.ContainsKey(name)))
            throw new InvalidInput("expand", ListPhrases.UnknownExpand, name, string.Join(", ", _expansions.Keys));

        var own = fields.Where(f => !expand.Names.ContainsKey(f.Split('.')[0])).ToList();
        var shape = Shaper.Shape(typeof(TRow), Masks.Of(request.Caller, resource, typeof(TRow)), own);
        if (fields.Count > 0 && own.Count == 0) shape.ChooseNothing();
        var loaded = new List<LoadedExpansion>();
        foreach (var (name, inner) in expand.Names)
        {
            var prefix = $"{name}.";
            List<string> within = fields.Contains(name)
                ? []
                : [.. fields.Where(f => f.StartsWith(prefix, StringComparison.Ordinal)).Select(f => f[prefix.Length..])];
            loaded.Add(await _expansions[name].Load(rows, inner, within, request, ct));
        }

        return new RowWriter(shape, loaded);
    }

    private static DateTimeOffset Plausible(DateTimeOffset first, DateTimeOffset now) => Math.Abs((now - first).TotalDays) < 7
        ? first
        : throw new InvalidInput(Cursor.Parameter, ListPhrases.CursorBroken);

    private static string Next(KeyedRow<TRow> last, string sort, ListQuery query, DateTimeOffset now) =>
        new Cursor(sort, query.Fingerprint, query.IsRelative ? now : null, [.. last.Values.Select(v => v is null ? null : Values.Write(v))]).Write();

    // Nobody asked for it, so nothing is refused: an order by what is masked would tell of it, and is left out.
    private string UsualSort(Masks masks) => string.Join(',', ListQuery.SplitSort(_defaultSort).Where(part => !masks.Cover(part.TrimStart('-'))));

    private List<SortStep> Steps(string sort, Masks masks)
    {
        var steps = new List<SortStep>();
        foreach (var part in ListQuery.SplitSort(sort))
        {
            var descending = part.StartsWith('-');
            var name = descending ? part[1..] : part;
            if (!_fields.TryGetValue(name, out var field) || !field.Sortable || masks.Cover(name))
            {
                var known = _fields.Values.Where(f => f.Sortable && !masks.Cover(f.Name)).Select(f => f.Name);
                throw new InvalidInput("sort", ListPhrases.UnknownSort, name, string.Join(", ", known));
            }

            if (steps.Any(s => s.Field == field)) throw new InvalidInput("sort", ListPhrases.SortTwice, name);
            steps.Add(new SortStep(field, descending));
        }

        // In the direction of the last field, so that an index over both can be read backwards as well.
        steps.Add(new SortStep(TieBreaker, steps.Count > 0 && steps[^1].Descending));
        return steps;
    }

    private IQueryable<TEntity> Filtered(IQueryable<TEntity> rows, ListQuery query, Masks masks, Caller caller, DateTimeOffset now, IServiceProvider services)
    {
        if (query.Filters.Count == 0) return rows;
        var days = LocalDays.In(caller.TimeZone);
        foreach (var filter in query.Filters)
        {
            if (!_fields.TryGetValue(filter.Field, out var field) || masks.Cover(filter.Field))
                throw new InvalidInput(filter.Parameter, ListPhrases.UnknownFilter, string.Join(", ", _fields.Keys.Where(f => !masks.Cover(f))));
            var predicate = field.Filter(filter.Operator, filter.Text, new FilterScope(filter.Parameter, days, now, services));
            rows = rows.Where(Expression.Lambda<Func<TEntity, bool>>(predicate, _row));
        }

        return rows;
    }

    private IQueryable<TEntity> Searched(IQueryable<TEntity> rows, string? words, Masks masks, IServiceProvider services)
    {
        if (words is null) return rows;
        if (_search is not null && !_searched.Any(masks.Cover)) return _search(rows, words, services);
        List<string> open = _search is not null ? [] : [.. _searched.Where(f => !masks.Cover(f))];
        if (open.Count == 0)
            throw new InvalidInput("q", ListPhrases.UnknownParameter, string.Join(", ", ListQuery.KnownParameters(_ownParameters).Where(p => p != "q")));
        var matches = open.Select(f => TextMatch.Contains(_fields[f].Value, words));
        return rows.Where(Expression.Lambda<Func<TEntity, bool>>(matches.Aggregate(Expression.OrElse), _row));
    }

    private Expression<Func<TEntity, KeyedRow<TRow>>> Keyed(IReadOnlyList<SortStep> steps)
    {
        var values = Expression.NewArrayInit(typeof(object), steps.Select(s => Expression.Convert(s.Field.Value, typeof(object))));
        var constructor = typeof(KeyedRow<TRow>).GetConstructor([typeof(TRow), typeof(object[])])!;
        return Expression.Lambda<Func<TEntity, KeyedRow<TRow>>>(Expression.New(constructor, Projection, values), _row);
    }
}

/// <summary>A row with the values it is sorted by, from which the next page's cursor is made.</summary>
internal sealed record KeyedRow<TRow>(TRow Row, object?[] Values);

internal sealed record ListPlan<TEntity, TRow>(ListQuery Query, IQueryable<TEntity> Found, IQueryable<KeyedRow<TRow>> Rows, string Sort, DateTimeOffset Now);
