using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.SalesOrders.Domain.Prices;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Persistence;

/// <summary>What is known of planned prices beside their published versions.</summary>
internal static class PlannedPriceMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<PublicationPart>(part =>
        {
            part.ToTable("PublicationParts").HasKey(p => new { p.Kind, p.Code, p.Number, p.Part });
            part.Property(p => p.Code).HasMaxLength(Columns.Code);
            part.Property(p => p.Text).IsLongText();
        });
        model.Entity<PriceSuspension>(suspension =>
        {
            suspension.ToTable("PriceSuspensions").HasKey(s => new { s.Kind, s.Code });
            suspension.Property(s => s.Code).HasMaxLength(Columns.Code);
            suspension.Ignore(s => s.IsOff);
        });
        model.Entity<IssuedVouchers>(batch =>
        {
            batch.ToTable("VoucherBatches").HasKey(b => b.BatchId);
            batch.Property(b => b.BatchId).ValueGeneratedNever();
            batch.Property(b => b.Promotion).HasMaxLength(Columns.Code);
            batch.Property(b => b.Prefix).HasMaxLength(Columns.Code);
            batch.HasIndex(b => b.Prefix).IsUnique();
        });
        model.Entity<WithdrawnVoucher>(voucher => voucher.ToTable("WithdrawnVouchers").HasKey(v => new { v.BatchId, v.Number }));
    }
}
