namespace Crm.Pricing.Engine;

/// <summary>Which units of the lines are got for less because others are bought.</summary>
internal static class CheapestUnits
{
    /// <returns>What each line is reduced by.</returns>
    public static decimal[] Of(BuyAndGet action, LineSelector bought, LineInWork[] lines)
    {
        var (got, limits) = action.GetLines is { } other ? Apart(action, bought, other, lines) : Together(action, lines);
        var reductions = new decimal[lines.Length];
        foreach (var i in Enumerable.Range(0, lines.Length).OrderBy(i => lines[i].Exact / lines[i].Asked.Quantity))
        {
            var units = Math.Min(got, limits.Of(lines[i]));
            reductions[i] = ListPrices.Exactly(lines[i].Exact * units / lines[i].Asked.Quantity * action.Rate);
            got -= units;
            limits.Took(lines[i], units);
        }

        return reductions;
    }

    private static (long Got, GotUnits Limits) Together(BuyAndGet action, LineInWork[] lines)
    {
        var times = Math.Min(Units(lines, _ => true) / ((long)action.Buy + action.Get), action.MostTimes ?? long.MaxValue);
        return (times * action.Get, new GotUnits(LineSelector.All, LineSelector.All, long.MaxValue));
    }

    /// <summary>As many times as leave the most to be got: what lies in both kinds of lines and is bought cannot be got.</summary>
    private static (long Got, GotUnits Limits) Apart(BuyAndGet action, LineSelector bought, LineSelector other, LineInWork[] lines)
    {
        var onlyBought = Units(lines, l => bought.Means(l) && !other.Means(l));
        var onlyGot = Units(lines, l => !bought.Means(l) && other.Means(l));
        var both = Units(lines, l => bought.Means(l) && other.Means(l));
        var most = Math.Min((onlyBought + both) / action.Buy, action.MostTimes ?? long.MaxValue);
        // From here on another time earns nothing more: everything there is to get is got.
        var enough = Math.Min(Up(onlyGot + both, action.Get), Up(onlyGot + both + onlyBought, (long)action.Buy + action.Get));
        var (fewer, more) = (Math.Clamp(enough - 1, 0, most), Math.Min(enough, most));
        var times = Got(more) > Got(fewer) ? more : fewer;
        return (Got(times), new GotUnits(bought, other, both - Reserved(times)));

        long Reserved(long n) => Math.Max((n * action.Buy) - onlyBought, 0L);

        long Got(long n) => Math.Min(n * action.Get, onlyGot + both - Reserved(n));
    }

    private static long Units(LineInWork[] lines, Predicate<PriceRequestLine> which) => lines.Where(l => which(l.Asked)).Sum(l => (long)l.Asked.Quantity);

    private static long Up(long units, long by) => (units + by - 1) / by;

    /// <summary>How many units of a line may be got: none of those that are only bought, and of those in both kinds of lines as many as are not bought.</summary>
    private sealed class GotUnits(LineSelector bought, LineSelector other, long inBoth)
    {
        private long _inBoth = inBoth;

        public long Of(LineInWork line) => !other.Means(line.Asked) ? 0L : bought.Means(line.Asked) ? Math.Min(line.Asked.Quantity, _inBoth) : line.Asked.Quantity;

        public void Took(LineInWork line, long units)
        {
            if (bought.Means(line.Asked)) _inBoth -= units;
        }
    }
}
