using Crm.BuildingBlocks.Hosting.Api.Shaping;

namespace Crm.BuildingBlocks.Hosting.Api.Lists;

/// <summary>What of an <c>expand</c> parameter concerns one row: names with what is to be expanded inside them.</summary>
internal sealed class ExpansionTree
{
    public Dictionary<string, ExpansionTree> Names { get; } = new(StringComparer.Ordinal);

    public static ExpansionTree Parse(string? text, int depth)
    {
        var root = new ExpansionTree();
        foreach (var path in (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            var segments = path.Split('.');
            if (segments.Length > depth) throw new InvalidInput("expand", ListPhrases.TooDeep, path, depth);
            segments.Aggregate(root, (tree, name) => tree.Names.TryGetValue(name, out var inner) ? inner : tree.Names[name] = new ExpansionTree());
        }

        return root;
    }
}

/// <summary>One name that rows can be expanded by. Everything for a page is loaded with one query, however many rows it has.</summary>
internal abstract class Expansion<TRow>(string name, Func<TRow, Guid?> keyOf)
{
    public string Name { get; } = name;

    public async Task<LoadedExpansion> Load(IEnumerable<TRow> rows, ExpansionTree inner, IReadOnlyList<string> fields, ListRequest request, CancellationToken ct)
    {
        var keys = rows.Select(keyOf).OfType<Guid>().Distinct().ToList();
        var (found, writer) = await Load(keys, inner, fields, request, ct);
        return new LoadedExpansion(Name, row => keyOf((TRow)row), found, writer);
    }

    protected abstract Task<(IReadOnlyDictionary<Guid, object> Found, RowWriter Writer)> Load(
        IReadOnlyList<Guid> keys, ExpansionTree inner, IReadOnlyList<string> fields, ListRequest request, CancellationToken ct);
}

/// <summary>Another resource: its own list says how it is read, masked and further expanded.</summary>
internal sealed class ResourceExpansion<TRow, TOther, TOtherRow>(
    string name, Func<TRow, Guid?> keyOf, Func<ListSpec<TOther, TOtherRow>> other, Func<IServiceProvider, IQueryable<TOther>> source) : Expansion<TRow>(name, keyOf)
    where TOther : class
    where TOtherRow : class
{
    protected override async Task<(IReadOnlyDictionary<Guid, object> Found, RowWriter Writer)> Load(
        IReadOnlyList<Guid> keys, ExpansionTree inner, IReadOnlyList<string> fields, ListRequest request, CancellationToken ct)
    {
        var spec = other();
        var found = keys.Count == 0 ? [] : await spec.RowsByKey(source(request.Services), keys, ct);
        var writer = await spec.Writer([.. found.Values], inner, fields, request, ct);
        return (found.ToDictionary(f => f.Key, object (f) => f.Value), writer);
    }
}

/// <summary>Anything else that can be loaded for many keys at once, such as the lines of orders.</summary>
internal sealed class LoadedByKeys<TRow, TValue>(
    string name, Func<TRow, Guid?> keyOf, ExpansionLoader<TValue> load) : Expansion<TRow>(name, keyOf)
    where TValue : class
{
    protected override async Task<(IReadOnlyDictionary<Guid, object> Found, RowWriter Writer)> Load(
        IReadOnlyList<Guid> keys, ExpansionTree inner, IReadOnlyList<string> fields, ListRequest request, CancellationToken ct)
    {
        if (inner.Names.Count > 0) throw new InvalidInput("expand", ListPhrases.UnknownExpand, inner.Names.First().Key, "-");
        if (fields.Count > 0) throw new InvalidInput(Shaper.Parameter, ListPhrases.UnknownField, $"{Name}.{fields[0]}", Name);
        var found = keys.Count == 0 ? new Dictionary<Guid, TValue>() : await load(request.Services, keys, ct);
        return (found.ToDictionary(f => f.Key, object (f) => f.Value), RowWriter.Plain);
    }
}

/// <summary>Loads, with one query, the values that belong to the keys.</summary>
public delegate Task<IReadOnlyDictionary<Guid, TValue>> ExpansionLoader<TValue>(IServiceProvider services, IReadOnlyList<Guid> keys, CancellationToken ct);
