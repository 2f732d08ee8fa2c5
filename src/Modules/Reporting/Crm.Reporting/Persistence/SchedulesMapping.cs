using Crm.Reporting.Domain.Schedules;
using Microsoft.EntityFrameworkCore;

namespace Crm.Reporting.Persistence;

internal static class SchedulesMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<ReportSchedule>(schedule =>
        {
            schedule.ToTable("ReportSchedules").HasKey(s => s.Id);
            schedule.Property(s => s.Id).ValueGeneratedNever();
            schedule.Property(s => s.Period).HasMaxLength(40);
            schedule.Property(s => s.Currency).HasMaxLength(3).IsUnicode(false);
            schedule.Property(s => s.TimeZone).HasMaxLength(100);
            schedule.HasIndex(s => s.Name);
            schedule.HasIndex(s => s.OwnerId);
            schedule.HasIndex(s => s.UnitId);
        });
        model.Entity<Subscription>(subscription =>
        {
            subscription.ToTable("Subscriptions").HasKey(s => s.Id);
            subscription.Property(s => s.Id).ValueGeneratedNever();
            subscription.HasIndex(s => new { s.ScheduleId, s.UserId }).IsUnique().HasFilter("\"EndedAt\" IS NULL");
            subscription.HasIndex(s => s.UserId);
        });
        model.Entity<ScheduleRun>().ToTable("ScheduleRuns").HasKey(r => new { r.ScheduleId, r.Slot });
        model.Entity<Delivery>(delivery =>
        {
            delivery.ToTable("Deliveries").HasKey(d => d.Id);
            delivery.Property(d => d.Id).ValueGeneratedNever();
            delivery.HasIndex(d => new { d.SubscriptionId, d.Slot }).IsUnique();
            delivery.HasIndex(d => new { d.ScheduleId, d.Slot });
            delivery.HasIndex(d => new { d.ScheduleId, d.State });
            delivery.HasIndex(d => new { d.State, d.NextTryAt });
            delivery.Property(d => d.ReasonEnglish).HasMaxLength(1000);
            delivery.Property(d => d.ReasonChinese).HasMaxLength(1000);
        });
    }
}
