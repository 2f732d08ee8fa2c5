using Crm.BuildingBlocks;

namespace Crm.SalesOrders.Domain.Dunning;

internal readonly record struct BillingContactId(Guid Value) : ITypedId;

/// <summary>Where a customer gets mails about invoices, and in which language.</summary>
internal sealed class BillingContact : AggregateRoot
{
    private BillingContact()
    {
    }

    public BillingContactId Id { get; private set; }

    public override Guid Key => Id.Value;

    /// <summary>Unique.</summary>
    [PersonKey]
    public Guid CustomerId { get; private set; }

    [Personal]
    public string Email { get; private set; } = "";

    public Language Language { get; private set; }

    /// <summary>Is reminded of nothing, for example while something is disputed.</summary>
    public bool RemindersStopped { get; private set; }

    public static BillingContact Name(Guid customerId, string email, Language language, bool remindersStopped)
    {
        var contact = new BillingContact { Id = new BillingContactId(Guid.CreateVersion7()), CustomerId = customerId };
        contact.Change(email, language, remindersStopped);
        return contact;
    }

    public void Change(string email, Language language, bool remindersStopped)
    {
        if ((Email, Language, RemindersStopped) == (email, language, remindersStopped)) return;
        (Email, Language, RemindersStopped) = (email, language, remindersStopped);
        Raise(new BillingContactWasNamed());
    }
}

internal sealed record BillingContactWasNamed : DomainEvent;
