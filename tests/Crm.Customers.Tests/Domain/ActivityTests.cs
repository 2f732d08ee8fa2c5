using System.Text;
using Crm.BuildingBlocks;
using Crm.Customers.Application.Activities;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Activities;
using Crm.Customers.Domain.Contacting;
using Shouldly;
using Xunit;

namespace Crm.Customers.Tests.Domain;

public sealed class ActivityTests
{
    private static readonly Guid Anna = Guid.CreateVersion7();

    private static readonly DateTimeOffset Nine = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(52.5200, 13.4050, 48.8566, 2.3522, 877_463)] // Berlin, Paris
    [InlineData(-33.8688, 151.2093, -34.6037, -58.3816, 11_801_000)] // Sydney, Buenos Aires, over the date line
    [InlineData(0, 179.9995, 0, -179.9995, 111)]
    [InlineData(90, 0, 90, 120, 0)]
    [InlineData(0, 0, 0, 180, 20_015_115)]
    public void The_way_is_measured_along_the_great_circle(double north, double east, double toNorth, double toEast, int metres)
    {
        var (from, to) = (new GeoPosition(north, east), new GeoPosition(toNorth, toEast));

        from.MetresTo(to).ShouldBeInRange((int)(metres * 0.999), (int)(metres * 1.001) + 1);
        to.MetresTo(from).ShouldBe(from.MetresTo(to));
        from.MetresTo(from).ShouldBe(0);
    }

    [Fact]
    public void A_visitor_checks_in_then_out_then_completes_and_nothing_twice_or_out_of_order()
    {
        var visit = Planned(ActivityKind.Visit);
        var shop = new Address(AddressKind.Main, "Teestr. 5", "Hamburg", null, null, "DE", 53.5511, 9.9937, isPrimary: true);
        var nearby = new GeoPosition(53.5520, 9.9937);

        Refused(() => visit.LeaveFrom(nearby, shop, Anna, Nine), "customers.visit-not-checked-in");
        visit.ArriveAt(nearby, shop, Anna, Nine);
        (visit.Status, visit.CheckIn!.Metres, visit.CheckIn.Basis).ShouldBe((ActivityStatus.InProgress, 100, DistanceBasis.MainAddress));
        Refused(() => visit.ArriveAt(nearby, shop, Anna, Nine), "customers.visit-checked-in");
        Refused(() => visit.Complete(null, null, null, Nine), "customers.visit-not-checked-out");
        Refused(() => visit.Move(new Appointment(Nine, Nine, "UTC"), null, Guid.Empty, Nine), "customers.activity-not-planned");
        visit.LeaveFrom(nearby, new Address(AddressKind.Main, "Teestr. 5", null, null, null, null, null, null, isPrimary: true), Anna, Nine.AddMinutes(40));
        (visit.CheckOut!.Metres, visit.CheckOut.Basis).ShouldBe((null, DistanceBasis.AddressWithoutPosition));
        Refused(() => visit.LeaveFrom(nearby, null, Anna, Nine), "customers.visit-checked-out");
        visit.Complete("sold", null, null, Nine.AddDays(1));
        (visit.Status, visit.HappenedAt, visit.RemindAt).ShouldBe((ActivityStatus.Done, Nine.AddMinutes(40), null));
        Refused(() => visit.ArriveAt(nearby, shop, Anna, Nine), "customers.visit-checked-in");
        Refused(() => visit.Complete(null, null, null, Nine), "customers.activity-ended");
        Refused(() => Planned(ActivityKind.Call).ArriveAt(nearby, shop, Anna, Nine), "customers.activity-not-a-visit");
    }

    [Theory]
    [InlineData("start", "complete,cancel")]
    [InlineData("complete", "")]
    [InlineData("not-held", "")]
    [InlineData("cancel", "")]
    [InlineData("", "start,move,complete,not-held,cancel")]
    public void What_may_be_done_next_follows_from_what_was_done(string before, string allowed)
    {
        foreach (var act in new[] { "start", "move", "complete", "not-held", "cancel" })
        {
            var meeting = Planned(ActivityKind.Meeting);
            if (before.Length > 0) Do(meeting, before);
            var version = meeting.Version;

            if (allowed.Split(',').Contains(act)) Should.NotThrow(() => Do(meeting, act), $"{before}, {act}");
            else Should.Throw<RuleBroken>(() => Do(meeting, act), $"{before}, {act}");
            meeting.Version.ShouldBe(version + (allowed.Split(',').Contains(act) ? 1 : 0));
        }
    }

    [Fact]
    public void A_calendar_file_is_folded_at_75_octets_without_tearing_characters_and_escaped()
    {
        var meeting = Planned(ActivityKind.Meeting, subject: string.Concat(Enumerable.Repeat("茶叶🍵 tea, ; \\ ", 12)) + "end");
        meeting.Move(new Appointment(Nine.AddHours(1), Nine.AddHours(2), "Asia/Shanghai"), "put off", Guid.Empty, Nine);

        var text = ICalendarText.Write([meeting], FeedDetail.Full, Language.English, withDescription: true);

        var lines = text.Split("\r\n");
        lines.ShouldAllBe(line => Encoding.UTF8.GetByteCount(line) <= 75);
        text.Replace("\r\n", "", StringComparison.Ordinal).ShouldNotContain('\n');
        var unfolded = text.Replace("\r\n ", "", StringComparison.Ordinal);
        unfolded.ShouldContain("SUMMARY:" + string.Concat(Enumerable.Repeat("茶叶🍵 tea\\, \\; \\\\ ", 12)) + "end\r\n");
        unfolded.ShouldContain("DESCRIPTION:one\\ntwo\r\n");
        foreach (var expected in new[] { $"UID:{meeting.Key:D}@crm", "SEQUENCE:1", "DTSTART:20260302T100000Z", "DTEND:20260302T110000Z", "STATUS:CONFIRMED", "TRANSP:OPAQUE", "DTSTAMP:20260302T090000Z", "METHOD:PUBLISH", "BEGIN:VALARM", "TRIGGER:-PT30M" })
            lines.ShouldContain(expected);

        meeting.Cancel("ill", Nine.AddHours(1));
        var cancelled = ICalendarText.Write([meeting], FeedDetail.BusyOnly, Language.Chinese, withDescription: false);
        cancelled.ShouldContain($"UID:{meeting.Key:D}@crm\r\n");
        cancelled.ShouldContain("SEQUENCE:2\r\n");
        cancelled.ShouldContain("STATUS:CANCELLED\r\n");
        cancelled.ShouldContain("TRANSP:TRANSPARENT\r\n");
        cancelled.ShouldContain("SUMMARY:忙碌\r\n");
        cancelled.ShouldNotContain("茶");
        ICalendarText.Write([meeting], FeedDetail.Full, Language.Chinese, withDescription: false).ShouldNotContain("VALARM", Case.Sensitive, "It does not take place.");
    }

    private static Activity Planned(ActivityKind kind, string subject = "Tea tasting") => Activity.Plan(
        CustomerId.New(), kind, new ActivityFacts(subject, "one\r\ntwo", null, null, null, null, null, 30, []), new Appointment(Nine, Nine.AddHours(1), "Europe/Berlin"),
        Guid.CreateVersion7(), null, Nine.AddDays(-1));

    private static void Do(Activity activity, string act)
    {
        switch (act)
        {
            case "start": activity.Start(Nine); break;
            case "move": activity.Move(new Appointment(Nine.AddDays(1), Nine.AddDays(1), "UTC"), null, Guid.Empty, Nine); break;
            case "complete": activity.Complete(null, null, null, Nine); break;
            case "not-held": activity.NotHeld(null, null, null, Nine); break;
            default: activity.Cancel(null, Nine); break;
        }
    }

    private static void Refused(Action act, string code) => Should.Throw<RuleBroken>(act).Rule.Code.ShouldBe(code);
}
