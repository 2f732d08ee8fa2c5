using Crm.BuildingBlocks;

namespace Crm.Rendering.Files;

/// <summary>
/// Writes tables as an Excel workbook, one sheet per table, in constant memory and without synchronous writes to the destination: typed cells,
/// dates as dates, a bold frozen header with filters, widths after the first rows. Text is text, whatever it begins with.
/// A table longer than a sheet goes on in the next one.
/// </summary>
public static class XlsxTableWriter
{
    /// <summary>What a sheet can hold, the header included.</summary>
    internal const int RowsPerSheet = 1_048_576;

    /// <summary>Writes the tables of a document; its figures, texts and charts are left to page and mail.</summary>
    public static Task Write(Stream destination, ReportDocument document, ReaderFormat reader, CancellationToken ct = default) =>
        Write(destination, document.Tables.Select(t => t.AsStream()), reader, ct);

    /// <summary>Writes one table of texts and numbers.</summary>
    /// <param name="destination">Need be neither seekable nor readable; stays open.</param>
    /// <param name="title">Of the sheet.</param>
    /// <param name="headings">Of the columns.</param>
    /// <param name="rows">With one value per column; read once.</param>
    /// <param name="language">Of the reader.</param>
    /// <param name="ct">Stops between rows; what was written is then no valid file.</param>
    public static Task WriteTexts(
        Stream destination, Phrase title, IReadOnlyList<Phrase> headings, IAsyncEnumerable<IReadOnlyList<object?>> rows, Language language, CancellationToken ct) =>
        Write(destination, [new TableStream(title, [.. headings.Select(h => new ReportColumn(h.In(Language.English), h, ValueFormat.Text))], rows)], new ReaderFormat(language), ct);

    /// <param name="destination">Need be neither seekable nor readable; stays open.</param>
    /// <param name="tables">At least one; read one after the other.</param>
    /// <param name="reader">Language of headings and words, zone of instants.</param>
    /// <param name="ct">Stops between rows; what was written is then no valid file.</param>
    public static Task Write(Stream destination, IEnumerable<TableStream> tables, ReaderFormat reader, CancellationToken ct = default) =>
        Write(destination, tables, reader, RowsPerSheet, ct);

    internal static async Task Write(Stream destination, IEnumerable<TableStream> tables, ReaderFormat reader, int rowsPerSheet, CancellationToken ct)
    {
        using var buffer = new DrainableBuffer();
        using (var workbook = new XlsxWorkbook(buffer))
        {
            foreach (var table in tables)
                await WriteTable(workbook, table, reader, rowsPerSheet, () => buffer.IsFull ? buffer.DrainTo(destination, ct) : Task.CompletedTask, ct);

            workbook.Complete();
        }

        await buffer.DrainTo(destination, ct);
        await destination.FlushAsync(ct);
    }

    private static async Task WriteTable(
        XlsxWorkbook workbook, TableStream table, ReaderFormat reader, int rowsPerSheet, Func<Task> drain, CancellationToken ct)
    {
        await using var rows = table.Rows.GetAsyncEnumerator(ct);
        var ahead = new Queue<IReadOnlyList<object?>>();
        while (ahead.Count < SheetColumns.Sampled && await rows.MoveNextAsync())
            ahead.Enqueue(rows.Current);

        var columns = new SheetColumns(table.Columns, ahead, table.Totals, reader);
        var sheet = workbook.BeginSheet(table.Title, columns, reader);
        try
        {
            while (ahead.TryDequeue(out var row) || (row = await rows.MoveNextAsync() ? rows.Current : null) is not null)
            {
                ct.ThrowIfCancellationRequested();
                if (sheet.RowCount == rowsPerSheet)
                {
                    sheet.Dispose();
                    sheet = workbook.BeginSheet(table.Title, columns, reader);
                }

                sheet.WriteRow(row);
                await drain();
            }

            if (table.Totals is { } totals)
                sheet.WriteTotals(totals);
        }
        finally
        {
            sheet.Dispose();
        }
    }
}
