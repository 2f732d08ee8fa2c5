using Crm.BuildingBlocks;

namespace Crm.Pricing.Engine;

/// <summary>An order while it is being priced. Its lines stand in an order that follows from what they say, not from where they stood.</summary>
internal sealed class Basket
{
    private readonly HashSet<string> _groups = new(StringComparer.Ordinal);
    private readonly HashSet<string> _usedCoupons = new(StringComparer.Ordinal);

    public Basket(PriceRequest request, CompiledPriceBook book)
    {
        (Request, Book) = (request, book);
        InForce = book.InForce(request);
        Basis = request.Basis ?? CompiledPriceBook.UsualBasis(InForce);
        Digits = Currencies.Digits(request.Currency);
        Coupons = [.. request.Coupons.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        Lines = [.. request.Lines.Select((line, index) => new LineInWork(line, index))];
        if (Lines.Length > 1) Array.Sort(Lines, (a, b) => LineOrder.Compare(a.Asked, b.Asked) is var order and not 0 ? order : a.Index.CompareTo(b.Index));
    }

    public PriceRequest Request { get; }

    public CompiledPriceBook Book { get; }

    public CompiledPriceList[] InForce { get; }

    public PriceBasis Basis { get; }

    public int Digits { get; }

    public string[] Coupons { get; }

    public LineInWork[] Lines { get; }

    public List<AppliedPromotion> Applied { get; } = [];

    public List<GiftLine> Gifts { get; } = [];

    public List<PriceViolation> Violations { get; } = [];

    public ShippingInWork Shipping { get; } = new();

    public static PriceRuleRef Ref(Promotion promotion) => new(promotion.Code, promotion.Version);

    public decimal Round(decimal amount) => Currencies.Round(amount, Request.Currency);

    /// <summary>A cap in whole digits of the currency.</summary>
    public decimal RoundDown(decimal cap) => Math.Round(cap, Digits, MidpointRounding.ToZero);

    public void BeginPhase(bool isRounded)
    {
        foreach (var line in Lines) line.AtPhaseStart = isRounded ? line.Amount : line.Exact;
    }

    /// <summary>The promotions of the phase that apply to the order, in the order in which they work.</summary>
    public IEnumerable<(Promotion Promotion, string? Coupon)> Offers(PricePhase phase)
    {
        foreach (var promotion in Book.Promotions(phase, Request))
        {
            if (!promotion.Scope.Covers(Request) || Request.UsedUp.Contains(promotion.Code)) continue;
            if (promotion.Currency is { } currency && currency != Request.Currency) continue;
            var coupon = promotion.NeedsCoupon ? Array.Find(Coupons, promotion.Accepts) : null;
            if (promotion.NeedsCoupon && coupon is null) continue;
            if (promotion.When?.Holds(this) == false) continue;
            yield return (promotion, coupon);
        }
    }

    public void Apply(Promotion promotion, string? coupon, decimal amount)
    {
        if (promotion.ExclusiveGroup is { } group) _groups.Add(group);
        if (coupon is not null) _usedCoupons.Add(coupon);
        Applied.Add(new AppliedPromotion(Ref(promotion), promotion.Phase, coupon, amount));
    }

    /// <summary>For what belongs to no line: gifts and shipping.</summary>
    public bool MayTake(Promotion promotion) => promotion.ExclusiveGroup is not { } group || !_groups.Contains(group);

    public decimal Amount(LineSelector meant)
    {
        var sum = 0m;
        foreach (var line in Lines)
        {
            if (meant.Means(line.Asked)) sum += line.AtPhaseStart;
        }

        return sum;
    }

    public long Quantity(LineSelector meant)
    {
        var sum = 0L;
        foreach (var line in Lines)
        {
            if (meant.Means(line.Asked)) sum += line.Asked.Quantity;
        }

        return sum;
    }

    public IReadOnlyList<UnusedCoupon> UnusedCoupons() =>
        [.. Coupons.Where(c => !_usedCoupons.Contains(c)).Select(c => new UnusedCoupon(c, WhyUnused(c)))];

    private UnusedCouponReason WhyUnused(string coupon)
    {
        if (!Book.KnowsCoupon(coupon)) return UnusedCouponReason.Unknown;
        var isUsedUp = Book.Book.Promotions.Where(p => p.Accepts(coupon)).All(p => Request.UsedUp.Contains(p.Code));
        return isUsedUp ? UnusedCouponReason.UsedUp : UnusedCouponReason.DoesNotApply;
    }
}

/// <summary>Shipping on its way through the phases, in the basis of the order.</summary>
internal sealed class ShippingInWork
{
    public decimal Amount { get; set; }

    public decimal TaxRate { get; set; }

    public decimal Tax { get; set; }

    public decimal Net { get; set; }

    public List<PriceStep> Trace { get; } = new(2);
}
