using Crm.BuildingBlocks;

namespace Crm.Host.Platform.Domain;

internal readonly record struct RoleId(Guid Value) : ITypedId;

/// <summary>A bundle of permissions with the rows they reach, and the fields that stay hidden from those who have it.</summary>
internal sealed class Role : AggregateRoot
{
    private List<Grant> _grants = [];
    private List<Mask> _masks = [];

    private Role(RoleId id, string name, bool builtIn)
    {
        Id = id;
        Name = name;
        BuiltIn = builtIn;
    }

    public RoleId Id { get; }

    public override Guid Key => Id.Value;

    /// <summary>Kebab-case; users and clients refer to it, so it never changes.</summary>
    public string Name { get; }

    /// <summary>Its permissions follow what the modules declare.</summary>
    public bool BuiltIn { get; }

    public IReadOnlyList<Grant> Grants => _grants;

    public IReadOnlyList<Mask> Masks => _masks;

    public static Role Create(string name, IEnumerable<Grant> grants, IEnumerable<Mask> masks)
    {
        var role = new Role(new RoleId(Guid.CreateVersion7()), name, builtIn: false) { _grants = Sorted(grants), _masks = Sorted(masks) };
        role.Raise(new RoleWasChanged());
        return role;
    }

    public static Role CreateBuiltIn(string name, IEnumerable<Grant> grants)
    {
        var role = new Role(new RoleId(Guid.CreateVersion7()), name, builtIn: true) { _grants = Sorted(grants) };
        role.Raise(new RoleWasChanged());
        return role;
    }

    /// <summary>Keeps a built-in role in step with the permissions that the modules declare today.</summary>
    public void Follow(IEnumerable<Grant> grants)
    {
        if (!BuiltIn) throw new InvalidOperationException($"{Name} is not a built-in role.");
        Grant(grants);
    }

    public void Change(IEnumerable<Grant> grants, IEnumerable<Mask> masks)
    {
        var wanted = Sorted(grants);
        if (BuiltIn && !wanted.SequenceEqual(_grants)) throw PlatformRules.RoleIsBuiltIn.Broken();
        Grant(wanted);
        var hidden = Sorted(masks);
        if (hidden.SequenceEqual(_masks)) return;
        _masks = hidden;
        Raise(new RoleWasChanged());
    }

    /// <summary>Says goodbye before the row goes, so that the removal is audited.</summary>
    public void Remove(bool isInUse)
    {
        if (BuiltIn) throw PlatformRules.RoleIsBuiltIn.Broken();
        if (isInUse) throw PlatformRules.RoleInUse.Broken();
        Raise(new RoleWasRemoved());
    }

    private void Grant(IEnumerable<Grant> grants)
    {
        var wanted = Sorted(grants);
        if (wanted.SequenceEqual(_grants)) return;
        _grants = wanted;
        Raise(new RoleWasChanged());
    }

    private static List<Grant> Sorted(IEnumerable<Grant> grants) => [.. grants.OrderBy(g => g.Permission, StringComparer.Ordinal)];

    private static List<Mask> Sorted(IEnumerable<Mask> masks) => [.. masks.OrderBy(m => m.Field, StringComparer.Ordinal)];
}

/// <param name="Permission"><c>module.resource.verb</c></param>
/// <param name="Scope">Rows it reaches.</param>
internal sealed record Grant(string Permission, RowScope Scope);

/// <param name="Field"><c>resource.field</c>, as in the API.</param>
/// <param name="Kind">How it is hidden.</param>
internal sealed record Mask(string Field, FieldMask Kind);

internal sealed record RoleWasChanged : DomainEvent;

internal sealed record RoleWasRemoved : DomainEvent;
