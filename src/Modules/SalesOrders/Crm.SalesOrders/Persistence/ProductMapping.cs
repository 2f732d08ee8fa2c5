using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.SalesOrders.Domain;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Persistence;

internal static class ProductMapping
{
    public static void Map(ModelBuilder model) => model.Entity<Product>(product =>
    {
        product.ToTable("Products").HasKey(p => p.Id);
        product.Property(p => p.Id).ValueGeneratedNever();
        product.Ignore(p => p.Facts);
        product.Property(p => p.Sku).HasMaxLength(Columns.Sku);
        product.Property(p => p.Name).HasMaxLength(Columns.Name);
        product.Property(p => p.Category).HasMaxLength(Columns.Category);
        product.Property(p => p.Unit).HasMaxLength(Columns.Unit);
        product.Property(p => p.Currency).HasMaxLength(Columns.Currency);
        product.Property(p => p.Kind).HasDefaultValue(ProductKind.Goods);
        product.Property(p => p.ListPrice).IsExact();
        product.Property(p => p.Cost).IsExact();
        product.HasIndex(p => p.Sku).IsUnique();
        product.HasIndex(p => p.Name);
        product.HasIndex(p => p.Category);
        product.OwnsMany(p => p.ExternalRefs, reference =>
        {
            reference.ToTable("ProductRefs").WithOwner().HasForeignKey("ProductId");
            reference.HasKey(r => new { r.System, r.RefId });
            reference.Property(r => r.System).HasMaxLength(Columns.ExternalSystem);
            reference.Property(r => r.RefId).HasMaxLength(Columns.ExternalId);
            reference.Ignore(r => r.Ref);
        });
    });
}
