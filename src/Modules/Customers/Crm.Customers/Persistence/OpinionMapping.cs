using Crm.Customers.Domain;
using Crm.Customers.Domain.Evaluations;
using Crm.Customers.Domain.Reviews;
using Crm.Customers.Domain.Satisfaction;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Persistence;

/// <summary>What customers think of the company, and the company of them: reviews, surveys and evaluations.</summary>
internal static class OpinionMapping
{
    private const int GradeLength = 20;

    public static void Map(ModelBuilder model)
    {
        model.Entity<Review>(review =>
        {
            review.ToTable("Reviews").HasKey(r => r.Id);
            review.Property(r => r.Id).ValueGeneratedNever();
            review.HasOne<Customer>().WithMany().HasForeignKey(r => r.CustomerId).OnDelete(DeleteBehavior.Restrict);
            review.OwnsMany(r => r.Decisions, decision =>
            {
                decision.ToTable("ReviewDecisions").WithOwner().HasForeignKey("ReviewId");
                decision.HasKey(d => d.Id);
                decision.Property(d => d.Id).ValueGeneratedNever();
            });
            review.HasIndex(r => new { r.CustomerId, r.SubmittedAt });
            review.HasIndex(r => new { r.ProductId, r.Status });
            review.HasIndex(r => r.SubmittedAt);
            review.HasIndex(r => r.OrderId);
        });
        model.Entity<DeliveredProduct>(delivered =>
        {
            delivered.ToTable("DeliveredProducts").HasKey(d => new { d.ShipmentId, d.ProductId });
            delivered.HasIndex(d => new { d.CustomerId, d.ProductId });
            delivered.HasIndex(d => d.OrderId);
        });
        model.Entity<ScoreCard>(card =>
        {
            card.ToTable("ScoreCards").HasKey(c => c.Id);
            card.Property(c => c.Id).ValueGeneratedNever();
            card.Property(c => c.Code).HasMaxLength(CustomerLimits.Code);
            card.Property(c => c.Criteria).IsJson();
            card.Property(c => c.Grades).IsJson();
            card.HasIndex(c => new { c.Code, c.Number }).IsUnique();
            card.HasIndex(c => c.PublishedAt);
        });
        model.Entity<Evaluation>(evaluation =>
        {
            evaluation.ToTable("Evaluations").HasKey(e => e.Id);
            evaluation.Property(e => e.Id).ValueGeneratedNever();
            evaluation.Property(e => e.CardCode).HasMaxLength(CustomerLimits.Code);
            evaluation.Property(e => e.Grade).HasMaxLength(GradeLength);
            evaluation.Property(e => e.Points).IsJson();
            evaluation.HasOne<Customer>().WithMany().HasForeignKey(e => e.CustomerId).OnDelete(DeleteBehavior.Restrict);
            evaluation.HasOne<ScoreCard>().WithMany().HasForeignKey(e => e.ScoreCardId).OnDelete(DeleteBehavior.Restrict);
            evaluation.HasIndex(e => new { e.CustomerId, e.EvaluatedAt });
            evaluation.HasIndex(e => e.EvaluatedAt);
        });
        model.Entity<Customer>(customer =>
        {
            customer.Property(c => c.Grade).HasMaxLength(GradeLength);
            customer.HasIndex(c => new { c.Grade, c.GradeValidUntil });
        });
        model.Entity<SurveyAnswer>(answer =>
        {
            answer.ToTable("SurveyAnswers").HasKey(a => a.Id);
            answer.Property(a => a.Id).ValueGeneratedNever();
            answer.Ignore(a => a.Score);
            answer.HasOne<Customer>().WithMany().HasForeignKey(a => a.CustomerId).OnDelete(DeleteBehavior.Restrict);
            answer.HasIndex(a => new { a.CustomerId, a.AnsweredAt });
            answer.HasIndex(a => a.AnsweredAt);
        });
    }
}
