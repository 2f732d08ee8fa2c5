namespace Crm.Customers.Domain.Activities;

// What was written down by mistake, or of the wrong activity, is hidden; others are told where they had been told that it took place.
internal sealed partial class Activity
{
    public DateTimeOffset? DeletedAt { get; private set; }

    public void Delete(DateTimeOffset now)
    {
        DeletedAt = now;
        Happened(now, new ActivityWasDeleted());
    }

    public void Restore(DateTimeOffset now)
    {
        if (DeletedAt is null) throw ActivityRules.NotDeleted.Broken();
        DeletedAt = null;
        Happened(now, new ActivityWasRestored());
    }
}
