using Crm.SalesOrders.Domain;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Persistence;

internal static class StockMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<StockLevel>(level =>
        {
            level.ToTable("StockLevels").HasKey(l => l.Id);
            level.Property(l => l.Id).ValueGeneratedNever();
            level.Property(l => l.Sku).HasMaxLength(Columns.Sku);
            level.Property(l => l.Warehouse).HasMaxLength(Columns.Code);
            level.Ignore(l => l.Available);
            level.HasIndex(l => new { l.ProductId, l.Warehouse }).IsUnique();
            level.HasIndex(l => l.Sku);
            level.HasOne<Product>().WithMany().HasForeignKey(l => l.ProductId).OnDelete(DeleteBehavior.Restrict);
            level.HasMany(l => l.Movements).WithOne().HasForeignKey(m => m.StockLevelId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<StockMovement>(movement =>
        {
            movement.ToTable("StockMovements").HasKey(m => m.Id);
            movement.Property(m => m.Id).ValueGeneratedNever();
            movement.Property(m => m.Note).HasMaxLength(Columns.Reason);
            movement.HasIndex(m => new { m.ProductId, m.RecordedAt });
            movement.HasIndex(m => m.OrderId);
            movement.HasIndex(m => m.DocumentId).HasFilter("\"DocumentId\" IS NOT NULL");
        });
    }
}
