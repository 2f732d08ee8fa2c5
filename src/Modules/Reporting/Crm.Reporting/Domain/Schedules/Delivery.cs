using Crm.BuildingBlocks;

namespace Crm.Reporting.Domain.Schedules;

/// <summary>
/// The one mail of a subscription for a slot. It is committed as being sent before the mail server is spoken to, and only a try that
/// surely failed is repeated: whatever happens, at most one mail arrives.
/// </summary>
internal sealed class Delivery : AggregateRoot
{
    public const int MostTries = 8;

    /// <summary>Longer than a mail server may take to answer. A try without an outcome after that was cut off, by a crash for example.</summary>
    public static readonly TimeSpan LongestTry = TimeSpan.FromMinutes(30);

    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    private static readonly Phrase CutOff = new(
        "The sending was cut off before its outcome was known. The mail may have arrived and is not sent again.", "发送过程中断，结果未知。邮件可能已送达，不会重发。");

    private Delivery()
    {
    }

    public DeliveryId Id { get; private init; }

    public override Guid Key => Id.Value;

    public ScheduleId ScheduleId { get; private init; }

    public SubscriptionId SubscriptionId { get; private init; }

    public Guid UserId { get; private init; }

    public DateTimeOffset Slot { get; private init; }

    public DeliveryState State { get; private set; }

    public int Tries { get; private set; }

    public DateTimeOffset NextTryAt { get; private set; }

    public DateTimeOffset? StartedAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Why it is not taken, in English; never names the recipient.</summary>
    public string? ReasonEnglish { get; private set; }

    public string? ReasonChinese { get; private set; }

    /// <summary>Somebody should look: it failed, or nobody knows whether it arrived.</summary>
    public bool NeedsAttention => State is DeliveryState.Uncertain or DeliveryState.Failed;

    public bool IsOpen => State is DeliveryState.Planned or DeliveryState.NotTaken;

    public static Delivery Plan(Subscription subscription, DateTimeOffset slot, DateTimeOffset now)
    {
        var delivery = new Delivery
        {
            Id = DeliveryId.New(),
            ScheduleId = subscription.ScheduleId,
            SubscriptionId = subscription.Id,
            UserId = subscription.UserId,
            Slot = slot,
            NextTryAt = now,
        };
        delivery.Raise(new DeliveryWasPlanned());
        return delivery;
    }

    /// <summary>Takes the right to send. False when somebody else has it, or it is settled, or not due yet.</summary>
    public bool Begin(DateTimeOffset now)
    {
        if (!IsOpen || NextTryAt > now) return false;
        (State, StartedAt) = (DeliveryState.Sending, now);
        Tries++;
        Raise(new DeliveryWasBegun());
        return true;
    }

    public void WasTaken(int attempt, DateTimeOffset now)
    {
        if (IsSettledFor(attempt)) return;
        Settle(DeliveryState.Taken, null, now);
    }

    /// <summary>Surely not taken: tried again after 1, 2, 4 ... minutes, at most an hour, unless it was refused for good or too often.</summary>
    public void WasNotTaken(int attempt, Phrase reason, bool worthRetrying, DateTimeOffset now)
    {
        if (IsSettledFor(attempt)) return;
        if (!worthRetrying || Tries >= MostTries)
        {
            Settle(DeliveryState.Failed, reason, now);
            return;
        }

        var wait = TimeSpan.FromMinutes(1 << (Tries - 1));
        (State, NextTryAt) = (DeliveryState.NotTaken, now + (wait < LongestWait ? wait : LongestWait));
        (ReasonEnglish, ReasonChinese) = (reason.English, reason.Chinese);
        Raise(new DeliveryWasNotTaken());
    }

    public void IsUncertain(int attempt, Phrase reason, DateTimeOffset now)
    {
        if (IsSettledFor(attempt)) return;
        Settle(DeliveryState.Uncertain, reason, now);
    }

    public void Skip(Phrase reason, DateTimeOffset now)
    {
        if (IsOpen) Settle(DeliveryState.Skipped, reason, now);
    }

    /// <summary>The report cannot be made, and trying again would not help.</summary>
    public void Fail(Phrase reason, DateTimeOffset now)
    {
        if (IsOpen) Settle(DeliveryState.Failed, reason, now);
    }

    /// <summary>Settles a try that was cut off. False when there is none.</summary>
    public bool GiveUpWaiting(DateTimeOffset now)
    {
        if (State != DeliveryState.Sending || StartedAt + LongestTry > now) return false;
        Settle(DeliveryState.Uncertain, CutOff, now);
        return true;
    }

    // An outcome that comes after the wait was given up still tells what happened; one of an earlier try does not.
    private bool IsSettledFor(int attempt) => attempt != Tries || State is not (DeliveryState.Sending or DeliveryState.Uncertain);

    private void Settle(DeliveryState state, Phrase? reason, DateTimeOffset now)
    {
        (State, EndedAt) = (state, now);
        (ReasonEnglish, ReasonChinese) = (reason?.English, reason?.Chinese);
        Raise(new DeliveryWasSettled());
    }
}

internal sealed record DeliveryWasPlanned : DomainEvent;

internal sealed record DeliveryWasBegun : DomainEvent;

internal sealed record DeliveryWasNotTaken : DomainEvent;

internal sealed record DeliveryWasSettled : DomainEvent;
