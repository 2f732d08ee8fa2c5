namespace Crm.Customers.Domain.Sampling;

/// <summary>
/// The generator SplitMix64: G. L. Steele, D. Lea, C. H. Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014. Written out
/// here, so that a seed gives the same numbers for ever, whatever the runtime does with its own.
/// </summary>
internal sealed class SplitMix(long seed)
{
    private ulong _state = unchecked((ulong)seed);

    /// <summary>All 64 bits.</summary>
    public ulong Next()
    {
        unchecked
        {
            _state += 0x9E3779B97F4A7C15UL;
            var mixed = _state;
            mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9UL;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBUL;
            return mixed ^ (mixed >> 31);
        }
    }

    /// <summary>A whole number from 0 to below the limit, each as likely as the others: what would favour the small ones is drawn again.</summary>
    /// <param name="limit">More than 0.</param>
    public long Below(long limit)
    {
        var range = (ulong)limit;
        var favoured = unchecked(0UL - range) % range;
        ulong drawn;
        do drawn = Next();
        while (drawn < favoured);
        return (long)(drawn % range);
    }
}
