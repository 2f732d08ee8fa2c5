using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Crm.BuildingBlocks;

/// <summary>The countries of ISO 3166-1 by their alpha-2 codes, and what else people write for them.</summary>
public static class Countries
{
    private const string Codes =
        "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU " +
        "CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE " +
        "IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT " +
        "MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM " +
        "SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW";

    // Western Sahara, for which the operating system has no culture.
    private const string WithoutLanguage = "EH";

    // What neither the codes nor the names of the operating system have.
    private static readonly (string Said, string Code)[] Others =
    [
        ("UK", "GB"), ("Great Britain", "GB"), ("England", "GB"), ("United States of America", "US"), ("Holland", "NL"), ("Turkey", "TR"), ("Türkiye", "TR"),
        ("Czech Republic", "CZ"), ("Czechia", "CZ"), ("Ivory Coast", "CI"), ("South Korea", "KR"), ("Russian Federation", "RU"), ("Viet Nam", "VN"), ("Hong Kong", "HK"),
        ("Macao", "MO"), ("Macau", "MO"), ("香港", "HK"), ("澳门", "MO"), ("俄国", "RU"), ("捷克共和国", "CZ"),
    ];

    private static readonly FrozenDictionary<string, string> CodesBySaying = Sayings();

    /// <summary>All alpha-2 codes.</summary>
    public static IReadOnlyList<string> All { get; } = Codes.Split(' ');

    /// <summary>
    /// The alpha-2 code of what somebody wrote: a code of two or three letters, or a name in English, in Chinese or in a language of the country. Case,
    /// accents, spaces and punctuation do not count.
    /// </summary>
    /// <returns>Null where nothing was written, or it is no country.</returns>
    public static string? CodeOf(string? said) => said is null ? null : CodesBySaying.GetValueOrDefault(Folded(said));

    private static FrozenDictionary<string, string> Sayings()
    {
        var sayings = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var code in Codes.Split(' ')) sayings.Add(code, code);
        foreach (var code in Codes.Split(' '))
        {
            // Not every country has a language of its own there, but every one is known in English.
            var region = new RegionInfo($"en-{code}");
            foreach (var said in (string[])[region.ThreeLetterISORegionName, region.EnglishName, new RegionInfo($"zh-Hans-{code}").NativeName, NativeName(code)]) sayings.TryAdd(Folded(said), code);
        }

        foreach (var (said, code) in Others) sayings[Folded(said)] = code;
        return sayings.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static string NativeName(string code) => code == WithoutLanguage ? code : new RegionInfo(code).NativeName;

    private static string Folded(string said)
    {
        var letters = said.Normalize(NormalizationForm.FormKD).Where(char.IsLetter);
        return string.Concat(letters).ToUpperInvariant();
    }
}
