using Crm.Customers.Domain;
using Crm.Customers.Domain.Credit;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Persistence;

internal static class CreditMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<CreditTerms>(terms =>
        {
            terms.ToTable("CreditTerms").HasKey(t => t.Id);
            terms.Property(t => t.Id).ValueGeneratedNever();
            terms.Property(t => t.Currency).HasMaxLength(3);
            terms.HasIndex(t => t.CustomerId).IsUnique();
        });
        model.Entity<Customer>(customer =>
        {
            customer.Ignore(c => c.Ownership);
            customer.Property(c => c.OwnershipReason).HasMaxLength(CustomerLimits.Reason);
            customer.Property(c => c.BlockReason).HasMaxLength(CustomerLimits.Reason);
        });
    }
}
