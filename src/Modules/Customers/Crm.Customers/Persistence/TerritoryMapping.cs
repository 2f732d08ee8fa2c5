using System.Text.Json;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Territories;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Crm.Customers.Persistence;

internal static class TerritoryMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Territory>(territory =>
        {
            territory.ToTable("Territories").HasKey(t => t.Id);
            territory.Property(t => t.Id).ValueGeneratedNever();
            territory.HasIndex(t => t.Code);
            territory.HasIndex(t => t.Name);
            territory.HasIndex(t => t.ParentId);
            territory.HasIndex(t => t.ManagerId);
            territory.Ignore(t => t.Rules);
            territory.Property<List<TerritoryRule>>("_rules").HasColumnName("Rules").IsLongText().HasConversion(
                rules => JsonSerializer.Serialize(rules, JsonSerializerOptions.Web),
                json => JsonSerializer.Deserialize<List<TerritoryRule>>(json, JsonSerializerOptions.Web)!,
                new ValueComparer<List<TerritoryRule>>(
                    (one, other) => one!.SequenceEqual(other!), rules => rules.Aggregate(0, (hash, rule) => HashCode.Combine(hash, rule)), rules => rules.ToList()));
        });
        model.Entity<TerritoryWithin>(within => within.ToTable("TerritoriesWithin").HasKey(w => new { w.AboveId, w.TerritoryId }));
        model.Entity<TerritoryWithin>().HasIndex(w => w.TerritoryId);
        model.Entity<Customer>().HasIndex(c => c.TerritoryId);
    }
}
