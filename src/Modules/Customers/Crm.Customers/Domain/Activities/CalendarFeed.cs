using Crm.BuildingBlocks;

namespace Crm.Customers.Domain.Activities;

internal readonly record struct CalendarFeedId(Guid Value) : ITypedId;

/// <summary>How much a feed tells whoever has its address.</summary>
internal enum FeedDetail
{
    /// <summary>Subject, place and time.</summary>
    [Label("Subject, place and time", "主题、地点和时间")]
    Full,

    /// <summary>When the person is busy, and nothing else.</summary>
    [Label("Busy times only", "仅忙碌时间")]
    BusyOnly,
}

/// <summary>
/// The right to read a person's calendar with nothing but an address, as calendar programs do. Of the secret in the address only a hash is
/// kept: it has 256 random bits, so there is nothing to guess.
/// </summary>
internal sealed class CalendarFeed : AggregateRoot
{
    public const int MostPerPerson = 10;

    private CalendarFeed()
    {
    }

    public CalendarFeedId Id { get; private set; }

    public override Guid Key => Id.Value;

    [PersonKey]
    public Guid PersonId { get; private set; }

    /// <summary>Where the person uses it.</summary>
    [PersonalInCopies]
    public string Label { get; private set; } = "";

    public FeedDetail Detail { get; private set; }

    public byte[] SecretHash { get; private set; } = [];

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset? RevokedAt { get; private set; }

    public static CalendarFeed Open(Guid personId, string label, FeedDetail detail, byte[] secretHash, DateTimeOffset now)
    {
        var feed = new CalendarFeed
        {
            Id = new CalendarFeedId(Guid.CreateVersion7()),
            PersonId = personId,
            Label = label,
            Detail = detail,
            SecretHash = secretHash,
            CreatedAt = now,
        };
        feed.Raise(new CalendarFeedWasOpened());
        return feed;
    }

    /// <summary>Nobody reads by its address any more. Happens once.</summary>
    public void Revoke(DateTimeOffset now)
    {
        if (RevokedAt is not null) return;
        (RevokedAt, SecretHash) = (now, []);
        Raise(new CalendarFeedWasRevoked());
    }

    /// <summary>Its person was erased.</summary>
    public void Anonymise(DateTimeOffset now)
    {
        if (Label.Length == 0) return;
        (Label, RevokedAt, SecretHash) = ("", RevokedAt ?? now, []);
        Raise(new CalendarFeedWasRevoked());
    }
}

internal sealed record CalendarFeedWasOpened : DomainEvent;

internal sealed record CalendarFeedWasRevoked : DomainEvent;
