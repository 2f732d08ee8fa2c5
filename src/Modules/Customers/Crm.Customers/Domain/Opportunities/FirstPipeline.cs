namespace Crm.Customers.Domain.Opportunities;

/// <summary>What every installation begins with, and changes as it likes.</summary>
internal static class FirstPipeline
{
    public const string Code = "standard";

    public static readonly IReadOnlyList<PipelineStage> Stages =
    [
        new("qualification", "Qualification", "资格确认", 0.1m, ForecastCategory.Pipeline),
        new("needs", "Needs analysis", "需求分析", 0.25m, ForecastCategory.Pipeline),
        new("proposal", "Proposal", "方案报价", 0.5m, ForecastCategory.BestCase),
        new("negotiation", "Negotiation", "商务谈判", 0.75m, ForecastCategory.Commit),
        new("verbal", "Verbal yes", "口头确认", 0.9m, ForecastCategory.Commit),
    ];

    public static readonly IReadOnlyList<(OpportunityState Outcome, string Code, string Name, string NameChinese)> Reasons =
    [
        (OpportunityState.Won, "price", "Best price", "价格最优"),
        (OpportunityState.Won, "product", "Best product", "产品最合适"),
        (OpportunityState.Won, "relationship", "Trust in us", "客户信任"),
        (OpportunityState.Won, "service", "Best service", "服务最好"),
        (OpportunityState.Lost, "price", "Too expensive", "价格过高"),
        (OpportunityState.Lost, "product", "Product does not fit", "产品不合适"),
        (OpportunityState.Lost, "competitor", "A competitor was better", "竞争对手胜出"),
        (OpportunityState.Lost, "no-budget", "No budget", "没有预算"),
        (OpportunityState.Lost, "no-decision", "Nothing was decided", "客户未作决定"),
        (OpportunityState.Lost, "timing", "Not now", "时机不对"),
    ];
}
