using System.Diagnostics.CodeAnalysis;
using Quartz;

namespace Crm.Reporting.Application.Schedules;

/// <summary>
/// The moments a cron expression means on the clock of a zone. Where that clock is put forward, a time that is left out is moved forward
/// by as much; where it is put back, a time that comes twice counts once, at its first.
/// </summary>
internal sealed class Slots
{
    public static readonly TimeSpan SmallestGap = TimeSpan.FromMinutes(10);

    private const int SlotsLookedAt = 50;

    /// <summary>No clock is moved by more at once.</summary>
    private static readonly TimeSpan LargestShift = TimeSpan.FromHours(3);

    private static readonly TimeSpan[] Windows =
        [TimeSpan.FromHours(1), TimeSpan.FromDays(1), TimeSpan.FromDays(8), TimeSpan.FromDays(32), TimeSpan.FromDays(367), TimeSpan.FromDays(5 * 367)];

    private readonly CronExpression _cron;
    private readonly TimeZoneInfo _zone;

    // The expression is read on a clock without changes, and the zone is applied here, where its rules are ours.
    private Slots(CronExpression cron, TimeZoneInfo zone) => (_cron, _zone) = (new CronExpression(cron.CronExpressionString, TimeZoneInfo.Utc), zone);

    public static bool TryRead(string cron, string timeZone, [NotNullWhen(true)] out Slots? slots)
    {
        slots = CronExpression.TryParse(cron, out var expression) && expression is not null && TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out var zone)
            ? new Slots(expression, zone)
            : null;
        return slots is not null;
    }

    public static Slots Of(string cron, string timeZone) =>
        TryRead(cron, timeZone, out var slots) ? slots : throw new InvalidOperationException($"'{cron}' in '{timeZone}' means no time.");

    /// <summary>The first slot after a moment; null when there is none any more.</summary>
    public DateTimeOffset? After(DateTimeOffset moment)
    {
        DateTimeOffset? first = null;
        DateTime? found = null;
        for (var clock = Next(OnClock(moment) - LargestShift); clock is { } local; clock = Next(local))
        {
            if (local - found > LargestShift) break;
            var slot = MomentOf(local);
            if (slot <= moment) continue;
            found ??= local;
            if (first is null || slot < first) first = slot;
        }

        return first;
    }

    /// <summary>The last slot after one moment up to another, both of them in the past five years of each other.</summary>
    public DateTimeOffset? LastBetween(DateTimeOffset after, DateTimeOffset until)
    {
        foreach (var window in Windows)
        {
            var start = until - window > after ? until - window : after;
            if (LastFrom(start, until) is { } last) return last;
            if (start == after) return null;
        }

        return null;
    }

    /// <summary>Whether two slots from here on come closer to each other than mails should.</summary>
    public bool AreTooClose(DateTimeOffset from)
    {
        var before = After(from);
        for (var i = 0; i < SlotsLookedAt && before is { } earlier; i++)
        {
            var next = After(earlier);
            if (next - earlier < SmallestGap) return true;
            before = next;
        }

        return false;
    }

    private DateTimeOffset? LastFrom(DateTimeOffset start, DateTimeOffset until)
    {
        DateTimeOffset? last = null;
        for (var slot = After(start); slot <= until; slot = After(slot.Value)) last = slot;
        return last;
    }

    private DateTime? Next(DateTime local) => _cron.GetNextValidTimeAfter(new DateTimeOffset(local, TimeSpan.Zero))?.DateTime;

    private DateTime OnClock(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, _zone).DateTime;

    private DateTimeOffset MomentOf(DateTime local)
    {
        // Before the change the clock had the offset that a left-out time is meant in.
        var offset = _zone.IsInvalidTime(local) ? _zone.GetUtcOffset(local - LargestShift)
            : _zone.IsAmbiguousTime(local) ? _zone.GetAmbiguousTimeOffsets(local).Max()
            : _zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }
}
