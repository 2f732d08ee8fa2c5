using Crm.BuildingBlocks;

namespace Crm.Host.Platform.Domain;

internal readonly record struct PersonErasureId(Guid Value) : ITypedId;

/// <summary>The fact that somebody's personal values were erased, which is what remains of them.</summary>
internal sealed class PersonErasure : AggregateRoot
{
    private PersonErasure(PersonErasureId id, Guid personId, string reason, DateTimeOffset requestedAt)
    {
        Id = id;
        PersonId = personId;
        Reason = reason;
        RequestedAt = requestedAt;
    }

    public PersonErasureId Id { get; }

    public override Guid Key => Id.Value;

    public Guid PersonId { get; }

    /// <summary>Why, such as the number of the request; no personal values.</summary>
    public string Reason { get; }

    public DateTimeOffset RequestedAt { get; }

    public static PersonErasure Request(Guid person, string reason, DateTimeOffset now)
    {
        var erasure = new PersonErasure(new PersonErasureId(Guid.CreateVersion7()), person, reason, now);
        erasure.Raise(new PersonErasureWasRequested());
        return erasure;
    }
}

internal sealed record PersonErasureWasRequested : DomainEvent;
