using Crm.BuildingBlocks;

namespace Crm.Customers.Domain.Opportunities;

internal enum OpportunityState
{
    [Label("Open", "进行中")]
    Open,
    [Label("Won", "赢单")]
    Won,
    [Label("Lost", "输单")]
    Lost,
}

/// <summary>What a forecast counts an opportunity as.</summary>
internal enum ForecastCategory
{
    [Label("Pipeline", "商机储备")]
    Pipeline,
    [Label("Best case", "最佳情况")]
    BestCase,
    [Label("Commit", "承诺")]
    Commit,
    [Label("Closed", "已成交")]
    Closed,
}

/// <summary>Which probability counts.</summary>
internal enum ProbabilityBasis
{
    [Label("Of the stage", "按阶段")]
    Model,
    [Label("As somebody estimates", "人工估计")]
    Manual,
    [Label("Decided", "已有结果")]
    Outcome,
}

/// <summary>Where the amount comes from.</summary>
internal enum AmountBasis
{
    [Label("Typed", "手工填写")]
    Typed,
    [Label("Sum of the lines", "明细合计")]
    Lines,
}
