using Crm.BuildingBlocks;

namespace Crm.SalesOrders.Application;

/// <summary>Which day it is for the caller, when they do not name one.</summary>
internal static class BusinessDay
{
    public static DateOnly Of(TimeProvider time, Caller caller)
    {
        var now = time.GetUtcNow();
        var local = TimeZoneInfo.TryFindSystemTimeZoneById(caller.TimeZone, out var zone) ? TimeZoneInfo.ConvertTime(now, zone) : now;
        return DateOnly.FromDateTime(local.DateTime);
    }
}
