using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Notes;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Persistence;

internal static class NoteMapping
{
    public static void Map(ModelBuilder model) => model.Entity<OrderNote>(note =>
    {
        note.ToTable("OrderNotes").HasKey(n => n.Id);
        note.Property(n => n.Id).ValueGeneratedNever();
        note.Property(n => n.Text).IsLongText();
        note.Property(n => n.TextInChinese).IsLongText();
        note.HasOne<Order>().WithMany().HasForeignKey(n => n.OrderId).OnDelete(DeleteBehavior.Restrict);
        note.HasIndex(n => new { n.OrderId, n.WrittenAt });
    });
}
