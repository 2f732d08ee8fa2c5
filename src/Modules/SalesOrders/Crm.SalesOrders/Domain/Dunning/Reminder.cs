using Crm.BuildingBlocks;

namespace Crm.SalesOrders.Domain.Dunning;

internal readonly record struct ReminderId(Guid Value) : ITypedId;

/// <summary>
/// The one mail by which a customer is reminded of an invoice at a level. That it is being sent is committed before the mail server is spoken
/// to, and only what surely failed is tried again: whatever breaks down, at most one arrives.
/// </summary>
internal sealed class Reminder : AggregateRoot
{
    public const int MostTries = 8;

    /// <summary>Longer than a mail server may take to answer. A try without an outcome after that was cut off.</summary>
    public static readonly TimeSpan LongestTry = TimeSpan.FromMinutes(30);

    private static readonly Phrase CutOff = new(
        "The sending was cut off before its outcome was known. The mail may have arrived and is not sent again.", "发送过程中断，结果未知。邮件可能已送达，不会重发。");

    private Reminder()
    {
    }

    public Reminder(Invoice invoice, int level, decimal? fee, DateTimeOffset now)
    {
        Id = new ReminderId(Guid.CreateVersion7());
        (InvoiceId, InvoiceNumber, CustomerId, Level) = (invoice.Id, invoice.Number, invoice.CustomerId, level);
        (Open, Fee, Currency, PlannedAt, NextTryAt) = (invoice.Open, fee, invoice.Currency, now, now);
        Raise(new ReminderWasPlanned());
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
    public bool IsToBeCharged => State == ReminderState.Taken && Fee > 0m;

    public string Currency { get; private set; } = "";

    public ReminderState State { get; private set; }

    public int Tries { get; private set; }

    public DateTimeOffset PlannedAt { get; private set; }

    public DateTimeOffset NextTryAt { get; private set; }

    public DateTimeOffset? StartedAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Why it was not taken; never names the recipient.</summary>
    public string? ReasonEnglish { get; private set; }

    public string? ReasonChinese { get; private set; }

    /// <summary>By which a mail transport knows the mail of a reminder.</summary>
    public static string MailKey(ReminderId id) => id.Value.ToString("N");

    /// <summary>Takes the right to send. False when somebody else has it, when it is settled, or not due yet.</summary>
    public bool Begin(decimal open, DateTimeOffset now)
    {
        if (!IsWaiting || NextTryAt > now) return false;
        (State, StartedAt, Open) = (ReminderState.Sending, now, open);
        Tries++;
        Raise(new ReminderWasBegun());
        return true;
    }

    /// <summary>Nothing is to be sent any more.</summary>
    public void Skip(Phrase reason, DateTimeOffset now)
    {
        if (IsWaiting) Settle(ReminderState.Skipped, reason, now);
    }

    /// <summary>What became of a try. One that surely failed is tried again after 5, 10, 20 ... minutes, unless it was refused for good or too often.</summary>
    public void EndTry(int attempt, ReminderState outcome, Phrase? reason, DateTimeOffset now)
    {
        // An outcome that comes after the wait was given up still tells what happened; one of an earlier try does not.
        if (attempt != Tries || State is not (ReminderState.Sending or ReminderState.Uncertain)) return;
        if (outcome != ReminderState.NotTaken)
        {
            Settle(outcome, reason, now);
            return;
        }

        if (Tries >= MostTries) Settle(ReminderState.Failed, reason, now);
        else
        {
            (State, NextTryAt) = (ReminderState.NotTaken, now + TimeSpan.FromMinutes(5 << (Tries - 1)));
            (ReasonEnglish, ReasonChinese) = (reason?.English, reason?.Chinese);
            Raise(new ReminderWasSettled());
        }
    }

    /// <summary>Settles a try that was cut off.</summary>
    public void GiveUpWaiting(DateTimeOffset now)
    {
        if (State == ReminderState.Sending && StartedAt + LongestTry <= now) Settle(ReminderState.Uncertain, CutOff, now);
    }

    private bool IsWaiting => State is ReminderState.Planned or ReminderState.NotTaken;

    private void Settle(ReminderState state, Phrase? reason, DateTimeOffset now)
    {
        (State, EndedAt) = (state, now);
        (ReasonEnglish, ReasonChinese) = (reason?.English, reason?.Chinese);
        Raise(new ReminderWasSettled());
    }
}

internal enum ReminderState
{
    [Label("Planned", "待发送")]
    Planned,
    [Label("Being sent", "发送中")]
    Sending,
    [Label("Not taken, is tried again", "未送出，将重试")]
    NotTaken,
    [Label("Taken", "已送出")]
    Taken,
    [Label("May have arrived", "不确定是否送达")]
    Uncertain,
    [Label("Failed", "失败")]
    Failed,
    [Label("Not needed any more", "不再需要")]
    Skipped,
}

internal sealed record ReminderWasPlanned : DomainEvent;

internal sealed record ReminderWasBegun : DomainEvent;

internal sealed record ReminderWasSettled : DomainEvent;
