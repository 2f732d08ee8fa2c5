using Crm.BuildingBlocks;

namespace Crm.SalesOrders.Application;

/// <summary>Which day it is for the caller, when they do not name one.</summary>
internal static class BusinessDay
{
    private static readonly TimeSpan WesternmostZone = TimeSpan.FromHours(-12);

    public static DateOnly Of(TimeProvider time, Caller caller) => DateOnly.FromDateTime(Local(time, caller));

    /// <summary>For work that belongs to nobody: the day on which the earth's last zone is, so that every earlier day is over everywhere.</summary>
    public static DateOnly LastOnEarth(TimeProvider time) => DateOnly.FromDateTime((time.GetUtcNow() + WesternmostZone).UtcDateTime);

    /// <summary>What the clock of the caller says, in whole seconds: nobody is told more of it, and whoever is could not price it again as it was.</summary>
    public static TimeOnly TimeOf(TimeProvider time, Caller caller)
    {
        var now = TimeOnly.FromDateTime(Local(time, caller));
        return new TimeOnly(now.Hour, now.Minute, now.Second);
    }

    private static DateTime Local(TimeProvider time, Caller caller)
    {
        var now = time.GetUtcNow();
        return (TimeZoneInfo.TryFindSystemTimeZoneById(caller.TimeZone, out var zone) ? TimeZoneInfo.ConvertTime(now, zone) : now).DateTime;
    }
}
