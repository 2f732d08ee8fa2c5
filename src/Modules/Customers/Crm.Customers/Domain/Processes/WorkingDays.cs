using Crm.Customers.Domain.Cases;

namespace Crm.Customers.Domain.Processes;

/// <summary>Days on which people work: those of the company's usual calendar, or Monday to Friday where it has none.</summary>
internal sealed class WorkingDays(WorkingCalendarCopy? calendar)
{
    private readonly HashSet<DayOfWeek> _days = calendar is { Hours.Count: > 0 }
        ? [.. calendar.Hours.Select(h => h.Day)]
        : [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];

    private readonly HashSet<DateOnly> _holidays = [.. calendar?.Holidays ?? []];

    /// <summary>The last day of a limit of so many working days that begins on a day.</summary>
    public DateOnly After(DateOnly day, int workingDays)
    {
        for (; workingDays > 0; workingDays--)
        {
            do day = day.AddDays(1);
            while (!_days.Contains(day.DayOfWeek) || _holidays.Contains(day));
        }

        return day;
    }
}
