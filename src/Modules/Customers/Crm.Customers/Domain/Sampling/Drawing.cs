namespace Crm.Customers.Domain.Sampling;

/// <summary>Draws places of a frame that is in a fixed order. Every place is as likely as the others, and the seed decides which.</summary>
internal static class Drawing
{
    /// <summary>
    /// So many places without replacement, every set of them equally likely: selection sampling (C. T. Fan, M. E. Muller, I. Rezucha, 1962;
    /// algorithm S in D. E. Knuth, The Art of Computer Programming, volume 2, 3.4.2), in whole numbers throughout.
    /// </summary>
    /// <returns>Ascending places, from 0.</returns>
    public static IReadOnlyList<int> Simple(int frame, int size, SplitMix random)
    {
        Require(frame, size);
        var drawn = new List<int>(size);
        for (var place = 0; drawn.Count < size; place++)
        {
            if (random.Below(frame - place) < size - drawn.Count) drawn.Add(place);
        }

        return drawn;
    }

    /// <summary>
    /// Places at equal distances from a random beginning. The distance is frame / size and need not be whole: of the frame x size units of
    /// the frame laid end to end, those at beginning + i x frame are taken, so that each place has the chance size / frame.
    /// </summary>
    /// <inheritdoc cref="Simple"/>
    public static IReadOnlyList<int> Systematic(int frame, int size, SplitMix random)
    {
        Require(frame, size);
        if (size == 0) return [];
        var beginning = random.Below(frame);
        return [.. Enumerable.Range(0, size).Select(i => (int)((beginning + ((long)i * frame)) / size))];
    }

    private static void Require(int frame, int size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, frame);
    }
}
