namespace Crm.SalesOrders.Domain;

/// <summary>What Sales Orders keeps of a customer; the truth is kept by Customers.</summary>
internal sealed class CustomerCopy
{
    private readonly List<ExternalRefRow> _externalRefs = [];

    private CustomerCopy()
    {
    }

    public CustomerCopy(Guid id) => Id = id;

    /// <summary>Somebody named the customer before Customers told of it. Until then nothing is sold to it, as if it were deleted.</summary>
    public static CustomerCopy Awaited(Guid id) => new(id) { IsDeleted = true };

    public Guid Id { get; private set; }

    public string Code { get; private set; } = "";

    /// <summary>Null once the person was erased.</summary>
    public string? Name { get; private set; }

    public string? Country { get; private set; }

    public Guid? UnitId { get; private set; }

    public Guid? TerritoryId { get; private set; }

    public bool IsBlocked { get; private set; }

    public bool IsDeleted { get; private set; }

    /// <summary>The customer that this one was found to be: new orders are that one's, and what this one owes counts for it.</summary>
    public Guid? SurvivorId { get; private set; }

    /// <summary>Code of the group by which price lists and promotions know it; said here, not by Customers.</summary>
    public string? PriceGroup { get; set; }

    /// <summary>The source's version; older news is ignored.</summary>
    public int SourceVersion { get; private set; }

    public IReadOnlyCollection<ExternalRefRow> ExternalRefs => _externalRefs;

    /// <summary>Sells nothing more to it. Older news that comes later brings no name back: the key to it is gone.</summary>
    public void Erase()
    {
        (Name, IsBlocked) = (null, true);
        _externalRefs.Clear();
    }

    public void Take(int version, CustomerFacts facts, IReadOnlyCollection<ExternalRef> externalRefs)
    {
        if (version <= SourceVersion) return;
        SourceVersion = version;
        (Code, Name, Country, UnitId, IsBlocked, IsDeleted, SurvivorId, TerritoryId) = facts;
        ExternalRefRow.Replace(_externalRefs, externalRefs);
    }
}

internal sealed record CustomerFacts(string Code, string? Name, string? Country, Guid? UnitId, bool IsBlocked, bool IsDeleted, Guid? SurvivorId = null, Guid? TerritoryId = null);
