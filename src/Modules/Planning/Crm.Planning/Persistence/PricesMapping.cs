using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Planning.Domain.Copies;
using Crm.Planning.Domain.PriceLists;
using Crm.Planning.Domain.Proposals;
using Microsoft.EntityFrameworkCore;

namespace Crm.Planning.Persistence;

internal static class PricesMapping
{
    /// <summary>Of a code that people give.</summary>
    public const int LongestCode = 60;

    /// <summary>Of a reason that people give.</summary>
    public const int LongestReason = 500;

    private const int LongestKey = 64;

    public static void Map(ModelBuilder model)
    {
        model.Entity<PlannedPriceList>(list =>
        {
            list.ToTable("PriceLists").HasKey(l => l.Id);
            list.Property(l => l.Id).ValueGeneratedNever();
            list.Property(l => l.Code).HasMaxLength(LongestCode);
            list.Property(l => l.Currency).HasMaxLength(3).IsUnicode(false);
            list.Property(l => l.Draft).IsLongText().IsNotAudited();
            list.Property(l => l.TurnedBecause).HasMaxLength(LongestReason);
            list.HasIndex(l => l.Code).IsUnique().HasFilter("\"DeletedAt\" IS NULL");
            list.HasIndex(l => l.English);
            list.HasIndex(l => l.CreatedAt);
            list.HasIndex(l => l.OwnerId);
            list.HasIndex(l => l.UnitId);
            list.OwnsMany(l => l.Versions, version =>
            {
                version.ToTable("PriceListVersions").WithOwner().HasForeignKey("PriceListId");
                version.HasKey("PriceListId", nameof(PriceListVersion.Number));
                version.Property(v => v.Number).ValueGeneratedNever();
                version.Property(v => v.ScopeKey).HasMaxLength(LongestKey).IsUnicode(false);
                version.Property(v => v.Currency).HasMaxLength(3).IsUnicode(false);
                version.HasIndex(v => new { v.ScopeKey, v.Priority });
            });
        });
        model.Entity<PublishedListText>(text =>
        {
            text.ToTable("PublishedListTexts").HasKey(t => new { t.PriceListId, t.Number });
            text.Property(t => t.Number).ValueGeneratedNever();
            text.Property(t => t.Text).IsLongText();
        });
        model.Entity<PublishingTurn>(turn =>
        {
            turn.ToTable("PublishingTurns").HasKey(t => t.Name);
            turn.Property(t => t.Name).HasMaxLength(40);
            turn.HasData(new PublishingTurn { Name = PublishingTurn.OfPriceLists });
        });
        model.Entity<ProductCopy>(product =>
        {
            product.ToTable("ProductCopies").HasKey(p => p.ProductId);
            product.Property(p => p.ProductId).ValueGeneratedNever();
            product.Property(p => p.Currency).HasMaxLength(3).IsUnicode(false);
            product.Property(p => p.ListPrice).IsExact();
            product.Property(p => p.StandardCost).IsExact();
            product.Property(p => p.CurrentCost).IsExact();
            product.HasIndex(p => p.Sku);
        });
        MapProposals(model);
    }

    private static void MapProposals(ModelBuilder model)
    {
        model.Entity<PriceProposal>(proposal =>
        {
            proposal.ToTable("PriceProposals").HasKey(p => p.Id);
            proposal.Property(p => p.Id).ValueGeneratedNever();
            proposal.Property(p => p.Code).HasMaxLength(LongestCode);
            proposal.HasIndex(p => p.PriceListId);
            proposal.HasIndex(p => p.MadeAt);
            proposal.HasIndex(p => p.OwnerId);
            proposal.HasIndex(p => p.UnitId);
        });
        model.Entity<ProposalRow>(row =>
        {
            row.ToTable("ProposalRows").HasKey(r => r.Id);
            row.Property(r => r.Id).ValueGeneratedNever();
            row.Property(r => r.Present).IsExact();
            row.Property(r => r.Proposed).IsExact();
            row.Property(r => r.Floor).IsExact();
            row.Property(r => r.Ceiling).IsExact();
            row.Property(r => r.ChangeRate).IsExact();
            row.Property(r => r.MarginRate).IsExact();
            row.Property(r => r.Reasons).IsLongText();
            row.Property(r => r.Failure).HasMaxLength(40);
            row.HasIndex(r => new { r.ProposalId, r.Sku, r.FromQuantity }).IsUnique();
        });
    }
}
