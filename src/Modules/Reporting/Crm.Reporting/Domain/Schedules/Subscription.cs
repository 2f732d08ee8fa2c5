using Crm.BuildingBlocks;

namespace Crm.Reporting.Domain.Schedules;

/// <summary>One recipient of a schedule. What is sent is what this user would see, whoever made the schedule.</summary>
internal sealed class Subscription : AggregateRoot
{
    private Subscription()
    {
    }

    public SubscriptionId Id { get; private init; }

    public override Guid Key => Id.Value;

    public ScheduleId ScheduleId { get; private init; }

    [PersonKey]
    public Guid UserId { get; private init; }

    /// <summary>Empty after the person was erased.</summary>
    [Personal]
    public string Email { get; private set; } = "";

    public Language Language { get; private init; }

    public Attachment Attachment { get; private init; }

    /// <summary>Nothing is sent when the recipient would get an empty report.</summary>
    public bool OnlyIfNotEmpty { get; private init; }

    public DateTimeOffset? EndedAt { get; private set; }

    public static Subscription Begin(ScheduleId schedule, Guid user, string email, Language language, Attachment attachment, bool onlyIfNotEmpty)
    {
        var subscription = new Subscription
        {
            Id = SubscriptionId.New(),
            ScheduleId = schedule,
            UserId = user,
            Email = email,
            Language = language,
            Attachment = attachment,
            OnlyIfNotEmpty = onlyIfNotEmpty,
        };
        subscription.Raise(new SubscriptionWasBegun());
        return subscription;
    }

    public void End(DateTimeOffset now)
    {
        EndedAt ??= now;
        Raise(new SubscriptionWasEnded());
    }

    public void Erase(DateTimeOffset now)
    {
        Email = "";
        End(now);
    }
}

internal sealed record SubscriptionWasBegun : DomainEvent;

internal sealed record SubscriptionWasEnded : DomainEvent;
