using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Duplicates;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Persistence;

internal static class DuplicatesMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<DuplicateProfile>(profile =>
        {
            profile.ToTable("DuplicateProfiles").HasKey(p => p.CustomerId);
            profile.Property(p => p.CustomerId).ValueGeneratedNever();
            profile.Property(p => p.Keys).HasMaxLength(DuplicateProfile.MostKeyBytes);
            profile.HasIndex(p => new { p.IsCompared, p.CustomerId });
            profile.HasIndex(p => new { p.Kind, p.Rules });
        });
        model.Entity<DuplicateKey>(key =>
        {
            key.ToTable("DuplicateKeys").HasKey(k => new { k.Hash, k.Rank, k.CustomerId });
            key.HasIndex(k => k.CustomerId);
        });
        model.Entity<DuplicateCandidate>(candidate =>
        {
            candidate.ToTable("DuplicateCandidates").HasKey(c => c.Id);
            candidate.Property(c => c.Id).ValueGeneratedNever();
            candidate.Property(c => c.Reason).IsNotAudited();
            candidate.HasOne(c => c.First).WithMany().HasForeignKey(c => c.FirstId).IsRequired(false).OnDelete(DeleteBehavior.NoAction);
            candidate.HasOne(c => c.Second).WithMany().HasForeignKey(c => c.SecondId).IsRequired(false).OnDelete(DeleteBehavior.NoAction);
            candidate.HasIndex(c => new { c.FirstId, c.SecondId }).IsUnique();
            candidate.HasIndex(c => c.SecondId);
            candidate.HasIndex(c => new { c.State, c.Score });
            candidate.HasIndex(c => c.Score);
            candidate.HasIndex(c => c.FoundAt);
        });
        model.Entity<DedupeRule>(rule =>
        {
            rule.ToTable("DedupeRules").HasKey(r => r.Id);
            rule.Property(r => r.Id).ValueGeneratedNever();
            rule.Property(r => r.Definition).IsLongText();
            rule.HasIndex(r => r.Kind).IsUnique();
            rule.HasData(
                new { Id = new DedupeRuleId(Guid.Parse("0192f000-0000-7000-8000-00000000d001")), Kind = CustomerKind.Organisation, Version = 1 },
                new { Id = new DedupeRuleId(Guid.Parse("0192f000-0000-7000-8000-00000000d002")), Kind = CustomerKind.Person, Version = 1 });
        });
    }
}
