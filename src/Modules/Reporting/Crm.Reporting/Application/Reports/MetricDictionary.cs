using Crm.BuildingBlocks;

namespace Crm.Reporting.Application.Reports;

/// <summary>
/// The metric dictionary: what every figure means. Nets and grosses are of the lines of confirmed orders that were not cancelled, by the
/// order's business date, in one currency, freight and tax not included.
/// </summary>
internal static class MetricDictionary
{
    public static readonly Metric Orders = new(
        "orders", new("Orders", "订单数"),
        new("Confirmed orders with at least one line in the group. An order with several products or categories counts in each of them.",
            "组内至少有一行的已确认订单。含多个产品或类别的订单在每个产品或类别中各计一次。"),
        "count(distinct order)", MetricUnit.Count, Additivity.PartlyAdditive);

    public static readonly Metric Lines = new(
        "lines", new("Lines", "订单行数"), new("Order lines.", "订单行数。"), "count(line)", MetricUnit.Count, Additivity.Additive);

    public static readonly Metric Units = new(
        "units", new("Units", "数量"), new("Units sold.", "售出数量。"), "sum(line.quantity)", MetricUnit.Units, Additivity.Additive);

    public static readonly Metric Net = new(
        "net", new("Net sales", "净销售额"),
        new("Sum of the nets of order lines after discount, shown in the currency's digits. 'netUnrounded' is the sum itself.",
            "订单行折后净额之和，按币种小数位显示。netUnrounded 为未舍入的合计。"),
        "sum(line.quantity * line.unitPrice * (1 - line.discountRate))", MetricUnit.Money, Additivity.Additive);

    public static readonly Metric Mean = new(
        "mean", new("Mean line", "行均值"), new("Mean net of an order line.", "订单行净额的平均值。"), "net / lines", MetricUnit.Money, Additivity.NotAdditive);

    public static readonly Metric Median = new(
        "median", new("Median line", "行中位数"),
        new("The net of the order line in the middle; of two in the middle, their mean. Counted from the facts, therefore exact.",
            "居中订单行的净额；若居中有两行则取其平均值。由明细计算，因此为精确值。"),
        "median(line.net)", MetricUnit.Money, Additivity.NotAdditive);

    public static readonly Metric Min = new(
        "min", new("Smallest line", "最小行"), new("Smallest net of an order line.", "订单行净额的最小值。"), "min(line.net)", MetricUnit.Money, Additivity.NotAdditive);

    public static readonly Metric Max = new(
        "max", new("Largest line", "最大行"), new("Largest net of an order line.", "订单行净额的最大值。"), "max(line.net)", MetricUnit.Money, Additivity.NotAdditive);

    public static readonly Metric Gross = new(
        "gross", new("Gross sales", "折前金额"),
        new("Sum of quantity times unit price, before discount.", "折扣前的数量乘以单价之和。"),
        "sum(line.quantity * line.unitPrice)", MetricUnit.Money, Additivity.Additive);

    public static readonly Metric Discount = new(
        "discount", new("Discount", "折扣"), new("What discounts took off the gross.", "折扣减去的金额。"), "gross - net", MetricUnit.Money, Additivity.Additive);

    public static readonly Metric Freight = new(
        "freight", new("Freight", "运费"),
        new("Freight charged on the orders, not part of net sales. Known per order, so products and categories have none.",
            "订单收取的运费，不计入净销售额。运费按订单记录，因此产品和类别没有运费。"),
        "sum(order.freight)", MetricUnit.Money, Additivity.PartlyAdditive);

    public static readonly Metric Share = new(
        "share", new("Share", "占比"), new("Part of the report's net sales, to six decimals.", "占报表净销售额的比例，保留六位小数。"),
        "net / total net", MetricUnit.Fraction, Additivity.Additive);

    public static readonly Metric ReturnedUnits = new(
        "returnedUnits", new("Returned units", "退货数量"),
        new("Of the units sold, those that were refunded since, whenever that was.", "售出数量中此后已退款的数量，不论何时退款。"),
        "sum(refund.quantity)", MetricUnit.Units, Additivity.Additive);

    public static readonly Metric Returned = new(
        "returned", new("Returns", "退货净额"),
        new("Of the net sales, what was refunded for goods since, whenever that was, without tax. Goodwill and freight are not part of it.",
            "净销售额中此后因商品退款的部分，不论何时退款，不含税。补偿和运费不计入。"),
        "sum(line.net * refund.amount / (line.net + line.tax))", MetricUnit.Money, Additivity.Additive);

    public static readonly Metric NetAfterReturns = new(
        "netAfterReturns", new("Net after returns", "退货后净额"),
        new("Net sales less what was refunded for goods of these orders.", "净销售额减去这些订单的商品退款。"),
        "net - returned", MetricUnit.Money, Additivity.Additive);

    public static readonly IReadOnlyList<Metric> Measures =
        [Orders, Lines, Units, Net, Mean, Median, Min, Max, Gross, Discount, Freight, Share, ReturnedUnits, Returned, NetAfterReturns];

    public static readonly IReadOnlyList<Dimension> Dimensions =
    [
        new("month", new("Month", "月份"), new("Calendar month of the order's business date.", "订单业务日期所在的月份。")),
        new("customer", new("Customer", "客户"), new("Who bought. Shown with the present code and name; blank after erasure.", "购买方。显示当前编号和名称；抹除后为空。")),
        new("product", new("Product", "产品"), new("What was sold. Shown with the present number and name.", "所售产品。显示当前编号和名称。")),
        new("category", new("Category", "类别"), new("The product's category at the time of the order.", "下单时产品的类别。")),
        new("country", new("Country", "国家"), new("Where the order is shipped to, as it was given.", "订单的收货国家，按原始填写。")),
        new("channel", new("Channel", "渠道"), new("Through which channel the order came.", "订单来源渠道。")),
        new("salesperson", new("Salesperson", "销售人员"), new("The user the sale is credited to.", "销售归属的用户。")),
    ];
}
