namespace Crm.Planning.Domain;

/// <summary>Where an org unit stands in the tree, kept from the platform's events so that what is sold below it counts for it.</summary>
internal sealed class UnitCopy
{
    private UnitCopy()
    {
    }

    public Guid UnitId { get; private set; }

    public Guid? ParentId { get; private set; }

    /// <summary>Version of the unit that this is from.</summary>
    public int SourceVersion { get; private set; }

    public static UnitCopy Of(Guid unitId) => new() { UnitId = unitId };

    public void Take(Guid? parentId, int sourceVersion)
    {
        if (sourceVersion <= SourceVersion) return;
        (ParentId, SourceVersion) = (parentId, sourceVersion);
    }
}

/// <summary>The org units as far as they are known; one that nobody told of stands by itself.</summary>
internal sealed class UnitTree(IEnumerable<UnitCopy> units)
{
    private readonly Dictionary<Guid, Guid?> _parents = units.ToDictionary(u => u.UnitId, u => u.ParentId);

    /// <summary>A unit and all above it, the nearest first.</summary>
    public IReadOnlyList<Guid> Upwards(Guid unit)
    {
        var above = new List<Guid>();
        // Two moves that arrive one after the other may be a circle in between.
        for (Guid? at = unit; at is { } id && !above.Contains(id); at = _parents.GetValueOrDefault(id)) above.Add(id);
        return above;
    }

    /// <summary>A unit and all below it.</summary>
    public IReadOnlyList<Guid> Downwards(Guid unit) => [.. _parents.Keys.Append(unit).Distinct().Where(u => Upwards(u).Contains(unit))];
}
