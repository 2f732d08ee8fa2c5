using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Activities;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Persistence;

/// <summary>Activities, the mails that remind of them, and the feeds by which calendars read them.</summary>
internal static class ActivityMapping
{
    private const int ZoneLength = 60;
    private const int HashLength = 32;

    public static void Map(ModelBuilder model)
    {
        model.Entity<Activity>(activity =>
        {
            activity.ToTable("Activities").HasKey(a => a.Id);
            activity.Property(a => a.Id).ValueGeneratedNever();
            activity.Property(a => a.TimeZone).HasMaxLength(ZoneLength);
            activity.Ignore(a => a.IsOpen).Ignore(a => a.IsBusy).Ignore(a => a.When).Ignore(a => a.RemindUntil).Ignore(a => a.People).Ignore(a => a.CheckIn).Ignore(a => a.CheckOut);
            activity.Property(a => a.ChangedAt).IsNotAudited();
            activity.Property(a => a.CheckInLatitude).IsNotAudited();
            activity.Property(a => a.CheckInLongitude).IsNotAudited();
            activity.Property(a => a.CheckOutLatitude).IsNotAudited();
            activity.Property(a => a.CheckOutLongitude).IsNotAudited();
            activity.HasOne<Customer>().WithMany().HasForeignKey(a => a.CustomerId).OnDelete(DeleteBehavior.Restrict);
            activity.OwnsMany(a => a.Participants, participant =>
            {
                participant.ToTable("ActivityParticipants").WithOwner().HasForeignKey("ActivityId");
                participant.HasKey(p => p.Id);
                participant.Property(p => p.Id).ValueGeneratedNever();
                participant.HasIndex(p => p.UserId);
                participant.UsePropertyAccessMode(PropertyAccessMode.PreferField);
            });
            activity.OwnsMany(a => a.Moves, move =>
            {
                move.ToTable("ActivityMoves").WithOwner().HasForeignKey("ActivityId");
                move.HasKey(m => m.Id);
                move.Property(m => m.Id).ValueGeneratedNever();
            });
            activity.HasIndex(a => new { a.CustomerId, a.StartsAt });
            activity.HasIndex(a => new { a.CustomerId, a.HappenedAt });
            activity.HasIndex(a => new { a.OwnerId, a.StartsAt });
            activity.HasIndex(a => new { a.UnitId, a.StartsAt });
            activity.HasIndex(a => a.StartsAt);
            activity.HasIndex(a => a.CheckedInById);
            activity.HasIndex(a => a.CheckedOutById);
            activity.HasIndex(a => a.ContactId);
            activity.HasIndex(a => new { a.Status, a.RemindAt });
        });
        model.Entity<ActivityReminder>(reminder =>
        {
            reminder.ToTable("ActivityReminders").HasKey(r => r.Id);
            reminder.Property(r => r.Id).ValueGeneratedNever();
            reminder.HasOne<Activity>().WithMany().HasForeignKey(r => r.ActivityId).OnDelete(DeleteBehavior.Restrict);
            reminder.HasIndex(r => new { r.ActivityId, r.PersonId, r.Sequence }).IsUnique();
            reminder.HasIndex(r => new { r.State, r.NextTryAt });
            reminder.HasIndex(r => r.CustomerId);
        });
        model.Entity<CalendarFeed>(feed =>
        {
            feed.ToTable("CalendarFeeds").HasKey(f => f.Id);
            feed.Property(f => f.Id).ValueGeneratedNever();
            feed.Property(f => f.SecretHash).HasMaxLength(HashLength).IsNotAudited();
            feed.HasIndex(f => new { f.PersonId, f.CreatedAt });
        });
    }
}
