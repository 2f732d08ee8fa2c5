namespace Crm.Customers.Domain.Duplicates.Similarity;

/// <summary>
/// How many slips of the keyboard lie between two texts: one missing, added or wrong character or two neighbours exchanged each
/// (F. Damerau, "A technique for computer detection and correction of spelling errors", CACM 7 (1964); optimal string alignment).
/// </summary>
internal static class EditDistance
{
    private const int OnStack = 256;

    public static int Between(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        var width = b.Length + 1;
        Span<int> rows = 3 * width <= OnStack ? stackalloc int[3 * width] : new int[3 * width];
        var before = rows[..width];
        var previous = rows.Slice(width, width);
        var current = rows[(2 * width)..];
        for (var j = 0; j <= b.Length; j++) previous[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var other = a[i - 1] == b[j - 1] ? 0 : 1;
                var least = Math.Min(Math.Min(current[j - 1], previous[j]) + 1, previous[j - 1] + other);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) least = Math.Min(least, before[j - 2] + 1);
                current[j] = least;
            }

            var oldest = before;
            before = previous;
            previous = current;
            current = oldest;
        }

        return previous[b.Length];
    }

    /// <summary>1 where nothing has to be changed, 0 where everything has.</summary>
    public static double Ratio(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        var longest = Math.Max(a.Length, b.Length);
        return longest == 0 ? 0 : 1 - ((double)Between(a, b) / longest);
    }
}
