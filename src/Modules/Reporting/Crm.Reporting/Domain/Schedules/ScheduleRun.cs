namespace Crm.Reporting.Domain.Schedules;

/// <summary>That a slot of a schedule was dealt with. There is one per slot, so that no slot is dealt with twice.</summary>
internal sealed class ScheduleRun
{
    public required ScheduleId ScheduleId { get; init; }

    /// <summary>The moment it was due; of a manual run the moment it was asked for.</summary>
    public required DateTimeOffset Slot { get; init; }

    public required RunKind Kind { get; init; }

    public required DateTimeOffset PlannedAt { get; init; }

    /// <summary>Missed, and the schedule skips what it missed: nothing is sent.</summary>
    public required bool IsSkipped { get; init; }
}
