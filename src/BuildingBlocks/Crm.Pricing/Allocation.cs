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

    private static decimal LastDigit(int digits) => new(1, 0, 0, isNegative: false, (byte)digits);
}
