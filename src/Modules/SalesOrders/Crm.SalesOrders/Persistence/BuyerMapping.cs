using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Prices;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Persistence;

/// <summary>What promotions and price lists ask of a buyer: segments and territories.</summary>
internal static class BuyerMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<SegmentList>(list =>
        {
            list.ToTable("SegmentLists").HasKey(l => l.SegmentId);
            list.Property(l => l.SegmentId).ValueGeneratedNever();
            list.Property(l => l.PartsHere).IsJson();
        });
        model.Entity<SegmentMember>(member =>
        {
            member.ToTable("SegmentMembers").HasKey(m => new { m.SegmentId, m.FreezeId, m.CustomerId });
            member.HasIndex(m => new { m.CustomerId, m.SegmentId });
        });
        model.Entity<TerritoryCopy>(territory =>
        {
            territory.ToTable("TerritoryCopies").HasKey(t => t.Id);
            territory.Property(t => t.Id).ValueGeneratedNever();
            territory.Property(t => t.Above).IsJson();
        });
    }
}
