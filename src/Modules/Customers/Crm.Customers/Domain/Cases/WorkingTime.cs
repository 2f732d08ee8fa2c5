namespace Crm.Customers.Domain.Cases;

/// <summary>A time of every such day of the week at which people work, in minutes since midnight by the clock.</summary>
internal sealed record WorkingSpan(DayOfWeek Day, int FromMinute, int ToMinute);

/// <summary>Counts time in which people work: hours of the week, less holidays, by the clock of a zone.</summary>
internal sealed class WorkingTime(TimeZoneInfo zone, IReadOnlyCollection<WorkingSpan> hours, IReadOnlyCollection<DateOnly> holidays)
{
    /// <summary>Days that are looked at, about twenty years: what is not over by then is counted in time itself from there.</summary>
    private const int LongestSearch = 20 * 366;

    private const int OfficeOpens = 9 * 60;
    private const int OfficeCloses = 17 * 60;

    private readonly ILookup<DayOfWeek, WorkingSpan> _hours = hours.OrderBy(h => h.FromMinute).ToLookup(h => h.Day);
    private readonly HashSet<DateOnly> _holidays = [.. holidays];

    /// <summary>Monday to Friday from nine to five: where nobody made a working calendar.</summary>
    public static WorkingTime Usual(TimeZoneInfo zone) => new(
        zone,
        [.. new[] { DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday }.Select(day => new WorkingSpan(day, OfficeOpens, OfficeCloses))],
        []);

    /// <summary>The moment at which so much working time has passed. Where nobody ever works, time itself is counted.</summary>
    public DateTimeOffset After(DateTimeOffset from, TimeSpan working)
    {
        var (left, last) = (working, from);
        foreach (var (start, end) in SpansFrom(from))
        {
            var begin = start > from ? start : from;
            if (end <= begin) continue;
            if (left <= end - begin) return begin + left;
            (left, last) = (left - (end - begin), end);
        }

        return last + left;
    }

    /// <summary>How much working time lies between two moments; nothing when they are out of order.</summary>
    public TimeSpan Between(DateTimeOffset from, DateTimeOffset to)
    {
        var sum = TimeSpan.Zero;
        foreach (var (start, end) in SpansFrom(from))
        {
            if (start >= to) break;
            var (begin, finish) = (start > from ? start : from, end < to ? end : to);
            if (finish > begin) sum += finish - begin;
        }

        return sum;
    }

    private IEnumerable<(DateTimeOffset Start, DateTimeOffset End)> SpansFrom(DateTimeOffset from)
    {
        var first = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(from, zone).DateTime);
        var last = DateTimeOffset.MinValue;
        for (var i = 0; i < LongestSearch; i++)
        {
            var day = first.AddDays(i);
            if (_holidays.Contains(day)) continue;
            foreach (var span in _hours[day.DayOfWeek])
            {
                // Spans that meet at a time that the clock shows twice would both have that hour.
                var (start, end) = (Instant(day, span.FromMinute, isEnd: false), Instant(day, span.ToMinute, isEnd: true));
                if (start < last) start = last;
                if (end > start) yield return (start, end);
                last = end;
            }
        }
    }

    /// <summary>Of a time that the clock shows twice, work begins at the first and ends at the second; one it never shows is the end of the gap.</summary>
    private DateTimeOffset Instant(DateOnly day, int minute, bool isEnd)
    {
        var local = day.ToDateTime(TimeOnly.MinValue).AddMinutes(minute);
        while (zone.IsInvalidTime(local)) local = local.AddMinutes(30);
        var offsets = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local) : [zone.GetUtcOffset(local)];
        return new DateTimeOffset(local, isEnd ? offsets.Min() : offsets.Max()).ToUniversalTime();
    }
}
