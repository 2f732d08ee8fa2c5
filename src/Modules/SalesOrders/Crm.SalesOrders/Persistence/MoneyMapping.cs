using Crm.SalesOrders.Domain;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Persistence;

/// <summary>Payments and refunds.</summary>
internal static class MoneyMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Payment>(payment =>
        {
            payment.ToTable("PaymentRecords").HasKey(p => p.Id);
            payment.Property(p => p.Id).ValueGeneratedNever();
            payment.Property(p => p.Currency).HasMaxLength(Columns.Currency);
            payment.Property(p => p.Provider).HasMaxLength(Columns.ExternalSystem);
            payment.Property(p => p.ProviderReference).HasMaxLength(Columns.ExternalId);
            payment.HasMany(p => p.Entries).WithOne().HasForeignKey("PaymentId").OnDelete(DeleteBehavior.Cascade);
            payment.Navigation(p => p.Entries).AutoInclude();
            payment.HasIndex(p => new { p.Provider, p.ProviderReference }).IsUnique();
            payment.HasIndex(p => p.ProviderReference).HasFilter("\"ProviderReference\" IS NOT NULL");
            payment.HasIndex(p => new { p.CustomerId, p.RecordedAt });
            payment.HasIndex(p => p.RecordedAt);
        });
        model.Entity<PaymentEntry>(entry =>
        {
            // The ledger that sums are checked against; it is older than the records that hold its entries together.
            entry.ToTable("Payments").HasKey(e => e.Id);
            entry.Property(e => e.Id).ValueGeneratedNever();
            entry.Property(e => e.Method).HasMaxLength(Columns.Code);
            entry.Property(e => e.Reference).HasMaxLength(Columns.Reference);
            entry.HasOne<Order>().WithMany().HasForeignKey(e => e.OrderId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<ProviderEvent>(happened =>
        {
            happened.ToTable("ProviderEvents").HasKey(e => new { e.Provider, e.EventId });
            happened.Property(e => e.Provider).HasMaxLength(Columns.ExternalSystem);
            happened.Property(e => e.EventId).HasMaxLength(Columns.ExternalId);
        });
        model.Entity<Refund>(refund =>
        {
            refund.ToTable("Refunds").HasKey(r => r.Id);
            refund.Property(r => r.Id).ValueGeneratedNever();
            refund.Property(r => r.Currency).HasMaxLength(Columns.Currency);
            refund.Property(r => r.Reason).HasMaxLength(Columns.Reason);
            refund.Property(r => r.EndReason).HasMaxLength(Columns.Reason);
            refund.HasOne<Order>().WithMany().HasForeignKey(r => r.OrderId).OnDelete(DeleteBehavior.Restrict);
            refund.HasMany(r => r.Items).WithOne().HasForeignKey("RefundId").OnDelete(DeleteBehavior.Cascade);
            refund.Navigation(r => r.Items).AutoInclude();
            refund.HasIndex(r => r.RequestedAt);
            refund.HasIndex(r => new { r.State, r.RequestedAt });
        });
        model.Entity<RefundItem>(item =>
        {
            item.ToTable("RefundItems").HasKey(i => i.Id);
            item.Property(i => i.Id).ValueGeneratedNever();
        });
    }
}
