using System.Collections.Frozen;
using Crm.Customers.Domain.Duplicates.Similarity;

namespace Crm.Customers.Domain.Duplicates.Naming;

/// <summary>
/// What a person is called, in every way it could part into given and family name: nobody wrote down where one ends and the other begins,
/// and people exchange them.
/// </summary>
internal sealed class PersonName
{
    private const int MostWords = 5;

    private static readonly FrozenSet<string> Titles =
        FrozenSet.ToFrozenSet(["mr", "mrs", "ms", "miss", "dr", "prof", "herr", "frau", "mme", "monsieur", "madame", "sir", "先生", "女士", "小姐"]);

    // Family names of two characters that are at all frequent.
    private static readonly FrozenSet<string> TwoCharacters = FrozenSet.ToFrozenSet(
        ["欧阳", "上官", "司马", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "司徒", "夏侯", "端木", "长孙", "独孤", "南宫", "西门", "宇文"]);

    private PersonName(string[] words, (string Given, string Family)[] splits) => (Words, Splits) = (words, splits);

    public string[] Words { get; }

    /// <summary>Likeliest first; one of the two is empty where there is but one word.</summary>
    public (string Given, string Family)[] Splits { get; }

    public static PersonName Of(string normalised)
    {
        var words = normalised.Split(' ').Where(w => !Titles.Contains(w)).Take(MostWords).ToArray();
        if (Array.Exists(words, Han.IsIn)) return Chinese(string.Concat(words));
        if (words.Length == 1) return new PersonName(words, [("", words[0])]);
        var splits = Enumerable.Range(1, Math.Max(words.Length - 1, 0)).Select(n => words.Length - n)
            .Select(at => (string.Concat(words[..at]), string.Concat(words[at..])));
        return new PersonName(words, [.. splits]);
    }

    // The family name stands first, except where a form has asked for the given name first.
    private static PersonName Chinese(string name)
    {
        if (name.Length == 1) return new PersonName([name], [("", name)]);
        var length = name.Length > 2 && TwoCharacters.Contains(name[..2]) ? 2 : 1;
        return new PersonName([name], [(name[length..], name[..length]), (name[..^1], name[^1..])]);
    }
}

/// <summary>Whether and how far two names say the same; null where one of them has no such part.</summary>
/// <param name="Given">Of the given names.</param>
/// <param name="Family">Of the family names.</param>
/// <param name="GivenText">The given name that agrees.</param>
/// <param name="FamilyText">The family name that agrees.</param>
internal readonly record struct NameAgreement(double? Given, double? Family, string GivenText, string FamilyText)
{
    // Any two names are alike to this degree; only what is above it speaks for laying them over each other. A missing part does a little.
    private const double ByChance = 0.7;
    private const double Unknown = 0.1;
    private const double OneSlip = 0.85;
    private const double OtherCharacter = 0.75;
    private const int ShortestSlip = 3;

    private double Worth => WorthOf(Given) + WorthOf(Family);

    /// <summary>The best way to lay one name over the other.</summary>
    public static NameAgreement Of(PersonName a, PersonName b)
    {
        var best = default(NameAgreement?);
        foreach (var (givenA, familyA) in a.Splits)
        {
            foreach (var (givenB, familyB) in b.Splits)
            {
                Try(new NameAgreement(Part(givenA, givenB), Part(familyA, familyB), givenA, familyA));
                Try(Exchanged(Part(givenA, familyB), Part(familyA, givenB), givenA, familyA));
            }
        }

        return best ?? default;

        void Try(NameAgreement found)
        {
            if (best is null || found.Worth > best.Value.Worth + 1e-9) best = found;
        }
    }

    // Where but one of the two agrees crosswise, nobody knows which it is: likelier the one that families share.
    private static NameAgreement Exchanged(double? given, double? family, string givenText, string familyText) =>
        given > ByChance && family <= ByChance ? new NameAgreement(family, given, familyText, givenText) : new NameAgreement(given, family, givenText, familyText);

    public bool IsBetterThan(NameAgreement other) => Worth > other.Worth;

    private static double WorthOf(double? similarity) => similarity is { } alike ? Math.Max(alike - ByChance, 0) : Unknown;

    private static double? Part(string a, string b)
    {
        if (a.Length == 0 || b.Length == 0) return null;
        if (Han.IsIn(a) || Han.IsIn(b)) return Characters(a, b);
        // An initial stands for every name that begins with it.
        if (a.Length == 1 || b.Length == 1) return a[0] == b[0] ? 0.8 : 0;
        var alike = JaroWinkler.Of(a, b);
        // In names of three or four letters one slip makes strangers of them: "amy" and "aym" have one letter in common.
        return alike < OneSlip && Math.Min(a.Length, b.Length) >= ShortestSlip && EditDistance.Between(a, b) == 1 ? OneSlip : alike;
    }

    // Of two characters one may be misheard, written for another of the same sound - or be the one in which brothers differ.
    private static double Characters(string a, string b)
    {
        if (Math.Max(a.Length, b.Length) < 2 || EditDistance.Between(a, b) != 1) return EditDistance.Ratio(a, b);
        return Pinyin.Initials(a) == Pinyin.Initials(b) ? OneSlip : OtherCharacter;
    }
}
