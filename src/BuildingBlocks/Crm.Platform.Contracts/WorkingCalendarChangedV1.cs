using Crm.BuildingBlocks;

namespace Crm.Platform.Contracts;

/// <summary>When people work, as it is now.</summary>
/// <param name="TimeZone">IANA name of the zone by whose clock the hours are meant.</param>
/// <param name="Hours">Of every week; they do not overlap.</param>
/// <param name="Holidays">Days on which nobody works.</param>
/// <param name="IsDefault">Counts where nobody chose another.</param>
[EventName("platform.working-calendar-changed.v1")]
public sealed record WorkingCalendarChangedV1(
    Guid CalendarId, string Code, string Name, string TimeZone, IReadOnlyList<WorkingHoursV1> Hours, IReadOnlyList<DateOnly> Holidays, bool IsDefault) : IIntegrationEvent;

/// <param name="Day"><c>monday</c> to <c>sunday</c>.</param>
/// <param name="FromMinute">Minutes since midnight by the clock.</param>
/// <param name="ToMinute">Likewise, up to 1440.</param>
public sealed record WorkingHoursV1(string Day, int FromMinute, int ToMinute);
