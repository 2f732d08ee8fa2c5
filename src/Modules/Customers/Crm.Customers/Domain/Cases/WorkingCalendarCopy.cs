namespace Crm.Customers.Domain.Cases;

/// <summary>When people work, as the platform told.</summary>
internal sealed class WorkingCalendarCopy(Guid id)
{
    public Guid Id { get; private set; } = id;

    /// <summary>Of what it says; older news are not listened to.</summary>
    public int Version { get; private set; }

    public string Code { get; private set; } = "";

    /// <summary>IANA name.</summary>
    public string TimeZone { get; private set; } = "";

    public IReadOnlyList<WorkingSpan> Hours { get; private set; } = [];

    public IReadOnlyList<DateOnly> Holidays { get; private set; } = [];

    public bool IsDefault { get; private set; }

    public void Take(int version, string code, string timeZone, IReadOnlyList<WorkingSpan> hours, IReadOnlyList<DateOnly> holidays, bool isDefault)
    {
        if (version <= Version) return;
        (Version, Code, TimeZone, Hours, Holidays, IsDefault) = (version, code, timeZone, hours, holidays, isDefault);
    }

    public WorkingTime ToWorkingTime() =>
        new(TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out var zone) ? zone : TimeZoneInfo.Utc, Hours, Holidays);
}
