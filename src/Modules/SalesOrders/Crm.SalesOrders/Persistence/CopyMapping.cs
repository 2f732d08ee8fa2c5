using Crm.SalesOrders.Domain;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Persistence;

internal static class CopyMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<CustomerCopy>(customer =>
        {
            customer.ToTable("CustomerCopies").HasKey(c => c.Id);
            customer.Property(c => c.Id).ValueGeneratedNever();
            customer.Property(c => c.Code).HasMaxLength(Columns.Code);
            customer.Property(c => c.Name).HasMaxLength(Columns.Name);
            customer.Property(c => c.Country).HasMaxLength(Columns.Place);
            customer.HasIndex(c => c.Code);
            customer.HasIndex(c => c.Name);
            customer.OwnsMany(c => c.ExternalRefs, reference =>
            {
                reference.ToTable("CustomerCopyRefs").WithOwner().HasForeignKey("CustomerId");
                // News of two customers may come in any order, so for a moment both may seem to have a ref that moved.
                reference.HasKey("CustomerId", nameof(ExternalRefRow.System), nameof(ExternalRefRow.RefId));
                reference.Property(r => r.System).HasMaxLength(Columns.ExternalSystem);
                reference.Property(r => r.RefId).HasMaxLength(Columns.ExternalId);
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
