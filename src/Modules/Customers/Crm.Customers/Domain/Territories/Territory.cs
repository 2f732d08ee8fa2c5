namespace Crm.Customers.Domain.Territories;

/// <summary>What this module keeps of a territory of the platform.</summary>
internal sealed class Territory(Guid id)
{
    private List<TerritoryRule> _rules = [];

    public Guid Id { get; private set; } = id;

    /// <summary>Of the territory, as it was told last.</summary>
    public int Version { get; private set; }

    public string Code { get; private set; } = "";

    public string Name { get; private set; } = "";

    public Guid? ParentId { get; private set; }

    public Guid? ManagerId { get; private set; }

    /// <summary>How many lie above it.</summary>
    public int Depth { get; private set; }

    public IReadOnlyList<TerritoryRule> Rules => _rules;

    /// <returns>False when it was told before, or something later was.</returns>
    public bool Take(int version, string code, string name, Guid? parentId, Guid? managerId, int depth, IEnumerable<TerritoryRule> rules)
    {
        if (version <= Version) return false;
        (Version, Code, Name, ParentId, ManagerId, Depth, _rules) = (version, code, name, parentId, managerId, depth, [.. rules]);
        return true;
    }
}

/// <summary>A territory, and one that it lies in, itself included: so that those of a territory and of all below it are found by an index.</summary>
internal sealed class TerritoryWithin
{
    public required Guid AboveId { get; init; }

    public required Guid TerritoryId { get; init; }
}

/// <summary>All that is given has to fit.</summary>
internal sealed record TerritoryRule(string? Country, string? Region, string? PostalCode, string? Industry)
{
    /// <summary>How well a customer fits: the number of conditions, then the length of the postal code that it shares; null where it does not.</summary>
    public (int Conditions, int PostalDigits)? FitOf(Customer customer)
    {
        var address = customer.MainAddress;
        if (Country is not null && Country != customer.Country) return null;
        if (Region is not null && !IsSame(Region, address?.Region)) return null;
        if (Industry is not null && !IsSame(Industry, customer.Industry)) return null;
        var postal = PostalCode is null ? "" : Compact(PostalCode);
        if (PostalCode is not null && !Compact(address?.PostalCode ?? "").StartsWith(postal, StringComparison.Ordinal)) return null;
        return (new[] { Country, Region, PostalCode, Industry }.Count(c => c is not null), postal.Length);
    }

    private static bool IsSame(string one, string? other) => other is not null && Folding.Fold(one) == Folding.Fold(other);

    private static string Compact(string postalCode) => Folding.Fold(postalCode).Replace(" ", "", StringComparison.Ordinal);
}

/// <summary>Finds the territory that a customer fits best.</summary>
internal static class TerritoryChoice
{
    /// <summary>By the rule with most conditions, then by the longest postal code, then the territory that lies deepest, then by code.</summary>
    public static Territory? BestFor(this IEnumerable<Territory> territories, Customer customer) => territories
        .Select(t => (Territory: t, Fit: t.Rules.Select(r => r.FitOf(customer)).OfType<(int, int)>().DefaultIfEmpty((-1, 0)).Max()))
        .Where(t => t.Fit.Item1 >= 0)
        .OrderByDescending(t => t.Fit).ThenByDescending(t => t.Territory.Depth).ThenBy(t => t.Territory.Code, StringComparer.Ordinal)
        .Select(t => t.Territory).FirstOrDefault();
}
