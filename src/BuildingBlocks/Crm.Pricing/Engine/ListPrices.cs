namespace Crm.Pricing.Engine;

/// <summary>The first phase: what a line costs before anything is taken off.</summary>
internal static class ListPrices
{
    public static void Find(Basket basket)
    {
        var units = new Dictionary<string, int>(basket.Lines.Length, StringComparer.Ordinal);
        foreach (var line in basket.Lines) units[line.Asked.Sku] = (int)Math.Min((long)units.GetValueOrDefault(line.Asked.Sku) + line.Asked.Quantity, int.MaxValue);
        foreach (var line in basket.Lines)
        {
            FindTaxRate(line, basket);
            var rule = FindListPrice(line, units[line.Asked.Sku], basket);
            if (line.Asked.Agreed is { } agreed) Agree(line, agreed, basket);
            else if (line.ListPrice is null) basket.Violations.Add(new PriceViolation(PriceViolationKind.NoPrice, line.Asked.Sku));
            else Charge(line, rule, line.ListPrice.Value);
        }

        RefuseWhatCannotBeCalculated(basket);
    }

    /// <summary>gross = net x (1 + rate), to eight decimals, half away from zero; and back.</summary>
    public static decimal Convert(decimal unitPrice, PriceBasis from, PriceBasis to, decimal rate) => from == to
        ? unitPrice
        : Exactly(to == PriceBasis.Gross ? unitPrice * (1m + rate) : unitPrice / (1m + rate));

    public static decimal Exactly(decimal amount) => Math.Round(amount, LineNet.ExactDigits, MidpointRounding.AwayFromZero);

    private static void RefuseWhatCannotBeCalculated(Basket basket)
    {
        var total = basket.Lines.Sum(l => basket.Round(l.Exact));
        if (total <= PricingChecks.LargestTotal) return;
        basket.Violations.Add(new PriceViolation(PriceViolationKind.TooLarge, Sku: null, total, PricingChecks.LargestTotal));
        foreach (var line in basket.Lines) (line.Exact, line.FloorExact, line.Floor) = (0m, 0m, 0m);
    }

    private static void FindTaxRate(LineInWork line, Basket basket)
    {
        var rate = basket.Book.TaxRate(line.Asked.TaxClass ?? basket.Book.Book.UsualTaxClass, basket.Request);
        if (rate is null) basket.Violations.Add(new PriceViolation(PriceViolationKind.NoTaxRate, line.Asked.Sku));
        line.TaxRate = rate ?? 0m;
    }

    private static PriceRuleRef? FindListPrice(LineInWork line, int units, Basket basket)
    {
        if (CompiledPriceBook.Price(line.Asked.Sku, units, basket.InForce) is not { } found)
        {
            if (line.Asked.ListPrice is { } own) line.ListPrice = Convert(own, PriceBasis.Net, basket.Basis, line.TaxRate);
            return null;
        }

        var (list, item) = found;
        line.ListPrice = Convert(item.UnitPrice, list.Basis, basket.Basis, line.TaxRate);
        if (item.Floor is { } floor)
        {
            line.FloorExact = Exactly(line.Asked.Quantity * Convert(floor, list.Basis, basket.Basis, line.TaxRate));
            line.Floor = basket.Round(line.FloorExact);
        }

        return new PriceRuleRef(list.Code, list.Version);
    }

    private static void Charge(LineInWork line, PriceRuleRef? rule, decimal unitPrice)
    {
        line.UnitPrice = unitPrice;
        line.Exact = Exactly(line.Asked.Quantity * unitPrice);
        line.Trace.Add(new PriceStep(PricePhase.ListPrice, rule is null ? PriceStepKind.ProductPrice : PriceStepKind.ListPrice, rule, 0m, line.Exact));
    }

    private static void Agree(LineInWork line, AgreedPrice agreed, Basket basket)
    {
        if ((agreed.UnitPrice ?? line.ListPrice) is not { } unitPrice)
        {
            basket.Violations.Add(new PriceViolation(PriceViolationKind.NoPrice, line.Asked.Sku));
            return;
        }

        line.UnitPrice = unitPrice;
        line.Exact = LineNet.Of(line.Asked.Quantity, unitPrice, agreed.DiscountRate, basket.Request.Currency).Exact;
        var listed = line.ListPrice is { } price ? Exactly(line.Asked.Quantity * price) : line.Exact;
        line.Trace.Add(new PriceStep(
            PricePhase.ListPrice, PriceStepKind.AgreedPrice, null, listed, line.Exact, Reason: agreed.Reason, Authority: agreed.Authority));
        var asked = basket.Round(line.Exact);
        if (asked >= line.Floor) return;
        if (agreed.Authority is null) basket.Violations.Add(new PriceViolation(PriceViolationKind.BelowFloor, line.Asked.Sku, asked, line.Floor));
        (line.FloorExact, line.Floor) = (line.Exact, asked);
    }
}
