using Crm.BuildingBlocks;
using Crm.Pricing;
using Crm.SalesOrders.Domain.Catalogue;
using Crm.SalesOrders.Domain.Channels;
using Crm.SalesOrders.Domain.Exchange;
using Crm.SalesOrders.Domain.Prices;

namespace Crm.SalesOrders.Domain;

/// <summary>What an order is to be: everything that was agreed, before it has a number or a state.</summary>
internal sealed record OrderTerms
{
    public required Guid CustomerId { get; init; }

    public string? CustomerReference { get; init; }

    /// <summary>Code of the channel it comes by.</summary>
    public required string Channel { get; init; }

    /// <summary>The salesperson, whose order it is.</summary>
    public Guid? OwnerId { get; init; }

    public Guid? UnitId { get; init; }

    /// <summary>Of the customer.</summary>
    public Guid? TerritoryId { get; init; }

    public required string Currency { get; init; }

    public required DateOnly OrderedOn { get; init; }

    public DateOnly? RequiredOn { get; init; }

    public ShipTo ShipTo { get; init; } = ShipTo.Nowhere;

    /// <summary>Code of the warehouse that serves it.</summary>
    public string Warehouse { get; init; } = Warehouses.Default;

    /// <summary>The reservation whose units it takes when it is confirmed.</summary>
    public Guid? ReservationId { get; init; }

    /// <summary>Confirming takes what is there; the rest waits for goods to come in.</summary>
    public bool AllowsBackOrder { get; init; }

    public PaymentPolicy PaymentPolicy { get; init; }

    /// <summary>Not negative, in whole digits of the currency.</summary>
    public decimal Freight { get; init; }

    /// <summary>An amount off the whole order, allocated to the lines; not more than their nets.</summary>
    public decimal Discount { get; init; }

    public required IReadOnlyList<LineTerms> Lines { get; init; }

    /// <summary>What it is worth to the company, as of now; null: nobody said.</summary>
    public CompanyRate? Rate { get; init; }

    /// <summary>How its number is made.</summary>
    public NumberPattern Numbers { get; init; } = NumberPattern.Usual;

    /// <summary>Whether there are rules by which its confirmation may have to be approved.</summary>
    public bool MayNeedApproval { get; init; }

    /// <summary>What the lines come to by the price book; null: they have prices of their own, from elsewhere, and bear no tax.</summary>
    public PricedOrder? Priced { get; init; }

    /// <summary>Goods that are given along.</summary>
    public IReadOnlyList<LineTerms> Gifts { get; init; } = [];

    /// <summary>Everything that leaves the warehouse.</summary>
    public IEnumerable<LineTerms> Goods => Lines.Concat(Gifts);

    /// <summary>Promotions that gave something.</summary>
    public IReadOnlyList<Redemption> Redemptions { get; init; } = [];

    /// <summary>What the prices followed from beside what is said here; null: they have prices of their own.</summary>
    public PricedFor? PricedFor { get; init; }

    /// <summary>How the prices came about.</summary>
    public PriceTrace? Trace { get; init; }

    /// <summary>Refuses to become binding for an amount of which nobody knows what it is worth.</summary>
    public void RequireRate()
    {
        if (Rate is { Rate: null, Currency: var company }) throw ExchangeRules.RateMissing.Broken(Currency, company);
    }

    public IReadOnlyList<string> Coupons { get; init; } = [];

    /// <summary>Points of the customer that may be used.</summary>
    public long Points { get; init; }

    /// <summary>Why <see cref="Discount"/> is given.</summary>
    public string? DiscountReason { get; init; }

    /// <summary>Who allowed <see cref="Discount"/>, as traces name them.</summary>
    public string? DiscountAuthority { get; init; }

    /// <summary>The time of day at which it is priced, where it was placed.</summary>
    public TimeOnly? PricedAt { get; init; }
}

/// <param name="Product">As it is now: the line keeps a copy.</param>
/// <param name="Quantity">Units, at least one.</param>
/// <param name="UnitPrice">Before discount, up to eight decimals.</param>
/// <param name="DiscountRate">Fraction from 0 to 1.</param>
/// <param name="PriceIsAgreed">The unit price was said, not found.</param>
/// <param name="PriceReason">Why price or rate were agreed.</param>
internal sealed record LineTerms(
    ProductSnapshot Product, int Quantity, decimal UnitPrice, decimal DiscountRate, bool PriceIsAgreed = true, string? PriceReason = null)
{
    /// <summary>Who allowed price or rate, as traces name them.</summary>
    public string? PriceAuthority { get; init; }

    /// <summary>What a unit costs, and by which reckoning.</summary>
    public (decimal? Cost, CostKind? Kind) Cost => Product switch
    {
        { CurrentCost: { } current } => (current, CostKind.Current),
        { Cost: { } standard } => (standard, CostKind.Standard),
        _ => (null, null),
    };
}

/// <summary>Where the goods go, copied from whoever said so at the time.</summary>
internal sealed record ShipTo
{
    public static readonly ShipTo Nowhere = new();

    /// <summary>What reports count by, and nothing that leads to a door.</summary>
    public ShipTo WithoutPerson() => Nowhere with { Region = Region, Country = Country };

    [PersonalInCopies]
    public string? Name { get; init; }

    [Personal]
    public string? Street { get; init; }

    [PersonalInCopies]
    public string? City { get; init; }

    public string? Region { get; init; }

    [PersonalInCopies]
    public string? PostalCode { get; init; }

    public string? Country { get; init; }
}
