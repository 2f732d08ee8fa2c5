namespace Crm.BuildingBlocks;

/// <summary>The consistency boundary of a module: everything inside it is loaded, changed and saved together.</summary>
/// <remarks>
/// <see cref="Version"/> is one number with four uses: how many things happened to the aggregate, the concurrency token, the ETag,
/// and the position of an event in the aggregate's stream. Every change of state therefore raises an event.
/// </remarks>
public abstract class AggregateRoot
{
    private readonly List<DomainEvent> _raised = [];

    public int Version { get; private set; }

    /// <summary>The aggregate's identity, whatever its typed id is called.</summary>
    public abstract Guid Key { get; }

    /// <summary>What happened since the aggregate was loaded, oldest first.</summary>
    public IReadOnlyList<DomainEvent> Raised => _raised;

    public void ForgetRaised() => _raised.Clear();

    protected void Raise(DomainEvent happened)
    {
        Version++;
        _raised.Add(happened with { Position = Version });
    }
}
