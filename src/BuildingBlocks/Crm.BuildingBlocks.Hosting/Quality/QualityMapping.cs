using System.Text.Json;
using Crm.BuildingBlocks.Hosting.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.BuildingBlocks.Hosting.Quality;

public static class QualityMapping
{
    private const int LongestCode = 60;
    private const int LongestBasis = 1000;
    private const int LongestReason = 500;

    /// <summary>Adds the tables of rules, findings, scores and notes to a module that watches the quality of its data.</summary>
    public static void MapQuality(this ModelBuilder model)
    {
        model.Entity<QualityRule>(rule =>
        {
            rule.ToTable("QualityRules").HasKey(r => r.Id);
            rule.Property(r => r.Id).ValueGeneratedNever();
            rule.Ignore(r => r.Facts);
            rule.Property(r => r.Check).HasMaxLength(LongestCode);
            rule.HasIndex(r => r.Check).IsUnique();
            rule.Property(r => r.Parameters).IsLongText().HasConversion(
                values => JsonSerializer.Serialize(values, JsonSerializerOptions.Default),
                text => JsonSerializer.Deserialize<Dictionary<string, decimal>>(text, JsonSerializerOptions.Default)!,
                new ValueComparer<IReadOnlyDictionary<string, decimal>>((a, b) => ReferenceEquals(a, b), values => values.Count, values => values));
        });
        model.Entity<QualityFinding>(finding =>
        {
            finding.ToTable("QualityFindings").HasKey(f => f.Id);
            finding.Property(f => f.Id).ValueGeneratedNever();
            finding.Property(f => f.Check).HasMaxLength(LongestCode);
            finding.Property(f => f.Basis).HasMaxLength(LongestBasis);
            finding.Property(f => f.Reason).HasMaxLength(LongestReason);
            finding.Property(f => f.ProposalKind).HasMaxLength(LongestCode);
            Texts(finding.Property(f => f.Values));
            Texts(finding.Property(f => f.ProposalValues));
            finding.HasIndex(f => new { f.SubjectId, f.Check }).IsUnique();
            finding.HasIndex(f => f.OtherId);
            finding.HasIndex(f => f.FoundAt);
            finding.HasIndex(f => new { f.Check, f.State });
        });
        model.Entity<QualityScore>(score =>
        {
            score.ToTable("QualityScores").HasKey(s => s.SubjectId);
            score.Property(s => s.SubjectId).ValueGeneratedNever();
            score.HasIndex(s => s.Score);
        });
        model.Entity<QualitySnapshot>(snapshot =>
        {
            snapshot.ToTable("QualitySnapshots").HasKey(s => s.Id);
            snapshot.Property(s => s.Id).ValueGeneratedNever();
            snapshot.HasIndex(s => s.TakenAt);
            snapshot.Property(s => s.Checks).IsLongText().HasConversion(
                counts => JsonSerializer.Serialize(counts, JsonSerializerOptions.Default),
                text => JsonSerializer.Deserialize<QualityCount[]>(text, JsonSerializerOptions.Default)!,
                new ValueComparer<IReadOnlyList<QualityCount>>((a, b) => a!.SequenceEqual(b!), counts => counts.Count, counts => counts));
        });
        model.Entity<QualityDue>(due =>
        {
            due.ToTable("QualityDue").HasKey(d => d.Id);
            due.Property(d => d.Id).ValueGeneratedNever();
        });
    }

    private static void Texts(PropertyBuilder<IReadOnlyList<string>> texts) => texts.IsLongText().HasConversion(
        list => JsonSerializer.Serialize(list, JsonSerializerOptions.Default),
        text => JsonSerializer.Deserialize<string[]>(text, JsonSerializerOptions.Default)!,
        new ValueComparer<IReadOnlyList<string>>((a, b) => a!.SequenceEqual(b!), list => list.Count, list => list));
}
