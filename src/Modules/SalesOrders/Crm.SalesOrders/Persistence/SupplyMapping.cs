using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Supply;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Persistence;

internal static class SupplyMapping
{
    public static void Map(ModelBuilder model)
    {
        MapSuppliers(model);
        MapSupplyOrders(model);
        model.Entity<ReplenishmentRule>(rule =>
        {
            rule.ToTable("ReplenishmentRules").HasKey(r => r.Id);
            rule.Property(r => r.Id).ValueGeneratedNever();
            rule.Property(r => r.Sku).HasMaxLength(Columns.Sku);
            rule.Property(r => r.Warehouse).HasMaxLength(Columns.Code);
            rule.HasIndex(r => new { r.ProductId, r.Warehouse }).IsUnique();
            rule.HasIndex(r => r.Sku);
            rule.HasOne<Product>().WithMany().HasForeignKey(r => r.ProductId).OnDelete(DeleteBehavior.Restrict);
            rule.HasOne<Supplier>().WithMany().HasForeignKey(r => r.SupplierId).OnDelete(DeleteBehavior.Restrict);
        });
    }

    private static void MapSuppliers(ModelBuilder model)
    {
        model.Entity<Supplier>(supplier =>
        {
            supplier.ToTable("Suppliers").HasKey(s => s.Id);
            supplier.Property(s => s.Id).ValueGeneratedNever();
            supplier.Property(s => s.Code).HasMaxLength(Columns.Code);
            supplier.Property(s => s.Name).HasMaxLength(Columns.Name);
            supplier.Property(s => s.Country).HasMaxLength(Columns.Place);
            supplier.Property(s => s.Currency).HasMaxLength(Columns.Currency);
            supplier.HasMany(s => s.Items).WithOne().HasForeignKey("SupplierId").OnDelete(DeleteBehavior.Cascade);
            supplier.Navigation(s => s.Items).AutoInclude();
            supplier.HasIndex(s => s.Code).IsUnique();
            supplier.HasIndex(s => s.Name);
        });
        model.Entity<SupplierItem>(item =>
        {
            item.ToTable("SupplierItems").HasKey(i => i.Id);
            item.Property(i => i.Id).ValueGeneratedNever();
            item.Property(i => i.Sku).HasMaxLength(Columns.Sku);
            item.Property(i => i.SupplierSku).HasMaxLength(Columns.Sku);
            item.Property(i => i.UnitCost).IsExact();
            item.HasIndex("SupplierId", nameof(SupplierItem.ProductId)).IsUnique();
        });
    }

    private static void MapSupplyOrders(ModelBuilder model)
    {
        model.Entity<SupplyOrder>(order =>
        {
            order.ToTable("SupplyOrders").HasKey(o => o.Id);
            order.Property(o => o.Id).ValueGeneratedNever();
            order.Property(o => o.Number).HasMaxLength(Columns.Number);
            order.Property(o => o.SupplierCode).HasMaxLength(Columns.Code);
            order.Property(o => o.Warehouse).HasMaxLength(Columns.Code);
            order.Property(o => o.Currency).HasMaxLength(Columns.Currency);
            order.Property(o => o.Note).HasMaxLength(Columns.Reason);
            order.HasOne<Supplier>().WithMany().HasForeignKey(o => o.SupplierId).OnDelete(DeleteBehavior.Restrict);
            order.HasMany(o => o.Lines).WithOne().HasForeignKey("SupplyOrderId").OnDelete(DeleteBehavior.Cascade);
            order.Navigation(o => o.Lines).AutoInclude();
            order.HasIndex(o => o.Number).IsUnique();
            order.HasIndex(o => new { o.State, o.Warehouse });
        });
        model.Entity<SupplyOrderLine>(line =>
        {
            line.ToTable("SupplyOrderLines").HasKey(l => l.Id);
            line.Property(l => l.Id).ValueGeneratedNever();
            line.Ignore(l => l.Open);
            line.Property(l => l.Sku).HasMaxLength(Columns.Sku);
            line.Property(l => l.UnitCost).IsExact();
        });
    }
}
