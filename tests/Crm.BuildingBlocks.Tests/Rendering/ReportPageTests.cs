using System.Text.RegularExpressions;
using System.Xml.Linq;
using Crm.Rendering;
using Crm.Rendering.Charts;
using Crm.Rendering.Mail;
using Crm.Rendering.Pages;
using Shouldly;
using Xunit;

namespace Crm.BuildingBlocks.Tests.Rendering;

public sealed class ReportPageTests
{
    private const string Hostile = "<script>alert('x')</script>\"&\0\uD83D";
    private const string Disarmed = "<script>alert('x')</script>\"&\uFFFD\uFFFD";

    [Fact]
    public async Task The_page_shows_every_figure_in_the_readers_language()
    {
        var english = Parsed(await HtmlReport.Render(SalesReport.Document, ReaderFormat.English));
        var chinese = Parsed(await HtmlReport.Render(SalesReport.Document, ReaderFormat.Chinese));

        ((string)english.Attribute("lang")!).ShouldBe("en");
        ((string)chinese.Attribute("lang")!).ShouldBe("zh-Hans");
        Rows(english, "tbody")[3].ShouldBe(["Returned goods", "3", "-2,150.00", "-1.3%", ""]);
        Rows(english, "tfoot").ShouldHaveSingleItem()[2].ShouldBe("164,300.00");
        Rows(chinese, "thead").ShouldHaveSingleItem().ShouldBe(["客户", "订单数", "净额（EUR）", "占比", "最近下单"]);
        english.Descendants().Count(e => e.Name.LocalName == "svg").ShouldBe(3);
        chinese.Value.ShouldContain("▼ 4.4%");
        chinese.Value.ShouldContain("数据截至 2026-07-01 04:30 UTC");
    }

    [Fact]
    public async Task Ids_on_a_page_are_unique()
    {
        var page = Parsed(await HtmlReport.Render(SalesReport.Document, ReaderFormat.English));

        var ids = page.Descendants().Attributes("id").Select(a => a.Value).ToList();
        ids.ShouldNotBeEmpty();
        ids.ShouldBeUnique();
    }

    [Fact]
    public async Task Hostile_text_stays_text_on_the_page_and_in_the_mail()
    {
        var document = HostileDocument();
        var mail = await MailReport.Render(document, ReaderFormat.English);

        foreach (var html in new[] { await HtmlReport.Render(document, ReaderFormat.English), mail.Html })
        {
            var page = Parsed(html);
            page.Descendants().ShouldNotContain(e => e.Name.LocalName == "script");
            page.Descendants("h1").Concat(page.Descendants("td")).ShouldContain(e => e.Value == Disarmed);
        }

        mail.Subject.ShouldBe(Disarmed + " Bcc: all@example.com", "a subject is one line");
        mail.Text.ShouldNotContain("\0");
    }

    [Fact]
    public async Task The_page_fetches_nothing_and_runs_nothing()
    {
        var page = Parsed(await HtmlReport.Render(SalesReport.Document, ReaderFormat.English));

        page.Descendants().ShouldNotContain(e => e.Name.LocalName == "script" || e.Name.LocalName == "link" || e.Name.LocalName == "img");
        page.Descendants("meta").Attributes("content").ShouldContain(a => a.Value.StartsWith("default-src 'none'"));
    }

    [Fact]
    public async Task The_mail_needs_neither_style_sheets_nor_pictures()
    {
        var mail = await MailReport.Render(SalesReport.Document, ReaderFormat.English);

        string[] used = [.. Parsed(mail.Html).Descendants().Select(e => e.Name.LocalName).Distinct()];
        used.ShouldBeSubsetOf(["head", "meta", "title", "body", "table", "tr", "td", "th", "div", "span", "tbody"]);
        mail.Subject.ShouldBe("Monthly sales report");
    }

    [Fact]
    public void Bars_of_cells_are_proportional_and_fill_their_line()
    {
        var bars = CellBar.Of(Chart(100m, 50m, -100m, 0.001m, 0m, null), ReaderFormat.English);

        bars.ShouldAllBe(b => b.Parts.Sum(p => p.Width) == 100);
        bars.Select(b => b.Parts.Where(p => p.IsFilled).Sum(p => p.Width)).ShouldBe([50, 25, 50, 1, 0, 0]);
        bars[2].Parts[0].IsFilled.ShouldBeTrue("a loss reaches to the left");
        bars[5].Value.ShouldBe("");
    }

    [Fact]
    public async Task A_long_table_is_cut_in_the_mail_and_the_mail_says_so()
    {
        var table = Table.Report([Table.Column("n", ValueFormat.Integer)], [.. Enumerable.Range(1, 100).Select(i => (IReadOnlyList<object?>)[i])]);
        var document = new ReportDocument(SalesReport.Same("t"), null, [new TableSection(table)]);

        var mail = await MailReport.Render(document, ReaderFormat.English, new MailOptions(MaxRows: 10));

        Parsed(mail.Html).Value.ShouldContain("and 90 more rows");
        mail.Text.ShouldContain("and 90 more rows");
        mail.Html.ShouldNotContain(">11<");
    }

    [Fact]
    public async Task The_plain_text_says_the_same_and_is_aligned_for_ideographs()
    {
        var mail = await MailReport.Render(SalesReport.Document, ReaderFormat.Chinese);

        var lines = mail.Text.Split("\r\n");
        lines.ShouldContain("客户                        订单数  净额（EUR）    占比  最近下单");
        lines.ShouldContain("北京华信科技有限公司            37    58,730.00   35.8%  2026-06-30");
        lines.ShouldContain("合计                           103   164,300.00  100.0%");
    }

    [Fact]
    public async Task Empty_tables_say_that_there_is_no_data()
    {
        var document = new ReportDocument(SalesReport.Same("t"), null, [new TableSection(Table.Report([Table.Column("n", ValueFormat.Integer)]))]);

        (await HtmlReport.Render(document, ReaderFormat.English)).ShouldContain("No data");
        (await MailReport.Render(document, ReaderFormat.English)).Text.ShouldContain("No data");
    }

    /// <summary>The pages are well-formed XML but for HTML's void meta element.</summary>
    private static XElement Parsed(string html) => XElement.Parse(Regex.Replace(html, "(<meta [^>]*)>", "$1/>"));

    private static ReportDocument HostileDocument() => new(
        SalesReport.Same(Hostile + "\r\nBcc: all@example.com"),
        SalesReport.Same(Hostile),
        [
            new FiguresSection([new KeyFigure(SalesReport.Same(Hostile), Hostile, ValueFormat.Text)]),
            new ChartSection(Chart(1m) with { Title = SalesReport.Same(Hostile), Categories = [SalesReport.Same(Hostile)] }),
            new TableSection(Table.Report([Table.Column(Hostile, ValueFormat.Text)], [Hostile])),
            new TextSection(SalesReport.Same(Hostile), [SalesReport.Same(Hostile)]),
        ])
    {
        Footnotes = [SalesReport.Same(Hostile)],
    };

    private static BarChart Chart(params decimal?[] values) => new(
        SalesReport.Same("t"), [.. values.Select((_, i) => SalesReport.Same($"c{i}"))], [new ChartSeries(SalesReport.Same("s"), values)], ValueFormat.Decimal());

    private static List<string[]> Rows(XElement page, string part) =>
        [.. page.Descendants(part).Single().Elements("tr").Select(r => r.Elements().Select(c => c.Value).ToArray())];
}
