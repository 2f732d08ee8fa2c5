using Crm.BuildingBlocks;
using Crm.Pricing;
using Crm.SalesOrders.Domain.Prices;

namespace Crm.SalesOrders.Domain;

internal sealed partial class Order
{
    private readonly List<PriceTrace> _priceTraces = [];

    /// <summary>Tax of lines and freight, in whole digits of the currency. Orders from elsewhere have none.</summary>
    public decimal Tax { get; private set; }

    /// <summary>Tax of the freight, contained in <see cref="Tax"/>.</summary>
    public decimal FreightTax { get; private set; }

    /// <summary>Whether unit prices and discounts contain tax. Nets never do.</summary>
    public PriceBasis PriceBasis { get; private set; }

    /// <summary>What was to be charged for shipping before promotions and tax; <see cref="Freight"/> is what is.</summary>
    public decimal FreightAsked { get; private set; }

    /// <summary>Why <see cref="Discount"/> is given.</summary>
    [PersonalInCopies]
    public string? DiscountReason { get; private set; }

    /// <summary>Who allowed <see cref="Discount"/>, as traces name them.</summary>
    public string? DiscountAuthority { get; private set; }

    /// <summary>The time of day at which it was priced; a change is priced by the same.</summary>
    public TimeOnly? PricedAt { get; private set; }

    /// <summary>Codes that the customer showed; null: none.</summary>
    public IReadOnlyList<string>? Coupons { get; private set; }

    /// <summary>Promotions that gave something; null: none.</summary>
    public IReadOnlyList<Redemption>? Redemptions { get; private set; }

    /// <summary>SHA-256 of what the customer was told; null: the prices came from elsewhere.</summary>
    public string? PriceHash { get; private set; }

    /// <summary>Points of the customer that may be used where a promotion takes them.</summary>
    public long Points { get; private set; }

    /// <summary>How many of them a promotion takes. They are spent when the order is confirmed.</summary>
    public long PointsUsed { get; private set; }

    /// <summary>What it was priced by beside what it says itself; null: the prices came from elsewhere.</summary>
    public PricedFor? PricedFor { get; private set; }

    /// <summary>Only those that were added since the order was loaded.</summary>
    public IReadOnlyCollection<PriceTrace> PriceTraces => _priceTraces;

    /// <summary>Refuses to go on with another price than the caller was told.</summary>
    public void RequirePrice(string? held) => PriceToken.Require(held, PriceToken.Of(PriceHash ?? "", Net, Freight, Tax, Gross), Currency);

    private void Take(PricedOrder priced, OrderTerms terms)
    {
        _lines.Clear();
        _lines.AddRange(LinesOf(terms));
        (FreightAsked, Freight, FreightTax, FreightTaxRate) = (terms.Freight, priced.Shipping.Net, priced.Shipping.Tax, priced.Shipping.TaxRate);
        (Net, NetExact, Tax, Gross, PriceBasis, PriceHash) = (priced.Net, priced.NetExact, priced.Tax, priced.Gross, priced.Basis, priced.Hash);
        (DiscountReason, DiscountAuthority, PricedAt) = (terms.DiscountReason, terms.DiscountAuthority, terms.PricedAt);
        Coupons = terms.Coupons.Count == 0 ? null : terms.Coupons;
        Redemptions = terms.Redemptions.Count == 0 ? null : terms.Redemptions;
        (PricedFor, Points, PointsUsed) = (terms.PricedFor, terms.Points, priced.PointsUsed);
        if (terms.Trace is { } trace) _priceTraces.Add(trace);
    }
}
