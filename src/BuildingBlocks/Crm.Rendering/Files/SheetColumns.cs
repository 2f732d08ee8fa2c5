using System.Globalization;
using Crm.Rendering.Charts;

namespace Crm.Rendering.Files;

/// <summary>Headings, letters and widths of a sheet's columns.</summary>
internal sealed class SheetColumns
{
    /// <summary>Rows that are looked at to find the widths.</summary>
    public const int Sampled = 100;

    private const int Narrowest = 8;
    private const int Widest = 60;

    /// <summary>Room for the filter button in the header, in characters.</summary>
    private const int FilterButton = 3;

    public SheetColumns(IReadOnlyList<ReportColumn> columns, IEnumerable<IReadOnlyList<object?>> sample, IReadOnlyList<object?>? totals, ReaderFormat reader)
    {
        if (columns.Count == 0)
            throw new ArgumentException("A table has at least one column.", nameof(columns));

        Columns = columns;
        Headings = [.. columns.Select(c => Heading(c, reader))];
        Letters = [.. Enumerable.Range(0, columns.Count).Select(Letter)];
        Widths = [.. Headings.Select(h => Clamp(TextWidth.Columns(h) + FilterButton))];

        foreach (var row in totals is null ? sample : sample.Append(totals))
        {
            Rows.MustFit(row, columns);
            for (var i = 0; i < columns.Count; i++)
                Widths[i] = Math.Max(Widths[i], Clamp(TextWidth.Columns(reader.Text(row[i], columns[i].Format)) + 2));
        }
    }

    public IReadOnlyList<ReportColumn> Columns { get; }

    public IReadOnlyList<string> Headings { get; }

    public IReadOnlyList<string> Letters { get; }

    /// <summary>In characters of the default font.</summary>
    public int[] Widths { get; }

    public string LastLetter => Letters[^1];

    /// <summary>A sheet's date cells know no zone, so the heading names it.</summary>
    private static string Heading(ReportColumn column, ReaderFormat reader) => column.Format.Kind == ValueKind.Instant
        ? $"{column.Heading(reader)} ({reader.Zone.Id})"
        : column.Heading(reader);

    private static int Clamp(int width) => Math.Clamp(width, Narrowest, Widest);

    private static string Letter(int index) => index < 26
        ? ((char)('A' + index)).ToString(CultureInfo.InvariantCulture)
        : Letter((index / 26) - 1) + (char)('A' + (index % 26));
}
