using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using SheetCell = DocumentFormat.OpenXml.Spreadsheet.Cell;

namespace Crm.Rendering.Files;

/// <summary>One sheet being written from top to bottom. Disposing it closes the sheet.</summary>
internal sealed partial class XlsxSheet : IDisposable
{
    /// <summary>A cell holds no more characters than this.</summary>
    private const int LongestText = 32_767;

    /// <summary>A sheet keeps 15 digits; a longer number would silently become another one.</summary>
    private const decimal FirstInexactInteger = 1e15m;

    /// <summary>Excel takes 1900 for a leap year: serial numbers before March are a day off, and earlier dates have none.</summary>
    private static readonly DateTime FirstSerialDate = new(1900, 3, 1);

    private readonly Stream _part;
    private readonly OpenXmlWriter _writer;
    private readonly SheetColumns _columns;
    private readonly XlsxStyles _styles;
    private readonly ReaderFormat _reader;
    private bool _hasTotals;

    public XlsxSheet(Stream part, SheetColumns columns, XlsxStyles styles, ReaderFormat reader)
    {
        (_part, _writer, _columns, _styles, _reader) = (part, OpenXmlWriter.Create(part), columns, styles, reader);
        Begin();
    }

    /// <summary>Rows written so far, the header included.</summary>
    public int RowCount { get; private set; }

    public void WriteRow(IReadOnlyList<object?> values) => WriteRow(values, RowLook.Body);

    public void WriteTotals(IReadOnlyList<object?> values)
    {
        _hasTotals = true;
        WriteRow(values, RowLook.Totals);
    }

    public void Dispose()
    {
        _writer.WriteEndElement();
        var lastFiltered = _hasTotals ? RowCount - 1 : RowCount;
        _writer.WriteElement(new AutoFilter { Reference = Invariant($"A1:{_columns.LastLetter}{lastFiltered}") });
        _writer.WriteElement(new PageMargins { Left = 0.5, Right = 0.5, Top = 0.6, Bottom = 0.6, Header = 0.3, Footer = 0.3 });
        _writer.WriteElement(new PageSetup { PaperSize = 9, Orientation = OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 });
        _writer.WriteEndElement();
        _writer.Dispose();
        _part.Dispose();
    }

    private void Begin()
    {
        _writer.WriteStartDocument(standalone: true);
        _writer.WriteStartElement(new Worksheet());
        _writer.WriteElement(new SheetProperties(new PageSetupProperties { FitToPage = true }));
        _writer.WriteElement(new SheetViews(new SheetView(
            new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen })
        {
            WorkbookViewId = 0,
        }));
        _writer.WriteElement(new Columns(_columns.Widths.Select((width, i) => new Column
        {
            Min = (uint)(i + 1),
            Max = (uint)(i + 1),
            Width = width,
            CustomWidth = true,
        })));
        _writer.WriteStartElement(new SheetData());

        BeginRow();
        for (var i = 0; i < _columns.Columns.Count; i++)
        {
            var look = new CellLook(null, RowLook.Header, _columns.Columns[i].Format.IsNumeric, LooksLikeFormula(_columns.Headings[i]));
            WriteText(i, _columns.Headings[i], look);
        }

        _writer.WriteEndElement();
    }

    private void WriteRow(IReadOnlyList<object?> values, RowLook row)
    {
        Rows.MustFit(values, _columns.Columns);
        BeginRow();
        for (var i = 0; i < values.Count; i++)
        {
            var format = _columns.Columns[i].Format;
            WriteCell(i, Rendering.Cell.Of(values[i], format, _reader.Language), format, row);
        }

        _writer.WriteEndElement();
    }

    private void BeginRow()
    {
        RowCount++;
        _writer.WriteStartElement(new Row { RowIndex = (uint)RowCount });
    }

    private void WriteCell(int column, Rendering.Cell cell, ValueFormat format, RowLook row)
    {
        switch (cell.Kind)
        {
            case CellKind.Number when format.Kind == ValueKind.Integer && Math.Abs(cell.Number) >= FirstInexactInteger:
                WriteText(column, cell.Number.ToString(CultureInfo.InvariantCulture), new CellLook(null, row, AlignRight: true));
                break;
            case CellKind.Number:
                WriteValue(column, cell.Number.ToString(CultureInfo.InvariantCulture), new CellLook(XlsxStyles.NumberFormatOf(format, cell.Currency), row));
                break;
            case CellKind.Date:
                WriteDate(column, cell.Date.ToDateTime(TimeOnly.MinValue), _reader.Text(cell, format), format, row);
                break;
            case CellKind.Instant:
                WriteDate(column, TimeZoneInfo.ConvertTime(cell.Instant, _reader.Zone).DateTime, _reader.Text(cell, format), format, row);
                break;
            case CellKind.Text:
                WriteText(column, cell.Text, new CellLook(null, row, QuotePrefix: LooksLikeFormula(cell.Text)));
                break;
            case CellKind.Empty when row != RowLook.Body:
                _writer.WriteElement(new SheetCell { CellReference = Reference(column), StyleIndex = _styles.IndexOf(new CellLook(null, row)) });
                break;
        }
    }

    private void WriteDate(int column, DateTime moment, string text, ValueFormat format, RowLook row)
    {
        if (moment < FirstSerialDate)
            WriteText(column, text, new CellLook(null, row));
        else
            WriteValue(column, moment.ToOADate().ToString("R", CultureInfo.InvariantCulture), new CellLook(XlsxStyles.NumberFormatOf(format, null), row));
    }

    private void WriteValue(int column, string value, CellLook look) => _writer.WriteElement(new SheetCell
    {
        CellReference = Reference(column),
        StyleIndex = _styles.IndexOf(look),
        CellValue = new CellValue(value),
    });

    private void WriteText(int column, string text, CellLook look) => _writer.WriteElement(new SheetCell
    {
        CellReference = Reference(column),
        StyleIndex = _styles.IndexOf(look),
        DataType = CellValues.InlineString,
        InlineString = new InlineString(new Text(Escaped(text)) { Space = SpaceProcessingModeValues.Preserve }),
    });

    /// <summary>Cut to what a cell holds. Excel reads <c>_x0041_</c> as A, and XML drops a bare CR: both are written in that notation.</summary>
    private static string Escaped(string text)
    {
        var fitting = text.Length <= LongestText ? text : SheetNames.Shorten(text, LongestText - 1) + "…";
        return EscapeSequence().Replace(fitting, "_x005F_").Replace("\r", "_x000D_", StringComparison.Ordinal);
    }

    private static bool LooksLikeFormula(string text) => text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..];

    private string Reference(int column) => Invariant($"{_columns.Letters[column]}{RowCount}");

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);

    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)")]
    private static partial Regex EscapeSequence();
}
