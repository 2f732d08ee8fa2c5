using Crm.BuildingBlocks;

namespace Crm.Planning.Contracts;

/// <summary>How a company divides its years.</summary>
/// <param name="CalendarId">Never changes.</param>
/// <param name="Code">As people name it.</param>
/// <param name="Name">As it is shown.</param>
/// <param name="Kind"><c>months</c>, <c>weeks445</c>, <c>weeks454</c> or <c>weeks544</c>.</param>
/// <param name="StartMonth">Month in which a year begins, 1 to 12.</param>
/// <param name="WeekStart">First day of a week in English, lower case; null where periods are months.</param>
/// <param name="Anchor">The week that begins <c>nearest</c> to, <c>first</c> on or after, or <c>last</c> on or before the first of the month; null where periods are months.</param>
/// <param name="NamedByEnd">Whether a year has the number of the calendar year in which it ends.</param>
[EventName("planning.fiscal-calendar-set.v1")]
public sealed record FiscalCalendarSetV1(
    Guid CalendarId, string Code, string Name, string Kind, int StartMonth, string? WeekStart, string? Anchor, bool NamedByEnd) : IIntegrationEvent;
