using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Api.Lists;
using Crm.BuildingBlocks.Hosting.Settings;

namespace Crm.Customers.Application;

/// <summary>Business days in the zone of the company.</summary>
internal sealed class CompanyDay(ISettings settings, TimeProvider time)
{
    private static readonly Phrase OutOfRange = new("Give a day between 1900 and 2199.", "请填写 1900 年至 2199 年之间的日期。");

    public async ValueTask<DateOnly> Today(CancellationToken ct) => await Of(time.GetUtcNow(), ct);

    /// <summary>The day that was asked for, else today.</summary>
    /// <exception cref="InvalidInput">Nobody counts years back from there.</exception>
    public async ValueTask<DateOnly> Asked(DateOnly? day, string parameter, CancellationToken ct)
    {
        if (day is { Year: < 1900 or > 2199 }) throw new InvalidInput(parameter, OutOfRange);
        return day ?? await Today(ct);
    }

    public async ValueTask<DateOnly> Of(DateTimeOffset instant, CancellationToken ct) => Of(instant, await Zone(ct));

    /// <summary>The day in a zone.</summary>
    public static DateOnly Of(DateTimeOffset instant, TimeZoneInfo zone) => new LocalDays(zone).DayOf(instant);

    public async ValueTask<DateTimeOffset> Begin(DateOnly day, CancellationToken ct) => Begin(day, await Zone(ct));

    /// <summary>The first moment of a day.</summary>
    public static DateTimeOffset Begin(DateOnly day, TimeZoneInfo zone) => new LocalDays(zone).StartOf(day);

    public async ValueTask<TimeZoneInfo> Zone(CancellationToken ct) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(await settings.Text(CompanySettings.TimeZone, ct), out var zone) ? zone : TimeZoneInfo.Utc;
}
