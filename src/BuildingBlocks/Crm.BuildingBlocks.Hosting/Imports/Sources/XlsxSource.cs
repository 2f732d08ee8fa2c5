using System.Globalization;
using System.Xml;

namespace Crm.BuildingBlocks.Hosting.Imports.Sources;

/// <summary>
/// Reads a sheet of a workbook row by row, in memory that is bounded however large it is: unpacked while it is read, from the encrypted
/// store and back to nowhere. Numbers and dates are written down as the profile expects them, so that one profile reads both forms of a file.
/// </summary>
internal sealed class XlsxSource : RowSource
{
    /// <summary>That a number has for certain however it is kept.</summary>
    private const int SureDigits = 15;

    private readonly Workbook _workbook;
    private readonly int _mostRecordBytes;
    private SheetRows? _rows;
    private string[] _headers = [];

    private XlsxSource(Workbook workbook, string name, int mostRecordBytes) : base(name) => (_workbook, _mostRecordBytes) = (workbook, mostRecordBytes);

    public override IReadOnlyList<string> Headers => _headers;

    public static async Task<XlsxSource> Open(Stream content, string name, string? sheet, ImportOptions options, CancellationToken ct)
    {
        XlsxSource? source = null;
        try
        {
            source = new XlsxSource(await Workbook.Open(content, name, sheet, options, ct), name, options.MostRecordBytes);
            await source.ReadHeader(ct);
            return source;
        }
        catch (Exception failure)
        {
            if (source is not null) await source.DisposeAsync();
            if (Refusal(failure, name) is { } refusal) throw refusal;
            throw;
        }
    }

    public override async ValueTask<SourceLine?> Next(CancellationToken ct) => await Move(ct) ? LineOf(_rows!) : null;

    public override async Task<long> Skip(long most, CancellationToken ct)
    {
        long skipped = 0;
        while (skipped < most && await Move(ct)) skipped++;
        return skipped;
    }

    public override async ValueTask DisposeAsync()
    {
        _rows?.Dispose();
        await _workbook.DisposeAsync();
    }

    private async Task ReadHeader(CancellationToken ct)
    {
        _rows = new SheetRows(await _workbook.OpenSheet(ct), _workbook.Texts, _mostRecordBytes);
        if (!await _rows.Next(ct)) throw ImportRules.NoHeader.Broken(Name);
        _headers = new string[_rows.Cells.Length];
        for (var i = 0; i < _headers.Length; i++) _headers[i] = TextOf(_rows.Cells[i], ".", dateFormat: null).Trim();
    }

    private async ValueTask<bool> Move(CancellationToken ct)
    {
        try
        {
            return await _rows!.Next(ct);
        }
        catch (Exception failure) when (Refusal(failure, Name) is not null)
        {
            throw Refusal(failure, Name)!;
        }
    }

    private static RuleBroken? Refusal(Exception failure, string name) => failure switch
    {
        WorkbookTooLarge => ImportRules.WorkbookTooLarge.Broken(name),
        InvalidDataException or XmlException => ImportRules.WorkbookUnreadable.Broken(name),
        _ => null,
    };

    private SourceLine LineOf(SheetRows rows)
    {
        var texts = new string[Wanted.Length];
        var left = _mostRecordBytes;
        for (var i = 0; i < texts.Length; i++)
        {
            var cell = Wanted[i] >= 0 && Wanted[i] < rows.Cells.Length ? rows.Cells[Wanted[i]] : default;
            if (cell.Kind == CellKind.Error)
                return new SourceLine(rows.Number, [], new ImportFault(rows.Number, WantedColumns[i].Name, cell.Text, ImportRules.CellError.Code, ImportRules.CellError.Text, []));
            texts[i] = TextOf(cell, WantedColumns[i].DecimalSeparator, WantedColumns[i].DateFormat);
            if ((left -= texts[i].Length) < 0) throw ImportRules.RecordTooLong.Broken(rows.Number, Name, _mostRecordBytes);
        }

        return new SourceLine(rows.Number, texts, null);
    }

    private string TextOf(SheetCell cell, string decimalSeparator, string? dateFormat)
    {
        if (cell.Kind == CellKind.Empty) return "";
        if (cell.Kind != CellKind.Number) return cell.Text;
        if (!double.TryParse(cell.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !(Math.Abs(number) < 7.9e27)) return cell.Text;
        var shape = _workbook.Dates.ShapeOf(cell.Style);
        if (shape == DateShape.Time && number is >= 0 and < 1) return DateTime.UnixEpoch.AddDays(number).ToString("HH:mm:ss", CultureInfo.InvariantCulture);
        if (shape != DateShape.None && _workbook.Dates.DateOf(number) is { } at)
            return at.ToString(dateFormat ?? (at.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss"), CultureInfo.InvariantCulture);

        // A long number of another system, which a double would round. Nobody calculates with more digits than those below.
        if (cell.Text.Length > SureDigits && cell.Text.All(char.IsAsciiDigit)) return cell.Text;
        // To 15 digits, as workbooks show their numbers: 10.2 is kept in them as 10.199999999999999.
        return ((decimal)number).ToString(CultureInfo.InvariantCulture).Replace(".", decimalSeparator, StringComparison.Ordinal);
    }
}
