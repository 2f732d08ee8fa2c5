using Crm.BuildingBlocks;

namespace Crm.Customers.Domain.Privacy;

internal readonly record struct ConsentId(Guid Value) : ITypedId;

internal enum ConsentChannel
{
    [Label("Any", "任何方式")]
    Any,
    [Label("E-mail", "电子邮件")]
    Email,
    [Label("Phone", "电话")]
    Phone,
    [Label("Text message", "短信")]
    Message,
    [Label("Letter", "信函")]
    Letter,
    [Label("Social account", "社交账号")]
    Social,
    [Label("Visit", "上门拜访")]
    Visit,
}

/// <summary>One line of the ledger of consents: somebody said yes or no. Written once, never changed; the latest that covers a question answers it.</summary>
internal sealed class Consent : AggregateRoot
{
    private Consent()
    {
    }

    public Consent(ConsentFacts facts, Guid recordedBy, DateTimeOffset now)
    {
        Id = new ConsentId(Guid.CreateVersion7());
        (CustomerId, Purpose, Channel, IsGiven) = (facts.CustomerId, facts.Purpose, facts.Channel, facts.IsGiven);
        (ContactPoint, Source, TextVersion, Evidence) = (facts.ContactPoint, facts.Source, facts.TextVersion, facts.Evidence);
        (At, RecordedAt, RecordedBy) = (facts.At, now, recordedBy);
        Raise(new ConsentWasRecorded());
    }

    public ConsentId Id { get; private set; }

    public override Guid Key => Id.Value;

    [PersonKey]
    public CustomerId CustomerId { get; private set; }

    /// <summary>Code of the purpose.</summary>
    public string Purpose { get; private set; } = "";

    public ConsentChannel Channel { get; private set; }

    /// <summary>The one number or address that it is about, normalised; null: all of the channel.</summary>
    [Personal]
    public string? ContactPoint { get; private set; }

    /// <summary>False where it was withdrawn.</summary>
    public bool IsGiven { get; private set; }

    /// <summary>Where it was said, such as "web form". Empty once the customer was erased, and only then.</summary>
    [PersonalInCopies]
    public string Source { get; private set; } = "";

    /// <summary>Which wording was agreed to.</summary>
    [PersonalInCopies]
    public string? TextVersion { get; private set; }

    /// <summary>What shows it: words, a reference to a letter or a call.</summary>
    [Personal]
    public string? Evidence { get; private set; }

    /// <summary>When it was said.</summary>
    public DateTimeOffset At { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }

    public Guid RecordedBy { get; private set; }

    /// <summary>That somebody said yes or no stays, who it was goes.</summary>
    public void Forget()
    {
        if (Source.Length == 0) return;
        (ContactPoint, Source, TextVersion, Evidence) = (null, "", null, null);
        Raise(new ConsentWasForgotten());
    }

    /// <summary>Whether it says something about this use.</summary>
    public bool Covers(ConsentChannel channel, string? contactPoint) => (Channel == ConsentChannel.Any || Channel == channel) && (ContactPoint is null || ContactPoint == contactPoint);

    /// <summary>The latest; of two of the same moment the one that says no.</summary>
    public static Consent? Deciding(IEnumerable<Consent> consents) =>
        consents.OrderByDescending(c => c.At).ThenBy(c => c.IsGiven).ThenByDescending(c => c.RecordedAt).FirstOrDefault();
}

/// <summary>What is said when somebody agrees or withdraws.</summary>
internal sealed record ConsentFacts(
    CustomerId CustomerId, string Purpose, ConsentChannel Channel, string? ContactPoint, bool IsGiven, string Source, string? TextVersion, string? Evidence, DateTimeOffset At);

internal sealed record ConsentWasRecorded : DomainEvent;

internal sealed record ConsentWasForgotten : DomainEvent;
