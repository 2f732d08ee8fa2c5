using Crm.BuildingBlocks;
using Crm.Pricing;

namespace Crm.SalesOrders.Domain;

/// <summary>How a confirmed order becomes another one: lines, prices, stock and what is owed change together or not at all.</summary>
internal sealed partial class Order
{
    /// <param name="change">What it is changed by.</param>
    /// <param name="terms">What it is to be. Only its lines, gifts and prices are taken.</param>
    /// <param name="kept">For each line of the terms the line that it was; null where it is new.</param>
    /// <param name="stock">Of all products before and after.</param>
    public void Amend(OrderChange change, OrderTerms terms, IReadOnlyList<Guid?> kept, LockedStock stock)
    {
        Require(OrderAction.Amend);
        var used = Redemptions;
        var waiting = _lines.ToDictionary(l => l.Id, l => l.BackOrdered);
        Arrange(terms, kept, stock);
        TakeStock(waiting, stock);
        (Net, NetExact) = (_lines.Sum(l => l.Net), _lines.Sum(l => l.NetExact));
        (ApprovedAt, IsCreditAllowed) = (null, false);
        Derive();
        Raise(new OrderWasAmended(change.Key));
        TellUses(used, Redemptions);
    }

    private void Arrange(OrderTerms terms, IReadOnlyList<Guid?> kept, LockedStock stock)
    {
        var before = _lines.ToList();
        var prices = LinePrices(terms);
        var now = terms.Lines.Select((line, i) => (kept[i] is { } id ? Line(id) : null)?.Becoming(i + 1, line, prices[i]) ?? new OrderLine(i + 1, line, prices[i])).ToList();
        foreach (var gift in terms.Gifts.GroupBy(g => g.Product.Id).Select(g => g.First() with { Quantity = g.Sum(x => x.Quantity) }))
        {
            var given = before.Find(l => l.IsGift && l.ProductId == gift.Product.Id && !now.Contains(l));
            // What was given and sent before stays given.
            now.Add(given?.Becoming(now.Count + 1, gift with { Quantity = Math.Max(gift.Quantity, given.Shipped) }, AmendedPrice.Nothing) ?? OrderLine.Gift(now.Count + 1, gift));
        }

        foreach (var gone in before.Except(now))
        {
            if (gone.Shipped > 0 && !gone.IsGift) throw SalesOrdersRules.ChangeBelowShipped.Broken(gone.Sku, gone.Shipped, 0);
            if (gone.Allocated > 0) stock.Of(gone).Release(gone.Allocated);
            if (gone.IsNamed) now.Add(gone.Withdrawn(now.Count + 1));
        }

        _lines.RemoveAll(l => !now.Contains(l));
        _lines.AddRange(now.Except(before));
    }

    /// <summary>Gives back what is promised to lines and no longer to be sent.</summary>
    private void FreeUnwanted(LockedStock stock)
    {
        foreach (var line in Stocked.Where(l => l.Allocated > l.Open))
        {
            var free = line.Allocated - line.Open;
            stock.Of(line).Release(free);
            line.Allocate(-free);
        }
    }

    private List<AmendedPrice> LinePrices(OrderTerms terms)
    {
        if (terms.Priced is { } priced)
        {
            (Freight, FreightTax, FreightTaxRate) = (priced.Shipping.Net, priced.Shipping.Tax, priced.Shipping.TaxRate);
            (Tax, Gross, PriceHash) = (priced.Tax, priced.Gross, priced.Hash);
            Redemptions = terms.Redemptions.Count == 0 ? null : terms.Redemptions;
            (PricedFor, PointsUsed) = (terms.PricedFor, priced.PointsUsed);
            if (terms.Trace is { } trace) _priceTraces.Add(trace);
            return [.. priced.Lines.Select(AmendedPrice.Of)];
        }

        var (nets, shares) = OwnPrices(terms, Currency, Discount);
        Gross = nets.Sum(n => n.Rounded) - Discount + Freight;
        return [.. nets.Select((net, i) => AmendedPrice.Of(net, terms.Lines[i].UnitPrice, shares[i]))];
    }

    /// <summary>Gives back what is promised and no longer wanted, and takes what is wanted more, all of it or as much as there is.</summary>
    private void TakeStock(Dictionary<Guid, int> waitingBefore, LockedStock stock)
    {
        FreeUnwanted(stock);
        var missing = Stocked.OrderBy(l => l.IsGift).Select(l => (Line: l, Units: l.Open - l.Allocated)).Where(m => m.Units > 0).ToList();
        if (!AllowsBackOrder) stock.RequireAvailable(missing.Where(m => !m.Line.IsGift).Select(m => (m.Line, Math.Max(0, m.Units - waitingBefore.GetValueOrDefault(m.Line.Id)))));
        foreach (var (line, units) in missing) Allocate(line, Math.Min(units, stock.AvailableFor(line)), stock);
        foreach (var gift in Stocked.Where(l => l.IsGift)) gift.GiveWhatIsThere();
    }
}

/// <summary>What a line comes to.</summary>
internal sealed record AmendedPrice(
    decimal? ListPrice, decimal UnitPrice, decimal PromotionDiscount, decimal DiscountShare, decimal NetExact, decimal Net, decimal TaxRate, decimal Tax)
{
    public static readonly AmendedPrice Nothing = new(null, 0m, 0m, 0m, 0m, 0m, 0m, 0m);

    /// <summary>net + tax.</summary>
    public decimal Gross => Net + Tax;

    public static AmendedPrice Of(PricedLine p) => new(p.ListPrice, p.UnitPrice, p.LineDiscount, p.OrderDiscount, p.NetExact, p.Net, p.TaxRate, p.Tax);

    public static AmendedPrice Of(LineNet net, decimal unitPrice, decimal share)
    {
        var (exact, rounded) = net.Less(share);
        return new AmendedPrice(null, unitPrice, 0m, share, exact, rounded, 0m, 0m);
    }
}
