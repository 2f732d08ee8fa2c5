using System.Globalization;

namespace Crm.BuildingBlocks.Hosting.Api.Lists;

/// <summary>Days from <paramref name="From"/> up to but without <paramref name="Until"/>.</summary>
public readonly record struct DayRange(DateOnly From, DateOnly Until);

/// <summary>
/// The relative dates of a query. Weeks begin on Monday. <c>lastDays:n</c> are the n days that end with today,
/// <c>nextDays:n</c> the n days that begin with today.
/// </summary>
public static class Periods
{
    public const int MostDays = 36_600;

    internal static readonly IReadOnlyList<string> Plain =
    [
        "today", "yesterday", "thisWeek", "lastWeek", "thisMonth", "lastMonth", "thisQuarter", "lastQuarter", "thisYear", "lastYear",
    ];

    internal static readonly IReadOnlyList<string> Counted = ["lastDays", "nextDays"];

    /// <summary>A period without a number, or null.</summary>
    public static DayRange? Named(string name, DateOnly today)
    {
        var week = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
        var month = new DateOnly(today.Year, today.Month, 1);
        var quarter = month.AddMonths(-((today.Month - 1) % 3));
        var year = new DateOnly(today.Year, 1, 1);
        return name switch
        {
            "today" => new DayRange(today, today.AddDays(1)),
            "yesterday" => new DayRange(today.AddDays(-1), today),
            "thisWeek" => new DayRange(week, week.AddDays(7)),
            "lastWeek" => new DayRange(week.AddDays(-7), week),
            "thisMonth" => new DayRange(month, month.AddMonths(1)),
            "lastMonth" => new DayRange(month.AddMonths(-1), month),
            "thisQuarter" => new DayRange(quarter, quarter.AddMonths(3)),
            "lastQuarter" => new DayRange(quarter.AddMonths(-3), quarter),
            "thisYear" => new DayRange(year, year.AddYears(1)),
            "lastYear" => new DayRange(year.AddYears(-1), year),
            _ => null,
        };
    }

    /// <summary>A period with a number of days, 1 to <see cref="MostDays"/>; null if the number is none.</summary>
    public static DayRange? InDays(string name, string days, DateOnly today)
    {
        if (!int.TryParse(days, NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count is < 1 or > MostDays) return null;
        return name == "lastDays"
            ? new DayRange(today.AddDays(1 - count), today.AddDays(1))
            : new DayRange(today, today.AddDays(count));
    }
}

/// <summary>Where days begin in a zone, also on days on which clocks are changed.</summary>
public sealed class LocalDays(TimeZoneInfo zone)
{
    /// <exception cref="InvalidInput">The zone is not known.</exception>
    public static LocalDays In(string ianaZone) => TimeZoneInfo.TryFindSystemTimeZoneById(ianaZone, out var zone)
        ? new LocalDays(zone)
        : throw new InvalidInput("timeZone", ListPhrases.UnknownZone, ianaZone);

    public DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime);

    /// <summary>The first instant of the day. Where clocks skip midnight it is the moment of the skip; where midnight comes twice, the first.</summary>
    public DateTimeOffset StartOf(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        if (day.DayNumber < 2) return new DateTimeOffset(midnight, TimeSpan.Zero);
        var offset = zone.IsInvalidTime(midnight) ? zone.GetUtcOffset(midnight.AddHours(-3))
            : zone.IsAmbiguousTime(midnight) ? zone.GetAmbiguousTimeOffsets(midnight).Max()
            : zone.GetUtcOffset(midnight);
        return new DateTimeOffset(midnight, offset).ToUniversalTime();
    }
}
