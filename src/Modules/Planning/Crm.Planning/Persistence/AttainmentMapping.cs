using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Planning.Domain;
using Microsoft.EntityFrameworkCore;

namespace Crm.Planning.Persistence;

internal static class AttainmentMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<KeptEvent>(kept =>
        {
            kept.ToTable("KeptEvents").HasKey(e => e.Position);
            kept.Property(e => e.Body).IsLongText();
            kept.HasIndex(e => new { e.Stream, e.StreamPosition }).IsUnique();
        });
        model.Entity<SalesCount>(count =>
        {
            count.ToTable("SalesCounts").HasKey(c => c.Name);
            count.Property(c => c.Name).HasMaxLength(40);
        });
        model.Entity<OrderCredit>(credit =>
        {
            credit.ToTable("OrderCredits").HasKey(c => new { c.Generation, c.OrderId });
            credit.Property(c => c.Currency).HasMaxLength(3).IsUnicode(false);
            credit.Ignore(c => c.CountsUnder).Ignore(c => c.CountsFor);
            credit.HasIndex(c => new { c.Generation, c.Currency, c.Month, c.SalespersonId });
            credit.HasIndex(c => new { c.Generation, c.Currency, c.OrderedOn });
        });
        model.Entity<MonthlySales>(sales =>
        {
            sales.ToTable("MonthlySales").HasKey(s => new { s.Generation, s.Currency, s.Month, s.SalespersonKey, s.Channel });
            sales.Property(s => s.Currency).HasMaxLength(3).IsUnicode(false);
            sales.Ignore(s => s.Key).Ignore(s => s.Amount);
        });
    }
}
