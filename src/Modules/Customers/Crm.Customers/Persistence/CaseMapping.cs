using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Customers.Persistence;

/// <summary>Cases of customer service, what is promised for them, and when people work.</summary>
internal static class CaseMapping
{
    private const int ShortLength = 60;

    public static void Map(ModelBuilder model)
    {
        model.Entity<NumberSeries>(series =>
        {
            series.ToTable("NumberSeries").HasKey(s => s.Name);
            series.Property(s => s.Name).HasMaxLength(ShortLength);
        });
        model.Entity<ServiceCase>(Map);
        model.Entity<WorkingCalendarCopy>(calendar =>
        {
            calendar.ToTable("WorkingCalendars").HasKey(c => c.Id);
            calendar.Property(c => c.Id).ValueGeneratedNever();
            calendar.Property(c => c.TimeZone).HasMaxLength(ShortLength);
            calendar.Property(c => c.Hours).IsJson();
            calendar.Property(c => c.Holidays).IsJson();
        });
        model.Entity<ServiceLevel>(Map);
        model.Entity<EscalationRule>(rule =>
        {
            rule.ToTable("EscalationRules").HasKey(r => r.Id);
            rule.Property(r => r.Id).ValueGeneratedNever();
            rule.HasIndex(r => r.Level).IsUnique();
        });
        model.Entity<CaseTemplate>(template =>
        {
            template.ToTable("CaseTemplates").HasKey(t => t.Id);
            template.Property(t => t.Id).ValueGeneratedNever();
            template.Property(t => t.Code).HasMaxLength(CustomerLimits.Code);
            template.Property(t => t.English).IsLongText();
            template.Property(t => t.Chinese).IsLongText();
            template.Ignore(t => t.Text);
            template.HasIndex(t => t.Code).IsUnique();
        });
        model.Entity<CaseEscalation>(escalation =>
        {
            escalation.ToTable("CaseEscalations").HasKey(e => e.Id);
            escalation.Property(e => e.Id).ValueGeneratedNever();
            escalation.HasOne<ServiceCase>().WithMany().HasForeignKey(e => e.CaseId).OnDelete(DeleteBehavior.Restrict);
            escalation.HasIndex(e => new { e.CaseId, e.Level, e.Round, e.PersonId }).IsUnique();
            escalation.HasIndex(e => new { e.State, e.NextTryAt });
            escalation.HasIndex(e => e.CustomerId);
        });
    }

    private static void Map(EntityTypeBuilder<ServiceCase> one)
    {
        one.ToTable("Cases").HasKey(c => c.Id);
        one.Property(c => c.Id).ValueGeneratedNever();
        one.Property(c => c.Number).HasMaxLength(CustomerLimits.Code);
        one.Ignore(c => c.IsOpen);
        one.HasOne<Customer>().WithMany().HasForeignKey(c => c.CustomerId).OnDelete(DeleteBehavior.Restrict);
        one.OwnsMany(c => c.Notes, note =>
        {
            note.ToTable("CaseNotes").WithOwner().HasForeignKey("CaseId");
            note.HasKey(n => n.Id);
            note.Property(n => n.Id).ValueGeneratedNever();
            note.Property(n => n.Template).HasMaxLength(CustomerLimits.Code);
        });
        one.OwnsMany(c => c.Steps, step =>
        {
            step.ToTable("CaseSteps").WithOwner().HasForeignKey("CaseId");
            step.HasKey(s => s.Id);
            step.Property(s => s.Id).ValueGeneratedNever();
        });
        one.HasIndex(c => c.Number).IsUnique();
        one.HasIndex(c => new { c.CustomerId, c.OpenedAt });
        one.HasIndex(c => new { c.OwnerId, c.OpenedAt });
        one.HasIndex(c => new { c.UnitId, c.OpenedAt });
        one.HasIndex(c => c.OpenedAt);
        one.HasIndex(c => new { c.Status, c.SolveBy });
        one.HasIndex(c => new { c.Status, c.RespondBy });
        one.HasIndex(c => c.OrderId);
    }

    private static void Map(EntityTypeBuilder<ServiceLevel> level)
    {
        level.ToTable("ServiceLevels").HasKey(l => l.Id);
        level.Property(l => l.Id).ValueGeneratedNever();
        level.Property(l => l.Code).HasMaxLength(CustomerLimits.Code);
        level.HasIndex(l => l.Code).IsUnique();
        // In days of eight working hours: urgent within a day, low within ten.
        level.HasData(
            Ready("01938c00-0000-7000-8000-00000000ca01", "any-urgent", CasePriority.Urgent, 60, 480),
            Ready("01938c00-0000-7000-8000-00000000ca02", "any-high", CasePriority.High, 120, 960),
            Ready("01938c00-0000-7000-8000-00000000ca03", "any-normal", CasePriority.Normal, 240, 2400),
            Ready("01938c00-0000-7000-8000-00000000ca04", "any-low", CasePriority.Low, 480, 4800));
    }

    private static object Ready(string id, string code, CasePriority priority, int response, int solution) => new
    {
        Id = new ServiceLevelId(Guid.Parse(id)),
        Code = code,
        Priority = priority,
        ResponseMinutes = response,
        SolutionMinutes = solution,
        Version = 1,
    };
}
