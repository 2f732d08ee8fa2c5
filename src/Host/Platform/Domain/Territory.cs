using Crm.BuildingBlocks;

namespace Crm.Host.Platform.Domain;

internal readonly record struct TerritoryId(Guid Value) : ITypedId;

/// <summary>A part of the market that somebody answers for: a country, a region, a trade. Territories lie within each other.</summary>
internal sealed class Territory : AggregateRoot
{
    private List<Guid> _above = [];
    private List<TerritoryRule> _rules = [];

    private Territory(TerritoryId id, string code, string name)
    {
        Id = id;
        Code = code;
        Name = name;
    }

    public TerritoryId Id { get; }

    public override Guid Key => Id.Value;

    public string Code { get; private set; }

    public string Name { get; private set; }

    /// <summary>Null for the top of a tree.</summary>
    public TerritoryId? ParentId { get; private set; }

    /// <summary>The parent, its parent and so on up to the top.</summary>
    public IReadOnlyList<Guid> Above => _above;

    /// <summary>The user who answers for it.</summary>
    public UserId? ManagerId { get; private set; }

    /// <summary>Where a customer fits one of them, it belongs here unless another territory fits better.</summary>
    public IReadOnlyList<TerritoryRule> Rules => _rules;

    public static Territory Create(string code, string name, UserId? manager, IEnumerable<TerritoryRule> rules, Territory? parent)
    {
        var territory = new Territory(new TerritoryId(Guid.CreateVersion7()), code, name) { ManagerId = manager, _rules = [.. rules], ParentId = parent?.Id, _above = Over(parent) };
        territory.Raise(new TerritoryWasChanged());
        return territory;
    }

    public void Change(string code, string name, UserId? manager, IReadOnlyCollection<TerritoryRule> rules)
    {
        if ((Code, Name, ManagerId) == (code, name, manager) && _rules.SequenceEqual(rules)) return;
        (Code, Name, ManagerId, _rules) = (code, name, manager, [.. rules]);
        Raise(new TerritoryWasChanged());
    }

    /// <summary>Moves it with all below it, each of which is told anew what lies above it.</summary>
    /// <param name="parent">Null: to the top.</param>
    /// <param name="all">Every territory, this one included.</param>
    public void MoveUnder(Territory? parent, IReadOnlyCollection<Territory> all)
    {
        if (ParentId == parent?.Id) return;
        if (parent is not null && (parent.Id == Id || parent._above.Contains(Id.Value))) throw PlatformRules.TerritoryUnderItself.Broken();
        ParentId = parent?.Id;
        Place(Over(parent));
        foreach (var below in all.Where(t => t._above.Contains(Id.Value)))
            below.Place([.. below._above.TakeWhile(id => id != Id.Value), Id.Value, .. _above]);
    }

    private static List<Guid> Over(Territory? parent) => parent is null ? [] : [parent.Id.Value, .. parent._above];

    private void Place(List<Guid> above)
    {
        _above = above;
        Raise(new TerritoryWasChanged());
    }
}

/// <summary>All that is given has to fit.</summary>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
/// <param name="Region">State or province, however it is written.</param>
/// <param name="PostalCode">Its beginning.</param>
/// <param name="Industry">However it is written.</param>
internal sealed record TerritoryRule(string? Country, string? Region, string? PostalCode, string? Industry);

internal sealed record TerritoryWasChanged : DomainEvent;
