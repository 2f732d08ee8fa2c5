namespace Crm.BuildingBlocks;

/// <summary>Something that happened to an aggregate, in the past tense and in the module's own terms.</summary>
public abstract record DomainEvent
{
    /// <summary>The aggregate's version that this event led to: 1 for the first.</summary>
    public int Position { get; init; }
}
