using System.Globalization;
using System.Xml.Linq;
using Crm.Rendering;
using Crm.Rendering.Charts;
using Shouldly;
using Xunit;

namespace Crm.BuildingBlocks.Tests.Rendering;

public sealed class ChartTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Theory]
    [InlineData(false, "height")]
    [InlineData(true, "width")]
    public void Bars_are_as_long_as_their_values_say(bool horizontal, string length)
    {
        var bars = Bars(Chart(horizontal, 10m, 20m, 5m, 0m));

        var lengths = bars.Select(b => Number(b, length)).ToList();
        (lengths[1] / lengths[0]).ShouldBe(2, 0.01);
        (lengths[0] / lengths[2]).ShouldBe(2, 0.01);
        lengths[3].ShouldBe(0);
    }

    [Fact]
    public void Negative_bars_hang_below_the_zero_line_and_lie_left_of_it()
    {
        var upright = Bars(Chart(false, 10m, -5m));
        var lying = Bars(Chart(true, 10m, -5m));

        var zero = Number(upright[0], "y") + Number(upright[0], "height");
        Number(upright[1], "y").ShouldBe(zero, 0.02);
        (Number(upright[0], "height") / Number(upright[1], "height")).ShouldBe(2, 0.01);
        (Number(lying[1], "x") + Number(lying[1], "width")).ShouldBe(Number(lying[0], "x"), 0.02);
    }

    [Fact]
    public void Many_lying_bars_make_a_higher_picture()
    {
        var labels = Draw(Chart(true, [.. Enumerable.Repeat<decimal?>(1m, 60)])).Descendants(Svg + "text").Where(t => t.Value.StartsWith('c')).ToList();

        (Number(labels[1], "y") - Number(labels[0], "y")).ShouldBeGreaterThan(12, "labels must not lie upon one another");
    }

    [Fact]
    public void A_missing_value_is_no_bar_and_interrupts_a_line()
    {
        decimal?[] values = [1m, null, 3m, 4m];

        Bars(Chart(false, values)).Count.ShouldBe(3);
        var line = Draw(Line(values)).Descendants(Svg + "path").Single(p => (string?)p.Attribute("class") == "line");
        ((string)line.Attribute("d")!).Count(c => c == 'M').ShouldBe(2);
    }

    [Fact]
    public void A_chart_without_figures_says_so()
    {
        Draw(Chart(false)).Value.ShouldContain("No data");
        Draw(Line(null, null)).Value.ShouldContain("No data");
        XElement.Parse(Chart(true).ToSvg(ReaderFormat.Chinese)).Value.ShouldContain("暂无数据");
    }

    [Fact]
    public void Zeros_and_extremes_draw_without_leaving_the_picture()
    {
        foreach (var values in new decimal?[][] { [0m], [0m, 0m], [decimal.MaxValue, decimal.MinValue], [0.000001m], [-1m], [1_000_000.5m, 1_000_001m] })
        {
            foreach (var chart in new Chart[] { Chart(false, values), Chart(true, values), Line(values), Line(values) with { FromZero = false } })
            {
                var numbers = Draw(chart).Descendants().Where(e => e.Name.LocalName is "rect" or "line").SelectMany(e => e.Attributes())
                    .Where(a => a.Name.LocalName is "x" or "y" or "x1" or "x2" or "y1" or "y2").Select(a => double.Parse(a.Value, CultureInfo.InvariantCulture));
                numbers.ShouldAllBe(n => n >= 0 && n <= 720);
            }
        }
    }

    [Fact]
    public void A_chart_is_named_described_and_readable_without_colour()
    {
        var chart = new BarChart(
            new Phrase("Sales", "销售"), [SalesReport.Same("A")], [Series("x", 1m), Series("y", 2m)], ValueFormat.Money("EUR"))
        { Description = new Phrase("y leads.", "y领先。") };

        var svg = XElement.Parse(chart.ToSvg(ReaderFormat.Chinese, new SvgOptions(IdPrefix: "c7")));

        svg.Element(Svg + "title")!.Value.ShouldBe("销售");
        svg.Element(Svg + "desc")!.Value.ShouldBe("y领先。");
        ((string)svg.Attribute("viewBox")!).ShouldBe("0 0 720 300");
        svg.Descendants(Svg + "path").Count(p => (string?)p.Attribute("class") == "hatching").ShouldBe(2, "the second series' bar and its mark in the legend");
        svg.Descendants(Svg + "rect").Where(IsBar).Select(b => b.Value).ShouldBe(["A, x: 1.00 EUR", "A, y: 2.00 EUR"]);
        svg.Descendants().Attributes("id").ShouldAllBe(id => id.Value.StartsWith("c7-"));
    }

    [Fact]
    public void Hostile_names_stay_text()
    {
        const string hostile = "<script>alert(1)</script>\"'&\0\uD800";
        var chart = new BarChart(SalesReport.Same(hostile), [SalesReport.Same(hostile)], [Series(hostile, 1m), Series("b", 2m)], ValueFormat.Integer) { Horizontal = true };

        var svg = Draw(chart);

        svg.Descendants().ShouldNotContain(e => e.Name.LocalName == "script");
        svg.Element(Svg + "title")!.Value.ShouldBe("<script>alert(1)</script>\"'&\uFFFD\uFFFD");
    }

    [Fact]
    public void The_same_figures_give_the_same_bytes() =>
        Chart(false, 1m, 2m).ToSvg(ReaderFormat.English).ShouldBe(Chart(false, 1m, 2m).ToSvg(ReaderFormat.English));

    [Theory]
    [InlineData(0, 97, 20)]
    [InlineData(0, 1_234, 250)]
    [InlineData(-50, 100, 50)]
    [InlineData(0, 0.7, 0.2)]
    public void Ticks_are_round_numbers_around_all_values(double least, double greatest, double step)
    {
        var scale = NiceScale.For([(decimal)least, (decimal)greatest]);

        scale.Step.ShouldBe(step, step / 1e9);
        scale.Ticks.First().ShouldBeLessThanOrEqualTo(least);
        scale.Ticks.Last().ShouldBeGreaterThanOrEqualTo(greatest);
    }

    [Theory]
    [InlineData((int)Hatching.Rising)]
    [InlineData((int)Hatching.Falling)]
    [InlineData((int)(Hatching.Level | Hatching.Upright))]
    public void Hatching_stays_inside_its_bar(int directions)
    {
        var numbers = HatchingLines.In((Hatching)directions, 10, 20, 30, 100).Split(['M', 'L', ','], StringSplitOptions.RemoveEmptyEntries)
            .Select(n => double.Parse(n, CultureInfo.InvariantCulture)).Chunk(2).ToList();

        numbers.Count.ShouldBeGreaterThan(10);
        numbers.ShouldAllBe(p => p[0] >= 10 && p[0] <= 40 && p[1] >= 20 && p[1] <= 120);
    }

    [Fact]
    public void Every_series_has_a_value_for_every_category() =>
        Should.Throw<ArgumentException>(() => new BarChart(SalesReport.Same("t"), [SalesReport.Same("a")], [Series("x", 1m, 2m)], ValueFormat.Integer));

    private static BarChart Chart(bool horizontal, params decimal?[] values) =>
        new(SalesReport.Same("t"), Labels(values), [Series("s", values)], ValueFormat.Decimal()) { Horizontal = horizontal };

    private static LineChart Line(params decimal?[] values) => new(SalesReport.Same("t"), Labels(values), [Series("s", values)], ValueFormat.Decimal());

    private static IReadOnlyList<Phrase> Labels(decimal?[] values) => [.. values.Select((_, i) => SalesReport.Same($"c{i}"))];

    private static ChartSeries Series(string name, params decimal?[] values) => new(SalesReport.Same(name), values);

    private static XElement Draw(Chart chart) => XElement.Parse(chart.ToSvg(ReaderFormat.English));

    private static IReadOnlyList<XElement> Bars(BarChart chart) => [.. Draw(chart).Descendants(Svg + "rect").Where(IsBar)];

    private static bool IsBar(XElement element) => (string?)element.Attribute("class") == "bar";

    private static double Number(XElement element, string attribute) => double.Parse(element.Attribute(attribute)!.Value, CultureInfo.InvariantCulture);
}
