using System.Globalization;
using Crm.Rendering;
using Crm.Rendering.Files;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Shouldly;
using Xunit;
using SheetCell = DocumentFormat.OpenXml.Spreadsheet.Cell;

namespace Crm.BuildingBlocks.Tests.Rendering;

public sealed class XlsxTableTests
{
    [Fact]
    public async Task The_workbook_is_valid_and_its_header_is_bold_and_frozen()
    {
        using var workbook = await Write(SalesReport.Customers.AsStream());

        new OpenXmlValidator().Validate(workbook.Document).Select(e => $"{e.Path?.XPath}: {e.Description}").ShouldBeEmpty();
        var pane = workbook.Sheet(0).Descendants<Pane>().ShouldHaveSingleItem();
        (pane.VerticalSplit!.Value, pane.State!.Value).ShouldBe((1.0, PaneStateValues.Frozen));
        workbook.Text("A1").ShouldBe("Customer");
        workbook.Text("C1").ShouldBe("Net (EUR)");
        workbook.IsBold("A1").ShouldBeTrue();
        workbook.IsBold("A2").ShouldBeFalse();
        workbook.Sheet(0).Descendants<AutoFilter>().Single().Reference!.Value.ShouldBe("A1:E5", "the totals are not filtered");
    }

    [Fact]
    public async Task Numbers_and_dates_are_numbers_and_dates()
    {
        using var workbook = await Write(Table.Of(
            [
                Table.Column("i", ValueFormat.Integer), Table.Column("m", ValueFormat.Money("EUR")), Table.Column("p", ValueFormat.Percent()),
                Table.Column("d", ValueFormat.Date), Table.Column("t", ValueFormat.Instant), Table.Column("x", ValueFormat.MixedMoney),
            ],
            [-42, 1234.565m, 0.125m, new DateOnly(2026, 3, 4), new DateTimeOffset(2026, 3, 4, 12, 0, 0, TimeSpan.Zero), new Money(500m, "JPY")]));

        workbook.Number("A2").ShouldBe(-42m);
        workbook.Number("B2").ShouldBe(1234.565m, "the file keeps what the page rounds");
        workbook.Number("C2").ShouldBe(0.125m);
        DateTime.FromOADate((double)workbook.Number("D2")).ShouldBe(new DateTime(2026, 3, 4));
        DateTime.FromOADate((double)workbook.Number("E2")).ShouldBe(new DateTime(2026, 3, 4, 12, 0, 0));
        workbook.Text("E1").ShouldBe("t (UTC)");
        workbook.NumberFormat("A2").ShouldBe("#,##0");
        workbook.NumberFormat("B2").ShouldBe("#,##0.00");
        workbook.NumberFormat("C2").ShouldBe("0.0%");
        workbook.NumberFormat("D2").ShouldBe("yyyy-mm-dd");
        workbook.NumberFormat("F2").ShouldBe("\"JPY\" #,##0");
    }

    [Fact]
    public async Task Totals_are_bold_numbers_below_the_rows()
    {
        using var workbook = await Write(SalesReport.Customers.AsStream());

        workbook.Text("A6").ShouldBe("Total");
        workbook.Number("C6").ShouldBe(164_300m);
        workbook.IsBold("C6").ShouldBeTrue();
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://x\")")]
    [InlineData("+1")]
    [InlineData("@x")]
    public async Task Text_is_never_a_formula(string hostile)
    {
        using var workbook = await Write(Table.Of([Table.Column("t", ValueFormat.Text)], [hostile]));

        workbook.Text("A2").ShouldBe(hostile);
        workbook.Sheet(0).Descendants<CellFormula>().ShouldBeEmpty();
        workbook.Format("A2").QuotePrefix!.Value.ShouldBeTrue("it stays text when somebody edits it");
    }

    [Fact]
    public async Task Hostile_characters_neither_break_the_file_nor_change_their_meaning()
    {
        using var workbook = await Write(Table.Of(
            [Table.Column("t", ValueFormat.Text)], ["<script>&\"'"], ["a\0\uDC00b"], ["_x0041_"], ["a\r\nb"], [new string('x', 40_000)]));

        workbook.Text("A2").ShouldBe("<script>&\"'");
        workbook.Text("A3").ShouldBe("a\uFFFD\uFFFDb");
        workbook.Text("A4").ShouldBe("_x005F_x0041_");
        workbook.Text("A5").ShouldBe("a_x000D_\nb");
        workbook.Text("A6").Length.ShouldBe(32_767);
    }

    [Fact]
    public async Task What_a_sheet_cannot_hold_as_a_number_is_kept_as_text()
    {
        using var workbook = await Write(Table.Of(
            [Table.Column("i", ValueFormat.Integer), Table.Column("d", ValueFormat.Date), Table.Column("n", ValueFormat.Decimal())],
            [6_217_000_012_345_678_901L, new DateOnly(1899, 12, 31), double.NaN]));

        workbook.Text("A2").ShouldBe("6217000012345678901");
        workbook.Text("B2").ShouldBe("1899-12-31");
        workbook.Cell("C2").ShouldBeNull("not a number is no figure");
    }

    [Fact]
    public async Task A_masked_value_stands_as_text_in_a_column_of_money()
    {
        using var workbook = await Write(Table.Of([Table.Column("m", ValueFormat.Money("EUR"))], ["***"]));

        workbook.Text("A2").ShouldBe("***");
    }

    [Fact]
    public async Task Sheet_names_are_acceptable_and_different()
    {
        using var file = new MemoryStream();
        string[] titles = ["a/b:c*[d]?", "A B C  D", new string('长', 40), new string('长', 41), "History", "'"];
        await XlsxTableWriter.Write(
            file, titles.Select(t => Table.Of([Table.Column("c", ValueFormat.Text)]) with { Title = SalesReport.Same(t) }), ReaderFormat.English);

        using var workbook = new OpenedWorkbook(file);
        var names = workbook.SheetNames;
        names.Count.ShouldBe(titles.Length);
        names.Distinct(StringComparer.OrdinalIgnoreCase).Count().ShouldBe(titles.Length);
        names.ShouldAllBe(n => n.Length <= 31 && n.Length > 0 && n.IndexOfAny("[]:*?/\\".ToCharArray()) < 0 && n != "History");
    }

    [Fact]
    public async Task A_table_longer_than_a_sheet_goes_on_in_the_next()
    {
        using var file = new MemoryStream();
        var table = new TableStream(new Phrase("Long", "长"), Table.ManyColumns, Table.Many(250));
        await XlsxTableWriter.Write(file, [table], ReaderFormat.English, rowsPerSheet: 101, CancellationToken.None);

        using var workbook = new OpenedWorkbook(file);
        workbook.SheetNames.ShouldBe(["Long", "Long (2)", "Long (3)"]);
        Enumerable.Range(0, 3).Select(i => workbook.Sheet(i).Descendants<Row>().Count()).ShouldBe([101, 101, 51]);
    }

    [Fact]
    public async Task Columns_are_as_wide_as_their_content_needs_and_no_wider_than_a_page()
    {
        using var workbook = await Write(Table.Of(
            [Table.Column("a", ValueFormat.Text), Table.Column("b", ValueFormat.Text), Table.Column("c", ValueFormat.Integer)],
            ["北京华信科技有限公司", new string('x', 500), 1]));

        workbook.Sheet(0).Descendants<Column>().Select(c => c.Width!.Value).ShouldBe([22, 60, 8]);
    }

    private static async Task<OpenedWorkbook> Write(TableStream table)
    {
        var file = new MemoryStream();
        await XlsxTableWriter.Write(file, [table], ReaderFormat.English);
        return new OpenedWorkbook(file);
    }

    private sealed class OpenedWorkbook(Stream file) : IDisposable
    {
        public SpreadsheetDocument Document { get; } = SpreadsheetDocument.Open(file, isEditable: false);

        private WorkbookPart Book => Document.WorkbookPart!;

        public IReadOnlyList<string> SheetNames => [.. Book.Workbook.Descendants<Sheet>().Select(s => s.Name!.Value!)];

        public Worksheet Sheet(int index) => ((WorksheetPart)Book.GetPartById(Book.Workbook.Descendants<Sheet>().ElementAt(index).Id!.Value!)).Worksheet;

        public SheetCell? Cell(string reference) => Sheet(0).Descendants<SheetCell>().SingleOrDefault(c => c.CellReference!.Value == reference);

        public string Text(string reference)
        {
            Cell(reference)!.DataType!.Value.ShouldBe(CellValues.InlineString);
            return Cell(reference)!.InlineString!.Text!.Text;
        }

        public decimal Number(string reference)
        {
            Cell(reference)!.DataType.ShouldBeNull();
            return decimal.Parse(Cell(reference)!.CellValue!.Text, CultureInfo.InvariantCulture);
        }

        public CellFormat Format(string reference) => Styles.CellFormats!.Elements<CellFormat>().ElementAt((int)Cell(reference)!.StyleIndex!.Value);

        public bool IsBold(string reference) => Styles.Fonts!.Elements<Font>().ElementAt((int)Format(reference).FontId!.Value).Bold is not null;

        public string? NumberFormat(string reference) =>
            Styles.NumberingFormats!.Elements<NumberingFormat>().Single(f => f.NumberFormatId!.Value == Format(reference).NumberFormatId!.Value).FormatCode;

        private Stylesheet Styles => Book.WorkbookStylesPart!.Stylesheet;

        public void Dispose() => Document.Dispose();
    }
}
