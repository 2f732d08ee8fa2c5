using System.Text.Json;
using Crm.BuildingBlocks.Hosting.Persistence;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Customers.Persistence;

/// <summary>What is read and written as a whole. Nobody changes a part of it: another part makes another value.</summary>
internal static class JsonColumns
{
    public static PropertyBuilder<IReadOnlyList<T>> IsJson<T>(this PropertyBuilder<IReadOnlyList<T>> property) => property.IsLongText().HasConversion(
        list => JsonSerializer.Serialize(list, JsonSerializerOptions.Default),
        text => JsonSerializer.Deserialize<T[]>(text, JsonSerializerOptions.Default)!,
        new ValueComparer<IReadOnlyList<T>>((a, b) => ReferenceEquals(a, b) || a!.SequenceEqual(b!), list => list.Count, list => list));
}
