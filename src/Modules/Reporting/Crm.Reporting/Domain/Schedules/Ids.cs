using Crm.BuildingBlocks;

namespace Crm.Reporting.Domain.Schedules;

internal readonly record struct ScheduleId(Guid Value) : ITypedId
{
    public static ScheduleId New() => new(Guid.CreateVersion7());
}

internal readonly record struct SubscriptionId(Guid Value) : ITypedId
{
    public static SubscriptionId New() => new(Guid.CreateVersion7());
}

internal readonly record struct DeliveryId(Guid Value) : ITypedId
{
    public static DeliveryId New() => new(Guid.CreateVersion7());
}
