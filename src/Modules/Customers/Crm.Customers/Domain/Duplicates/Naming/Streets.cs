using System.Collections.Frozen;

namespace Crm.Customers.Domain.Duplicates.Naming;

/// <summary>Words of addresses that are as often written short as long.</summary>
internal static class Streets
{
    private const string Strasse = "strasse";

    // The short way first; behind it the others.
    private static readonly string[] Ways =
    [
        "st street", "rd road", "av avenue ave", "cr crescent cres", "pl place", "dr drive", "ct court", "ln lane", "cct circuit", "bd boulevard blvd", "sq square",
        "tce terrace", "cl close", "hwy highway", "pde parade", "apt apartment", "fl floor", "bldg building", "c calle", "pza piazza plaza", "r rue", "str straat strasse",
    ];

    private static readonly FrozenSet<string> Empty = FrozenSet.ToFrozenSet(["number", "no", "nr", "the"]);

    private static readonly FrozenDictionary<string, string> Short =
        Ways.Select(w => w.Split(' ')).SelectMany(w => w.Select(way => (way, brief: w[0]))).ToFrozenDictionary(w => w.way, w => w.brief);

    public static string Canonical(string words) => string.Join(' ', words.Split(' ').Where(w => !Empty.Contains(w)).Select(ShortOf));

    private static string ShortOf(string word)
    {
        if (Short.TryGetValue(word, out var known)) return known;
        return word.Length > Strasse.Length && word.EndsWith(Strasse, StringComparison.Ordinal) ? word[..^(Strasse.Length - 3)] : word;
    }
}
