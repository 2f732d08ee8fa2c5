using System.Text.Json;
using Crm.BuildingBlocks.Hosting.Persistence;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.SalesOrders.Persistence;

/// <summary>Lists and objects that are read and written as a whole. Nobody changes an element: another list is another value.</summary>
internal static class JsonColumns
{
    public static PropertyBuilder<IReadOnlyList<T>> IsJson<T>(this PropertyBuilder<IReadOnlyList<T>> property) => property.IsLongText().HasConversion(
        list => JsonSerializer.Serialize(list, JsonSerializerOptions.Default),
        text => JsonSerializer.Deserialize<T[]>(text, JsonSerializerOptions.Default)!,
        new ValueComparer<IReadOnlyList<T>>((a, b) => ReferenceEquals(a, b) || a!.SequenceEqual(b!), list => list.Count, list => list));

    public static PropertyBuilder<IReadOnlyList<T>?> IsOptionalJson<T>(this PropertyBuilder<IReadOnlyList<T>?> property) => property.IsLongText().HasConversion(
        list => JsonSerializer.Serialize(list, JsonSerializerOptions.Default),
        text => JsonSerializer.Deserialize<T[]>(text, JsonSerializerOptions.Default),
        new ValueComparer<IReadOnlyList<T>?>((a, b) => ReferenceEquals(a, b) || (a != null && b != null && a.SequenceEqual(b)), list => list == null ? 0 : list.Count, list => list));

    public static PropertyBuilder<T?> IsJsonObject<T>(this PropertyBuilder<T?> property)
        where T : class => property.IsLongText().HasConversion(
        value => JsonSerializer.Serialize(value, JsonSerializerOptions.Default),
        text => JsonSerializer.Deserialize<T>(text, JsonSerializerOptions.Default),
        new ValueComparer<T?>((a, b) => ReferenceEquals(a, b), _ => 0, value => value));
}
