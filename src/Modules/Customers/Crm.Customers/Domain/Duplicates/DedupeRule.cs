using Crm.BuildingBlocks;

namespace Crm.Customers.Domain.Duplicates;

internal readonly record struct DedupeRuleId(Guid Value) : ITypedId;

internal sealed record DedupeRuleWasChanged : DomainEvent;

/// <summary>The rules in force for one kind of customers. Its version is theirs; the older ones stand in its history.</summary>
internal sealed class DedupeRule : AggregateRoot
{
    private DedupeRule()
    {
    }

    public DedupeRuleId Id { get; private set; }

    public override Guid Key => Id.Value;

    public CustomerKind Kind { get; private set; }

    /// <summary>As the company has written them; null: those of <see cref="DedupeDefaults"/>.</summary>
    public string? Definition { get; private set; }

    public DateTimeOffset? ChangedAt { get; private set; }

    public void Change(string? definition, DateTimeOffset now)
    {
        (Definition, ChangedAt) = (definition, now);
        Raise(new DedupeRuleWasChanged());
    }
}
