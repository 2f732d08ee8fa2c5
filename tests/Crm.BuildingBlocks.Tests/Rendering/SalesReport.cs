using Crm.BuildingBlocks;
using Crm.Rendering;
using Crm.Rendering.Charts;

namespace Crm.BuildingBlocks.Tests.Rendering;

/// <summary>A monthly sales report with every kind of section, as Reporting would make one.</summary>
internal static class SalesReport
{
    private static readonly string[] English = ["January", "February", "March", "April", "May", "June"];
    private static readonly decimal[] Net = [128_400.50m, 141_220m, 98_010.25m, 156_730m, 171_905.40m, 164_300m];
    private static readonly decimal[] Before = [110_000m, 120_500m, 121_300m, 118_000m, 149_000m, 171_000m];

    public static readonly ReportTable Customers = new(
        new Phrase("Sales by customer", "按客户统计销售额"),
        [
            new ReportColumn("customer", "Customer", "客户", ValueFormat.Text),
            new ReportColumn("orders", "Orders", "订单数", ValueFormat.Integer),
            new ReportColumn("net", "Net", "净额", ValueFormat.Money("EUR")),
            new ReportColumn("share", "Share", "占比", ValueFormat.Percent()),
            new ReportColumn("lastOrder", "Last order", "最近下单", ValueFormat.Date),
        ],
        [
            ["Alfreds Futterkiste", 41, 64_210.25m, 0.3908m, new DateOnly(2026, 6, 29)],
            ["北京华信科技有限公司", 37, 58_730.00m, 0.3575m, new DateOnly(2026, 6, 30)],
            ["Berglunds snabbköp & Söner", 22, 43_509.75m, 0.2648m, new DateOnly(2026, 6, 12)],
            ["Returned goods", 3, -2_150.00m, -0.0131m, null],
        ])
    {
        Totals = [new Phrase("Total", "合计"), 103, 164_300.00m, 1m, null],
    };

    public static ReportDocument Document => new(
        new Phrase("Monthly sales report", "月度销售报告"),
        new Phrase("June 2026, all channels, net of tax", "2026年6月，全部渠道，不含税"),
        [
            new FiguresSection(
            [
                new KeyFigure(new Phrase("Net sales", "净销售额"), 164_300m, ValueFormat.Money("EUR")) { Change = -0.0442m, ComparedWith = Against },
                new KeyFigure(new Phrase("Orders", "订单数"), 103, ValueFormat.Integer) { Change = 0.0729m, ComparedWith = Against },
                new KeyFigure(new Phrase("Average order", "平均订单额"), 1_595.15m, ValueFormat.Money("EUR")) { Change = 0m, ComparedWith = Against },
                new KeyFigure(new Phrase("Late orders", "逾期订单"), 0.052m, ValueFormat.Percent()) { Change = -0.12m, ComparedWith = Against, LessIsBetter = true },
            ]),
            new ChartSection(new LineChart(new Phrase("Net sales by month", "各月净销售额"), Months, [ThisYear, LastYear], ValueFormat.Money("EUR"))
            {
                Description = new Phrase("June stayed below May and below last year.", "6月低于5月，也低于去年同期。"),
            }),
            new ChartSection(new BarChart(new Phrase("Sales by channel and month", "各月分渠道销售额"), Months, [ThisYear, LastYear], ValueFormat.Money("EUR"))),
            new ChartSection(new BarChart(
                new Phrase("Best customers", "重点客户"),
                [.. Customers.Rows.Select(r => Same((string)r[0]!))],
                [new ChartSeries(new Phrase("Net", "净额"), [.. Customers.Rows.Select(r => (decimal?)r[2])])],
                ValueFormat.Money("EUR"))
            { Horizontal = true }),
            new TableSection(Customers),
            new TextSection(new Phrase("Remark", "备注"), [new Phrase("Returned goods are booked in the month of the return.", "退货计入退货当月。")]),
        ])
    {
        Issuer = new Phrase("Nordwind Trading Ltd.", "北风贸易有限公司"),
        MadeAt = new DateTimeOffset(2026, 7, 1, 4, 30, 0, TimeSpan.Zero),
        Footnotes = [new Phrase("Net: after discounts, before tax and freight, rounded per line.", "净额：扣除折扣后、不含税和运费，按行取整。")],
    };

    public static Phrase Same(string text) => new(text, text);

    private static IReadOnlyList<Phrase> Months => [.. English.Select((name, i) => new Phrase(name, $"{i + 1}月"))];

    private static Phrase Against => new("against May", "较5月");

    private static ChartSeries ThisYear => new(Same("2026"), [.. Net.Select(n => (decimal?)n)]);

    private static ChartSeries LastYear => new(Same("2025"), [.. Before.Select(n => (decimal?)n)]);
}
