namespace Crm.Pricing;

/// <summary>Splits an amount so that the parts add up to it to the last digit.</summary>
public static class Allocation
{
    /// <summary>
    /// Splits in proportion to the weights by the method of the largest remainder: every part is rounded down, then the digits that are
    /// left over go to the parts that lost most, the earlier one first. Deterministic, and no part is more than one last digit away from its exact share.
    /// </summary>
    /// <param name="total">Zero or more, with at most <paramref name="digits"/> decimals.</param>
    /// <param name="weights">Zero or more each, and not all zero unless <paramref name="total"/> is zero.</param>
    /// <param name="digits">Decimals of a part: the digits of the currency.</param>
    public static IReadOnlyList<decimal> ByLargestRemainder(decimal total, IReadOnlyList<decimal> weights, int digits)
    {
        if (total < 0m || decimal.Round(total, digits) != total)
            throw new ArgumentOutOfRangeException(nameof(total), total, $"An amount to split is not negative and has at most {digits} decimals.");
        if (weights.Any(w => w < 0m)) throw new ArgumentOutOfRangeException(nameof(weights), "Weights are not negative.");
        var sum = weights.Sum();
        if (total == 0m) return new decimal[weights.Count];
        if (sum == 0m) throw new ArgumentException("An amount cannot be split over weights that are all zero.", nameof(weights));

        var lastDigit = LastDigit(digits);
        var exact = weights.Select(w => total * w / sum).ToArray();
        var parts = exact.Select(e => Math.Round(e, digits, MidpointRounding.ToZero)).ToArray();
        var leftOver = (int)((total - parts.Sum()) / lastDigit);
        foreach (var index in Enumerable.Range(0, parts.Length).Where(i => weights[i] > 0m).OrderByDescending(i => exact[i] - parts[i]).ThenBy(i => i).Take(leftOver))
            parts[index] += lastDigit;
        return parts;
    }

    /// <summary>
    /// Splits in proportion to the weights while no part exceeds its limit: who would get more gets the limit, and the rest is split among the others.
    /// </summary>
    /// <param name="total">Zero or more, at most the sum of the limits, with at most <paramref name="digits"/> decimals.</param>
    /// <param name="weights">Zero or more each.</param>
    /// <param name="limits">As many as weights, none above its weight, with at most <paramref name="digits"/> decimals.</param>
    /// <param name="digits">Decimals of a part: the digits of the currency.</param>
    public static IReadOnlyList<decimal> Within(decimal total, IReadOnlyList<decimal> weights, IReadOnlyList<decimal> limits, int digits)
    {
        if (total > limits.Sum()) throw new ArgumentOutOfRangeException(nameof(total), total, "An amount to split is not more than the limits together.");
        var parts = new decimal[weights.Count];
        var open = Enumerable.Range(0, parts.Length).Where(i => limits[i] > 0m).ToList();
        for (var left = total; left > 0m;)
        {
            var shares = ByLargestRemainder(left, open.ConvertAll(i => weights[i]), digits);
            var full = Enumerable.Range(0, open.Count).Where(k => shares[k] > limits[open[k]]).ToHashSet();
            for (var k = 0; k < open.Count; k++) parts[open[k]] = Math.Min(shares[k], limits[open[k]]);
            if (full.Count == 0) break;
            left -= full.Sum(k => limits[open[k]]);
            open = [.. open.Where((_, k) => !full.Contains(k))];
        }

        return parts;
    }

    private static decimal LastDigit(int digits) => new(1, 0, 0, isNegative: false, (byte)digits);
}
