using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Merging;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Persistence;

internal static class MergingMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Customer>(customer =>
        {
            customer.Property(c => c.FormerNames).HasMaxLength(Customer.LongestSearchText).IsNotAudited();
            customer.HasQueryFilter(ModuleDbContext.MergedFilter, c => c.MergedIntoId == null);
        });
        model.Entity<Merge>(merge =>
        {
            merge.ToTable("Merges").HasKey(m => m.Id);
            merge.Property(m => m.Id).ValueGeneratedNever();
            merge.Property(m => m.Before).IsNotAudited();
            merge.Property(m => m.After).IsNotAudited();
            merge.Property(m => m.Taken).IsNotAudited();
            merge.HasIndex(m => m.MergedId);
            merge.HasIndex(m => m.SurvivorId);
            merge.HasIndex(m => m.MergedAt);
        });
    }
}
