namespace Crm.Pricing.Engine;

/// <summary>Puts the lines back where they stood and sums up.</summary>
internal static class Result
{
    public static PricedOrder Of(Basket basket)
    {
        var lines = new PricedLine[basket.Lines.Length];
        foreach (var line in basket.Lines) lines[line.Index] = Of(line);
        var shipping = new PricedShipping(basket.Shipping.Net, basket.Shipping.TaxRate, basket.Shipping.Tax, basket.Shipping.Trace);
        var net = lines.Sum(l => l.Net);
        var tax = lines.Sum(l => l.Tax) + shipping.Tax;
        var priced = new PricedOrder
        {
            Currency = basket.Request.Currency,
            Basis = basket.Basis,
            BookVersion = basket.Book.Book.Version,
            Lines = lines,
            Gifts = basket.Gifts,
            Shipping = shipping,
            Taxes = TaxTotals(lines, shipping),
            NetExact = lines.Sum(l => l.NetExact),
            Net = net,
            Tax = tax,
            Gross = net + shipping.Net + tax,
            Promotions = basket.Applied,
            UnusedCoupons = basket.UnusedCoupons(),
            PointsUsed = basket.PointsUsed,
            Passed = basket.Passed,
            Violations = basket.Violations,
            Hash = "",
        };
        return priced with { Hash = PriceHash.Of(priced, basket.Lines) };
    }

    private static PricedLine Of(LineInWork line) => new()
    {
        Sku = line.Asked.Sku,
        Quantity = line.Asked.Quantity,
        ListPrice = line.ListPrice,
        UnitPrice = line.UnitPrice,
        LineDiscount = line.LineDiscount,
        OrderDiscount = line.OrderDiscount,
        NetExact = line.NetExact,
        Net = line.Net,
        TaxRate = line.TaxRate,
        Tax = line.Tax,
        Trace = line.Trace,
    };

    private static IReadOnlyList<TaxTotal> TaxTotals(PricedLine[] lines, PricedShipping shipping)
    {
        var totals = new SortedDictionary<decimal, TaxTotal>();
        foreach (var line in lines) Add(line.TaxRate, line.Net, line.Tax);
        if (shipping.Gross != 0m) Add(shipping.TaxRate, shipping.Net, shipping.Tax);
        return [.. totals.Values];

        void Add(decimal rate, decimal net, decimal tax) =>
            totals[rate] = totals.TryGetValue(rate, out var sum) ? new TaxTotal(rate, sum.Net + net, sum.Tax + tax) : new TaxTotal(rate, net, tax);
    }
}
