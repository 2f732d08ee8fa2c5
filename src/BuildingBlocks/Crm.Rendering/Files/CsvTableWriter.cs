using Crm.BuildingBlocks;
using CsvHelper;

namespace Crm.Rendering.Files;

/// <summary>What the first line of a CSV file says.</summary>
public enum CsvHeader
{
    /// <summary>The columns' stable keys, for programs.</summary>
    Keys,

    /// <summary>Their titles in the reader's language, for people.</summary>
    Titles,
}

/// <summary>How a CSV file is written.</summary>
public sealed record CsvOptions
{
    public CsvHeader Header { get; init; } = CsvHeader.Keys;

    /// <summary>Without the mark spreadsheets take UTF-8 for the machine's code page and garble Chinese.</summary>
    public bool ByteOrderMark { get; init; } = true;
}

/// <summary>
/// Writes a table as CSV (RFC 4180, UTF-8): numbers in full and invariant, fractions for percentages, ISO dates, instants in UTC. Money without
/// one currency for its column becomes two columns, amount and currency. Text that a spreadsheet would run as a formula gets an apostrophe before it.
/// </summary>
public static class CsvTableWriter
{
    private static readonly Phrase CurrencyTitle = new("currency", "币种");

    public static async Task Write(Stream destination, TableStream table, ReaderFormat reader, CsvOptions? options = null, CancellationToken ct = default)
    {
        options ??= new CsvOptions();
        var csv = CsvWriter.Create(
            destination,
            new CsvWriterOptions { Injection = CsvInjection.Escape, WriteByteOrderMark = options.ByteOrderMark, NewLine = "\r\n" },
            leaveOpen: true);
        await using (csv.ConfigureAwait(false))
        {
            WriteHeader(csv, table.Columns, reader, options.Header);
            await csv.EndRecordAsync(ct);

            await foreach (var row in table.Rows.WithCancellation(ct))
            {
                WriteRow(csv, table.Columns, row, reader);
                await csv.EndRecordAsync(ct);
            }

            await csv.FlushAsync(ct);
        }
    }

    private static void WriteHeader(CsvWriter csv, IReadOnlyList<ReportColumn> columns, ReaderFormat reader, CsvHeader header)
    {
        foreach (var column in columns)
        {
            csv.WriteField(header == CsvHeader.Keys ? column.Key : CleanText.OneLine(column.Heading(reader)));
            if (BringsItsCurrency(column))
                csv.WriteField(header == CsvHeader.Keys ? column.Key + "Currency" : $"{CleanText.OneLine(column.Heading(reader))} {reader.Text(CurrencyTitle)}");
        }
    }

    private static void WriteRow(CsvWriter csv, IReadOnlyList<ReportColumn> columns, IReadOnlyList<object?> row, ReaderFormat reader)
    {
        Rows.MustFit(row, columns);
        for (var i = 0; i < columns.Count; i++)
        {
            var cell = Cell.Of(row[i], columns[i].Format, reader.Language);
            WriteCell(csv, cell);
            if (BringsItsCurrency(columns[i]))
                csv.WriteField(cell.Currency ?? "");
        }
    }

    private static void WriteCell(CsvWriter csv, Cell cell)
    {
        switch (cell.Kind)
        {
            case CellKind.Number:
                csv.WriteField(cell.Number, default);
                break;
            case CellKind.Date:
                csv.WriteField(cell.Date, "yyyy-MM-dd");
                break;
            case CellKind.Instant:
                csv.WriteField(cell.Instant.UtcDateTime, "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'");
                break;
            default:
                csv.WriteField(cell.Text);
                break;
        }
    }

    private static bool BringsItsCurrency(ReportColumn column) => column.Format is { Kind: ValueKind.Money, Currency: null };
}
