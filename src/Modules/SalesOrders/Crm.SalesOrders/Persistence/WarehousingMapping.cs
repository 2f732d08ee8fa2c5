using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Channels;
using Crm.SalesOrders.Domain.Warehousing;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Persistence;

internal static class WarehousingMapping
{
    // The same in every database, so that what names it can be copied from one to another.
    private static readonly WarehouseId DefaultWarehouse = new(new Guid("01930000-0000-7000-8000-000000000001"));

    public static void Map(ModelBuilder model)
    {
        MapWarehouses(model);
        MapReservations(model);
        MapTransfers(model);
        MapCounts(model);
    }

    private static void MapWarehouses(ModelBuilder model) => model.Entity<Warehouse>(warehouse =>
    {
        warehouse.ToTable("Warehouses").HasKey(w => w.Id);
        warehouse.Property(w => w.Id).ValueGeneratedNever();
        warehouse.Ignore(w => w.Facts).Ignore(w => w.Channels);
        warehouse.Property(w => w.Code).HasMaxLength(Columns.Code);
        warehouse.Property(w => w.Name).HasMaxLength(Columns.Name);
        warehouse.Property(w => w.Street).HasMaxLength(Columns.Street);
        warehouse.Property(w => w.PostalCode).HasMaxLength(Columns.Place);
        warehouse.Property(w => w.City).HasMaxLength(Columns.Place);
        warehouse.Property(w => w.Region).HasMaxLength(Columns.Place);
        warehouse.Property(w => w.Country).HasMaxLength(Columns.Place);
        warehouse.HasIndex(w => w.Code).IsUnique();
        warehouse.HasData(new
        {
            Id = DefaultWarehouse,
            Code = Warehouses.Default,
            Name = "Main warehouse",
            ChannelMask = Warehouse.MaskOf(Enum.GetValues<ChannelKind>()),
            IsActive = true,
            Version = 1,
        });
    });

    private static void MapReservations(ModelBuilder model)
    {
        model.Entity<Reservation>(reservation =>
        {
            reservation.ToTable("Reservations").HasKey(r => r.Id);
            reservation.Property(r => r.Id).ValueGeneratedNever();
            reservation.Property(r => r.Warehouse).HasMaxLength(Columns.Code);
            reservation.Property(r => r.Reference).HasMaxLength(Columns.Reference);
            reservation.HasMany(r => r.Lines).WithOne().HasForeignKey("ReservationId").OnDelete(DeleteBehavior.Cascade);
            reservation.Navigation(r => r.Lines).AutoInclude();
            reservation.HasIndex(r => new { r.State, r.ExpiresAt });
            reservation.HasIndex(r => r.ExpiresAt);
            reservation.HasIndex(r => r.Reference);
        });
        model.Entity<ReservationLine>(line =>
        {
            line.ToTable("ReservationLines").HasKey(l => l.Id);
            line.Property(l => l.Id).ValueGeneratedNever();
            line.Property(l => l.Sku).HasMaxLength(Columns.Sku);
        });
    }

    private static void MapTransfers(ModelBuilder model)
    {
        model.Entity<StockTransfer>(transfer =>
        {
            transfer.ToTable("StockTransfers").HasKey(t => t.Id);
            transfer.Property(t => t.Id).ValueGeneratedNever();
            transfer.Property(t => t.Number).HasMaxLength(Columns.Number);
            transfer.Property(t => t.From).HasColumnName("FromWarehouse").HasMaxLength(Columns.Code);
            transfer.Property(t => t.To).HasColumnName("ToWarehouse").HasMaxLength(Columns.Code);
            transfer.Property(t => t.Note).HasMaxLength(Columns.Reason);
            transfer.HasMany(t => t.Lines).WithOne().HasForeignKey("TransferId").OnDelete(DeleteBehavior.Cascade);
            transfer.Navigation(t => t.Lines).AutoInclude();
            transfer.HasIndex(t => t.Number).IsUnique();
            transfer.HasIndex(t => new { t.State, t.To });
        });
        model.Entity<TransferLine>(line =>
        {
            line.ToTable("StockTransferLines").HasKey(l => l.Id);
            line.Property(l => l.Id).ValueGeneratedNever();
            line.Ignore(l => l.InTransit);
            line.Property(l => l.Sku).HasMaxLength(Columns.Sku);
        });
    }

    private static void MapCounts(ModelBuilder model)
    {
        model.Entity<StockCount>(count =>
        {
            count.ToTable("StockCounts").HasKey(c => c.Id);
            count.Property(c => c.Id).ValueGeneratedNever();
            count.Property(c => c.Number).HasMaxLength(Columns.Number);
            count.Property(c => c.Warehouse).HasMaxLength(Columns.Code);
            count.Property(c => c.Note).HasMaxLength(Columns.Reason);
            count.HasMany(c => c.Lines).WithOne().HasForeignKey("StockCountId").OnDelete(DeleteBehavior.Cascade);
            count.Navigation(c => c.Lines).AutoInclude();
            count.HasIndex(c => c.Number).IsUnique();
        });
        model.Entity<StockCountLine>(line =>
        {
            line.ToTable("StockCountLines").HasKey(l => l.Id);
            line.Property(l => l.Id).ValueGeneratedNever();
            line.Ignore(l => l.Difference);
            line.Property(l => l.Sku).HasMaxLength(Columns.Sku);
        });
    }
}
