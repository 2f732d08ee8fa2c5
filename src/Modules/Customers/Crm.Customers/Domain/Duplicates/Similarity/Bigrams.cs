namespace Crm.Customers.Domain.Duplicates.Similarity;

/// <summary>
/// How much of the shorter text is in the longer one, by pairs of neighbouring characters: the order of words, split words and
/// what only one of the two says do not matter (overlap coefficient, Szymkiewicz-Simpson, over q-grams, Ukkonen 1992).
/// </summary>
internal static class Bigrams
{
    /// <summary>Sorted, so that two texts are held against each other in one pass.</summary>
    public static int[] Of(string text)
    {
        var pairs = new List<int>(text.Length);
        var previous = '\0';
        foreach (var c in text)
        {
            if (c == ' ') continue;
            if (previous != '\0') pairs.Add((previous << 16) | c);
            previous = c;
        }

        pairs.Sort();
        return [.. pairs];
    }

    public static double Overlap(int[] a, int[] b)
    {
        var least = Math.Min(a.Length, b.Length);
        if (least == 0) return 0;
        var (i, j, common) = (0, 0, 0);
        while (i < a.Length && j < b.Length)
        {
            if (a[i] == b[j])
            {
                common++;
                i++;
                j++;
            }
            else if (a[i] < b[j])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return (double)common / least;
    }
}
