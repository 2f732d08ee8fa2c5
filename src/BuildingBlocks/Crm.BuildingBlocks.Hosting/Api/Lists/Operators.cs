namespace Crm.BuildingBlocks.Hosting.Api.Lists;

/// <summary>Which operators a field has in <c>filter[field][operator]</c>.</summary>
internal static class Operators
{
    private static readonly string[] Equality = ["eq", "ne"];
    private static readonly string[] Sets = ["in", "nin"];
    private static readonly string[] Orderings = ["lt", "lte", "gt", "gte", "between"];
    private static readonly string[] Texts = ["contains", "startsWith"];
    private static readonly string[] Nulls = ["isNull"];
    private static readonly string[] Relative = [.. Periods.Plain, .. Periods.Counted];

    private static readonly Dictionary<(ValueKind Kind, bool Nullable), IReadOnlyList<string>> Known =
        (from kind in Enum.GetValues<ValueKind>() from nullable in new[] { false, true } select (kind, nullable))
        .ToDictionary(k => k, k => List(k.kind, k.nullable));

    public static IReadOnlyList<string> Of(ListField field) => Known[(field.Kind, field.IsNullable)];

    private static IReadOnlyList<string> List(ValueKind kind, bool nullable)
    {
        IEnumerable<string> operators = kind switch
        {
            ValueKind.Text => [.. Equality, .. Sets, .. Texts],
            ValueKind.Number => [.. Equality, .. Sets, .. Orderings],
            ValueKind.Truth => Equality,
            ValueKind.Choice or ValueKind.Id => [.. Equality, .. Sets],
            ValueKind.Date => [.. Equality, .. Sets, .. Orderings, .. Relative],
            _ => [.. Equality, .. Orderings, .. Relative],
        };
        return nullable ? [.. operators, .. Nulls] : [.. operators];
    }
}
