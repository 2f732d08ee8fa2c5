namespace Crm.BuildingBlocks.Hosting.Api.Shaping;

/// <summary>What of an object, and of the objects in it, is written: a tree of the property names that are not simply written as they are.</summary>
internal sealed class ShapeNode
{
    private readonly Dictionary<string, ShapeNode> _children = new(StringComparer.Ordinal);

    /// <summary>Only children that were asked for are written.</summary>
    private bool _selective;

    private bool _chosen;

    public FieldMask? Mask { get; private set; }

    public bool ChangesNothing => !_selective && _children.Count == 0;

    public ShapeNode? Child(string name) => _children.GetValueOrDefault(name);

    public bool Writes(string name) => Child(name) switch
    {
        { Mask: FieldMask.Omit } => false,
        { } child => !_selective || child._chosen,
        null => !_selective,
    };

    /// <summary>Asks for one property, at any depth; from then on others at its side are left out.</summary>
    public void Choose(ReadOnlySpan<string> path)
    {
        if (path.IsEmpty) return;
        var child = At(path[0]);
        // customer,customer.name: the wider wish wins.
        var wholeAlready = child._chosen && !child._selective;
        _selective = true;
        child._chosen = true;
        if (path.Length == 1) child._selective = false;
        else if (!wholeAlready) child.Choose(path[1..]);
    }

    /// <summary>Leaves out every property that is not chosen, though none may be.</summary>
    public void ChooseNothing() => _selective = true;

    public void Hide(ReadOnlySpan<string> path, FieldMask mask)
    {
        var child = At(path[0]);
        if (path.Length > 1) child.Hide(path[1..], mask);
        else child.Mask = mask;
    }

    private ShapeNode At(string name)
    {
        if (!_children.TryGetValue(name, out var child)) _children[name] = child = new ShapeNode();
        return child;
    }
}
