using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Reporting.Persistence.Facts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Reporting.Persistence;

internal static class FactsMapping
{
    private const int CurrencyLength = 3;

    public static void Map(ModelBuilder model)
    {
        MapEvents(model);
        MapOrders(model);
        MapMovements(model);
        MapCopies(model);
        model.Entity<SalesRollup>(rollup =>
        {
            rollup.ToTable("SalesRollups").HasKey(r => new { r.Generation, r.Id });
            rollup.HasIndex(r => new { r.Generation, r.Slice, r.Currency, r.Day });
            Currency(rollup.Property(r => r.Currency));
            foreach (var exact in new[] { nameof(SalesRollup.NetRemainder), nameof(SalesRollup.GrossRemainder), nameof(SalesRollup.ReturnedRemainder), nameof(SalesRollup.Smallest), nameof(SalesRollup.Largest) })
                rollup.Property<decimal>(exact).IsExact();
        });
    }

    private static void MapEvents(ModelBuilder model)
    {
        model.Entity<KeptEvent>(kept =>
        {
            kept.ToTable("KeptEvents").HasKey(e => e.Position);
            kept.Property(e => e.Position).ValueGeneratedNever();
            kept.Property(e => e.Body).IsLongText();
            kept.HasIndex(e => new { e.Stream, e.StreamPosition }).IsUnique();
        });
        model.Entity<ProjectionState>(state =>
        {
            state.ToTable("ProjectionStates").HasKey(s => s.Name);
            state.Property(s => s.Name).HasMaxLength(40);
            state.HasData(
                new ProjectionState { Name = ProjectionState.Live, Generation = 1 },
                new ProjectionState { Name = ProjectionState.Building, Generation = 0 });
        });
    }

    private static void MapOrders(ModelBuilder model)
    {
        model.Entity<OrderFact>(order =>
        {
            order.ToTable("OrderFacts").HasKey(o => new { o.Generation, o.OrderId });
            order.HasIndex(o => new { o.Generation, o.CustomerId, o.OrderedOn });
            Currency(order.Property(o => o.Currency));
        });
        model.Entity<OrderLineFact>(line =>
        {
            line.ToTable("OrderLineFacts").HasKey(l => new { l.Generation, l.OrderId, l.LineId });
            line.HasIndex(l => new { l.Generation, l.Currency, l.OrderedOn });
            line.Property(l => l.GrossExact).IsExact();
            line.Property(l => l.NetExact).IsExact();
            line.Property(l => l.ReturnedNetExact).IsExact();
            Currency(line.Property(l => l.Currency));
        });
    }

    private static void MapMovements(ModelBuilder model)
    {
        model.Entity<PaymentFact>(payment =>
        {
            payment.ToTable("PaymentFacts").HasKey(p => new { p.Generation, p.PaymentId });
            payment.HasIndex(p => new { p.Generation, p.OrderId });
            Currency(payment.Property(p => p.Currency));
        });
        model.Entity<ShipmentFact>(shipment =>
        {
            shipment.ToTable("ShipmentFacts").HasKey(s => new { s.Generation, s.ShipmentId, s.LineId });
            shipment.HasIndex(s => new { s.Generation, s.OrderId });
        });
        model.Entity<RefundFact>(refund =>
        {
            refund.ToTable("RefundFacts").HasKey(r => new { r.Generation, r.RefundId, r.LineId });
            refund.HasIndex(r => new { r.Generation, r.OrderId });
        });
        model.Entity<TargetFact>(target =>
        {
            target.ToTable("TargetFacts").HasKey(t => new { t.Generation, t.TargetId, t.Month });
            target.Property(t => t.Currency).HasMaxLength(CurrencyLength).IsUnicode(false);
        });
    }

    private static void MapCopies(ModelBuilder model)
    {
        model.Entity<CustomerCopy>(customer =>
        {
            customer.ToTable("CustomerCopies").HasKey(c => new { c.Generation, c.CustomerId });
            customer.HasIndex(c => new { c.Generation, c.SurvivorId }).HasFilter("\"SurvivorId\" IS NOT NULL");
        });
        model.Entity<ProductCopy>().ToTable("ProductCopies").HasKey(p => new { p.Generation, p.ProductId });
        model.Entity<PersonCopy>().ToTable("PersonCopies").HasKey(p => new { p.Generation, p.UserId });
        model.Entity<UnitCopy>().ToTable("UnitCopies").HasKey(u => new { u.Generation, u.UnitId });
    }

    private static void Currency(PropertyBuilder<string> currency) => currency.HasMaxLength(CurrencyLength).IsUnicode(false);
}
