using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.SalesOrders.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.SalesOrders.Persistence;

internal static class OrderMapping
{
    private const string OrderKey = "OrderId";

    public static void Map(ModelBuilder model)
    {
        model.Entity<Order>(Map);
        model.Entity<OrderLine>(Map);
        model.Entity<Shipment>(Map);
        model.Entity<ShipmentLine>(line =>
        {
            line.ToTable("ShipmentLines").HasKey(l => l.Id);
            line.Property(l => l.Id).ValueGeneratedNever();
        });
        model.Entity<Acceptance>(Map);
        model.Entity<AcceptanceLine>(line =>
        {
            line.ToTable("AcceptanceLines").HasKey(l => l.Id);
            line.Property(l => l.Id).ValueGeneratedNever();
        });
        model.Entity<OrderRef>(reference =>
        {
            reference.ToTable("OrderRefs").HasKey(r => new { r.System, r.RefId });
            reference.Property(r => r.System).HasMaxLength(Columns.ExternalSystem);
            reference.Property(r => r.RefId).HasMaxLength(Columns.ExternalId);
            reference.HasOne<Order>().WithMany().HasForeignKey(r => r.OrderId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<NumberSeries>(series =>
        {
            series.ToTable("NumberSeries").HasKey(s => s.Name);
            series.Property(s => s.Name).HasMaxLength(Columns.Code);
        });
    }

    private static void Map(EntityTypeBuilder<Order> order)
    {
        order.ToTable("Orders").HasKey(o => o.Id);
        order.Property(o => o.Id).ValueGeneratedNever();
        order.Ignore(o => o.Balance);
        order.Property(o => o.Number).HasMaxLength(Columns.Number);
        order.Property(o => o.CustomerReference).HasMaxLength(Columns.Reference);
        order.Property(o => o.Currency).HasMaxLength(Columns.Currency);
        order.Property(o => o.Warehouse).HasMaxLength(Columns.Code);
        order.Property(o => o.CancelReason).HasMaxLength(Columns.Reason);
        order.Property(o => o.NetExact).IsExact();
        order.Property(o => o.PaymentPolicy).HasDefaultValue(PaymentPolicy.OnCredit);
        order.ComplexProperty(o => o.ShipTo, to =>
        {
            to.Property(t => t.Name).HasMaxLength(Columns.Name);
            to.Property(t => t.City).HasMaxLength(Columns.Place);
            to.Property(t => t.Region).HasMaxLength(Columns.Place);
            to.Property(t => t.PostalCode).HasMaxLength(Columns.Place);
            to.Property(t => t.Country).HasMaxLength(Columns.Place);
        });
        order.HasOne(o => o.Customer).WithMany().HasForeignKey(o => o.CustomerId).OnDelete(DeleteBehavior.Restrict);
        order.HasMany(o => o.Lines).WithOne().HasForeignKey(OrderKey).OnDelete(DeleteBehavior.Cascade);
        order.HasMany(o => o.Shipments).WithOne().HasForeignKey(OrderKey).OnDelete(DeleteBehavior.Cascade);
        order.HasMany(o => o.Acceptances).WithOne().HasForeignKey(OrderKey).OnDelete(DeleteBehavior.Cascade);
        order.Navigation(o => o.Lines).AutoInclude();

        order.HasIndex(o => o.Number).IsUnique();
        order.HasIndex(o => o.PlacedAt);
        // With the amount, so that what is too small is passed over without its row: an index of amounts alone would be sorted by them, not by time.
        order.HasIndex(o => new { o.PlacedAt, o.Id, o.Gross }).HasFilter("\"ArchivedAt\" IS NULL");
        order.HasIndex(o => o.OpportunityId).IsUnique().HasFilter("\"OpportunityId\" IS NOT NULL");
        order.HasIndex(o => new { o.PlacedAt, o.ArchivedAt }).HasFilter("\"ArchivedAt\" IS NOT NULL");
        order.HasIndex(o => o.OrderedOn);
        order.HasIndex(o => o.RequiredOn).HasFilter("\"RequiredOn\" IS NOT NULL");
        order.HasIndex(o => o.ReservationId).HasFilter("\"ReservationId\" IS NOT NULL");
        order.HasIndex(o => new { o.CustomerReference, o.CustomerId }).HasFilter("\"CustomerReference\" IS NOT NULL");
        order.HasIndex(o => new { o.CustomerId, o.PlacedAt });
        order.HasIndex(o => new { o.Status, o.PlacedAt });
        order.HasIndex(o => new { o.Fulfilment, o.PlacedAt });
        order.HasIndex(o => new { o.Channel, o.PlacedAt });
        order.HasIndex(o => new { o.OwnerId, o.PlacedAt });
        order.HasIndex(o => new { o.UnitId, o.PlacedAt });
    }

    private static void Map(EntityTypeBuilder<OrderLine> line)
    {
        line.ToTable("OrderLines").HasKey(l => l.Id);
        line.Property(l => l.Id).ValueGeneratedNever();
        line.Property(l => l.IsStocked).HasDefaultValue(true).HasSentinel(true);
        line.Ignore(l => l.Open).Ignore(l => l.Gross).Ignore(l => l.OnTheirWay);
        // Only lines that wait: few among millions, and found without looking at the rest.
        line.HasIndex(l => l.ProductId).HasFilter("\"BackOrdered\" > 0");
        line.Property(l => l.Sku).HasMaxLength(Columns.Sku);
        line.Property(l => l.ProductName).HasMaxLength(Columns.Name);
        line.Property(l => l.Category).HasMaxLength(Columns.Category);
        line.Property(l => l.Unit).HasMaxLength(Columns.Unit);
        line.Property(l => l.UnitCost).IsExact();
        line.Property(l => l.UnitPrice).IsExact();
        line.Property(l => l.NetExact).IsExact();
    }

    private static void Map(EntityTypeBuilder<Shipment> shipment)
    {
        shipment.ToTable("Shipments").HasKey(s => s.Id);
        shipment.Property(s => s.Id).ValueGeneratedNever();
        shipment.Ignore(s => s.State);
        shipment.Property(s => s.Carrier).HasMaxLength(Columns.Name);
        shipment.Property(s => s.TrackingNumber).HasMaxLength(Columns.Reference);
        shipment.HasMany(s => s.Lines).WithOne().HasForeignKey("ShipmentId").OnDelete(DeleteBehavior.Cascade);
    }

    private static void Map(EntityTypeBuilder<Acceptance> acceptance)
    {
        acceptance.ToTable("Acceptances").HasKey(a => a.Id);
        acceptance.Property(a => a.Id).ValueGeneratedNever();
        acceptance.Property(a => a.AcceptedBy).HasMaxLength(Columns.Name);
        acceptance.Property(a => a.Note).HasMaxLength(Columns.Reason);
        acceptance.HasMany(a => a.Lines).WithOne().HasForeignKey("AcceptanceId").OnDelete(DeleteBehavior.Cascade);
    }
}
