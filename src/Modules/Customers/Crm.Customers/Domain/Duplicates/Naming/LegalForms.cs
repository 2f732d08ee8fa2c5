using System.Collections.Frozen;

namespace Crm.Customers.Domain.Duplicates.Naming;

/// <summary>What stands in the names of many companies and tells none of them from another.</summary>
internal static class LegalForms
{
    // Each with the other ways to write it.
    private static readonly string[] WesternForms =
    [
        "gmbh mbh", "ug", "ag", "kg", "kgaa", "ohg", "gbr", "ek", "eg", "ltd limited pty pte", "plc", "llc", "llp", "lp", "inc incorporated", "corp corporation",
        "co company cie", "sa", "sas sasu", "sarl eurl", "sl slu", "srl", "spa", "lda", "ltda", "bv", "nv", "ab", "as", "asa", "aps", "oy", "oyj", "sro", "doo", "kft", "zrt",
        "zoo sp", "ooo", "oao", "bhd sdn", "kk", "se", "sca",
    ];

    private static readonly FrozenDictionary<string, string> Western =
        WesternForms.Select(f => f.Split(' ')).SelectMany(f => f.Select(way => (way, form: f[0]))).ToFrozenDictionary(f => f.way, f => f.form);

    // Longest first: the shorter ones end the longer ones.
    private static readonly (string Ending, string Form)[] Chinese =
    [
        ("集团股份有限公司", "股份"), ("股份有限公司", "股份"), ("有限责任公司", "有限"), ("集团有限公司", "有限"), ("控股有限公司", "有限"), ("有限公司", "有限"),
        ("集团公司", "集团"), ("总公司", "总公司"), ("分公司", "分公司"), ("合伙企业", "合伙"), ("公司", "有限"), ("集团", "集团"), ("工作室", "工作室"), ("经营部", "经营部"),
    ];

    private static readonly FrozenSet<string> Little = FrozenSet.ToFrozenSet(
        ["group", "holding", "holdings", "international", "intl", "global", "worldwide", "and", "und", "et", "y", "e", "og", "och", "the", "der", "die", "das", "la", "le", "el",
         "of", "de", "von", "gruppe", "groupe", "gesellschaft", "deutschland", "germany", "france", "uk", "usa", "china", "europe", "asia"]);

    // Provinces and the greatest cities: companies carry them before the name, in brackets behind it, or not at all.
    private static readonly string[] Places =
    [
        "北京", "上海", "天津", "重庆", "广东", "浙江", "江苏", "山东", "福建", "四川", "湖北", "湖南", "河北", "河南", "安徽", "江西", "陕西", "山西", "辽宁", "吉林", "黑龙江", "广西",
        "云南", "贵州", "海南", "甘肃", "青海", "宁夏", "新疆", "西藏", "内蒙古", "香港", "澳门", "台湾", "广州", "深圳", "杭州", "南京", "苏州", "武汉", "成都", "西安", "厦门", "宁波",
        "青岛", "大连", "沈阳", "长沙", "郑州", "济南", "福州", "合肥", "无锡", "佛山", "东莞", "中国",
    ];

    // "北京大学" is not "大学".
    private const int ShortestCore = 3;

    public static bool SaysLittle(string word) => Little.Contains(word);

    /// <summary>The name without its legal form and places, that form in one way of writing, and the places that it says.</summary>
    public static (string Core, string? Form, string Places) Part(string normalised) =>
        Han.IsIn(normalised) ? PartChinese(normalised.Replace(" ", "", StringComparison.Ordinal)) : PartWestern(normalised.Split(' '));

    private static (string Core, string? Form, string Places) PartWestern(string[] words)
    {
        string? form = null;
        var kept = words.Length;
        while (kept > 1 && (Western.TryGetValue(words[kept - 1], out var known) || words[kept - 1] is "and" or "und" or "o" or "z"))
        {
            form = known ?? form;
            kept--;
        }

        return (string.Join(' ', words[..kept]), form, "");
    }

    private static (string Core, string? Form, string Places) PartChinese(string name)
    {
        string? form = null;
        foreach (var (ending, known) in Chinese)
        {
            if (name.Length <= ending.Length || !name.EndsWith(ending, StringComparison.Ordinal)) continue;
            (name, form) = (name[..^ending.Length], known);
            break;
        }

        var said = "";
        foreach (var place in Places)
        {
            var at = name.IndexOf(place, StringComparison.Ordinal);
            if (at < 0 || name.Length - place.Length < ShortestCore) continue;
            var length = at + place.Length < name.Length && name[at + place.Length] is '市' or '省' && name.Length - place.Length > 2 ? place.Length + 1 : place.Length;
            name = name.Remove(at, length);
            said += place;
        }

        return (name, form, said);
    }
}
