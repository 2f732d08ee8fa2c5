using Crm.BuildingBlocks;

namespace Crm.SalesOrders.Application;

/// <summary>Which day it is for the caller, when they do not name one.</summary>
internal static class BusinessDay
{
    public static DateOnly Of(TimeProvider time, Caller caller) => DateOnly.FromDateTime(Local(time, caller));

    /// <summary>What the clock of the caller says.</summary>
    public static TimeOnly TimeOf(TimeProvider time, Caller caller) => TimeOnly.FromDateTime(Local(time, caller));

    private static DateTime Local(TimeProvider time, Caller caller)
    {
        var now = time.GetUtcNow();
        return (TimeZoneInfo.TryFindSystemTimeZoneById(caller.TimeZone, out var zone) ? TimeZoneInfo.ConvertTime(now, zone) : now).DateTime;
    }
}
