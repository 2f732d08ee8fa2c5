using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Catalogue;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Persistence;

/// <summary>Products, their categories and units, and what they cost.</summary>
internal static class CatalogueMapping
{
    private const string ProductKey = "ProductId";

    public static void Map(ModelBuilder model)
    {
        MapProducts(model);
        model.Entity<Category>(category =>
        {
            category.ToTable("Categories").HasKey(c => c.Id);
            category.Property(c => c.Id).ValueGeneratedNever();
            category.Ignore(c => c.Facts);
            category.Property(c => c.Code).HasMaxLength(Columns.Category);
            category.Property(c => c.Name).HasMaxLength(Columns.Name);
            category.Property(c => c.NameChinese).HasMaxLength(Columns.Name);
            category.Property(c => c.Parent).HasMaxLength(Columns.Category);
            category.Property(c => c.TaxClass).HasMaxLength(Columns.Code);
            category.HasIndex(c => c.Code).IsUnique();
            category.HasIndex(c => c.Parent);
        });
        model.Entity<UnitOfMeasure>(unit =>
        {
            unit.ToTable("UnitsOfMeasure").HasKey(u => u.Id);
            unit.Property(u => u.Id).ValueGeneratedNever();
            unit.Property(u => u.Code).HasMaxLength(Columns.Unit);
            unit.Property(u => u.Name).HasMaxLength(Columns.Name);
            unit.Property(u => u.NameChinese).HasMaxLength(Columns.Name);
            unit.HasIndex(u => u.Code).IsUnique();
        });
        model.Entity<ProductCost>(cost =>
        {
            cost.ToTable("ProductCosts").HasKey(c => c.Id);
            cost.Property(c => c.Id).ValueGeneratedNever();
            cost.Property(c => c.Cost).IsExact();
            cost.Property(c => c.Currency).HasMaxLength(Columns.Currency);
            cost.HasIndex(ProductKey, nameof(ProductCost.RecordedAt));
        });
    }

    private static void MapProducts(ModelBuilder model) => model.Entity<Product>(product =>
    {
        product.ToTable("Products").HasKey(p => p.Id);
        product.Property(p => p.Id).ValueGeneratedNever();
        product.Ignore(p => p.Facts);
        product.Property(p => p.Sku).HasMaxLength(Columns.Sku);
        product.Property(p => p.Name).HasMaxLength(Columns.Name);
        product.Property(p => p.Category).HasMaxLength(Columns.Category);
        product.Property(p => p.Unit).HasMaxLength(Columns.Unit);
        product.Property(p => p.UnitOfMeasure).HasMaxLength(Columns.Unit);
        product.Property(p => p.TaxClass).HasMaxLength(Columns.Code);
        product.Property(p => p.Barcode).HasMaxLength(Columns.Barcode);
        product.Property(p => p.SkuKey).HasMaxLength(CatalogueKeys.Longest);
        product.Property(p => p.NameKey).HasMaxLength(CatalogueKeys.Longest);
        product.Property(p => p.NameHead).HasMaxLength(CatalogueKeys.Longest);
        product.Property(p => p.Currency).HasMaxLength(Columns.Currency);
        product.Property(p => p.Kind).HasDefaultValue(ProductKind.Goods);
        product.Property(p => p.IsTracked).HasDefaultValue(true).HasSentinel(true);
        product.Property(p => p.ListPrice).IsExact();
        product.Property(p => p.Cost).IsExact();
        product.Property(p => p.CurrentCost).IsExact();
        product.HasIndex(p => p.Sku).IsUnique();
        product.HasIndex(p => p.Name);
        product.HasIndex(p => p.Category);
        product.HasIndex(p => p.Barcode);
        product.HasIndex(p => p.SkuKey);
        product.HasIndex(p => p.NameKey);
        product.HasIndex(p => p.NameHead);
        product.HasIndex(p => p.UnitOfMeasure);
        product.HasMany(p => p.NewCosts).WithOne().HasForeignKey(ProductKey).OnDelete(DeleteBehavior.Cascade);
        product.OwnsMany(p => p.ExternalRefs, reference =>
        {
            reference.ToTable("ProductRefs").WithOwner().HasForeignKey(ProductKey);
            reference.HasKey(r => new { r.System, r.RefId });
            reference.Property(r => r.System).HasMaxLength(Columns.ExternalSystem);
            reference.Property(r => r.RefId).HasMaxLength(Columns.ExternalId);
            reference.Ignore(r => r.Ref);
        });
    });
}
