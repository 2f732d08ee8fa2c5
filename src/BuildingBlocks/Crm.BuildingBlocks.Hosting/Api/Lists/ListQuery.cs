using System.Globalization;
using Crm.BuildingBlocks.Hosting.Api.Json;
using Crm.BuildingBlocks.Hosting.Api.Shaping;
using Microsoft.AspNetCore.Http;

namespace Crm.BuildingBlocks.Hosting.Api.Lists;

/// <summary>One <c>filter[field][operator]=text</c>, not yet understood.</summary>
internal sealed record FilterText(string Parameter, string Field, string Operator, string Text);

/// <summary>The query string of a list, taken apart but not yet compared with what the list knows.</summary>
internal sealed class ListQuery
{
    public const int DefaultLimit = 50;
    public const int MaxLimit = 500;
    private const int MostFilters = 20;
    private const int MostSorts = 5;
    private const int MaxExpandDepth = 2;
    private const int LongestSearch = 200;

    private static readonly string[] Plain = ["sort", "limit", Lists.Cursor.Parameter, Shaper.Parameter, "expand", "total", "q"];

    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    private ListQuery()
    {
    }

    public List<FilterText> Filters { get; } = [];

    public string? Sort => _values.GetValueOrDefault("sort");

    public string? Cursor => _values.GetValueOrDefault(Lists.Cursor.Parameter);

    public int Limit { get; private set; } = DefaultLimit;

    public IReadOnlyList<string> Fields { get; private set; } = [];

    public ExpansionTree Expand { get; private set; } = new();

    public bool WantsTotal { get; private set; }

    public string? Search { get; private set; }

    public bool IsRelative => Filters.Any(f => FilterParser.IsRelative(f.Operator, f.Text));

    /// <summary>Of what decides which rows belong to the list.</summary>
    public string Fingerprint => Lists.Cursor.Fingerprint(
        Filters.Select(f => $"{f.Field}\t{f.Operator}\t{f.Text}").Order(StringComparer.Ordinal).Append(Search ?? ""));

    public static ListQuery Parse(IQueryCollection parameters, IReadOnlySet<string> ownParameters)
    {
        var query = new ListQuery();
        foreach (var (name, values) in parameters)
        {
            if (ownParameters.Contains(name)) continue;
            var filter = FilterOf(name);
            if (filter is null && !Plain.Contains(name))
                throw new InvalidInput(name, ListPhrases.UnknownParameter, string.Join(", ", KnownParameters(ownParameters)));
            if (values.Count != 1) throw new InvalidInput(name, ListPhrases.Duplicate);
            if (filter is { } named) query.Add(new FilterText(name, named.Field, named.Operator, values[0] ?? ""));
            else query._values.Add(name, values[0] ?? "");
        }

        query.Understand();
        return query;
    }

    public static IEnumerable<string> KnownParameters(IEnumerable<string> ownParameters) =>
        Plain.Prepend("filter[field]").Prepend("filter[field][operator]").Concat(ownParameters);

    public static IReadOnlyList<string> SplitSort(string sort)
    {
        var parts = sort.Split(',', StringSplitOptions.RemoveEmptyEntries);
        return parts.Length <= MostSorts ? parts : throw new InvalidInput("sort", ListPhrases.TooManySorts, MostSorts);
    }

    private static (string Field, string Operator)? FilterOf(string name)
    {
        if (!name.StartsWith("filter[", StringComparison.Ordinal) || !name.EndsWith(']')) return null;
        var parts = name[7..^1].Split("][");
        return parts switch
        {
            [var field] => (field, "eq"),
            [var field, var op] => (field, op),
            _ => null,
        };
    }

    private void Add(FilterText filter)
    {
        if (Filters.Any(f => f.Field == filter.Field && f.Operator == filter.Operator)) throw new InvalidInput(filter.Parameter, ListPhrases.Duplicate);
        if (Filters.Count == MostFilters) throw new InvalidInput("filter", ListPhrases.TooManyFilters, MostFilters);
        Filters.Add(filter);
    }

    private void Understand()
    {
        if (_values.TryGetValue("limit", out var limit))
        {
            Limit = int.TryParse(limit, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= MaxLimit
                ? number
                : throw new InvalidInput("limit", ListPhrases.Limit, MaxLimit);
        }

        if (_values.TryGetValue("total", out var total)) WantsTotal = total == "exact" ? true : throw new InvalidInput("total", ListPhrases.Total);
        if (_values.TryGetValue("q", out var words)) Search = Words(words);
        if (_values.TryGetValue(Shaper.Parameter, out var fields)) Fields = SplitFields(fields);
        Expand = ExpansionTree.Parse(_values.GetValueOrDefault("expand"), MaxExpandDepth);
    }

    private static string Words(string text)
    {
        var words = text.Trim();
        if (words.Length == 0) throw new InvalidInput("q", ListPhrases.EmptySearch);
        if (words.Length > LongestSearch) throw new InvalidInput("q", ListPhrases.TooLong, LongestSearch);
        return TextMatch.IsWellFormed(words) ? words : throw new InvalidInput("q", JsonPhrases.IllFormedText);
    }

    internal static IReadOnlyList<string> SplitFields(string fields) =>
        fields.Split(',', StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } names ? names : throw new InvalidInput(Shaper.Parameter, ListPhrases.Empty);
}
