namespace Crm.Customers.Domain.Sampling;

/// <summary>A part of the frame of which a share of the sample is drawn.</summary>
/// <param name="Key">What its members have in common; empty where they say nothing.</param>
/// <param name="Size">How many members it has.</param>
/// <param name="Deviation">Standard deviation of the measure within it; only asked for by Neyman allocation.</param>
internal sealed record Stratum(string Key, int Size, decimal Deviation);

/// <summary>How many are drawn from each stratum. They always sum to the size of the sample, and none is more than its stratum has.</summary>
internal static class Allocation
{
    /// <param name="strata">In the order in which equal remainders are served.</param>
    /// <param name="size">Of the sample; no more than all strata have together.</param>
    /// <param name="kind">By what the shares are weighed.</param>
    /// <returns>One number for each stratum.</returns>
    public static IReadOnlyList<int> Of(IReadOnlyList<Stratum> strata, int size, AllocationKind kind)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, strata.Sum(s => s.Size));
        var shares = new int[strata.Count];
        var open = Enumerable.Range(0, strata.Count).ToList();
        var rest = size;
        while (rest > 0)
        {
            var weights = WeightsOf(strata, open, kind);
            var full = open.Where((stratum, i) => rest * weights[i] >= strata[stratum].Size * weights.Sum()).ToList();
            if (full.Count == 0)
            {
                Divide(strata, open, weights, rest, shares);
                break;
            }

            // A stratum that would give more than it has gives all, and the others share what is left.
            foreach (var stratum in full) shares[stratum] = strata[stratum].Size;
            rest -= full.Sum(s => strata[s].Size);
            open.RemoveAll(full.Contains);
        }

        return shares;
    }

    /// <summary>By largest remainder; of equal ones the larger stratum first.</summary>
    private static void Divide(IReadOnlyList<Stratum> strata, List<int> open, List<decimal> weights, int rest, int[] shares)
    {
        var total = weights.Sum();
        var quotas = weights.ConvertAll(w => rest * w / total);
        for (var i = 0; i < open.Count; i++) shares[open[i]] = (int)decimal.Floor(quotas[i]);
        var left = rest - open.Sum(s => shares[s]);
        var next = Enumerable.Range(0, open.Count).OrderByDescending(i => quotas[i] - decimal.Floor(quotas[i])).ThenByDescending(i => strata[open[i]].Size).ThenBy(i => open[i]);
        foreach (var i in next.Where(i => shares[open[i]] < strata[open[i]].Size).Take(left)) shares[open[i]]++;
    }

    // Where nothing varies any more there is nothing to weigh by: what is left is divided by size.
    private static List<decimal> WeightsOf(IReadOnlyList<Stratum> strata, List<int> open, AllocationKind kind)
    {
        var weights = open.ConvertAll(s => kind switch
        {
            AllocationKind.Equal => 1m,
            AllocationKind.Neyman => strata[s].Size * strata[s].Deviation,
            _ => strata[s].Size,
        });
        return weights.Sum() > 0m ? weights : open.ConvertAll(s => (decimal)strata[s].Size);
    }
}
