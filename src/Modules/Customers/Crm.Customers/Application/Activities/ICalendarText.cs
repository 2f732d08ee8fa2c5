using System.Globalization;
using System.Text;
using Crm.BuildingBlocks;
using Crm.Customers.Domain.Activities;

namespace Crm.Customers.Application.Activities;

/// <summary>
/// Activities as RFC 5545 wants them. Times are instants in UTC: nothing recurs, so that every program shows them in its reader's zone, rightly
/// on both sides of a change of the clock, without a definition of zones.
/// </summary>
internal static class ICalendarText
{
    public const string ContentType = "text/calendar; charset=utf-8";

    private const int LongestLine = 75;

    private static readonly Phrase Busy = new("Busy", "忙碌");
    private static readonly Phrase Name = new("Activities", "活动");

    /// <summary>One calendar with these events.</summary>
    /// <param name="activities">In the order in which they are to stand there.</param>
    /// <param name="detail">Whether words are told, or busy times only.</param>
    /// <param name="language">Of whoever reads it.</param>
    /// <param name="withDescription">The long text, for who reads the activity itself.</param>
    public static string Write(IEnumerable<Activity> activities, FeedDetail detail, Language language, bool withDescription)
    {
        var text = new StringBuilder();
        Line(text, "BEGIN:VCALENDAR");
        Line(text, "VERSION:2.0");
        Line(text, "PRODID:-//Crm//Activities//EN");
        Line(text, "CALSCALE:GREGORIAN");
        Line(text, "METHOD:PUBLISH");
        Line(text, $"NAME:{Name.In(language)}");
        Line(text, $"X-WR-CALNAME:{Name.In(language)}");
        Line(text, "REFRESH-INTERVAL;VALUE=DURATION:PT30M");
        foreach (var activity in activities) Event(text, activity, detail, language, withDescription);
        Line(text, "END:VCALENDAR");
        return text.ToString();
    }

    private static void Event(StringBuilder text, Activity activity, FeedDetail detail, Language language, bool withDescription)
    {
        var isCalledOff = activity.Status is ActivityStatus.Cancelled or ActivityStatus.NotHeld;
        var (start, end) = (Instant(activity.StartsAt), Instant(activity.EndsAt));
        Line(text, "BEGIN:VEVENT");
        Line(text, $"UID:{activity.Key:D}@crm");
        Line(text, $"DTSTAMP:{Instant(activity.ChangedAt)}");
        Line(text, $"LAST-MODIFIED:{Instant(activity.ChangedAt)}");
        Line(text, $"SEQUENCE:{activity.Sequence.ToString(CultureInfo.InvariantCulture)}");
        Line(text, $"DTSTART:{start}");
        // An event may not end when it begins: one without an end takes no time.
        if (end != start) Line(text, $"DTEND:{end}");
        Line(text, $"STATUS:{(isCalledOff ? "CANCELLED" : "CONFIRMED")}");
        Line(text, $"TRANSP:{(activity.IsBusy && !isCalledOff ? "OPAQUE" : "TRANSPARENT")}");
        if (detail == FeedDetail.BusyOnly)
        {
            Line(text, "CLASS:PRIVATE");
            Line(text, $"SUMMARY:{Busy.In(language)}");
        }
        else
        {
            Line(text, $"CATEGORIES:{Escaped(Labels.Of(activity.Kind).In(language))}");
            Line(text, $"SUMMARY:{Escaped(activity.Subject)}");
            if (activity.Place is { Length: > 0 } place) Line(text, $"LOCATION:{Escaped(place)}");
            if (withDescription && activity.Description is { Length: > 0 } description) Line(text, $"DESCRIPTION:{Escaped(description)}");
            if (activity is { IsOpen: true, RemindMinutesBefore: { } minutes }) Alarm(text, activity, minutes);
        }

        Line(text, "END:VEVENT");
    }

    private static void Alarm(StringBuilder text, Activity activity, int minutes)
    {
        Line(text, "BEGIN:VALARM");
        Line(text, "ACTION:DISPLAY");
        Line(text, $"DESCRIPTION:{Escaped(activity.Subject)}");
        Line(text, string.Create(CultureInfo.InvariantCulture, $"TRIGGER:-PT{minutes}M"));
        Line(text, "END:VALARM");
    }

    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    /// <summary>Backslash, semicolon, comma and line ends are written as the format wants; other control characters have no place in it.</summary>
    private static string Escaped(string value)
    {
        var text = new StringBuilder(value.Length + 8);
        foreach (var c in value.ReplaceLineEndings("\n"))
        {
            if (c == '\n') text.Append("\\n");
            else if (c is '\\' or ';' or ',') text.Append('\\').Append(c);
            else if (c == '\t' || !char.IsControl(c)) text.Append(c);
        }

        return text.ToString();
    }

    /// <summary>Folded so that no line is longer than 75 octets, and no character is torn apart.</summary>
    private static void Line(StringBuilder text, string line)
    {
        var used = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (used + rune.Utf8SequenceLength > LongestLine)
            {
                text.Append("\r\n ");
                used = 1;
            }

            text.Append(rune.ToString());
            used += rune.Utf8SequenceLength;
        }

        text.Append("\r\n");
    }
}
