using Crm.BuildingBlocks;

namespace Crm.Reporting.Domain.Schedules;

/// <summary>What a schedule sends and when.</summary>
/// <param name="Name">Begins the subject of its mails.</param>
/// <param name="Period">Relative days, such as <c>lastMonth</c>, as they are at the slot in the zone.</param>
/// <param name="By">Break-down.</param>
/// <param name="Net">Which net is counted.</param>
/// <param name="Top">Groups shown; null for as many as a report shows unless told.</param>
/// <param name="Currency">Null takes the only one there is.</param>
/// <param name="Cron">Quartz expression, seconds first, read on the clock of the zone.</param>
/// <param name="TimeZone">IANA name.</param>
/// <param name="MissedRuns">What becomes of missed slots.</param>
internal sealed record ScheduleDetails(
    string Name, string Period, SalesBy By, NetBasis Net, int? Top, string? Currency, string Cron, string TimeZone, MissedRuns MissedRuns);

/// <summary>A report that is mailed by the calendar to those who subscribed to it.</summary>
internal sealed class ReportSchedule : AggregateRoot, IOwned, IDeletable
{
    private ReportSchedule()
    {
    }

    public ScheduleId Id { get; private init; }

    public override Guid Key => Id.Value;

    public string Name { get; private set; } = "";

    public string Period { get; private set; } = "";

    public SalesBy By { get; private set; }

    public NetBasis Net { get; private set; }

    public int? Top { get; private set; }

    public string? Currency { get; private set; }

    public string Cron { get; private set; } = "";

    public string TimeZone { get; private set; } = "";

    public MissedRuns MissedRuns { get; private set; }

    public bool IsActive { get; private set; }

    /// <summary>Slots up to here are not owed: it was made, resumed or put to another time then.</summary>
    public DateTimeOffset OwedSince { get; private set; }

    public Guid? OwnerId { get; private init; }

    public Guid? UnitId { get; private init; }

    public DateTimeOffset? DeletedAt { get; private set; }

    public static ReportSchedule Make(ScheduleDetails details, Guid? owner, Guid? unit, DateTimeOffset now)
    {
        var schedule = new ReportSchedule { Id = ScheduleId.New(), OwnerId = owner, UnitId = unit, IsActive = true, OwedSince = now };
        schedule.Describe(details);
        schedule.Raise(new ScheduleWasMade());
        return schedule;
    }

    public void Change(ScheduleDetails details, DateTimeOffset now)
    {
        if (details.Cron != Cron || details.TimeZone != TimeZone) OwedSince = now;
        Describe(details);
        Raise(new ScheduleWasChanged());
    }

    public void Pause()
    {
        if (!IsActive) throw ReportingRules.AlreadyPaused.Broken();
        IsActive = false;
        Raise(new ScheduleWasPaused());
    }

    /// <summary>What was missed while it was paused is not owed.</summary>
    public void Resume(DateTimeOffset now)
    {
        if (IsActive) throw ReportingRules.NotPaused.Broken();
        (IsActive, OwedSince) = (true, now);
        Raise(new ScheduleWasResumed());
    }

    public void Delete(DateTimeOffset now)
    {
        (IsActive, DeletedAt) = (false, now);
        Raise(new ScheduleWasDeleted());
    }

    private void Describe(ScheduleDetails details)
    {
        (Name, Period, By, Net, Top, Currency) = (details.Name, details.Period, details.By, details.Net, details.Top, details.Currency);
        (Cron, TimeZone, MissedRuns) = (details.Cron, details.TimeZone, details.MissedRuns);
    }
}

internal sealed record ScheduleWasMade : DomainEvent;

internal sealed record ScheduleWasChanged : DomainEvent;

internal sealed record ScheduleWasPaused : DomainEvent;

internal sealed record ScheduleWasResumed : DomainEvent;

internal sealed record ScheduleWasDeleted : DomainEvent;
