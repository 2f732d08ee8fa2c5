using Crm.BuildingBlocks;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Crm.Rendering.Files;

/// <summary>What a cell looks like. Two cells of one look share one entry of the style sheet.</summary>
/// <param name="NumberFormat">Excel's format code; null for General.</param>
/// <param name="Row">Which kind of row it stands in.</param>
/// <param name="AlignRight">For headings of numbers; the numbers themselves are right-aligned anyway.</param>
/// <param name="QuotePrefix">Keeps text that looks like a formula text, also when somebody edits the cell.</param>
internal readonly record struct CellLook(string? NumberFormat, RowLook Row = RowLook.Body, bool AlignRight = false, bool QuotePrefix = false);

internal enum RowLook
{
    Body,
    Header,
    Totals,
}

/// <summary>Collects the looks used by the sheets; indexes are given out while they are written, the style sheet comes last.</summary>
internal sealed class XlsxStyles
{
    private const string HeaderFill = "FFE8EDF3";
    private const string Rule = "FF44546A";
    private const uint FirstCustomFormat = 164;

    private readonly List<CellLook> _looks = [default];
    private readonly Dictionary<CellLook, uint> _indexes = new() { [default] = 0 };
    private readonly List<string> _formats = [];

    public uint IndexOf(CellLook look)
    {
        if (_indexes.TryGetValue(look, out var index))
            return index;

        index = (uint)_looks.Count;
        _looks.Add(look);
        _indexes.Add(look, index);
        if (look.NumberFormat is { } format && !_formats.Contains(format))
            _formats.Add(format);

        return index;
    }

    /// <summary>Excel's code for a value; money of mixed currencies names its currency in the cell.</summary>
    public static string? NumberFormatOf(ValueFormat format, string? currency) => format.Kind switch
    {
        ValueKind.Date => "yyyy-mm-dd",
        ValueKind.Instant => "yyyy-mm-dd hh:mm",
        ValueKind.Percent => "0" + Fraction(format.Digits) + "%",
        ValueKind.Money when format.Currency is null && Currencies.AreKnown(currency)
            => $"\"{currency}\" #,##0{Fraction(Currencies.Digits(currency!))}",
        ValueKind.Integer or ValueKind.Decimal or ValueKind.Money => "#,##0" + Fraction(format.Digits),
        _ => null,
    };

    public Stylesheet ToStylesheet() => new(
        new NumberingFormats(_formats.Select((code, i) => new NumberingFormat { NumberFormatId = FirstCustomFormat + (uint)i, FormatCode = code })),
        new Fonts(Font(bold: false), Font(bold: true)),
        new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }),
            new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
            new Fill(new PatternFill(new ForegroundColor { Rgb = HeaderFill }) { PatternType = PatternValues.Solid })),
        new Borders(
            new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder()),
            new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(Line()) { Style = BorderStyleValues.Thin }, new DiagonalBorder()),
            new Border(new LeftBorder(), new RightBorder(), new TopBorder(Line()) { Style = BorderStyleValues.Thin }, new BottomBorder(), new DiagonalBorder())),
        new CellStyleFormats(new CellFormat { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0 }),
        new CellFormats(_looks.Select(ToFormat)),
        new CellStyles(new CellStyle { Name = "Normal", FormatId = 0, BuiltinId = 0 }));

    private CellFormat ToFormat(CellLook look)
    {
        var format = new CellFormat
        {
            FormatId = 0,
            NumberFormatId = look.NumberFormat is null ? 0 : FirstCustomFormat + (uint)_formats.IndexOf(look.NumberFormat),
            ApplyNumberFormat = look.NumberFormat is not null,
            FontId = look.Row == RowLook.Body ? 0u : 1u,
            ApplyFont = look.Row != RowLook.Body,
            FillId = look.Row == RowLook.Header ? 2u : 0u,
            ApplyFill = look.Row == RowLook.Header,
            BorderId = (uint)look.Row,
            ApplyBorder = look.Row != RowLook.Body,
            QuotePrefix = look.QuotePrefix ? true : null,
        };
        if (look.AlignRight)
        {
            format.Alignment = new Alignment { Horizontal = HorizontalAlignmentValues.Right };
            format.ApplyAlignment = true;
        }

        return format;
    }

    private static string Fraction(int digits) => digits == 0 ? "" : "." + new string('0', digits);

    private static Font Font(bool bold)
    {
        var font = new Font(new FontSize { Val = 11 }, new FontName { Val = "Calibri" });
        if (bold)
            font.InsertAt(new Bold(), 0);

        return font;
    }

    private static Color Line() => new() { Rgb = Rule };
}
