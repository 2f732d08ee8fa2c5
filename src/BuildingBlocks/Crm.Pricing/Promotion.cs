using System.Collections.Frozen;
using Crm.BuildingBlocks;

namespace Crm.Pricing;

/// <summary>One published version of a promotion or of a batch of vouchers. Never changes: a change is a new version.</summary>
public sealed record Promotion
{
    private readonly FrozenSet<string> _coupons = [];

    public required string Code { get; init; }

    public required int Version { get; init; }

    /// <summary>As it is shown to people.</summary>
    public required Phrase Name { get; init; }

    /// <summary>Where it stacks: promotions of one phase work on what the one before them left, those of a later phase on what the phase left.</summary>
    public required PricePhase Phase { get; init; }

    public required PromotionAction Action { get; init; }

    /// <summary>The lines it is about. Lines with an agreed price count for conditions and are given nothing but vouchers.</summary>
    public LineSelector Lines { get; init; } = LineSelector.All;

    /// <summary>Null: always.</summary>
    public Condition? When { get; init; }

    public PriceScope Scope { get; init; } = PriceScope.Everywhere;

    /// <summary>ISO 4217; orders in other currencies get nothing. Needed where an action, a cap or a condition is an amount.</summary>
    public string? Currency { get; init; }

    /// <summary>The higher one works first; among equals the code decides.</summary>
    public int Priority { get; init; }

    /// <summary>Of the promotions of one group a line, the gifts and the shipping get only the first that gives them something.</summary>
    public string? ExclusiveGroup { get; init; }

    /// <summary>Most it takes off one line.</summary>
    public decimal? MostPerLine { get; init; }

    /// <summary>Most it takes off the order, or off its shipping.</summary>
    public decimal? MostPerOrder { get; init; }

    /// <summary>Codes of which the customer must show one; empty: nobody has to ask for it, unless it <see cref="NeedsCode"/>.</summary>
    public IReadOnlyList<string> Coupons
    {
        get;
        init => _coupons = (field = value).ToFrozenSet(StringComparer.Ordinal);
    } = [];

    /// <summary>The customer must show a code of it, one of <see cref="Coupons"/> or one that the request says to be of it.</summary>
    public bool NeedsCode { get; init; }

    internal bool NeedsCoupon => NeedsCode || _coupons.Count > 0;

    /// <summary>Every condition of its tree.</summary>
    public IEnumerable<Condition> Conditions() => When?.WithParts() ?? [];

    internal bool Accepts(string coupon, PriceRequest request) =>
        _coupons.Contains(coupon) || (request.CouponOf.TryGetValue(coupon, out var promotion) && promotion == Code);
}
