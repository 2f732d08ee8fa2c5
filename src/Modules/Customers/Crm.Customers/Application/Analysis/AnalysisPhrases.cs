using Crm.BuildingBlocks;

namespace Crm.Customers.Application.Analysis;

/// <summary>What the figures of analysis and scores mean, in words.</summary>
internal static class AnalysisPhrases
{
    public static readonly Phrase Population = new(
        "Customers that you may see, registered until the day, without those merged into another, deleted or erased. What they are (industry, owner, tags ...) is as it is now; what they bought is as of the day.",
        "您可查看的、截至该日已登记的客户，不含已合并、已删除或已抹除的客户。属性（行业、负责人、标签等）为当前值，购买数据截至该日。");

    public static readonly Phrase Few = new(
        "Groups by age, sex, tag or need, or of customers chosen by name, code or tag, of fewer than {0} customers are left out, and as many more as it takes that the rest cannot be told either.",
        "按年龄、性别、标签或需求划分，或按名称、编号、标签筛选的分组，客户数少于 {0} 的不予显示；为避免推算，必要时再隐藏更多分组。");

    public static readonly Phrase Recency = new("Days from the last order to the day: fewer are better.", "最近一次下单距该日的天数：越少越好。");

    public static readonly Phrase Frequency = new("Orders after {0:yyyy-MM-dd} until the day, confirmed and not cancelled.", "{0:yyyy-MM-dd} 之后至该日的已确认且未取消的订单数。");

    public static readonly Phrase Monetary = new(
        "Net after {0:yyyy-MM-dd} until the day in {1}: without tax and shipping, less credits; other currencies by the rate that the order froze, without a rate not counted.",
        "{0:yyyy-MM-dd} 之后至该日的净额（{1}）：不含税和运费，减去冲减；其他币种按订单冻结汇率折算，无汇率的不计入。");

    public static readonly Phrase Quintiles = new(
        "Scores from 1 to 5 by rank among all customers of the company who ever ordered. Who does equally well has the same score, that of the middle of the places they share: 1 + whole part of 5 x (2 x worse + same) / (2 x all).",
        "在公司所有下过单的客户中按名次评 1 至 5 分。表现相同者得分相同，取其共占名次的中间位置：1 + 取整[5 ×（2 × 较差人数 + 相同人数）/（2 × 总人数）]。");

    public static readonly Phrase Lifetime = new(
        "Historic: margin (net less cost) of all orders until the day. Expected: yearly margin x retention / (1 + discount - retention), after Gupta and Lehmann (2003), with the margin of the last twelve months. Retention: share of the customers who ordered in the year before last and ordered again in the last year; with fewer than {0} such customers the setting holds. Orders without known cost add nothing.",
        "历史价值：截至该日全部订单的毛利（净额减成本）。预期价值：年毛利 × 留存率 /（1 + 折现率 − 留存率），依据 Gupta 与 Lehmann（2003），年毛利取最近十二个月。留存率：前年下单且去年再次下单的客户占比；此类客户少于 {0} 个时采用系统设置。成本未知的订单不计入。");
}
