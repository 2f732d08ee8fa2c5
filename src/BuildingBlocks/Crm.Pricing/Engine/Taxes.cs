namespace Crm.Pricing.Engine;

/// <summary>
/// The last phase. Before tax: tax = amount x rate and net = amount. With tax: tax = amount x rate / (1 + rate) and net = amount - tax.
/// </summary>
internal static class Taxes
{
    public static void Add(Basket basket)
    {
        var taxes = new decimal[basket.Lines.Length + 1];
        if (basket.Book.Book.TaxRounding == TaxRounding.PerLine) PerLine(basket, taxes);
        else PerTotal(basket, taxes);
        for (var i = 0; i < basket.Lines.Length; i++) Add(basket.Lines[i], taxes[i], basket.Basis);
        Add(basket.Shipping, taxes[^1], basket.Basis);
    }

    private static void PerLine(Basket basket, decimal[] taxes)
    {
        for (var i = 0; i < taxes.Length; i++) taxes[i] = basket.Round(Exact(basket, i));
    }

    private static void PerTotal(Basket basket, decimal[] taxes)
    {
        foreach (var group in Enumerable.Range(0, taxes.Length).GroupBy(i => Rate(basket, i)))
        {
            int[] members = [.. group];
            var exact = Array.ConvertAll(members, i => Exact(basket, i));
            var parts = Allocation.ByLargestRemainder(basket.Round(exact.Sum()), exact, basket.Digits);
            for (var k = 0; k < members.Length; k++) taxes[members[k]] = parts[k];
        }
    }

    /// <summary>Lines come first, shipping last.</summary>
    private static decimal Rate(Basket basket, int index) => index < basket.Lines.Length ? basket.Lines[index].TaxRate : basket.Shipping.TaxRate;

    private static decimal Exact(Basket basket, int index)
    {
        var amount = index < basket.Lines.Length ? basket.Lines[index].Amount : basket.Shipping.Amount;
        return Exact(amount, Rate(basket, index), basket.Basis);
    }

    private static decimal Exact(decimal amount, decimal rate, PriceBasis basis) => basis == PriceBasis.Net ? amount * rate : amount * rate / (1m + rate);

    private static void Add(LineInWork line, decimal tax, PriceBasis basis)
    {
        line.Tax = tax;
        line.Net = basis == PriceBasis.Net ? line.Amount : line.Amount - tax;
        line.NetExact = basis == PriceBasis.Net ? line.Exact : ListPrices.Exactly(line.Exact / (1m + line.TaxRate));
        if (line.TaxRate != 0m) line.Trace.Add(Step(line.Amount, line.TaxRate, tax, basis));
    }

    private static void Add(ShippingInWork shipping, decimal tax, PriceBasis basis)
    {
        shipping.Tax = tax;
        shipping.Net = basis == PriceBasis.Net ? shipping.Amount : shipping.Amount - tax;
        if (shipping.TaxRate != 0m && shipping.Amount != 0m) shipping.Trace.Add(Step(shipping.Amount, shipping.TaxRate, tax, basis));
    }

    private static PriceStep Step(decimal amount, decimal rate, decimal tax, PriceBasis basis) => new(
        PricePhase.Tax,
        basis == PriceBasis.Net ? PriceStepKind.TaxAdded : PriceStepKind.TaxContained,
        Rule: null,
        amount,
        basis == PriceBasis.Net ? amount + tax : amount - tax,
        Allocated: tax,
        Rounding: tax - ListPrices.Exactly(Exact(amount, rate, basis)));
}
