using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Credit;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Persistence;

internal static class CreditMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<CreditTerms>(terms =>
        {
            terms.ToTable("CreditTerms").HasKey(t => t.Id);
            terms.Property(t => t.Id).ValueGeneratedNever();
            terms.Ignore(t => t.Facts);
            terms.HasIndex(t => t.CustomerId).IsUnique();
            terms.Property(t => t.Currency).HasMaxLength(Columns.Currency);
        });
        model.Entity<Order>(order =>
        {
            order.Ignore(o => o.Debt);
            order.HasIndex(o => new { o.CustomerId, o.Payment });
        });
    }
}
