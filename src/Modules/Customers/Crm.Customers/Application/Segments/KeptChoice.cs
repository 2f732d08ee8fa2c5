using Crm.BuildingBlocks;
using Microsoft.AspNetCore.WebUtilities;

namespace Crm.Customers.Application.Segments;

/// <summary>
/// What is kept of a choice of customers may not say who they are: it would still be there when one of them is erased, and nobody could find
/// it. Lists and previews, which keep nothing, may be asked for names.
/// </summary>
internal static class KeptChoice
{
    private const string Words = "q";
    private const string Name = "name";

    private static readonly Phrase NamesSomebody = new(
        "What is kept cannot choose by words or by name, because it would outlive an erasure: choose by code, tag or another field.",
        "保存的条件不能按搜索词或名称筛选，否则客户被抹除后其名称仍会留存。请改用编号、标签或其他字段。");

    /// <param name="filter">Of the list of customers, as in a query string.</param>
    /// <param name="pointer">Where it stands in the body.</param>
    public static void Require(string filter, string pointer)
    {
        if (QueryHelpers.ParseQuery(filter).Keys.Any(key => key == Words || key == $"filter[{Name}]" || key.StartsWith($"filter[{Name}][", StringComparison.Ordinal)))
            throw new InvalidInput(pointer, NamesSomebody);
    }

    /// <param name="rules">Of a segment.</param>
    /// <param name="pointer">Where the root stands in the body.</param>
    public static void Require(SegmentRule rules, string pointer)
    {
        var errors = rules.Nodes(pointer).Where(n => n.Rule.Field == Name).Select(n => new InputError(n.Path, NamesSomebody)).ToList();
        if (errors.Count > 0) throw new InvalidInput(errors);
    }
}
