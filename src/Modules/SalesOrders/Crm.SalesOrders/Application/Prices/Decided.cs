using System.Collections.Frozen;
using Crm.Pricing;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Prices;

namespace Crm.SalesOrders.Application.Prices;

/// <summary>Who allows what is agreed of an order, and what was decided of it before. Nobody says so in a request.</summary>
/// <param name="Discount">Who allows the discount to take a line below its floor, as traces name them; null: nobody.</param>
/// <param name="Lines">The same for price and rate of each line.</param>
/// <param name="At">The time of day at which promotions are looked for.</param>
internal sealed record Decided(string? Discount, IReadOnlyList<DecidedLine> Lines, TimeOnly At)
{
    /// <summary>Who allowed the discount of the order that is changed; null: it is a new one.</summary>
    public string? DiscountBefore { get; init; }

    /// <summary>The order that is changed; null: it is a new one.</summary>
    public OrderId? OrderId { get; init; }

    /// <summary>What the order uses of promotions already.</summary>
    public IReadOnlyList<Redemption> Had
    {
        get;
        init => Promotions = (field = value).Select(r => r.Promotion).ToFrozenSet(StringComparer.Ordinal);
    } = [];

    /// <summary>Promotions that the order uses already: that they are used up or suspended does not concern it.</summary>
    public IReadOnlySet<string> Promotions { get; private init; } = FrozenSet<string>.Empty;
}

/// <param name="By">Who allows price and rate to be below the floor, as traces name them; null: nobody.</param>
/// <param name="Before">What it was sold for; null: it is new.</param>
internal sealed record DecidedLine(string? By, SoldBefore? Before = null);
