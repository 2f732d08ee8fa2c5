using Crm.BuildingBlocks;

namespace Crm.SalesOrders.Domain.Accounting;

/// <summary>What an account is for.</summary>
internal enum AccountRole
{
    [Label("Receivables", "应收账款")]
    Receivables,

    /// <summary>Goods; by tax rate where accounts are given for rates.</summary>
    [Label("Sales", "销售收入")]
    Sales,

    /// <summary>Freight; by tax rate where accounts are given for rates.</summary>
    [Label("Shipping", "运费收入")]
    Shipping,

    /// <summary>Given without anything coming back.</summary>
    [Label("Goodwill", "补偿")]
    Goodwill,

    /// <summary>By tax rate where accounts are given for rates.</summary>
    [Label("Tax", "税金")]
    Tax,

    /// <summary>Where money comes in and goes out; by method of payment where accounts are given for methods.</summary>
    [Label("Bank", "银行存款")]
    Bank,

    /// <summary>Given up.</summary>
    [Label("Written off", "坏账核销")]
    WriteOff,

    /// <summary>What customers owe for having been reminded; without tax.</summary>
    [Label("Reminder fees", "催款费")]
    ReminderFees,

    /// <summary>What the amounts of a document miss each other by once each is rounded in the company's currency.</summary>
    [Label("Rounding differences", "舍入差额")]
    Rounding,
}
