using Crm.BuildingBlocks.Hosting.Settings;

namespace Crm.Customers.Application;

/// <summary>Business days in the zone of the company.</summary>
internal sealed class CompanyDay(ISettings settings, TimeProvider time)
{
    private static readonly TimeSpan HalfAnHour = TimeSpan.FromMinutes(30);

    public async ValueTask<DateOnly> Today(CancellationToken ct) => await Of(time.GetUtcNow(), ct);

    public async ValueTask<DateOnly> Of(DateTimeOffset instant, CancellationToken ct) => Of(instant, await Zone(ct));

    /// <summary>The day in a zone.</summary>
    public static DateOnly Of(DateTimeOffset instant, TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime);

    public async ValueTask<DateTimeOffset> Begin(DateOnly day, CancellationToken ct) => Begin(day, await Zone(ct));

    /// <summary>The first moment of a day.</summary>
    public static DateTimeOffset Begin(DateOnly day, TimeZoneInfo zone)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        // Where clocks go forward at midnight the day begins later.
        while (zone.IsInvalidTime(midnight)) midnight += HalfAnHour;
        return new DateTimeOffset(midnight, zone.GetUtcOffset(midnight)).ToUniversalTime();
    }

    public async ValueTask<TimeZoneInfo> Zone(CancellationToken ct) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(await settings.Text(CompanySettings.TimeZone, ct), out var zone) ? zone : TimeZoneInfo.Utc;
}
