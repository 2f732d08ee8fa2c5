using Crm.BuildingBlocks.Hosting.Imports.Sources;

namespace Crm.BuildingBlocks.Hosting.Imports;

/// <summary>How one file's texts become row records, worked out once per run.</summary>
internal sealed class RowPlan
{
    private const int MostKey = 200;

    private readonly RowShape _shape;
    private readonly FieldReader?[] _readers;
    private readonly int[] _key;
    private readonly string[] _keyColumns;
    private readonly string _keySeparator;
    private readonly List<WantedColumn> _columns = [];
    private readonly ImportFormat _format;

    public RowPlan(RowShape shape, IReadOnlyDictionary<string, FieldSource> fields, IReadOnlyList<string> key, string keySeparator, ImportFormat format, string prefix, bool furtherByName = false)
    {
        (_shape, _format, _keySeparator, _keyColumns) = (shape, format, keySeparator, [.. key]);
        _key = [.. key.Select(column => Index(column, source: null, isRequired: true))];
        _readers = [.. shape.Fields.Select(field => fields.TryGetValue(field.Name, out var source)
            ? new FieldReader(field, prefix + field.Name, source, format, [.. ColumnsOf(source).Select(column => Index(column, source, field.IsRequired))])
            : furtherByName && field.IsFurther ? ByName(field) : null)];
    }

    /// <summary>The columns it reads, in the order in which it wants their texts.</summary>
    public IReadOnlyList<WantedColumn> Columns => _columns;

    public static IEnumerable<string> ColumnsOf(FieldSource source) => source.Columns ?? (source.Column is null ? [] : [source.Column]);

    /// <returns>The key, or what is wrong with it.</returns>
    public (string? Key, ImportFault? Fault) KeyOf(SourceLine line)
    {
        var parts = Array.ConvertAll(_key, i => line.Texts[i].Trim());
        var key = string.Join(_keySeparator, parts);
        if (Array.Exists(parts, p => p.Length == 0)) return (null, Fault(ImportRules.NoKey, string.Join(", ", _keyColumns)));
        if (key.Length > MostKey) return (null, Fault(ImportRules.KeyTooLong, MostKey));
        return FieldReader.Unreadable(key, _format.Encoding) is { } rule ? (null, Fault(rule.Rule, rule.Values)) : (key, null);

        ImportFault Fault(Rule rule, params object?[] values) =>
            new(line.Line, string.Join(", ", _keyColumns), FaultValues.Shorten(key), rule.Code, rule.Text, values);
    }

    /// <summary>The record, or null and what is wrong with the texts.</summary>
    public object? Read(long line, string[] texts, Array? list, List<ImportFault> faults)
    {
        var values = new object?[_readers.Length];
        var before = faults.Count;
        for (var i = 0; i < values.Length; i++)
            values[i] = _shape.Fields[i].Element is not null ? list : _readers[i] is { } reader ? reader.Read(line, texts, faults) : _shape.Fields[i].Default;
        return faults.Count == before ? _shape.New(values) : null;
    }

    private FieldReader ByName(FieldShape field)
    {
        _columns.Add(new WantedColumn(field.Name, _format.DecimalSeparator, _format.DateFormat, MayBeMissing: true) { Called = field.Names });
        return new FieldReader(field, field.Name, new FieldSource { Column = field.Name }, _format, [_columns.Count - 1]);
    }

    private int Index(string column, FieldSource? source, bool isRequired)
    {
        var known = _columns.FindIndex(c => c.Name == column && c.Called is null);
        var mayBeMissing = _format.ColumnsMayBeMissing && !isRequired && (known < 0 || _columns[known].MayBeMissing);
        var wanted = new WantedColumn(column, source?.DecimalSeparator ?? _format.DecimalSeparator, source?.DateFormat ?? _format.DateFormat, mayBeMissing);
        if (known < 0) _columns.Add(wanted);
        else if (source is not null) _columns[known] = wanted;
        return known < 0 ? _columns.Count - 1 : known;
    }
}

/// <summary>One field of a row: joined, trimmed, mapped, defaulted, read.</summary>
internal sealed class FieldReader(FieldShape field, string name, FieldSource source, ImportFormat format, int[] columns)
{
    private const char Replacement = '\uFFFD';

    public object? Read(long line, string[] texts, List<ImportFault> faults)
    {
        var raw = source.Constant ?? Joined(texts);
        if (Unreadable(raw, format.Encoding) is { } unreadable) return Fail(unreadable.Rule, unreadable.Values);
        var text = raw;
        if (source.Map is { } map && text.Length > 0 && !TryMap(map, ref text)) return Fail(ImportRules.NotMapped, []);
        if (text.Length == 0) text = source.Default ?? "";
        if (text.Length == 0) return field.IsRequired ? Fail(ImportRules.Required, []) : field.Default;
        var (value, broken, values) = TextValues.Read(text, field, source.DecimalSeparator ?? format.DecimalSeparator, source.DateFormat ?? format.DateFormat);
        return broken is null ? value : Fail(broken, values);

        object? Fail(Rule rule, object?[] values)
        {
            faults.Add(new ImportFault(line, name, FaultValues.Shorten(raw), rule.Code, rule.Text, values));
            return null;
        }
    }

    /// <summary>Whether the text holds what no text should: bytes of another encoding, or control characters.</summary>
    public static (Rule Rule, object?[] Values)? Unreadable(string text, string? encoding)
    {
        foreach (var character in text)
        {
            if (character == Replacement) return (ImportRules.NotText, [encoding ?? "utf-8"]);
            if (char.IsControl(character) && character is not ('\t' or '\n' or '\r')) return (ImportRules.ControlCharacter, [(int)character]);
        }

        return null;
    }

    private string Joined(string[] texts)
    {
        if (columns.Length == 1) return Trimmed(texts[columns[0]]);
        return string.Join(source.Separator, columns.Select(c => Trimmed(texts[c])).Where(t => t.Length > 0));
    }

    private string Trimmed(string text) => source.Trim ? text.Trim() : text;

    private static bool TryMap(IReadOnlyDictionary<string, string?> map, ref string text)
    {
        if (!map.TryGetValue(text, out var mapped) && !map.TryGetValue("*", out mapped)) return false;
        text = mapped ?? "";
        return true;
    }
}
