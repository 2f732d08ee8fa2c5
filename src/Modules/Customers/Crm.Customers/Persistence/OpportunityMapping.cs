using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Opportunities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Customers.Persistence;

internal static class OpportunityMapping
{
    private const string OpportunityKey = "OpportunityId";
    private const int CurrencyLength = 3;

    public static void Map(ModelBuilder model)
    {
        model.Entity<Opportunity>(Map);
        model.Entity<Pipeline>(Map);
        model.Entity<OutcomeReason>(Map);
        model.Entity<OpportunitySnapshot>(snapshot =>
        {
            snapshot.ToTable("OpportunitySnapshots").HasKey(s => new { s.Day, s.OpportunityId });
            snapshot.Property(s => s.Stage).HasMaxLength(CustomerLimits.Code);
            snapshot.Property(s => s.Currency).HasMaxLength(CurrencyLength);
            snapshot.Property(s => s.Reason).HasMaxLength(CustomerLimits.Code);
            snapshot.HasIndex(s => s.OpportunityId);
        });
        model.Entity<SnapshotDay>().ToTable("OpportunitySnapshotDays").HasKey(d => d.Day);
    }

    private static void Map(EntityTypeBuilder<Opportunity> opportunity)
    {
        opportunity.ToTable("Opportunities").HasKey(o => o.Id);
        opportunity.Property(o => o.Id).ValueGeneratedNever();
        opportunity.Ignore(o => o.Probability).Ignore(o => o.ProbabilityBasis).Ignore(o => o.AmountBasis);
        opportunity.Property(o => o.Currency).HasMaxLength(CurrencyLength);
        opportunity.Property(o => o.Stage).HasMaxLength(CustomerLimits.Code);
        opportunity.Property(o => o.Reason).HasMaxLength(CustomerLimits.Code);
        opportunity.Property(o => o.Competitors).IsJson();
        opportunity.HasIndex(o => o.CustomerId);
        opportunity.HasIndex(o => o.OwnerId);
        opportunity.HasIndex(o => o.UnitId);
        opportunity.HasIndex(o => new { o.State, o.ExpectedClose });
        opportunity.HasIndex(o => o.ExpectedClose);
        opportunity.HasIndex(o => o.Title);
        opportunity.HasIndex(o => o.Amount);
        opportunity.HasIndex(o => o.OpenedAt);
        opportunity.HasIndex(o => o.ClosedOn);
        opportunity.HasIndex(o => o.ClosedAt);
        opportunity.HasIndex(o => o.NextStepOn);
        opportunity.OwnsMany(o => o.Lines, lines =>
        {
            lines.ToTable("OpportunityLines").WithOwner().HasForeignKey(OpportunityKey);
            lines.HasKey(l => l.Id);
            lines.Property(l => l.Id).ValueGeneratedNever();
            lines.Property(l => l.UnitPrice).IsExact();
            lines.UsePropertyAccessMode(PropertyAccessMode.PreferField);
        });
        opportunity.OwnsMany(o => o.Stays, stays =>
        {
            stays.ToTable("OpportunityStays").WithOwner().HasForeignKey(OpportunityKey);
            stays.HasKey(s => s.Id);
            stays.Property(s => s.Id).ValueGeneratedNever();
            stays.Property(s => s.Stage).HasMaxLength(CustomerLimits.Code);
            stays.UsePropertyAccessMode(PropertyAccessMode.PreferField);
        });
    }

    private static void Map(EntityTypeBuilder<Pipeline> pipeline)
    {
        pipeline.ToTable("Pipelines").HasKey(p => p.Id);
        pipeline.Property(p => p.Id).ValueGeneratedNever();
        pipeline.Property(p => p.Code).HasMaxLength(CustomerLimits.Code);
        pipeline.Property(p => p.Stages).IsJson();
        pipeline.HasIndex(p => p.Code).IsUnique();
        pipeline.HasData(new
        {
            Id = new PipelineId(IdOf(0)),
            FirstPipeline.Code,
            Name = "Standard",
            NameChinese = "标准",
            IsActive = true,
            IsDefault = true,
            FirstPipeline.Stages,
            Version = 1,
        });
    }

    private static void Map(EntityTypeBuilder<OutcomeReason> reason)
    {
        reason.ToTable("OutcomeReasons").HasKey(r => r.Id);
        reason.Property(r => r.Id).ValueGeneratedNever();
        reason.Property(r => r.Code).HasMaxLength(CustomerLimits.Code);
        reason.HasIndex(r => new { r.Outcome, r.Code }).IsUnique();
        reason.HasData(FirstPipeline.Reasons.Select((first, i) => new
        {
            Id = new OutcomeReasonId(IdOf(i + 1)),
            first.Outcome,
            first.Code,
            first.Name,
            first.NameChinese,
            IsActive = true,
            Version = 1,
        }));
    }

    // The same in every database, so that what names them can be copied from one to another.
    private static Guid IdOf(int number) => new($"01930000-0000-7000-8000-0000000002{number:D2}");
}
