using Crm.BuildingBlocks;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Duplicates;
using Crm.Customers.Persistence.Duplicates;

namespace Crm.Customers.Application.Duplicates;

/// <summary>What rules must be like so that something sensible comes out.</summary>
internal static class DedupeRuleCheck
{
    private const int MostKeys = 20;
    private const int MostParts = 4;
    private const int MostComparisons = 30;
    private const int LongestPart = 20;
    private const double MostBits = 1000;

    private static readonly Phrase Count = new("1 to {0} are expected.", "应为 1 到 {0} 项。");
    private static readonly Phrase Length = new("Characters are expected, from 1 to {0}.", "应为 1 到 {0} 个字符。");
    private static readonly Phrase Frequencies = new("0 < u < m < 1 is expected.", "应满足 0 < u < m < 1。");
    private static readonly Phrase Similarities = new("0 <= differsTo <= agreesFrom <= 1 is expected.", "应满足 0 <= differsTo <= agreesFrom <= 1。");
    private static readonly Phrase Twice = new("The same field is compared in the same way twice.", "同一字段以相同方式比较了两次。");
    private static readonly Phrase DoesNotFit = new("'{0}' does not fit the field or the kind of customers.", "'{0}' 不适用于该字段或该客户类型。");
    private static readonly Phrase Thresholds = new("0 < suspected <= duplicate <= {0} is expected.", "应满足 0 < suspected <= duplicate <= {0}。");
    private static readonly Phrase Bits = new("Bits are expected, from 0 to {0}.", "应为 0 到 {0} 比特。");

    /// <exception cref="InvalidInput">With a pointer to each fault.</exception>
    public static void Require(CustomerKind kind, DedupeRuleText rules, string at)
    {
        var faults = Thresholded(rules).Concat(OfKeys(rules)).Concat(OfComparisons(kind, rules)).Select(f => f with { Pointer = at + f.Pointer }).ToList();
        if (faults.Count > 0) throw new InvalidInput(faults);
    }

    private static IEnumerable<InputError> Thresholded(DedupeRuleText rules)
    {
        if (!(rules.Suspected > 0 && rules.Suspected <= rules.Duplicate && rules.Duplicate <= MostBits)) yield return new InputError("/suspected", Thresholds, MostBits);
        if (!(rules.SharedAtMost >= 0 && rules.SharedAtMost <= MostBits)) yield return new InputError("/sharedAtMost", Bits, MostBits);
    }

    private static IEnumerable<InputError> OfKeys(DedupeRuleText rules)
    {
        if (rules.Keys.Count is 0 or > MostKeys) yield return new InputError("/keys", Count, MostKeys);
        for (var key = 0; key < rules.Keys.Count; key++)
        {
            var parts = rules.Keys[key].Parts;
            if (parts.Count is 0 or > MostParts) yield return new InputError($"/keys/{key}/parts", Count, MostParts);
            for (var part = 0; part < parts.Count; part++)
            {
                var hasLength = parts[part].Part is DedupePart.Start or DedupePart.End or DedupePart.LongestWord;
                if (hasLength && parts[part].Length is < 1 or > LongestPart) yield return new InputError($"/keys/{key}/parts/{part}/length", Length, LongestPart);
            }
        }
    }

    private static IEnumerable<InputError> OfComparisons(CustomerKind kind, DedupeRuleText rules)
    {
        if (rules.Comparisons.Count is 0 or > MostComparisons) yield return new InputError("/comparisons", Count, MostComparisons);
        var known = new HashSet<(DedupeField, DedupeComparer)>();
        for (var i = 0; i < rules.Comparisons.Count; i++)
        {
            var c = rules.Comparisons[i];
            if (!(c.U > 0 && c.U < c.M && c.M < 1)) yield return new InputError($"/comparisons/{i}/m", Frequencies);
            if (!(c.DiffersTo >= 0 && c.DiffersTo <= c.AgreesFrom && c.AgreesFrom <= 1)) yield return new InputError($"/comparisons/{i}/agreesFrom", Similarities);
            if (!Fits(kind, c)) yield return new InputError($"/comparisons/{i}/comparer", DoesNotFit, BuildingBlocks.Hosting.Api.Json.Enums.Name(c.Comparer));
            if (!known.Add((c.Field, c.Comparer))) yield return new InputError($"/comparisons/{i}", Twice);
        }
    }

    private static bool Fits(CustomerKind kind, DedupeComparisonText c) => c.Comparer switch
    {
        DedupeComparer.GivenName or DedupeComparer.FamilyName => c.Field == DedupeField.Name && kind == CustomerKind.Person,
        DedupeComparer.OrganisationName => c.Field == DedupeField.Name && kind == CustomerKind.Organisation,
        DedupeComparer.Date => c.Field == DedupeField.BornOn,
        DedupeComparer.PhoneEnd => c.Field == DedupeField.Phone,
        DedupeComparer.Mail => c.Field == DedupeField.Email,
        _ => true,
    };
}
