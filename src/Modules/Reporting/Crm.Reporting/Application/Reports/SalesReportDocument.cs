using Crm.BuildingBlocks;
using Crm.Rendering;
using Crm.Rendering.Charts;
using Crm.Reporting.Domain;

namespace Crm.Reporting.Application.Reports;

/// <summary>The sales report as people read it.</summary>
internal static class SalesReportDocument
{
    private const int MostBars = 15;

    private static readonly Phrase NotStated = new("Not stated", "未填写");
    private static readonly Phrase Unknown = new("Unknown", "未知");
    private static readonly Phrase Total = new("Total", "合计");
    private static readonly Phrase Code = new("Number", "编号");

    /// <param name="report">The figures.</param>
    /// <param name="madeAt">When they were read.</param>
    /// <param name="company">Whose they are; empty shows nobody.</param>
    public static ReportDocument Of(SalesReport report, DateTimeOffset madeAt, string company)
    {
        var by = DimensionOf(report.By).Name;
        var title = new Phrase($"Sales by {by.English.ToLowerInvariant()}", $"按{by.Chinese}统计的销售");
        var sections = new List<ReportSection>();
        if (report.Totals is { } totals)
        {
            sections.Add(KeyFigures(totals));
            sections.Add(new ChartSection(Chart(report, title)));
        }

        sections.Add(new TableSection(Table(report, title, by)));
        return new ReportDocument(title, Subtitle(report), sections)
        {
            Issuer = company.Length == 0 ? null : new Phrase(company, company),
            MadeAt = madeAt,
            Footnotes = Footnotes(report),
        };
    }

    private static FiguresSection KeyFigures(SalesFigures totals) => new(
    [
        new KeyFigure(MetricDictionary.Net.Name, totals.Net.Amount, ValueFormat.Money(totals.Net.Currency)),
        new KeyFigure(MetricDictionary.Orders.Name, totals.Orders, ValueFormat.Integer),
        new KeyFigure(MetricDictionary.Units.Name, totals.Units, ValueFormat.Integer),
        new KeyFigure(MetricDictionary.Median.Name, totals.Median.Amount, ValueFormat.Money(totals.Net.Currency)),
    ]);

    private static BarChart Chart(SalesReport report, Phrase title)
    {
        var rows = report.By == SalesBy.Month ? report.Rows : [.. report.Rows.Take(MostBars)];
        var net = new ChartSeries(MetricDictionary.Net.Name, [.. rows.Select(r => (decimal?)r.Figures.Net.Amount)]);
        return new BarChart(title, [.. rows.Select(r => Shown(r))], [net], ValueFormat.Money(report.Currency!)) { Horizontal = report.By != SalesBy.Month };
    }

    private static ReportTable Table(SalesReport report, Phrase title, Phrase by)
    {
        var money = report.Currency is null ? ValueFormat.MixedMoney : ValueFormat.Money(report.Currency);
        var hasCode = report.By is SalesBy.Customer or SalesBy.Product or SalesBy.Salesperson;
        var hasFreight = report.By is not (SalesBy.Product or SalesBy.Category);
        List<ReportColumn> columns = [new ReportColumn(DimensionOf(report.By).Key, by, ValueFormat.Text)];
        if (hasCode) columns.Insert(0, new ReportColumn("code", Code, ValueFormat.Text));
        columns.AddRange(
        [
            Column(MetricDictionary.Orders, ValueFormat.Integer), Column(MetricDictionary.Lines, ValueFormat.Integer), Column(MetricDictionary.Units, ValueFormat.Integer),
            Column(MetricDictionary.Net, money), Column(MetricDictionary.Mean, money), Column(MetricDictionary.Median, money), Column(MetricDictionary.Min, money),
            Column(MetricDictionary.Max, money), Column(MetricDictionary.Gross, money), Column(MetricDictionary.Discount, money),
        ]);
        if (hasFreight) columns.Add(Column(MetricDictionary.Freight, money));
        columns.AddRange(
        [
            Column(MetricDictionary.Share, ValueFormat.Percent(2)), Column(MetricDictionary.ReturnedUnits, ValueFormat.Integer), Column(MetricDictionary.Returned, money),
            Column(MetricDictionary.NetAfterReturns, money),
        ]);

        var rows = report.Rows.Select(r => Cells(hasCode ? [r.Code, Shown(r)] : [Shown(r)], r.Figures, hasFreight)).ToList();
        if (report.Others is { } others) rows.Add(Cells(others, hasCode, hasFreight));
        return new ReportTable(title, columns, rows)
        {
            Totals = report.Totals is { } totals ? Cells(hasCode ? [null, Total] : [Total], totals, hasFreight) : null,
        };
    }

    private static ReportColumn Column(Metric metric, ValueFormat format) => new(metric.Key, metric.Name, format);

    private static IReadOnlyList<object?> Cells(object?[] label, SalesFigures f, bool hasFreight)
    {
        object?[] measures = [f.Orders, f.Lines, f.Units, f.Net, f.Mean, f.Median, f.Min, f.Max, f.Gross, f.Discount];
        object?[] rest = [f.Share, f.ReturnedUnits, f.Returned, f.NetAfterReturns];
        return hasFreight ? [.. label, .. measures, f.Freight, .. rest] : [.. label, .. measures, .. rest];
    }

    private static IReadOnlyList<object?> Cells(OtherSales others, bool hasCode, bool hasFreight)
    {
        var name = new Phrase($"{others.Groups} others", $"其余 {others.Groups} 项");
        List<object?> cells = [name, null, others.Lines, others.Units, others.Net, null, null, null, null, null, null];
        if (hasCode) cells.Insert(0, null);
        if (hasFreight) cells.Add(null);
        return [.. cells, others.Share, null, null, null];
    }

    private static Phrase Shown(SalesRow row) => row switch
    {
        { Key: null } => NotStated,
        { Name: { } name } => new Phrase(name, name),
        { Code: { } code } => new Phrase(code, code),
        _ => Unknown,
    };

    private static Phrase Subtitle(SalesReport report)
    {
        var (from, to) = (FormattableString.Invariant($"{report.From:yyyy-MM-dd}"), FormattableString.Invariant($"{report.To:yyyy-MM-dd}"));
        return (report.From, report.To) switch
        {
            (null, null) => new Phrase("All orders", "全部订单"),
            (null, _) => new Phrase($"Orders up to {to}", $"截至 {to} 的订单"),
            (_, null) => new Phrase($"Orders from {from}", $"自 {from} 起的订单"),
            _ => new Phrase($"Orders from {from} to {to}", $"{from} 至 {to} 的订单"),
        };
    }

    private static List<Phrase> Footnotes(SalesReport report)
    {
        var basis = report.Net == NetBasis.Exact
            ? new Phrase("Net: exact nets of the order lines, rounded once at the end; freight and tax not included.", "净额：订单行的精确净额，最后一次性舍入；不含运费和税。")
            : new Phrase("Net: nets rounded per order line; freight and tax not included.", "净额：逐行舍入的订单行净额；不含运费和税。");
        List<Phrase> notes = [basis];
        if (report.Currency is { } currency)
            notes.Add(new Phrase($"Only orders in {currency}; nothing is converted.", $"仅含币种为 {currency} 的订单，不做换算。"));
        if (report.RoundingDifference is { } difference)
        {
            var shown = FormattableString.Invariant($"{difference:0.########}");
            notes.Add(new Phrase($"Rounding per line would change the total by {shown}: rounded minus exact.", $"逐行舍入与精确合计之差：{shown}。"));
        }

        notes.Add(new Phrase($"Counted up to event {report.Watermark.Position}.", $"统计截至第 {report.Watermark.Position} 个事件。"));
        return notes;
    }

    private static Dimension DimensionOf(SalesBy by) =>
        MetricDictionary.Dimensions.First(d => string.Equals(d.Key, by.ToString(), StringComparison.OrdinalIgnoreCase));
}
