using Crm.BuildingBlocks;

namespace Crm.Reporting.Domain;

/// <summary>What a sales report is broken down by.</summary>
internal enum SalesBy
{
    [Label("Month", "月份")]
    Month,
    [Label("Customer", "客户")]
    Customer,
    [Label("Product", "产品")]
    Product,
    [Label("Category", "类别")]
    Category,
    [Label("Country", "国家")]
    Country,
    [Label("Channel", "渠道")]
    Channel,
    [Label("Salesperson", "销售人员")]
    Salesperson,
}

/// <summary>Which net of an order line is counted.</summary>
internal enum NetBasis
{
    /// <summary>quantity x unit price x (1 - discount), unrounded; a sum is rounded once, at its end.</summary>
    [Label("Exact net, rounded once at the end", "精确净额，最后一次性舍入")]
    Exact,

    /// <summary>The line's net as it is invoiced, rounded to the currency's digits.</summary>
    [Label("Net rounded per line", "逐行舍入的净额")]
    Rounded,
}
