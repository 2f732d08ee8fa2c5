namespace Crm.SalesOrders.Domain.Credit;

/// <summary>How much a customer may owe, and for how long: what Customers said last. A customer without terms may owe without limit.</summary>
/// <remarks>Locked while an order of the customer is checked against the limit, so that many at once never go beyond it together.</remarks>
internal sealed class CreditTerms
{
    private CreditTerms()
    {
    }

    public Guid CustomerId { get; private set; }

    /// <summary>Of the terms in Customers, as they were told last.</summary>
    public int Version { get; private set; }

    /// <summary>In <see cref="Currency"/>; null: no limit in any currency.</summary>
    public decimal? Limit { get; private set; }

    public string Currency { get; private set; } = "";

    /// <summary>Days until an invoice is due; null: as the company's setting says.</summary>
    public int? PaymentDays { get; private set; }

    /// <summary>Gets no credit at all until it is given some again; what is paid in advance is still sold.</summary>
    public bool IsBlocked { get; private set; }

    public static CreditTerms Grant(Guid customerId, int version, CreditFacts facts)
    {
        var terms = new CreditTerms { CustomerId = customerId };
        terms.Take(version, facts);
        return terms;
    }

    /// <summary>
    /// Those of the survivor, which Customers unites with those of whoever is merged into it; until that is heard, those that one of them had: a
    /// merge gives nobody credit without limit, not for a moment.
    /// </summary>
    /// <param name="family">The survivor first.</param>
    /// <param name="terms">Of any of the family.</param>
    public static CreditTerms? OfFamily(IReadOnlyList<Guid> family, IReadOnlyList<CreditTerms> terms) =>
        family.Select(member => terms.FirstOrDefault(t => t.CustomerId == member)).FirstOrDefault(t => t is not null);

    /// <summary>What was told before, or later, changes nothing.</summary>
    public void Take(int version, CreditFacts facts)
    {
        if (version <= Version) return;
        Version = version;
        (Limit, Currency, PaymentDays, IsBlocked) = facts;
    }

    /// <summary>What may be owed in one currency, where the limit does not hold for all of them together: the limit in its own, nothing in any other; null: without limit.</summary>
    public decimal? LimitIn(string currency) => IsBlocked ? 0m : Limit is null ? null : currency == Currency ? Limit : 0m;

    /// <summary>Whether the limit holds for what is owed in all currencies together: it is in that of the company.</summary>
    public bool HoldsForAll(string? company) => !IsBlocked && Limit is not null && Currency == company;

    /// <summary>Whether all that is owed is compared in the company's currency, for which the order has a rate.</summary>
    public bool ComparesWorth(Order order) => order.CompanyRate is not null && HoldsForAll(order.CompanyCurrency);
}

internal sealed record CreditFacts(decimal? Limit, string Currency, int? PaymentDays, bool IsBlocked);
