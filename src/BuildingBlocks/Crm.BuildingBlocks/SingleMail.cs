namespace Crm.BuildingBlocks;

/// <summary>Where a mail is. Taken, uncertain, failed and skipped are final: nothing is sent again by itself.</summary>
public enum MailState
{
    [Label("Planned", "待发送")]
    Planned,

    /// <summary>Committed before the mail server is spoken to.</summary>
    [Label("Sending", "发送中")]
    Sending,

    [Label("Taken by the mail server", "邮件服务器已接收")]
    Taken,

    /// <summary>Surely not taken; will be tried again.</summary>
    [Label("Not taken yet", "尚未接收，将重试")]
    NotTaken,

    /// <summary>It may or may not have arrived. Sending it again might send it twice.</summary>
    [Label("Uncertain", "结果不确定")]
    Uncertain,

    [Label("Failed", "失败")]
    Failed,

    [Label("Skipped", "已跳过")]
    Skipped,
}

/// <summary>
/// Something of which one mail goes out at most, whatever breaks down: that it is being sent is committed before the mail server is spoken to,
/// and only a try that surely failed is made again.
/// </summary>
public abstract class SingleMail : AggregateRoot
{
    public const int MostTries = 8;

    /// <summary>Longer than a mail server may take to answer. A try without an outcome after that was cut off, by a crash for example.</summary>
    public static readonly TimeSpan LongestTry = TimeSpan.FromMinutes(30);

    private static readonly Phrase CutOff = new(
        "The sending was cut off before its outcome was known. The mail may have arrived and is not sent again.", "发送过程中断，结果未知。邮件可能已送达，不会重发。");

    public MailState State { get; private set; }

    public int Tries { get; private set; }

    public DateTimeOffset NextTryAt { get; private set; }

    public DateTimeOffset? StartedAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Why it was not taken, in English; never names the recipient.</summary>
    public string? ReasonEnglish { get; private set; }

    public string? ReasonChinese { get; private set; }

    /// <summary>Somebody should look: it failed, or nobody knows whether it arrived.</summary>
    public bool NeedsAttention => State is MailState.Uncertain or MailState.Failed;

    /// <summary>It is still to be sent.</summary>
    public bool IsOpen => State is MailState.Planned or MailState.NotTaken;

    /// <summary>How long after a try that failed the next one is made; counted from 1.</summary>
    protected abstract TimeSpan WaitAfter(int tries);

    protected void BePlanned(DateTimeOffset now)
    {
        NextTryAt = now;
        Raise(new MailWasPlanned());
    }

    /// <summary>Takes the right to send. False when somebody else has it, or it is settled, or not due yet.</summary>
    public bool Begin(DateTimeOffset now)
    {
        if (!IsOpen || NextTryAt > now) return false;
        (State, StartedAt) = (MailState.Sending, now);
        Tries++;
        Raise(new MailWasBegun());
        return true;
    }

    /// <summary>What became of a try. One that surely failed is made again later, unless it was made too often.</summary>
    /// <param name="attempt">Which try; 0 for one that was begun by somebody who is gone.</param>
    /// <param name="outcome">Taken, not taken, uncertain, or failed for good.</param>
    /// <param name="reason">Why it was not taken.</param>
    /// <param name="now">When it is known.</param>
    public void EndTry(int attempt, MailState outcome, Phrase? reason, DateTimeOffset now)
    {
        if (attempt == 0)
        {
            GiveUpWaiting(now);
            return;
        }

        // An outcome that comes after the wait was given up still tells what happened; one of an earlier try does not.
        if (attempt != Tries || State is not (MailState.Sending or MailState.Uncertain)) return;
        if (outcome != MailState.NotTaken || Tries >= MostTries)
        {
            Settle(outcome == MailState.NotTaken ? MailState.Failed : outcome, reason, now);
            return;
        }

        (State, NextTryAt) = (MailState.NotTaken, now + WaitAfter(Tries));
        (ReasonEnglish, ReasonChinese) = (reason?.English, reason?.Chinese);
        Raise(new MailWasNotTaken());
    }

    /// <summary>There is nothing to be sent, or nobody to send it to.</summary>
    public void Skip(Phrase reason, DateTimeOffset now)
    {
        if (IsOpen) Settle(MailState.Skipped, reason, now);
    }

    /// <summary>The mail cannot be made, and trying again would not help.</summary>
    public void Fail(Phrase reason, DateTimeOffset now)
    {
        if (IsOpen) Settle(MailState.Failed, reason, now);
    }

    /// <summary>Settles a try that was cut off. False when there is none.</summary>
    public bool GiveUpWaiting(DateTimeOffset now)
    {
        if (State != MailState.Sending || StartedAt + LongestTry > now) return false;
        Settle(MailState.Uncertain, CutOff, now);
        return true;
    }

    private void Settle(MailState state, Phrase? reason, DateTimeOffset now)
    {
        (State, EndedAt) = (state, now);
        (ReasonEnglish, ReasonChinese) = (reason?.English, reason?.Chinese);
        Raise(new MailWasSettled());
    }
}

public sealed record MailWasPlanned : DomainEvent;

public sealed record MailWasBegun : DomainEvent;

public sealed record MailWasNotTaken : DomainEvent;

public sealed record MailWasSettled : DomainEvent;
