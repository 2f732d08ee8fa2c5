using Crm.BuildingBlocks.Hosting.Settings;

namespace Crm.Planning.Application;

/// <summary>Business days in the zone of the company.</summary>
internal sealed class CompanyDay(ISettings settings, TimeProvider time)
{
    public async ValueTask<DateOnly> Today(CancellationToken ct)
    {
        var zone = TimeZoneInfo.TryFindSystemTimeZoneById(await settings.Text(CompanySettings.TimeZone, ct), out var known) ? known : TimeZoneInfo.Utc;
        return DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), zone).DateTime);
    }
}
