using System.Text.Json;
using Crm.BuildingBlocks.Hosting.Api.Json;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Planning.Domain;
using Crm.Planning.Domain.Competitors;
using Crm.Planning.Domain.Studies;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Planning.Persistence;

internal static class ResearchMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Competitor>(competitor =>
        {
            competitor.ToTable("Competitors").HasKey(c => c.Id);
            competitor.Property(c => c.Id).ValueGeneratedNever();
            competitor.Property(c => c.Code).HasMaxLength(ResearchColumns.Code);
            competitor.Property(c => c.Website).HasMaxLength(ResearchColumns.Address);
            competitor.Property(c => c.Note).HasMaxLength(ResearchColumns.Note);
            competitor.HasIndex(c => c.Code).IsUnique();
            competitor.HasIndex(c => c.Name);
        });
        model.Entity<CompetitorPrice>(price =>
        {
            price.ToTable("CompetitorPrices").HasKey(p => p.Id);
            price.Property(p => p.Id).ValueGeneratedNever();
            price.Property(p => p.CompetitorCode).HasMaxLength(ResearchColumns.Code);
            price.Property(p => p.Sku).HasMaxLength(ResearchColumns.Sku);
            price.Property(p => p.Where).HasMaxLength(ResearchColumns.Address);
            price.Property(p => p.Currency).HasMaxLength(3).IsUnicode(false);
            price.Property(p => p.UnitPrice).IsExact();
            price.HasOne<Competitor>().WithMany().HasForeignKey(p => p.CompetitorId).OnDelete(DeleteBehavior.Restrict);
            price.HasIndex(p => new { p.Sku, p.SeenOn });
            price.HasIndex(p => new { p.CompetitorId, p.SeenOn });
            price.HasIndex(p => p.SeenOn);
        });
        model.Entity<Study>(study =>
        {
            study.ToTable("Studies").HasKey(s => s.Id);
            study.Property(s => s.Id).ValueGeneratedNever();
            study.Property(s => s.Code).HasMaxLength(ResearchColumns.Code);
            study.Property(s => s.Objective).HasMaxLength(ResearchColumns.Note);
            study.Property(s => s.Questions).IsJsonList();
            study.HasIndex(s => s.Code).IsUnique().HasFilter("\"DeletedAt\" IS NULL");
            study.HasIndex(s => s.Name);
            study.HasIndex(s => s.From);
            study.HasIndex(s => s.CreatedAt);
            study.OwnsMany(s => s.Findings, finding =>
            {
                finding.ToTable("Findings").WithOwner().HasForeignKey("StudyId");
                finding.HasKey(f => f.Id);
                finding.Property(f => f.Id).ValueGeneratedNever();
                finding.Property(f => f.Text).HasMaxLength(ResearchColumns.Note);
                finding.Property(f => f.Evidence).IsJsonList();
            });
        });
        MapAnswers(model);
    }

    private static void MapAnswers(ModelBuilder model)
    {
        model.Entity<Response>(response =>
        {
            response.ToTable("Responses").HasKey(r => r.Id);
            response.Property(r => r.Id).ValueGeneratedNever();
            response.Property(r => r.Wave).HasMaxLength(ResearchColumns.Wave);
            response.Property(r => r.Respondent).HasMaxLength(ResearchColumns.Respondent).IsNotAudited();
            response.HasOne<Study>().WithMany().HasForeignKey(r => r.StudyId).OnDelete(DeleteBehavior.Restrict);
            response.HasIndex(r => new { r.StudyId, r.AnsweredOn });
            response.HasIndex(r => new { r.StudyId, r.CustomerId, r.Wave }).IsUnique().HasFilter("\"CustomerId\" IS NOT NULL");
            response.HasIndex(r => new { r.StudyId, r.Respondent, r.Wave }).IsUnique().HasFilter("\"Respondent\" IS NOT NULL");
            response.HasIndex(r => r.CustomerId).HasFilter("\"CustomerId\" IS NOT NULL");
        });
        model.Entity<Answer>(answer =>
        {
            answer.ToTable("Answers").HasKey(a => new { a.ResponseId, a.Question, a.Ordinal });
            answer.Property(a => a.Question).HasMaxLength(ResearchColumns.Key);
            answer.Property(a => a.Option).HasMaxLength(ResearchColumns.Key);
            answer.Property(a => a.Number).IsExact();
            answer.HasOne<Response>().WithMany().HasForeignKey(a => a.ResponseId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<ErasedRespondent>(erased =>
        {
            erased.ToTable("ErasedRespondents").HasKey(e => e.CustomerId);
            erased.Property(e => e.CustomerId).ValueGeneratedNever();
        });
    }

    // Written and read as a whole: another part makes another list.
    private static void IsJsonList<T>(this PropertyBuilder<IReadOnlyList<T>> property) => property.IsLongText().HasConversion(
        list => JsonSerializer.Serialize(list, CrmJson.Options),
        text => JsonSerializer.Deserialize<T[]>(text, CrmJson.Options)!,
        new ValueComparer<IReadOnlyList<T>>((a, b) => ReferenceEquals(a, b) || a!.SequenceEqual(b!), list => list.Count, list => list));
}
