using Crm.Customers.Domain.Duplicates.Naming;
using Crm.Customers.Domain.Duplicates.Similarity;

namespace Crm.Customers.Domain.Duplicates;

/// <summary>The keys of a record: only records with a key in common are compared, because nobody could compare all with all.</summary>
internal static class Blocking
{
    /// <summary>Of one record; values that are many do not make more.</summary>
    public const int MostKeys = 40;

    private const int MostPerKey = 12;

    /// <summary>Each begins with the number of its key in the rules.</summary>
    public static IReadOnlyList<string> Keys(DedupeDefinition rules, ComparedRecord record)
    {
        var keys = new List<string>();
        for (var number = 0; number < rules.Keys.Count; number++)
        {
            IEnumerable<string> made = [$"{number}"];
            foreach (var part in rules.Keys[number].Parts)
            {
                var values = Values(part, record).Distinct().ToList();
                made = made.SelectMany(key => values.Select(value => $"{key}|{value}"));
            }

            keys.AddRange(made.Take(MostPerKey));
        }

        return [.. keys.Distinct().Take(MostKeys)];
    }

    private static IEnumerable<string> Values(DedupeKeyPart part, ComparedRecord record) =>
        record.Values(part.Field).SelectMany(value => Values(part, value, record.Kind)).Where(v => v.Length > 0);

    private static IEnumerable<string> Values(DedupeKeyPart part, string value, CustomerKind kind) => part.Part switch
    {
        DedupePart.Whole => [value],
        DedupePart.Start => [value[..Math.Min(part.Length, value.Length)]],
        DedupePart.End => [value[^Math.Min(part.Length, value.Length)..]],
        DedupePart.Sound => Words(part, value, kind).Select(Phonetic.Of),
        DedupePart.Sounds => [string.Join('-', Words(part, value, kind).Select(Phonetic.Of).Order(StringComparer.Ordinal))],
        DedupePart.SortedWords => [string.Concat(Words(part, value, kind).Order(StringComparer.Ordinal))],
        _ => [Words(part, value, kind).MaxBy(w => w.Any(char.IsAsciiDigit) ? 0 : w.Length) is { } longest ? longest[..Math.Min(part.Length, longest.Length)] : ""],
    };

    private static IReadOnlyList<string> Words(DedupeKeyPart part, string value, CustomerKind kind) => (part.Field, kind) switch
    {
        (DedupeField.Name, CustomerKind.Person) => PersonName.Of(value).Words,
        (DedupeField.Name, _) => OrganisationName.Of(value).Words,
        _ => value.Split(' '),
    };
}
