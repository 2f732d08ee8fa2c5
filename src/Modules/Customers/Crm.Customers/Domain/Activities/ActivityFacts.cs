using Crm.BuildingBlocks;

namespace Crm.Customers.Domain.Activities;

internal readonly record struct ActivityId(Guid Value) : ITypedId;

/// <summary>What may be said of an activity at once.</summary>
/// <param name="RemindMinutesBefore">Whole minutes before the start at which its people get a mail; null for none.</param>
internal sealed record ActivityFacts(
    string Subject,
    string? Description,
    string? Place,
    Guid? ContactId,
    Guid? OrderId,
    Guid? OpportunityId,
    Guid? CaseId,
    int? RemindMinutesBefore,
    IReadOnlyList<ActivityParticipant> Participants);

/// <summary>From when to when, and by whose clock it was agreed upon.</summary>
/// <param name="TimeZone">IANA name.</param>
internal readonly record struct Appointment(DateTimeOffset StartsAt, DateTimeOffset EndsAt, string TimeZone);

/// <summary>Somebody beside the owner who takes part: a user, or a person to talk to at the customer.</summary>
internal sealed class ActivityParticipant(Guid? userId, Guid? contactId)
{
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid? UserId { get; private set; } = userId;

    public Guid? ContactId { get; private set; } = contactId;
}

/// <summary>That an activity was put off, or brought forward.</summary>
internal sealed class ActivityMove
{
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public required DateTimeOffset MovedAt { get; init; }

    public required Guid MovedById { get; init; }

    public required DateTimeOffset FromStartsAt { get; init; }

    public required DateTimeOffset FromEndsAt { get; init; }

    public required DateTimeOffset ToStartsAt { get; init; }

    public required DateTimeOffset ToEndsAt { get; init; }

    [Personal]
    public string? Reason { get; set; }
}

/// <summary>Where and when a visitor said to be.</summary>
/// <param name="Metres">To the customer, along the great circle; null where <paramref name="Basis"/> says why.</param>
internal sealed record VisitStamp(DateTimeOffset At, Guid? ById, GeoPosition? Position, int? Metres, DistanceBasis Basis);
