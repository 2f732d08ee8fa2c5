namespace Crm.Planning.Domain;

/// <summary>A month is written as its first day.</summary>
internal static class Months
{
    public static DateOnly Of(DateOnly day) => new(day.Year, day.Month, 1);

    public static bool IsMonth(DateOnly day) => day.Day == 1;

    /// <summary>How many months a period has, both ends included.</summary>
    public static int Count(DateOnly first, DateOnly last) => ((last.Year - first.Year) * 12) + last.Month - first.Month + 1;
}
