using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Prices;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Persistence;

/// <summary>Published prices, what of them was used, and how orders came to their prices.</summary>
internal static class PriceMapping
{
    private const int HashLength = 64;
    private const int KeyLength = (2 * Columns.Code) + 1;

    public static void Map(ModelBuilder model)
    {
        model.Entity<PricePublication>(publication =>
        {
            publication.ToTable("PricePublications").HasKey(p => p.Id);
            publication.Property(p => p.Id).ValueGeneratedNever();
            publication.Property(p => p.Code).HasMaxLength(Columns.Code);
            publication.Property(p => p.Name).HasMaxLength(Columns.Name);
            publication.Property(p => p.Currency).HasMaxLength(Columns.Currency);
            publication.Property(p => p.Body).IsLongText().IsNotAudited();
            publication.HasIndex(p => new { p.Kind, p.Code, p.Number }).IsUnique();
        });
        model.Entity<PromotionUse>(use =>
        {
            use.ToTable("PromotionUses").HasKey(u => u.Key);
            use.Property(u => u.Key).HasMaxLength(KeyLength);
            use.Property(u => u.Promotion).HasMaxLength(Columns.Code);
            use.Property(u => u.Coupon).HasMaxLength(Columns.Code);
            use.HasIndex(u => u.Promotion);
            // Those that are loaded with the price book: few beside the counters of coupons and customers.
            use.HasIndex(u => u.Key).HasFilter("\"Coupon\" IS NULL AND \"CustomerId\" IS NULL");
        });
        model.Entity<PriceTrace>(trace =>
        {
            trace.ToTable("PriceTraces").HasKey(t => t.Id);
            trace.Property(t => t.Id).ValueGeneratedNever();
            trace.Property(t => t.Body).IsLongText().IsNotAudited();
        });
        model.Entity<Order>(order =>
        {
            order.Property(o => o.PriceHash).HasMaxLength(HashLength);
            order.Property(o => o.DiscountReason).HasMaxLength(Columns.Reason);
            order.Property(o => o.Coupons).IsOptionalJson();
            order.Property(o => o.Redemptions).IsOptionalJson().IsNotAudited();
            order.Property(o => o.PricedFor).IsJsonObject().IsNotAudited();
            order.HasMany(o => o.PriceTraces).WithOne().HasForeignKey("OrderId").OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<OrderLine>(line =>
        {
            line.Property(l => l.ListPrice).IsExact();
            line.Property(l => l.PromotionDiscount).IsExact();
            line.Property(l => l.PriceReason).HasMaxLength(Columns.Reason);
        });
        model.Entity<CustomerCopy>(customer => customer.Property(c => c.PriceGroup).HasMaxLength(Columns.Code));
    }
}
