using Crm.BuildingBlocks;

namespace Crm.Customers.Domain.Duplicates;

/// <summary>How two values are held against each other.</summary>
internal enum DedupeComparer
{
    [Label("Equal or not", "是否相同")]
    Exact,
    [Label("Alike by Jaro-Winkler", "Jaro-Winkler 相似度")]
    JaroWinkler,
    [Label("Edits, words in any order", "排序后编辑距离")]
    TokenSort,
    [Label("Words in common", "共同词")]
    TokenSet,
    [Label("Parts in common, for addresses", "共同片段（用于地址）")]
    Overlap,
    [Label("Given name", "名")]
    GivenName,
    [Label("Family name", "姓")]
    FamilyName,
    [Label("Company name", "企业名称")]
    OrganisationName,
    [Label("Date, with slips", "日期（容错）")]
    Date,
    [Label("Number, with one slip", "号码（容错一处）")]
    Number,
    [Label("End of a phone number", "电话尾号")]
    PhoneEnd,
    [Label("Mail address", "邮箱地址")]
    Mail,
}

/// <summary>
/// One field of the comparison with its weights, as I. Fellegi and A. Sunter count them ("A theory for record linkage", JASA 64 (1969)).
/// </summary>
/// <param name="Field">Of which the values are compared: the best of several counts.</param>
/// <param name="Comparer">How.</param>
/// <param name="M">How often two records of the same customer agree in it, between 0 and 1.</param>
/// <param name="U">How often two records of different customers agree in it by chance, between 0 and <paramref name="M"/>.</param>
/// <param name="AgreesFrom">The similarity from which on they agree, up to 1.</param>
/// <param name="DiffersTo">The similarity down from which they differ; between the two the weight changes evenly.</param>
/// <param name="IsShared">Those who live or work together have it in common, too.</param>
/// <param name="Decides">Where this differs, what is shared counts little: it is then the sister or the firm next door.</param>
internal sealed record DedupeComparison(
    DedupeField Field, DedupeComparer Comparer, double M, double U, double AgreesFrom = 1, double DiffersTo = 0, bool IsShared = false, bool Decides = false)
{
    /// <summary>In bits, where they agree.</summary>
    public double AgreementWeight { get; } = Math.Log2(M / U);

    /// <summary>In bits, below zero, where they differ.</summary>
    public double DisagreementWeight { get; } = Math.Log2((1 - M) / (1 - U));

    /// <summary>W. Winkler's even change from one weight to the other, for what is neither the same nor something else.</summary>
    public double Weight(double similarity) => DisagreementWeight + ((AgreementWeight - DisagreementWeight) * Agreement(similarity));

    /// <summary>1 where they agree, 0 where they differ.</summary>
    public double Agreement(double similarity) =>
        similarity >= AgreesFrom ? 1 : similarity <= DiffersTo ? 0 : (similarity - DiffersTo) / (AgreesFrom - DiffersTo);
}

/// <summary>What is taken of a field into a blocking key.</summary>
internal enum DedupePart
{
    [Label("All of it", "全部")]
    Whole,
    [Label("First characters", "开头")]
    Start,
    [Label("Last characters", "结尾")]
    End,
    [Label("Sound of each word", "每个词的读音")]
    Sound,
    [Label("Sounds of the words, in order of the alphabet", "各词读音（按字母排序）")]
    Sounds,
    [Label("Words in order of the alphabet", "各词（按字母排序）")]
    SortedWords,
    [Label("Starts of the longest word", "最长词的开头")]
    LongestWord,
}

/// <param name="Field">Of which the value is taken.</param>
/// <param name="Part">What of it.</param>
/// <param name="Length">Characters, for those parts that have a length.</param>
internal sealed record DedupeKeyPart(DedupeField Field, DedupePart Part = DedupePart.Whole, int Length = 0);

/// <summary>Two customers are compared at all if they have one of the keys in common. A key of which one part is missing is none.</summary>
internal sealed record DedupeKey(IReadOnlyList<DedupeKeyPart> Parts);

/// <summary>By which two customers of a kind are taken for the same.</summary>
/// <param name="Keys">Which are compared.</param>
/// <param name="Comparisons">In what.</param>
/// <param name="Duplicate">Bits of weight from which on they are held to be the same.</param>
/// <param name="Suspected">Bits of weight from which on somebody should look.</param>
/// <param name="SharedAtMost">Bits that all that is shared counts at most where what decides differs.</param>
internal sealed record DedupeDefinition(
    IReadOnlyList<DedupeKey> Keys, IReadOnlyList<DedupeComparison> Comparisons, double Duplicate, double Suspected, double SharedAtMost);
