using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Loyalty;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Persistence;

/// <summary>Points of customers.</summary>
internal static class LoyaltyMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<LoyaltyProgram>(program =>
        {
            program.ToTable("LoyaltyPrograms").HasKey(p => p.Id);
            program.Property(p => p.Id).ValueGeneratedNever();
            program.Ignore(p => p.Facts);
            program.Property(p => p.Currency).HasMaxLength(Columns.Currency);
        });
        model.Entity<PointsAccount>(account =>
        {
            account.ToTable("PointsAccounts").HasKey(a => a.Id);
            account.Property(a => a.Id).ValueGeneratedNever();
            account.HasIndex(a => a.CustomerId).IsUnique();
            account.HasMany(a => a.Entries).WithOne().HasForeignKey("AccountId").OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<PointsEntry>(entry =>
        {
            entry.ToTable("PointsEntries").HasKey(e => e.Id);
            entry.Property(e => e.Id).ValueGeneratedNever();
            entry.Property(e => e.On).HasColumnName("BookedOn");
            entry.Property(e => e.Left).HasColumnName("PointsLeft");
            entry.HasOne<Order>().WithMany().HasForeignKey(e => e.OrderId).OnDelete(DeleteBehavior.Restrict);
            entry.HasIndex("AccountId", nameof(PointsEntry.Number)).IsUnique();
            // Few of all that ever were: those that may still be spent.
            entry.HasIndex(e => e.ValidUntil).HasFilter("\"PointsLeft\" > 0");
        });
        model.Entity<PointsDue>(due =>
        {
            due.ToTable("PointsDue").HasKey(d => d.Id);
            due.Property(d => d.Id).ValueGeneratedNever();
            due.HasIndex(d => d.OrderId);
        });
    }
}
