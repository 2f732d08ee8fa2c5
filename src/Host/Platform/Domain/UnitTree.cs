namespace Crm.Host.Platform.Domain;

/// <summary>Who is below whom.</summary>
internal sealed class UnitTree
{
    private readonly ILookup<Guid, Guid> _children;
    private readonly HashSet<Guid> _known;

    public UnitTree(IEnumerable<(Guid Id, Guid? Parent)> units)
    {
        var all = units.ToList();
        _known = [.. all.Select(u => u.Id)];
        _children = all.Where(u => u.Parent is not null).ToLookup(u => u.Parent!.Value, u => u.Id);
    }

    public bool Knows(Guid unit) => _known.Contains(unit);

    /// <summary>The unit itself and all below it.</summary>
    public IReadOnlyList<Guid> WithBelow(Guid unit)
    {
        var found = new List<Guid> { unit };
        for (var next = 0; next < found.Count; next++) found.AddRange(_children[found[next]]);
        return found;
    }
}
