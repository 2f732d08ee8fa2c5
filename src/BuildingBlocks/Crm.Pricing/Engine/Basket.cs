using Crm.BuildingBlocks;

namespace Crm.Pricing.Engine;

/// <summary>An order while it is being priced. Its lines stand in an order that follows from what they say, not from where they stood.</summary>
internal sealed class Basket
{
    private readonly Dictionary<string, PriceRuleRef> _groups = new(StringComparer.Ordinal);
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

    /// <summary>Only where the request asks for it.</summary>
    public List<PassedPromotion> Passed { get; } = [];

    public long PointsUsed { get; private set; }

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
            var coupon = promotion.NeedsCoupon ? Array.Find(Coupons, c => promotion.Accepts(c, Request)) : null;
            if (WhyNot(promotion, coupon) is { } why) Pass(promotion, why);
            else yield return (promotion, coupon);
        }
    }

    /// <summary>The most it may still take off for the customer, in whole digits of the currency; null: as much as it gives.</summary>
    public decimal? Left(Promotion promotion) => Request.Left.TryGetValue(promotion.Code, out var left) ? RoundDown(left) : null;

    /// <summary>What the points that are not used yet are worth, in whole digits of the currency.</summary>
    public decimal Worth(decimal valuePerPoint) => RoundDown(Math.Max(Request.Points - PointsUsed, 0L) * valuePerPoint);

    /// <summary>Uses as many points as an amount needs, the last one also where only a part of it was needed.</summary>
    public void UsePoints(decimal amount, decimal valuePerPoint) =>
        PointsUsed = (long)Math.Min(Request.Points, PointsUsed + Math.Ceiling(amount / valuePerPoint));

    public void Apply(Promotion promotion, string? coupon, decimal amount)
    {
        if (promotion.ExclusiveGroup is { } group) _groups.TryAdd(group, Ref(promotion));
        if (coupon is not null) _usedCoupons.Add(coupon);
        Applied.Add(new AppliedPromotion(Ref(promotion), promotion.Phase, coupon, amount));
    }

    /// <summary>For what belongs to no line: gifts and shipping. Null: it may be given.</summary>
    public PriceRuleRef? TakenBy(Promotion promotion) => promotion.ExclusiveGroup is { } group ? _groups.GetValueOrDefault(group) : null;

    /// <summary>Says that a promotion gave nothing.</summary>
    public void Pass(Promotion promotion, PassedBecause why, PriceRuleRef? of = null)
    {
        if (!Request.Explain) return;
        var at = why == PassedBecause.Condition ? promotion.When!.WhereNot(this, "/when") : null;
        Passed.Add(new PassedPromotion(Ref(promotion), promotion.Phase, why, at, of));
    }

    /// <summary>Says that a promotion found no line that could take something of it.</summary>
    public void PassLines(Promotion promotion, Predicate<LineInWork> means)
    {
        if (!Request.Explain) return;
        var meant = Array.FindAll(Lines, means);
        if (Array.ConvertAll(meant, l => l.TakenBy(promotion)).FirstOrDefault(by => by is not null) is { } taker) Pass(promotion, PassedBecause.Exclusive, taker);
        else Pass(promotion, meant.Length == 0 ? PassedBecause.NothingMeant : PassedBecause.NothingLeft);
    }

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

    public int Different(LineSelector meant) => Lines.Where(l => meant.Means(l.Asked)).Select(l => l.Asked.Sku).Distinct(StringComparer.Ordinal).Count();

    public IReadOnlyList<UnusedCoupon> UnusedCoupons() =>
        [.. Coupons.Where(c => !_usedCoupons.Contains(c)).Select(c => new UnusedCoupon(c, WhyUnused(c)))];

    private PassedBecause? WhyNot(Promotion promotion, string? coupon)
    {
        if (!promotion.Scope.Covers(Request)) return PassedBecause.OtherScope;
        if (Request.Withdrawn.Contains(promotion.Code)) return PassedBecause.Withdrawn;
        if (Request.UsedUp.Contains(promotion.Code)) return PassedBecause.UsedUp;
        if (promotion.Currency is { } currency && currency != Request.Currency) return PassedBecause.OtherCurrency;
        if (promotion.NeedsCoupon && coupon is null) return PassedBecause.NeedsCode;
        if (Left(promotion) <= 0m) return PassedBecause.CustomerCap;
        return promotion.When?.Holds(this) == false ? PassedBecause.Condition : null;
    }

    private UnusedCouponReason WhyUnused(string coupon)
    {
        var promotions = Book.Book.Promotions.Where(p => p.Accepts(coupon, Request)).Select(p => p.Code).ToHashSet(StringComparer.Ordinal);
        if (promotions.Count == 0) return UnusedCouponReason.Unknown;
        if (promotions.All(Request.Withdrawn.Contains)) return UnusedCouponReason.Withdrawn;
        return promotions.All(p => Request.UsedUp.Contains(p) || Request.Withdrawn.Contains(p)) ? UnusedCouponReason.UsedUp : UnusedCouponReason.DoesNotApply;
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
