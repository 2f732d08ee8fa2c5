using Crm.BuildingBlocks;

namespace Crm.Host.Platform.Domain;

internal readonly record struct OrgUnitId(Guid Value) : ITypedId;

/// <summary>A department, branch or team. Rows belong to units, and a caller may reach those of its unit and the ones below.</summary>
internal sealed class OrgUnit : AggregateRoot
{
    private OrgUnit(OrgUnitId id, string code, string name)
    {
        Id = id;
        Code = code;
        Name = name;
    }

    public OrgUnitId Id { get; }

    public override Guid Key => Id.Value;

    public string Code { get; private set; }

    public string Name { get; private set; }

    public OrgUnitId? ParentId { get; private set; }

    public static OrgUnit Create(string code, string name, OrgUnitId? parent)
    {
        var unit = new OrgUnit(new OrgUnitId(Guid.CreateVersion7()), code, name) { ParentId = parent };
        unit.Raise(new OrgUnitWasChanged());
        return unit;
    }

    public void Rename(string code, string name)
    {
        if (Code == code && Name == name) return;
        (Code, Name) = (code, name);
        Raise(new OrgUnitWasChanged());
    }

    public void MoveUnder(OrgUnitId? parent, UnitTree tree)
    {
        if (ParentId == parent) return;
        if (parent is { } target && tree.WithBelow(Id.Value).Contains(target.Value)) throw PlatformRules.UnitUnderItself.Broken();
        ParentId = parent;
        Raise(new OrgUnitWasChanged());
    }
}

internal sealed record OrgUnitWasChanged : DomainEvent;
