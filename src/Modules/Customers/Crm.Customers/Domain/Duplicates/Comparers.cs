using Crm.Customers.Domain.Duplicates.Similarity;

namespace Crm.Customers.Domain.Duplicates;

/// <summary>The comparers that need nothing but the two texts.</summary>
internal static class Comparers
{
    private const int IsoDate = 8;

    // The end of a number is the same however its country and trunk were written; fewer digits belong to many.
    private const int PhoneEnd = 8;
    private const int ShortestPhone = 6;
    private const int ShortestNumber = 4;

    private const double OneSlip = 0.8;
    private const double TwoOfThree = 0.5;

    public static Func<string, string, double> Of(DedupeComparer comparer) => comparer switch
    {
        DedupeComparer.Exact => static (a, b) => a == b ? 1 : 0,
        DedupeComparer.JaroWinkler => static (a, b) => JaroWinkler.Of(a, b),
        DedupeComparer.TokenSort => TokenSort,
        DedupeComparer.TokenSet => TokenSet,
        DedupeComparer.Overlap => static (a, b) => Bigrams.Overlap(Bigrams.Of(a), Bigrams.Of(b)),
        DedupeComparer.Date => Date,
        DedupeComparer.Number => Number,
        DedupeComparer.PhoneEnd => Phone,
        DedupeComparer.Mail => Mail,
        _ => throw new ArgumentOutOfRangeException(nameof(comparer), comparer, "Compares names as a whole."),
    };

    /// <summary>Whether both say a house number, and none of the one is among those of the other.</summary>
    public static bool HousesDiffer(string a, string b)
    {
        var (numbersOfA, numbersOfB) = (Numbers(a), Numbers(b));
        return numbersOfA.Count > 0 && numbersOfB.Count > 0 && !numbersOfA.Exists(numbersOfB.Contains);
    }

    private static double TokenSort(string a, string b) => EditDistance.Ratio(Sorted(a), Sorted(b));

    private static double TokenSet(string a, string b)
    {
        var (wordsOfA, wordsOfB) = (a.Split(' ').ToHashSet(), b.Split(' ').ToHashSet());
        return (double)wordsOfA.Count(wordsOfB.Contains) / Math.Min(wordsOfA.Count, wordsOfB.Count);
    }

    /// <summary>As yyyyMMdd: day and month exchanged or one slip of the keyboard count nearly as the same, two right of day, month and year half.</summary>
    private static double Date(string a, string b)
    {
        if (a == b) return 1;
        if (a.Length != IsoDate || b.Length != IsoDate) return EditDistance.Between(a, b) == 1 ? OneSlip : 0;
        var (sameYear, sameMonth, sameDay) = (Same(a, b, 0..4), Same(a, b, 4..6), Same(a, b, 6..8));
        if (sameYear && a.AsSpan(4, 2).SequenceEqual(b.AsSpan(6, 2)) && a.AsSpan(6, 2).SequenceEqual(b.AsSpan(4, 2))) return OneSlip;
        if (EditDistance.Between(a, b) == 1) return OneSlip;
        var same = (sameYear ? 1 : 0) + (sameMonth ? 1 : 0) + (sameDay ? 1 : 0);
        return same == 2 ? TwoOfThree : 0;
    }

    private static bool Same(string a, string b, Range part) => a.AsSpan(part).SequenceEqual(b.AsSpan(part));

    private static double Number(string a, string b)
    {
        if (a == b) return 1;
        return Math.Min(a.Length, b.Length) >= ShortestNumber && EditDistance.Between(a, b) == 1 ? OneSlip : 0;
    }

    private static double Phone(string a, string b)
    {
        if (a == b) return 1;
        var length = Math.Min(Math.Min(a.Length, b.Length), PhoneEnd);
        if (length < ShortestPhone) return 0;
        if (a.AsSpan(a.Length - length).SequenceEqual(b.AsSpan(b.Length - length))) return 1;
        return EditDistance.Between(a, b) == 1 ? OneSlip : 0;
    }

    private static double Mail(string a, string b)
    {
        if (a == b) return 1;
        var (atA, atB) = (a.IndexOf('@'), b.IndexOf('@'));
        if (atA > 3 && a.AsSpan(0, Math.Max(atA, 0)).SequenceEqual(b.AsSpan(0, Math.Max(atB, 0)))) return TwoOfThree;
        return EditDistance.Between(a, b) == 1 ? OneSlip : 0;
    }

    private static string Sorted(string text)
    {
        var words = text.Split(' ');
        Array.Sort(words, StringComparer.Ordinal);
        return string.Join(' ', words);
    }

    private static List<string> Numbers(string text)
    {
        var (numbers, start) = (new List<string>(), -1);
        for (var i = 0; i <= text.Length; i++)
        {
            var isDigit = i < text.Length && char.IsAsciiDigit(text[i]);
            if (isDigit && start < 0) start = i;
            if (isDigit || start < 0) continue;
            numbers.Add(text[start..i]);
            start = -1;
        }

        return numbers;
    }
}
