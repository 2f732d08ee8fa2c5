using System.Text;
using Crm.Customers.Domain.Duplicates.Similarity;

namespace Crm.Customers.Domain.Duplicates.Naming;

/// <summary>What a company is called, without what companies of its form and place are all called.</summary>
internal sealed class OrganisationName
{
    private const double IsSameWord = 0.85;
    private const double Close = 0.9;
    private const double LittleWeight = 0.25;
    private const double ExtraWeight = 0.5;
    private const int ShortestAcronym = 3;

    private readonly string[] _words;
    private readonly string _compact;
    private readonly string _places;

    private OrganisationName(string[] words, string? legalForm, string places)
    {
        (_words, LegalForm, _places) = (words, legalForm, places);
        _compact = string.Concat(words);
    }

    public IReadOnlyList<string> Words => _words;

    /// <summary>Such as <c>gmbh</c> or <c>有限公司</c>; null where the name says none.</summary>
    public string? LegalForm { get; }

    public static OrganisationName Of(string normalised)
    {
        var (core, form, places) = LegalForms.Part(normalised);
        var words = core.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return new OrganisationName(words.Length == 0 ? [normalised] : words, form, places);
    }

    /// <summary>From 0 to 1; numbers in names must be equal: "Shop 12" is not "Shop 14".</summary>
    public double Similarity(OrganisationName other)
    {
        // Places that only one of them says make no difference; others do.
        if (!_places.Contains(other._places, StringComparison.Ordinal) && !other._places.Contains(_places, StringComparison.Ordinal))
            return Chinese(_places + _compact, other._places + other._compact);
        if (_compact == other._compact) return 1;
        if (!NumbersAgree(_compact, other._compact)) return 0;
        if (Han.IsIn(_compact) || Han.IsIn(other._compact)) return Chinese(_compact, other._compact);
        if (IsAcronymOf(_words, other._words) || IsAcronymOf(other._words, _words)) return 0.8;
        var asOne = EditDistance.Ratio(_compact, other._compact);
        var byWords = ByWords(_words, other._words);
        return asOne >= Close || EditDistance.Between(_compact, other._compact) == 1 ? Math.Max(asOne, byWords) : byWords;
    }

    private static double ByWords(string[] a, string[] b)
    {
        var (shorter, longer) = a.Length <= b.Length ? (a, b) : (b, a);
        Span<bool> taken = stackalloc bool[longer.Length];
        var (alike, missing) = (0.0, 0.0);
        var missingIsLittle = true;
        foreach (var word in shorter)
        {
            var (best, at) = Best(word, longer, taken);
            if (best >= IsSameWord)
            {
                taken[at] = true;
                alike += best * Weight(word, longer[at]);
            }
            else
            {
                missing += word.Length;
                missingIsLittle &= LegalForms.SaysLittle(word);
            }
        }

        var (extra, extraIsLittle) = Untaken(longer, taken);
        if (missing > 0 && extra > 0 && !(missingIsLittle && extraIsLittle)) return alike / (alike + missing + extra);
        var full = extraIsLittle && missingIsLittle ? LittleWeight : ExtraWeight;
        return alike / (alike + ((missing + extra) * full));
    }

    private static (double Best, int At) Best(string word, string[] among, Span<bool> taken)
    {
        var (best, at) = (0.0, -1);
        for (var i = 0; i < among.Length; i++)
        {
            if (taken[i]) continue;
            var alike = JaroWinkler.Of(word, among[i]);
            if (alike > best) (best, at) = (alike, i);
        }

        return (best, at);
    }

    private static (double Length, bool IsLittle) Untaken(string[] words, Span<bool> taken)
    {
        var (length, isLittle) = (0.0, true);
        for (var i = 0; i < words.Length; i++)
        {
            if (taken[i]) continue;
            length += words[i].Length;
            isLittle &= LegalForms.SaysLittle(words[i]);
        }

        return (length, isLittle);
    }

    private static double Weight(string a, string b) => (a.Length + b.Length) / 2.0;

    // Characters carry much: a name that is part of the other is likely its short form.
    private static double Chinese(string a, string b)
    {
        var (shorter, longer) = a.Length <= b.Length ? (a, b) : (b, a);
        var isPart = shorter.Length >= 2 && longer.Contains(shorter, StringComparison.Ordinal);
        return isPart ? (1 + ((double)shorter.Length / longer.Length)) / 2 : EditDistance.Ratio(a, b);
    }

    private static bool IsAcronymOf(string[] one, string[] words) =>
        one.Length == 1 && one[0].Length >= ShortestAcronym && one[0].Length == words.Length && words.Select(w => w[0]).SequenceEqual(one[0]);

    private static bool NumbersAgree(string a, string b) => Numbers(a) == Numbers(b) || Numbers(a).Length == 0 || Numbers(b).Length == 0;

    private static string Numbers(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('0', '9')) return "";
        var numbers = new StringBuilder();
        foreach (var c in text)
        {
            if (char.IsAsciiDigit(c)) numbers.Append(c);
            else if (numbers.Length > 0 && numbers[^1] != ' ') numbers.Append(' ');
        }

        return numbers.ToString().TrimEnd();
    }
}
