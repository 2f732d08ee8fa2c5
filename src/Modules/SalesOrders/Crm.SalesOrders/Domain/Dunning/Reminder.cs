using Crm.BuildingBlocks;

namespace Crm.SalesOrders.Domain.Dunning;

internal readonly record struct ReminderId(Guid Value) : ITypedId;

/// <summary>The one mail by which a customer is reminded of an invoice at a level.</summary>
internal sealed class Reminder : SingleMail
{
    private Reminder()
    {
    }

    public Reminder(Invoice invoice, int level, decimal? fee, DateTimeOffset now)
    {
        Id = new ReminderId(Guid.CreateVersion7());
        (InvoiceId, InvoiceNumber, CustomerId, Level) = (invoice.Id, invoice.Number, invoice.CustomerId, level);
        (Open, Fee, Currency, PlannedAt) = (invoice.Open, fee, invoice.Currency, now);
        BePlanned(now);
    }

    public ReminderId Id { get; private set; }

    public override Guid Key => Id.Value;

    public InvoiceId InvoiceId { get; private set; }

    public string InvoiceNumber { get; private set; } = "";

    public Guid CustomerId { get; private set; }

    public int Level { get; private set; }

    /// <summary>What was to be paid of the invoice when it was planned, and then when it was sent.</summary>
    public decimal Open { get; private set; }

    public decimal? Fee { get; private set; }

    /// <summary>Only what surely reached the mail server costs.</summary>
    public bool IsToBeCharged => State == MailState.Taken && Fee > 0m;

    public string Currency { get; private set; } = "";

    public DateTimeOffset PlannedAt { get; private set; }

    /// <summary>By which a mail transport knows the mail of a reminder.</summary>
    public static string MailKey(ReminderId id) => id.Value.ToString("N");

    /// <summary>Takes the right to send. False when somebody else has it, when it is settled, or not due yet.</summary>
    /// <param name="open">What is to be paid of the invoice now.</param>
    /// <param name="now">When it is sent.</param>
    public bool Begin(decimal open, DateTimeOffset now)
    {
        if (!Begin(now)) return false;
        Open = open;
        return true;
    }

    /// <summary>5, 10, 20 ... minutes: whoever is late anyway can wait some hours for the mail.</summary>
    protected override TimeSpan WaitAfter(int tries) => TimeSpan.FromMinutes(5 << (tries - 1));
}
