using Crm.Host.Platform.Domain;
using Microsoft.EntityFrameworkCore;

namespace Crm.Host.Platform.Persistence;

internal static class TerritoryMapping
{
    public static void Map(ModelBuilder model) => model.Entity<Territory>(territory =>
    {
        territory.ToTable("Territories").HasKey(t => t.Id);
        territory.Property(t => t.Id).ValueGeneratedNever();
        territory.Property(t => t.Code).HasMaxLength(100);
        territory.Ignore(t => t.Above).Ignore(t => t.Rules);
        territory.Property<List<Guid>>("_above").IsJson("Above");
        territory.Property<List<TerritoryRule>>("_rules").IsJson("Rules");
        territory.HasIndex(t => t.Code).IsUnique();
        territory.HasIndex(t => t.Name);
        territory.HasOne<Territory>().WithMany().HasForeignKey(t => t.ParentId).OnDelete(DeleteBehavior.Restrict);
        territory.HasOne<User>().WithMany().HasForeignKey(t => t.ManagerId).OnDelete(DeleteBehavior.Restrict);
    });
}
