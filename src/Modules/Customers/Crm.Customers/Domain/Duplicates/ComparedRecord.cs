using System.Text;
using Crm.Customers.Domain.Duplicates.Naming;
using Crm.Customers.Domain.Duplicates.Similarity;

namespace Crm.Customers.Domain.Duplicates;

/// <summary>What is compared of one customer: per field the values that are known, normalised, in a fixed order. A field without values is missing.</summary>
internal sealed class ComparedRecord
{
    private const int MostValues = 8;
    private static readonly int Fields = Enum.GetValues<DedupeField>().Length;

    private readonly string[][] _values;
    private PersonName[]? _persons;
    private OrganisationName[]? _organisations;
    private int[][]? _streets;

    private ComparedRecord(CustomerKind kind, string[][] values) => (Kind, _values) = (kind, values);

    public CustomerKind Kind { get; }

    public IReadOnlyList<string> Values(DedupeField field) => _values[(int)field];

    internal PersonName[] Persons => _persons ??= [.. Values(DedupeField.Name).Select(PersonName.Of)];

    internal OrganisationName[] Organisations => _organisations ??= [.. Values(DedupeField.Name).Select(OrganisationName.Of)];

    internal int[][] Streets => _streets ??= [.. Values(DedupeField.Street).Select(Bigrams.Of)];

    /// <param name="kind">Decides by which rules the record is compared.</param>
    /// <param name="values">As people wrote them; what says nothing is left out.</param>
    public static ComparedRecord Of(CustomerKind kind, IEnumerable<(DedupeField Field, string? Value)> values)
    {
        var normalised = values.Select(v => (v.Field, Value: v.Value is null ? "" : Normal.Of(v.Field, kind, v.Value))).Where(v => v.Value.Length > 0).ToLookup(v => v.Field, v => v.Value);
        var record = new ComparedRecord(kind, [.. Enumerable.Range(0, Fields).Select(f => normalised[(DedupeField)f].Distinct().Take(MostValues).ToArray())]);
        if (kind == CustomerKind.Organisation && record.Values(DedupeField.LegalForm).Count == 0)
            record._values[(int)DedupeField.LegalForm] = [.. record.Organisations.Select(o => o.LegalForm).OfType<string>().Distinct()];
        return record;
    }

    /// <summary>The record as one text: the same for the same values, and read back by <see cref="Read"/>.</summary>
    public string Written()
    {
        var text = new StringBuilder().Append((char)('0' + (int)Kind));
        for (var field = 0; field < Fields; field++)
        {
            foreach (var value in _values[field]) text.Append('\n').Append((char)('A' + field)).Append(value);
        }

        return text.ToString();
    }

    public static ComparedRecord Read(string written)
    {
        var values = new string[Fields][];
        Array.Fill(values, []);
        var kind = (CustomerKind)(written[0] - '0');
        foreach (var line in written.AsSpan(1).EnumerateLines())
        {
            if (line.Length == 0) continue;
            var field = line[0] - 'A';
            if (field < Fields) values[field] = [.. values[field], line[1..].ToString()];
        }

        return new ComparedRecord(kind, values);
    }
}
