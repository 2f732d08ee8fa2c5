using System.Text.Json;
using Crm.BuildingBlocks.Hosting.Api.Json;
using Crm.Customers.Domain.Duplicates;

namespace Crm.Customers.Persistence.Duplicates;

/// <summary>The rules of one kind of customers, as they are written, kept and shown.</summary>
/// <param name="Keys">Two customers are compared if they have one of these in common; each is made of one to four parts.</param>
/// <param name="Comparisons">In what they are compared, with the weights of Fellegi and Sunter.</param>
/// <param name="Duplicate">Bits of weight from which on two are held to be the same.</param>
/// <param name="Suspected">Bits of weight from which on somebody should look.</param>
/// <param name="SharedAtMost">Bits that all that is shared counts at most where what decides differs.</param>
internal sealed record DedupeRuleText(
    IReadOnlyList<DedupeKeyText> Keys, IReadOnlyList<DedupeComparisonText> Comparisons, double Duplicate, double Suspected, double SharedAtMost)
{
    public static DedupeRuleText Of(DedupeDefinition d) => new(
        [.. d.Keys.Select(k => new DedupeKeyText([.. k.Parts.Select(p => new DedupeKeyPartText(p.Field, p.Part, p.Length))]))],
        [.. d.Comparisons.Select(c => new DedupeComparisonText(c.Field, c.Comparer, c.M, c.U, c.AgreesFrom, c.DiffersTo, c.IsShared, c.Decides))],
        d.Duplicate, d.Suspected, d.SharedAtMost);

    public static DedupeDefinition Read(string json) => JsonSerializer.Deserialize<DedupeRuleText>(json, CrmJson.Options)!.Definition();

    public string Written() => JsonSerializer.Serialize(this, CrmJson.Options);

    public DedupeDefinition Definition() => new(
        [.. Keys.Select(k => new DedupeKey([.. k.Parts.Select(p => new DedupeKeyPart(p.Field, p.Part, p.Length))]))],
        [.. Comparisons.Select(c => new DedupeComparison(c.Field, c.Comparer, c.M, c.U, c.AgreesFrom, c.DiffersTo, c.IsShared, c.Decides))],
        Duplicate, Suspected, SharedAtMost);
}

internal sealed record DedupeKeyText(IReadOnlyList<DedupeKeyPartText> Parts);

/// <param name="Field">Of which the value is taken.</param>
/// <param name="Part">What of it.</param>
/// <param name="Length">Characters, for starts, ends and the longest word.</param>
internal sealed record DedupeKeyPartText(DedupeField Field, DedupePart Part = DedupePart.Whole, int Length = 0);

/// <param name="Field">Of which the values are compared.</param>
/// <param name="Comparer">How.</param>
/// <param name="M">How often two records of the same customer agree in it, between 0 and 1.</param>
/// <param name="U">How often two records of different customers agree in it by chance; less than <paramref name="M"/>.</param>
/// <param name="AgreesFrom">The similarity from which on they agree.</param>
/// <param name="DiffersTo">The similarity down from which they differ.</param>
/// <param name="IsShared">Those who live or work together have it in common, too.</param>
/// <param name="Decides">Where it differs, what is shared counts little.</param>
internal sealed record DedupeComparisonText(
    DedupeField Field, DedupeComparer Comparer, double M, double U, double AgreesFrom = 1, double DiffersTo = 0, bool IsShared = false, bool Decides = false);
