using System.IO.Compression;
using System.Text;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Rendering;
using Crm.Rendering.Pages;
using Crm.Reporting.Application.Reports;
using Crm.Reporting.Domain;
using Shouldly;
using Xunit;
using static Crm.Reporting.Tests.Module.Reports;

namespace Crm.Reporting.Tests.Module;

public sealed class FormatTests
{
    [Fact]
    public async Task A_report_is_the_same_in_every_format()
    {
        var document = SalesReportDocument.Of(await Some(), DateTimeOffset.UnixEpoch, "Tea & Sons");

        var csv = await ReportFile.Write(document, FileFormat.Csv, ReaderFormat.English, CancellationToken.None);
        var lines = Encoding.UTF8.GetString(csv.Content.Span).TrimStart('\uFEFF').Split("\r\n");
        lines[0].ShouldBe("category,orders,lines,units,net,mean,median,min,max,gross,discount,share,returnedUnits,returned,netAfterReturns");
        lines[1].ShouldStartWith("Tea,1,1,2,20");

        var xlsx = await ReportFile.Write(document, FileFormat.Xlsx, ReaderFormat.Chinese, CancellationToken.None);
        using var zip = new ZipArchive(new MemoryStream(xlsx.Content.ToArray()));
        zip.Entries.Select(e => e.FullName).ShouldContain("xl/workbook.xml");

        var page = await HtmlReport.Render(document, ReaderFormat.Chinese);
        page.Split("<svg").Length.ShouldBe(2, "one chart");
        page.ShouldContain("按类别统计的销售");
    }

    [Fact]
    public async Task A_report_of_nothing_can_be_shown_too()
    {
        await using var module = await Start(DatabaseProvider.Sqlite);
        var empty = await module.Sales();

        empty.IsEmpty.ShouldBeTrue();
        (await HtmlReport.Render(SalesReportDocument.Of(empty, DateTimeOffset.UnixEpoch, "Tea & Sons"), ReaderFormat.English)).ShouldContain("Tea &amp; Sons");
    }

    [Fact]
    public async Task Every_break_down_can_be_shown()
    {
        await using var module = await Start(DatabaseProvider.Sqlite);
        await module.Confirmed(Order(Line(10m, 2), Line(3m, category: null)));
        foreach (var by in Enum.GetValues<SalesBy>())
        {
            var document = SalesReportDocument.Of(await module.Sales(by, top: 1), DateTimeOffset.UnixEpoch, "Tea & Sons");
            (await HtmlReport.Render(document, ReaderFormat.English)).ShouldNotBeEmpty();
        }
    }

    [Fact]
    public void Every_measure_of_the_report_is_in_the_dictionary()
    {
        var shown = typeof(SalesFigures).GetProperties().Select(p => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(p.Name)).Where(n => n != "netUnrounded");

        MetricDictionary.Measures.Select(m => m.Key).ShouldBe(shown, ignoreOrder: true);
        MetricDictionary.Dimensions.Select(d => d.Key).ShouldBe(Enum.GetNames<SalesBy>().Select(n => n.ToLowerInvariant()), ignoreOrder: true);
    }

    [Theory]
    [InlineData("from", "1997-02-29")]
    [InlineData("to", "tomorrow")]
    [InlineData("period", "someday")]
    [InlineData("by", "Month")]
    [InlineData("net", "gross")]
    [InlineData("top", "0")]
    [InlineData("currency", "eur")]
    [InlineData("timeZone", "Mars/Olympus")]
    public void A_parameter_that_means_nothing_is_refused_by_name(string parameter, string value)
    {
        string? Is(string name) => name == parameter ? value : null;

        var refused = Should.Throw<InvalidInput>(() => new SalesParameters("UTC", DateTimeOffset.UnixEpoch).Parse(
            Is("from"), Is("to"), Is("period"), Is("timeZone"), Is("by"), Is("net"), Is("top"), Is("currency")));

        refused.Errors[0].Pointer.ShouldBe(parameter);
    }

    [Fact]
    public void Last_month_is_the_one_before_this_one_on_the_clock_of_the_zone()
    {
        var newYear = new DateTimeOffset(2026, 12, 31, 20, 0, 0, TimeSpan.Zero);

        var shanghai = new SalesParameters("Asia/Shanghai", newYear).Parse(null, null, "lastMonth", null, null, null, null, null);
        var utc = new SalesParameters("Asia/Shanghai", newYear).Parse(null, null, "lastMonth", "UTC", null, null, null, null);

        (shanghai.From, shanghai.To).ShouldBe((new DateOnly(2026, 12, 1), new DateOnly(2026, 12, 31)));
        (utc.From, utc.To).ShouldBe((new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 30)));
    }

    private static async Task<SalesReport> Some()
    {
        await using var module = await Start(DatabaseProvider.Sqlite);
        await module.Confirmed(Order(Line(10m, 2), Line(3m, category: null)));
        return await module.Sales(SalesBy.Category);
    }
}
