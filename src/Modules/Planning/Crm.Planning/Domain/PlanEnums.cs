using Crm.BuildingBlocks;

namespace Crm.Planning.Domain;

internal enum PlanState
{
    [Label("Draft", "草稿")]
    Draft,
    [Label("In review", "审核中")]
    InReview,
    [Label("Approved", "已批准")]
    Approved,
    [Label("Active", "执行中")]
    Active,
    [Label("Closed", "已关闭")]
    Closed,
}

/// <summary>What a target counts.</summary>
internal enum TargetMetric
{
    /// <summary>Rounded nets of the lines, freight and tax not included, in the currency of the plan.</summary>
    [Label("Net sales", "净销售额")]
    NetSales,

    /// <summary>Confirmed orders.</summary>
    [Label("Orders", "订单数")]
    Orders,

    /// <summary>Units on the lines of confirmed orders.</summary>
    [Label("Units", "销售数量")]
    Units,
}

/// <summary>Whose sales a target counts.</summary>
internal enum TargetScope
{
    [Label("Company", "全公司")]
    Company,
    [Label("Person", "个人")]
    Person,
    [Label("Channel", "渠道")]
    Channel,

    /// <summary>An org unit and all below it.</summary>
    [Label("Unit", "部门")]
    Unit,
}
