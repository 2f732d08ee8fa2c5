using Crm.SalesOrders.Domain;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Persistence;

internal static class CopyMapping
{
    // As long as the longest text that another module publishes; a shorter column would park the news of a valid customer.
    private const int CopiedText = 200;

    public static void Map(ModelBuilder model)
    {
        model.Entity<CustomerCopy>(customer =>
        {
            customer.ToTable("CustomerCopies").HasKey(c => c.Id);
            customer.Property(c => c.Id).ValueGeneratedNever();
            customer.Property(c => c.Code).HasMaxLength(Columns.Code);
            customer.Property(c => c.Name).HasMaxLength(Columns.Name);
            customer.Property(c => c.Country).HasMaxLength(CopiedText);
            customer.HasIndex(c => c.Code);
            customer.HasIndex(c => c.SurvivorId).HasFilter("\"SurvivorId\" IS NOT NULL");
            customer.HasIndex(c => c.Name);
            customer.OwnsMany(c => c.ExternalRefs, reference =>
            {
                reference.ToTable("CustomerCopyRefs").WithOwner().HasForeignKey("CustomerId");
                // News of two customers may come in any order, so for a moment both may seem to have a ref that moved.
                reference.HasKey("CustomerId", nameof(ExternalRefRow.System), nameof(ExternalRefRow.RefId));
                reference.Property(r => r.System).HasMaxLength(CopiedText);
                reference.Property(r => r.RefId).HasMaxLength(CopiedText);
                reference.HasIndex(r => new { r.System, r.RefId });
                reference.Ignore(r => r.Ref);
            });
        });
        model.Entity<PersonCopy>(person =>
        {
            person.ToTable("PersonCopies").HasKey(p => p.Id);
            person.Property(p => p.Id).ValueGeneratedNever();
            person.HasIndex(p => p.Login);
        });
    }
}
