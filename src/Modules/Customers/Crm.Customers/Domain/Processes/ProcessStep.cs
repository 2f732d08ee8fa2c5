using Crm.BuildingBlocks;

namespace Crm.Customers.Domain.Processes;

/// <summary>A time that a process spent at one node, and how it left it.</summary>
internal sealed class ProcessStep
{
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>1 for the first.</summary>
    public int Number { get; init; }

    public string Node { get; init; } = "";

    public DateTimeOffset EnteredAt { get; init; }

    /// <summary>Null while it is there, and at an end.</summary>
    public DateTimeOffset? LeftAt { get; private set; }

    /// <summary>Whole seconds it was there, once it has left.</summary>
    public long? DwellSeconds { get; private set; }

    /// <summary>By which it left.</summary>
    public string? Transition { get; private set; }

    /// <summary>The caller who took it further; null where it went by itself.</summary>
    public Guid? ById { get; private set; }

    /// <summary>What sales told that took it further.</summary>
    public Guid? FactId { get; private set; }

    [Personal]
    public string? Note { get; private set; }

    public void Leave(string? transition, Guid? by, Guid? fact, string? note, DateTimeOffset now)
    {
        (LeftAt, Transition, ById, FactId, Note) = (now, transition, by, fact, note);
        DwellSeconds = (long)(now - EnteredAt).TotalSeconds;
    }

    public void Forget() => Note = null;
}

/// <summary>Something that was written down on the way.</summary>
internal sealed class ProcessValue(string field, string value)
{
    /// <summary>Key of the field.</summary>
    public string Field { get; private set; } = field;

    [Personal]
    public string Value { get; private set; } = value;

    public void Become(string value) => Value = value;
}
