using Crm.BuildingBlocks;

namespace Crm.Platform.Contracts;

/// <summary>A working calendar is gone. Whoever had chosen it counts in the one that counts where nobody chose.</summary>
[EventName("platform.working-calendar-removed.v1")]
public sealed record WorkingCalendarRemovedV1(Guid CalendarId) : IIntegrationEvent;
