using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Prices;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Persistence;

internal static class OrderChangeMapping
{
    /// <summary>Names the change in a hold that is one of a change and not of an order.</summary>
    public const string HoldKey = "OrderChangeId";

    public static void Map(ModelBuilder model) => model.Entity<OrderChange>(change =>
    {
        change.ToTable("OrderChanges").HasKey(c => c.Id);
        change.Property(c => c.Id).ValueGeneratedNever();
        change.Property(c => c.Currency).HasMaxLength(Columns.Currency);
        change.Property(c => c.PriceHash).HasMaxLength(PriceToken.Longest);
        change.Property(c => c.Reason).HasMaxLength(Columns.Reason);
        change.Property(c => c.RejectReason).HasMaxLength(Columns.Reason);
        change.Property(c => c.Lines).IsJson().IsNotAudited();
        change.Property(c => c.Stock).IsJson().IsNotAudited();
        change.HasOne<Order>().WithMany().HasForeignKey(c => c.OrderId).OnDelete(DeleteBehavior.Restrict);
        change.HasMany(c => c.Holds).WithOne().HasForeignKey(HoldKey).OnDelete(DeleteBehavior.Cascade);
        change.Property(c => c.OpenHolds).HasDefaultValue(0);
        change.HasIndex(c => new { c.OrderId, c.ProposedAt });
    });
}
