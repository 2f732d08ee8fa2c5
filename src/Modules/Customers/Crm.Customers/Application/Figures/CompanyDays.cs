using Crm.BuildingBlocks.Hosting.Settings;

namespace Crm.Customers.Application.Figures;

/// <summary>Business days of the company: of what happened somewhere else and carries no day of its own, and for whoever names none.</summary>
internal static class CompanyDays
{
    public static async ValueTask<TimeZoneInfo> CompanyZone(this ISettings settings, CancellationToken ct) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(await settings.Text(CompanySettings.TimeZone, ct), out var zone) ? zone : TimeZoneInfo.Utc;

    public static DateOnly DayOf(this TimeZoneInfo zone, DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);
}
