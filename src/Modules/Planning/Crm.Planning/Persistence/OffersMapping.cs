using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Planning.Domain.Promotions;
using Crm.Planning.Domain.Vouchers;
using Microsoft.EntityFrameworkCore;

namespace Crm.Planning.Persistence;

/// <summary>Promotions, what was used of them, and codes.</summary>
internal static class OffersMapping
{
    /// <summary>Characters of a code of a promotion.</summary>
    public const int LongestCode = 60;

    /// <summary>Characters of a code of a voucher.</summary>
    public const int LongestCoupon = 60;

    /// <summary>Characters of a reason that is told.</summary>
    public const int LongestReason = 500;

    private const int PrefixLength = 20;
    private const int CurrencyLength = 3;

    public static void Map(ModelBuilder model)
    {
        MapPromotions(model);
        MapUsage(model);
        model.Entity<VoucherBatch>(batch =>
        {
            batch.ToTable("VoucherBatches").HasKey(b => b.Id);
            batch.Property(b => b.Id).ValueGeneratedNever();
            batch.Property(b => b.PromotionCode).HasMaxLength(LongestCode);
            batch.Property(b => b.Prefix).HasMaxLength(PrefixLength);
            batch.Property(b => b.Secret).IsNotAudited();
            batch.HasIndex(b => b.Prefix).IsUnique();
            batch.HasIndex(b => b.PromotionId);
            batch.OwnsMany(b => b.Withdrawn, code =>
            {
                code.ToTable("WithdrawnCodes").WithOwner().HasForeignKey("BatchId");
                code.HasKey("BatchId", nameof(WithdrawnCode.Number));
                code.Property(c => c.Number).ValueGeneratedNever();
            });
        });
    }

    private static void MapPromotions(ModelBuilder model) => model.Entity<Promotion>(promotion =>
    {
        promotion.ToTable("Promotions").HasKey(p => p.Id);
        promotion.Property(p => p.Id).ValueGeneratedNever();
        promotion.Property(p => p.Code).HasMaxLength(LongestCode);
        promotion.Property(p => p.Draft).IsLongText().IsNotAudited();
        promotion.Property(p => p.TurnReason).HasMaxLength(LongestReason);
        promotion.Ignore(p => p.Newest).Ignore(p => p.NextNumber);
        // A deleted draft gives its code back.
        promotion.HasIndex(p => p.Code).IsUnique().HasFilter("\"DeletedAt\" IS NULL");
        promotion.HasIndex(p => p.State);
        promotion.HasIndex(p => p.From);
        promotion.HasIndex(p => p.To);
        promotion.HasIndex(p => p.OwnerId);
        promotion.HasIndex(p => p.UnitId);
        promotion.HasIndex(p => p.CreatedAt);
        promotion.OwnsMany(p => p.Versions, version =>
        {
            version.ToTable("PromotionVersions").WithOwner().HasForeignKey("PromotionId");
            version.HasKey("PromotionId", nameof(PromotionVersion.Number));
            version.Property(v => v.Number).ValueGeneratedNever();
            version.Property(v => v.Currency).HasMaxLength(CurrencyLength).IsUnicode(false);
            version.Property(v => v.Text).IsLongText().IsNotAudited();
            version.Ignore(v => v.Limits).Ignore(v => v.Parts);
        });
    });

    private static void MapUsage(ModelBuilder model)
    {
        model.Entity<PromotionUsage>(usage =>
        {
            usage.ToTable("PromotionUsages").HasKey(u => new { u.Code, u.Currency });
            usage.Property(u => u.Code).HasMaxLength(LongestCode);
            usage.Property(u => u.Currency).HasMaxLength(CurrencyLength).IsUnicode(false);
        });
        model.Entity<PromotionRedemption>(redemption =>
        {
            redemption.ToTable("PromotionRedemptions").HasKey(r => new { r.OrderId, r.Code, r.Number, r.Coupon });
            redemption.Property(r => r.Code).HasMaxLength(LongestCode);
            redemption.Property(r => r.Coupon).HasMaxLength(LongestCoupon);
            redemption.Property(r => r.Currency).HasMaxLength(CurrencyLength).IsUnicode(false);
            redemption.Ignore(r => r.Counted);
            redemption.HasIndex(r => new { r.Code, r.OrderedOn });
        });
    }
}
