using Crm.BuildingBlocks;
using Crm.SalesOrders.Domain.Exchange;

namespace Crm.SalesOrders.Domain.Dunning;

internal readonly record struct ReminderFeeId(Guid Value) : ITypedId;

/// <summary>
/// What a customer owes for having been reminded: a receivable of its own beside the invoice, without tax, that is paid or waived as a whole.
/// </summary>
internal sealed class ReminderFee : AggregateRoot, IOfOrder
{
    private ReminderFee()
    {
    }

    /// <param name="reminder">That was taken by the mail server, with a fee.</param>
    /// <param name="order">Of the invoice.</param>
    /// <param name="rate">Which the invoice froze; null where none was known.</param>
    /// <param name="number">The next of its series.</param>
    /// <param name="on">Business date.</param>
    public ReminderFee(Reminder reminder, OrderId order, CompanyRate? rate, string number, DateOnly on)
    {
        Id = new ReminderFeeId(Guid.CreateVersion7());
        (Number, ReminderId, InvoiceId, InvoiceNumber, OrderId) = (number, reminder.Id, reminder.InvoiceId, reminder.InvoiceNumber, order);
        (CustomerId, Amount, Currency, ChargedOn) = (reminder.CustomerId, reminder.Fee!.Value, reminder.Currency, on);
        (CompanyCurrency, CompanyRate) = (rate?.Currency, rate?.Rate);
        Raise(new ReminderFeeWasCharged());
    }

    public ReminderFeeId Id { get; private set; }

    public override Guid Key => Id.Value;

    public string Number { get; private set; } = "";

    /// <summary>Unique: a reminder costs once.</summary>
    public ReminderId ReminderId { get; private set; }

    public InvoiceId InvoiceId { get; private set; }

    public string InvoiceNumber { get; private set; } = "";

    public OrderId OrderId { get; private set; }

    [PersonKey]
    public Guid CustomerId { get; private set; }

    /// <summary>More than zero, in whole digits of the currency.</summary>
    public decimal Amount { get; private set; }

    public string Currency { get; private set; } = "";

    /// <summary>In which the company kept its books; null: nobody said.</summary>
    public string? CompanyCurrency { get; private set; }

    /// <summary>Units of it for one unit of the fee's currency, up to eight decimals: that of the invoice.</summary>
    public decimal? CompanyRate { get; private set; }

    /// <summary>Business date.</summary>
    public DateOnly ChargedOn { get; private set; }

    public ReminderFeeState State { get; private set; }

    /// <summary>Business date on which it was paid or waived.</summary>
    public DateOnly? EndedOn { get; private set; }

    /// <summary>How it was paid.</summary>
    public string? Method { get; private set; }

    /// <summary>What the bank calls the payment, or why it was waived.</summary>
    [PersonalInCopies]
    public string? Words { get; private set; }

    public void Pay(DateOnly on, string? method, string? reference)
    {
        End(ReminderFeeState.Paid, on, reference);
        Method = method;
        Raise(new ReminderFeeWasPaid());
    }

    public void Waive(DateOnly on, string reason)
    {
        End(ReminderFeeState.Waived, on, reason);
        Raise(new ReminderFeeWasWaived());
    }

    private void End(ReminderFeeState state, DateOnly on, string? words)
    {
        if (State != ReminderFeeState.Open) throw DunningRules.FeeEnded.Broken(Number);
        (State, EndedOn, Words) = (state, on, words);
    }
}

internal enum ReminderFeeState
{
    [Label("Open", "未付")]
    Open,
    [Label("Paid", "已付")]
    Paid,
    [Label("Waived", "已免除")]
    Waived,
}

internal static class DunningRules
{
    public static readonly Rule FeeEnded = new("sales-orders.reminder-fee-ended", "The reminder fee {0} was paid or waived already.", "催款费 {0} 已支付或已免除。");
}

internal sealed record ReminderFeeWasCharged : DomainEvent;

internal sealed record ReminderFeeWasPaid : DomainEvent;

internal sealed record ReminderFeeWasWaived : DomainEvent;
