using System.Text.Json;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Prices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

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
        IsJson(change.Property(c => c.Lines));
        IsJson(change.Property(c => c.Stock));
        change.HasOne<Order>().WithMany().HasForeignKey(c => c.OrderId).OnDelete(DeleteBehavior.Restrict);
        change.HasMany(c => c.Holds).WithOne().HasForeignKey(HoldKey).OnDelete(DeleteBehavior.Cascade);
        change.Property(c => c.OpenHolds).HasDefaultValue(0);
        change.HasIndex(c => new { c.OrderId, c.ProposedAt });
    });

    // Written once and never changed: the same list is the same value.
    private static void IsJson<T>(PropertyBuilder<IReadOnlyList<T>> property) => property.IsLongText().IsNotAudited().HasConversion(
        list => JsonSerializer.Serialize(list, JsonSerializerOptions.Default),
        text => JsonSerializer.Deserialize<T[]>(text, JsonSerializerOptions.Default)!,
        new ValueComparer<IReadOnlyList<T>>((a, b) => ReferenceEquals(a, b), list => list.Count, list => list));
}
