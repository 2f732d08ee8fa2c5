namespace Crm.Customers.Domain.Duplicates.Similarity;

/// <summary>
/// How alike two short texts such as names are, from 0 to 1. M. Jaro, "Advances in record-linkage methodology", JASA 84 (1989); W. Winkler,
/// "String comparator metrics and enhanced decision rules in the Fellegi-Sunter model" (1990): a common start counts more.
/// </summary>
internal static class JaroWinkler
{
    private const int LongestStart = 4;
    private const double StartWeight = 0.1;
    private const int OnStack = 128;

    public static double Of(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        var jaro = Jaro(a, b);
        var start = 0;
        while (start < LongestStart && start < a.Length && start < b.Length && a[start] == b[start]) start++;
        return jaro + (start * StartWeight * (1 - jaro));
    }

    private static double Jaro(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        if (a.SequenceEqual(b)) return a.Length == 0 ? 0 : 1;
        if (a.Length == 0 || b.Length == 0) return 0;
        Span<bool> takenA = a.Length <= OnStack ? stackalloc bool[a.Length] : new bool[a.Length];
        Span<bool> takenB = b.Length <= OnStack ? stackalloc bool[b.Length] : new bool[b.Length];
        var common = Common(a, b, takenA, takenB);
        if (common == 0) return 0;
        double matches = common;
        return ((matches / a.Length) + (matches / b.Length) + ((matches - Transpositions(a, b, takenA, takenB)) / matches)) / 3;
    }

    private static int Common(ReadOnlySpan<char> a, ReadOnlySpan<char> b, Span<bool> takenA, Span<bool> takenB)
    {
        var reach = Math.Max((Math.Max(a.Length, b.Length) / 2) - 1, 0);
        var common = 0;
        for (var i = 0; i < a.Length; i++)
        {
            var last = Math.Min(i + reach, b.Length - 1);
            for (var j = Math.Max(i - reach, 0); j <= last; j++)
            {
                if (takenB[j] || a[i] != b[j]) continue;
                (takenA[i], takenB[j]) = (true, true);
                common++;
                break;
            }
        }

        return common;
    }

    private static int Transpositions(ReadOnlySpan<char> a, ReadOnlySpan<char> b, Span<bool> takenA, Span<bool> takenB)
    {
        var (outOfOrder, j) = (0, 0);
        for (var i = 0; i < a.Length; i++)
        {
            if (!takenA[i]) continue;
            while (!takenB[j]) j++;
            if (a[i] != b[j++]) outOfOrder++;
        }

        return outOfOrder / 2;
    }
}
