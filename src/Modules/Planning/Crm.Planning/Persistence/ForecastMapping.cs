using Crm.Planning.Domain.Forecasts;
using Microsoft.EntityFrameworkCore;

namespace Crm.Planning.Persistence;

internal static class ForecastMapping
{
    private const int LongestText = 2000;

    public static void Map(ModelBuilder model)
    {
        model.Entity<OpportunityCopy>(copy =>
        {
            copy.ToTable("OpportunityCopies").HasKey(c => c.OpportunityId);
            copy.Property(c => c.OpportunityId).ValueGeneratedNever();
            copy.Property(c => c.Currency).HasMaxLength(3).IsUnicode(false);
            copy.HasIndex(c => c.ClosesOn);
            copy.HasIndex(c => new { c.OwnerId, c.ClosesOn });
            copy.HasIndex(c => new { c.UnitId, c.ClosesOn });
        });
        model.Entity<ForecastSubmission>(submission =>
        {
            submission.ToTable("ForecastSubmissions").HasKey(s => s.Id);
            submission.Property(s => s.Id).ValueGeneratedNever();
            submission.Property(s => s.Currency).HasMaxLength(3).IsUnicode(false);
            submission.Property(s => s.Comment).HasMaxLength(LongestText);
            submission.ComplexProperty(s => s.Said).Ignore(a => a.Promised);
            submission.ComplexProperty(s => s.Counted).Ignore(a => a.Promised);
            submission.HasIndex(s => s.Period);
            submission.HasIndex(s => s.SubmittedAt);
            submission.HasIndex(s => new { s.OwnerId, s.Period });
            submission.HasIndex(s => new { s.UnitId, s.Period });
        });
        model.Entity<ForecastAdjustment>(adjustment =>
        {
            adjustment.ToTable("ForecastAdjustments").HasKey(a => a.Id);
            adjustment.Property(a => a.Id).ValueGeneratedNever();
            adjustment.Property(a => a.Reason).HasMaxLength(LongestText);
            adjustment.HasIndex(a => a.SubmissionId);
        });
    }
}
