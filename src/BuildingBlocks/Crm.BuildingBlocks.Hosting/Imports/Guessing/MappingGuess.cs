namespace Crm.BuildingBlocks.Hosting.Imports.Guessing;

/// <summary>Which column fills which field, by what headers are called and what the first values look like.</summary>
internal static class MappingGuess
{
    /// <summary>Less than this is no guess but chance.</summary>
    private const double Least = 0.5;

    /// <summary>Of a name alone, when the values say neither yes nor no.</summary>
    private const double ByName = 0.9;

    /// <summary>What the values weigh where they can be told from others.</summary>
    private const double ByContent = 0.35;

    /// <summary>So many must be alike for a column without a name to be taken by its values.</summary>
    private const double SureContent = 0.8;

    /// <summary>Of dates that can be read in two ways: their column stays among those to look at.</summary>
    private const double UnsureDate = 0.75;

    private static readonly string[] KeyHeaders =
        ["id", "record id", "key", "external id", "customer id", "account id", "contact id", "lead id", "kundennummer", "kunden nr", "kdnr", "client id", "客户编号", "编号", "客户id"];

    public static ImportGuess Of(string target, RowShape shape, ImportFormat format, IReadOnlyList<string> headers, IReadOnlyList<ColumnContent> contents)
    {
        var columns = headers.Select((header, i) => new Column(header, contents[i])).Where(c => c.Header.Length > 0).DistinctBy(c => c.Header).ToList();
        var taken = Assign(columns, [.. shape.Fields.Where(f => f.Element is null)]);
        var (key, isSure) = KeyOf(columns, taken);
        var profile = new ImportProfile
        {
            Target = target,
            Format = format with { DecimalSeparator = columns.Exists(c => c.Content.HasDecimalComma && taken.TryGetValue(c, out var t) && t.Field.Type == typeof(decimal)) ? "," : "." },
            Key = new ImportKey("file", key is null ? [] : [key]),
            Fields = taken.OrderBy(t => t.Key.Header, StringComparer.Ordinal).ToDictionary(t => t.Value.Field.Name, t => SourceOf(t.Key, t.Value.Field)),
        };
        return new ImportGuess(
            profile,
            [.. columns.Select(c => new GuessedColumn(c.Header, taken.TryGetValue(c, out var t) ? t.Field.Name : null, taken.TryGetValue(c, out t) ? Math.Round(t.Score, 2) : 0, c.Header == key))],
            [.. shape.Fields.Where(f => f.IsRequired && taken.Values.All(t => t.Field != f)).Select(f => f.Name)], isSure);
    }

    // The best pair first, of equal ones that of the first column; each column and each field once.
    private static Dictionary<Column, (FieldShape Field, double Score)> Assign(List<Column> columns, List<FieldShape> fields)
    {
        var pairs = columns.SelectMany(c => fields.Select(f => (Column: c, Field: f, Score: Score(c, f)))).Where(p => p.Score >= Least)
            .OrderByDescending(p => p.Score);
        var taken = new Dictionary<Column, (FieldShape Field, double Score)>();
        foreach (var pair in pairs)
        {
            if (!taken.ContainsKey(pair.Column) && taken.Values.All(t => t.Field != pair.Field)) taken.Add(pair.Column, (pair.Field, pair.Score));
        }

        return taken;
    }

    private static double Score(Column column, FieldShape field)
    {
        var name = HeaderWords.Likeness(column.Header, field);
        var content = column.Content.Fits(field);
        if (name == 0) return field.Content is ImportContent.Email && content >= SureContent ? 0.6 : 0;
        var score = name * ByName;
        if (content is not { } fits) return score;
        // A choice may be said in other words than here; a mail address or a date may not.
        if (field.Type.IsEnum) return fits > 0 ? Math.Min(1, score + (0.1 * fits)) : score * 0.7;
        if (field.Type == typeof(DateOnly) && fits > 0 && column.Content.IsDateUnsure) fits = UnsureDate;
        return Math.Min(1, (score * (1 - ByContent)) + (ByContent * fits) + (fits >= SureContent ? 0.05 : 0));
    }

    // Whatever names every row once; what is called so first. A key is kept in clear and told to others, so nothing about a person becomes one.
    private static (string? Column, bool IsSure) KeyOf(List<Column> columns, Dictionary<Column, (FieldShape Field, double Score)> taken)
    {
        var allowed = columns.Where(c => !(taken.TryGetValue(c, out var t) && t.Field.IsPersonal) && !c.Content.MayBePersonal).ToList();
        var possible = allowed.Where(c => !c.Content.IsEmpty && c.Content.IsUnique).ToList();
        if (possible.Find(c => Array.IndexOf(KeyHeaders, HeaderWords.WordsOf(c.Header)) >= 0) is { } named) return (named.Header, true);
        var idLike = possible.Find(c => HeaderWords.WordsOf(c.Header).Split(' ') is [.., "id" or "nr" or "no" or "number"]);
        return ((idLike ?? possible.FirstOrDefault() ?? allowed.FirstOrDefault())?.Header, idLike is not null);
    }

    private static FieldSource SourceOf(Column column, FieldShape field) => new()
    {
        Column = column.Header,
        DateFormat = (field.Type == typeof(DateOnly) || field.Type == typeof(DateTimeOffset)) && column.Content.DateFormat is { } format and not "yyyy-MM-dd" ? format : null,
        Map = field.Type.IsEnum ? column.Content.MapTo(field.Type) : null,
    };

    private sealed record Column(string Header, ColumnContent Content);
}

/// <summary>How a file could be taken in. Look at what is unsure, name the system in the key, then upload the file with it.</summary>
/// <param name="Profile">To be sent with the file, or stored.</param>
/// <param name="Columns">Every column of the file, and how sure it is what it fills.</param>
/// <param name="MissingFields">Required ones that no column fills.</param>
/// <param name="IsKeySure">Whether the column of the key is called like one; else it is merely different in every row that was looked at. No column is the key where each could say something of a person.</param>
public sealed record ImportGuess(ImportProfile Profile, IReadOnlyList<GuessedColumn> Columns, IReadOnlyList<string> MissingFields, bool IsKeySure);

/// <param name="Column">As the header calls it.</param>
/// <param name="Field">Field of the target; null where none is like it.</param>
/// <param name="Confidence">0 to 1: from 0.9 on it is called so and looks so.</param>
/// <param name="IsKey">By which records would be recognised.</param>
public sealed record GuessedColumn(string Column, string? Field, double Confidence, bool IsKey);
