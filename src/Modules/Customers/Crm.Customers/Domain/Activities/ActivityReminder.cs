using Crm.BuildingBlocks;

namespace Crm.Customers.Domain.Activities;

internal readonly record struct ActivityReminderId(Guid Value) : ITypedId;

/// <summary>The one mail by which a person is reminded of an activity at a time. One that is moved has another time, and so another mail.</summary>
internal sealed class ActivityReminder : SingleMail
{
    private ActivityReminder()
    {
    }

    public ActivityReminder(Activity activity, Guid personId, DateTimeOffset now)
    {
        Id = new ActivityReminderId(Guid.CreateVersion7());
        (ActivityId, CustomerId, PersonId, Sequence, StartsAt, PlannedAt) = (activity.Id, activity.CustomerId, personId, activity.Sequence, activity.StartsAt, now);
        BePlanned(now);
    }

    public ActivityReminderId Id { get; private set; }

    public override Guid Key => Id.Value;

    public ActivityId ActivityId { get; private set; }

    public CustomerId CustomerId { get; private set; }

    /// <summary>The user who is reminded.</summary>
    public Guid PersonId { get; private set; }

    /// <summary>How often the activity had been moved when the reminder was planned.</summary>
    public int Sequence { get; private set; }

    /// <summary>Of the activity, when the reminder was planned.</summary>
    public DateTimeOffset StartsAt { get; private set; }

    public DateTimeOffset PlannedAt { get; private set; }

    /// <summary>By which a mail transport knows the mail of a reminder.</summary>
    public static string MailKey(ActivityReminderId id) => $"activity-{id.Value:N}";

    /// <summary>1, 2, 4 ... minutes: what is about to begin cannot wait.</summary>
    protected override TimeSpan WaitAfter(int tries) => TimeSpan.FromMinutes(1 << (tries - 1));
}
