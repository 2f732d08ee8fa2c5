using Crm.BuildingBlocks;

namespace Crm.Host.Platform.Domain;

internal readonly record struct WorkingCalendarId(Guid Value) : ITypedId;

internal enum Weekday
{
    [Label("Monday", "星期一")]
    Monday,
    [Label("Tuesday", "星期二")]
    Tuesday,
    [Label("Wednesday", "星期三")]
    Wednesday,
    [Label("Thursday", "星期四")]
    Thursday,
    [Label("Friday", "星期五")]
    Friday,
    [Label("Saturday", "星期六")]
    Saturday,
    [Label("Sunday", "星期日")]
    Sunday,
}

/// <summary>A time of every such day at which people work.</summary>
/// <param name="From">By the clock of the calendar's zone.</param>
/// <param name="To">Later than <paramref name="From"/>; midnight is the end of the day.</param>
internal sealed record WorkingHours(Weekday Day, TimeOnly From, TimeOnly To)
{
    private const int MinutesOfDay = 24 * 60;

    public int FromMinute => (From.Hour * 60) + From.Minute;

    public int ToMinute => To == TimeOnly.MinValue ? MinutesOfDay : (To.Hour * 60) + To.Minute;

    public bool Overlaps(WorkingHours other) => Day == other.Day && FromMinute < other.ToMinute && other.FromMinute < ToMinute;
}

/// <summary>When people work: hours of the week, less holidays, by the clock of a zone. Deadlines are counted in it.</summary>
internal sealed class WorkingCalendar : AggregateRoot
{
    private List<WorkingHours> _hours = [];
    private List<DateOnly> _holidays = [];

    private WorkingCalendar(WorkingCalendarId id) => Id = id;

    public WorkingCalendarId Id { get; }

    public override Guid Key => Id.Value;

    public string Code { get; private set; } = "";

    public string Name { get; private set; } = "";

    /// <summary>IANA name.</summary>
    public string TimeZone { get; private set; } = "";

    /// <summary>In the order of the week.</summary>
    public IReadOnlyList<WorkingHours> Hours => _hours;

    /// <summary>Days on which nobody works, in order.</summary>
    public IReadOnlyList<DateOnly> Holidays => _holidays;

    /// <summary>The one that counts where nobody chose another; one at most.</summary>
    public bool IsDefault { get; private set; }

    public static WorkingCalendar Create(WorkingCalendarFacts facts)
    {
        var calendar = new WorkingCalendar(new WorkingCalendarId(Guid.CreateVersion7()));
        calendar.Change(facts);
        return calendar;
    }

    public void Change(WorkingCalendarFacts facts)
    {
        (Code, Name, TimeZone, IsDefault) = (facts.Code, facts.Name, facts.TimeZone, facts.IsDefault);
        _hours = [.. facts.Hours.OrderBy(h => h.Day).ThenBy(h => h.FromMinute)];
        _holidays = [.. facts.Holidays.Distinct().Order()];
        Raise(new WorkingCalendarWasChanged());
    }

    /// <summary>Another one counts from now on where nobody chose.</summary>
    public void StandBack()
    {
        if (!IsDefault) return;
        IsDefault = false;
        Raise(new WorkingCalendarWasChanged());
    }

    public void Remove()
    {
        if (IsDefault) throw PlatformRules.CalendarIsDefault.Broken();
        Raise(new WorkingCalendarWasRemoved());
    }
}

internal sealed record WorkingCalendarFacts(
    string Code, string Name, string TimeZone, IReadOnlyList<WorkingHours> Hours, IReadOnlyList<DateOnly> Holidays, bool IsDefault);

internal sealed record WorkingCalendarWasChanged : DomainEvent;

internal sealed record WorkingCalendarWasRemoved : DomainEvent;
