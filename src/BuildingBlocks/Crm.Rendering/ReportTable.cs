using System.Runtime.CompilerServices;
using Crm.BuildingBlocks;

namespace Crm.Rendering;

/// <summary>A typed column.</summary>
/// <param name="Key">Stable name, the header in files meant for machines.</param>
/// <param name="Title">What people read above the column, without the unit.</param>
/// <param name="Format">What its values are.</param>
public sealed record ReportColumn(string Key, Phrase Title, ValueFormat Format)
{
    public ReportColumn(string key, string english, string chinese, ValueFormat format) : this(key, new Phrase(english, chinese), format)
    {
    }

    /// <summary>The title with its unit: <c>Net (EUR)</c>.</summary>
    public string Heading(ReaderFormat reader) => reader.WithUnit(Title, Format);
}

/// <summary>A table small enough to be part of a document.</summary>
/// <param name="Title">Heading of the table and name of its sheet.</param>
/// <param name="Columns">At least one.</param>
/// <param name="Rows">
/// One value per column: numbers, <see cref="Money"/>, <see cref="DateOnly"/>, <see cref="DateTimeOffset"/>, text, a <see cref="Phrase"/>,
/// a labelled enum, or null. Text is accepted in every column, because a masked value is text wherever it stands.
/// </param>
public sealed record ReportTable(Phrase Title, IReadOnlyList<ReportColumn> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows)
{
    /// <summary>Shown below the rows and set off from them; one value per column.</summary>
    public IReadOnlyList<object?>? Totals { get; init; }

    public TableStream AsStream() => new(Title, Columns, Stream(Rows)) { Totals = Totals };

    private static async IAsyncEnumerable<IReadOnlyList<object?>> Stream(
        IReadOnlyList<IReadOnlyList<object?>> rows, [EnumeratorCancellation] CancellationToken ct = default)
    {
        await Task.CompletedTask;
        foreach (var row in rows)
        {
            ct.ThrowIfCancellationRequested();
            yield return row;
        }
    }
}

/// <summary>A table of any length, written to a file row by row without being held in memory.</summary>
/// <param name="Title">Name of its sheet.</param>
/// <param name="Columns">At least one.</param>
/// <param name="Rows">As in <see cref="ReportTable"/>; read once.</param>
public sealed record TableStream(Phrase Title, IReadOnlyList<ReportColumn> Columns, IAsyncEnumerable<IReadOnlyList<object?>> Rows)
{
    /// <summary>Written below the rows where the file is for people; left out of CSV.</summary>
    public IReadOnlyList<object?>? Totals { get; init; }
}
