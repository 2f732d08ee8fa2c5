namespace Crm.Customers.Domain.Processes;

/// <summary>Limits in working days: Monday to Friday in the zone of the company.</summary>
internal static class WorkingDays
{
    /// <summary>The last day of a limit of so many working days that begins on a day.</summary>
    public static DateOnly After(DateOnly day, int workingDays)
    {
        for (; workingDays > 0; workingDays--)
        {
            do day = day.AddDays(1);
            while (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday);
        }

        return day;
    }
}
