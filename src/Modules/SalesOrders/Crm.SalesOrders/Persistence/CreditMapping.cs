using Crm.BuildingBlocks.Hosting.Persistence;
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
            terms.ToTable("CreditTerms").HasKey(t => t.CustomerId);
            terms.Property(t => t.CustomerId).ValueGeneratedNever();
            terms.Property(t => t.Currency).HasMaxLength(Columns.Currency);
        });
        model.Entity<ToldExposure>(told =>
        {
            told.ToTable("ToldExposures").HasKey(t => t.Id);
            told.Property(t => t.Id).ValueGeneratedNever();
            told.Property(t => t.Told).IsLongText();
            told.HasIndex(t => t.CustomerId).IsUnique();
        });
        model.Entity<Order>(order =>
        {
            order.Ignore(o => o.Debt);
            order.HasIndex(o => new { o.CustomerId, o.Payment });
        });
    }
}
