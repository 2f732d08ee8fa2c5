using System.Text.Json;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Customers.Domain.Exports;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Crm.Customers.Persistence;

internal static class ExportsMapping
{
    public static void Map(ModelBuilder model) => model.Entity<CustomerFile>(file =>
    {
        file.ToTable("CustomerFiles").HasKey(f => f.Id);
        file.Property(f => f.Id).ValueGeneratedNever();
        file.Property(f => f.Columns).IsLongText().HasConversion(
            names => JsonSerializer.Serialize(names, JsonSerializerOptions.Default),
            text => JsonSerializer.Deserialize<string[]>(text, JsonSerializerOptions.Default)!,
            new ValueComparer<IReadOnlyList<string>>((a, b) => a!.SequenceEqual(b!), names => names.Count, names => names));
        file.HasIndex(f => new { f.CallerId, f.CreatedAt });
        file.HasIndex(f => f.CreatedAt);
        file.HasIndex(f => f.ExpiresAt);
        file.HasIndex(f => f.SubjectId);
    });
}
