using Crm.BuildingBlocks;

namespace Crm.Customers.Domain.Activities;

internal enum ActivityKind
{
    [Label("Visit", "拜访")]
    Visit,
    [Label("Call", "电话")]
    Call,
    [Label("Meeting", "会议")]
    Meeting,
    [Label("Message", "消息")]
    Message,
    [Label("Task", "任务")]
    Task,
}

internal enum ActivityStatus
{
    [Label("Planned", "已计划")]
    Planned,
    [Label("In progress", "进行中")]
    InProgress,
    [Label("Done", "已完成")]
    Done,
    [Label("Not held", "未举行")]
    NotHeld,
    [Label("Cancelled", "已取消")]
    Cancelled,
}

/// <summary>How the distance of a visitor to the customer was found.</summary>
internal enum DistanceBasis
{
    [Label("Measured to the main address", "按主要地址测算")]
    MainAddress,
    [Label("The main address has no position", "主要地址没有坐标")]
    AddressWithoutPosition,
    [Label("The customer has no address", "客户没有地址")]
    NoAddress,
}
