using Crm.BuildingBlocks;

namespace Crm.Customers.Domain.Fields;

/// <summary>
/// What a customer has in one field of the company's own, in a column of its type, so that lists can be filtered and sorted by it. Of several
/// options each is a row. It says its type itself: whatever becomes of the definition, it can be read.
/// </summary>
internal sealed class FieldValue
{
    private FieldValue(string slot, string key, FieldType type)
    {
        Slot = slot;
        Key = key;
        Type = type;
    }

    public CustomerId CustomerId { get; private set; }

    /// <summary>The key of the field; of one of several options, followed by a colon and that of the option.</summary>
    public string Slot { get; private set; }

    public string Key { get; private set; }

    public FieldType Type { get; private set; }

    [PersonalInCopies]
    public string? Text { get; private set; }

    [PersonalInCopies]
    public decimal? Number { get; private set; }

    [PersonalInCopies]
    public DateOnly? Date { get; private set; }

    [PersonalInCopies]
    public bool? Flag { get; private set; }

    /// <summary>All that a personal field says, of whatever type.</summary>
    [Personal]
    public string? Secret { get; private set; }

    /// <summary>What the rows of one customer say, by the key of the field.</summary>
    public static IReadOnlyDictionary<string, FieldContent> ContentsOf(IEnumerable<FieldValue> values) =>
        values.GroupBy(v => v.Key).ToDictionary(rows => rows.Key, rows => ContentOf([.. rows]), StringComparer.Ordinal);

    /// <summary>Makes the rows say what is wanted; a row that says the same stays.</summary>
    internal static void Replace(List<FieldValue> present, IReadOnlyDictionary<string, FieldEntry> wanted)
    {
        var rows = wanted.SelectMany(w => RowsOf(w.Key, w.Value)).ToDictionary(r => r.Slot);
        present.RemoveAll(p => !rows.ContainsKey(p.Slot));
        foreach (var row in rows.Values)
        {
            if (present.Find(p => p.Slot == row.Slot) is { } known) known.Take(row);
            else present.Add(row);
        }
    }

    private static FieldContent ContentOf(List<FieldValue> rows) => rows[0] switch
    {
        { Secret: { } secret } row => new FieldContent(row.Type, secret),
        { Type: FieldType.Choices } => FieldContent.Of(rows.Select(r => r.Text!)),
        { Number: { } number } => FieldContent.Of(number),
        { Date: { } date } => FieldContent.Of(date),
        { Flag: { } flag } => FieldContent.Of(flag),
        var row => new FieldContent(row.Type, row.Text ?? ""),
    };

    private static IEnumerable<FieldValue> RowsOf(string key, FieldEntry entry)
    {
        var content = entry.Content;
        if (entry.IsPersonal) return [new FieldValue(key, key, content.Type) { Secret = content.Written }];
        if (content.Type == FieldType.Choices) return content.Options.Select(option => new FieldValue($"{key}:{option}", key, content.Type) { Text = option });
        return [new FieldValue(key, key, content.Type) { Text = content.Text, Number = content.Number, Date = content.Date, Flag = content.Flag }];
    }

    private void Take(FieldValue other) =>
        (Type, Text, Number, Date, Flag, Secret) = (other.Type, other.Text, other.Number, other.Date, other.Flag, other.Secret);
}
