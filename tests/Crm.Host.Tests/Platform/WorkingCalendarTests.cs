using System.Net;
using Crm.Host.Tests.App;
using Crm.Host.Tests.EndToEnd;
using Shouldly;
using Xunit;

namespace Crm.Host.Tests.Platform;

/// <summary>When people work, as administrators say it.</summary>
[Collection(OneHost.Name)]
public sealed class WorkingCalendarTests(SharedApp shared)
{
    private const string Calendars = "/admin/v1/working-calendars";

    [Fact]
    public async Task A_working_calendar_is_made_changed_and_one_of_them_counts_where_nobody_chose()
    {
        var admin = shared.App.Administrator();
        var (north, south) = ($"north-{Guid.CreateVersion7():N}", $"south-{Guid.CreateVersion7():N}");
        var first = await admin.Post(Calendars, Calendar(north, "Europe/Berlin", isDefault: true, ("monday", "09:00", "12:00"), ("monday", "13:00", "17:30")));
        var second = await admin.Post(Calendars, Calendar(south, "Asia/Shanghai", isDefault: true, ("sunday", "20:00", "00:00")));

        var path = first.Headers.Location!.ToString();
        var read = await admin.GetAsync(path);
        var calendar = await read.Json();
        (calendar.Text("code"), calendar.GetProperty("isDefault").GetBoolean(), calendar.GetProperty("hours").GetArrayLength()).ShouldBe((north, false, 2));
        calendar.GetProperty("holidays")[0].GetString().ShouldBe("2026-12-25");
        (await second.Json(HttpStatusCode.Created)).GetProperty("version").GetInt32().ShouldBe(1);
        await (await admin.Post(Calendars, Calendar(north.ToUpperInvariant(), "UTC", isDefault: false, ("monday", "09:00", "12:00")))).Problem(409, "urn:crm:rule:platform.calendar-code-taken");
        await (await admin.Put(path, Calendar(north, "Europe/Berlin", isDefault: true, ("friday", "09:00", "12:00")), read.Tag())).Json();
        var defaults = (await (await admin.GetAsync($"{Calendars}?filter[isDefault]=true")).Json()).GetProperty("items").EnumerateArray();
        defaults.Select(c => c.Text("code")).ShouldBe([north]);

        await (await admin.Delete(path, (await admin.GetAsync(path)).Tag())).Problem(409, "urn:crm:rule:platform.calendar-is-default");
        var other = second.Headers.Location!.ToString();
        (await admin.Delete(other, (await admin.GetAsync(other)).Tag())).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await (await admin.GetAsync(other)).Problem(404, "urn:crm:not-found");
        var history = (await (await admin.GetAsync($"{path}/history")).Json()).GetProperty("items").EnumerateArray();
        history.Select(c => c.Text("action")).ShouldBe(["ChangeWorkingCalendar", "AddWorkingCalendar", "AddWorkingCalendar"], "It stood back when the other one was made.");
    }

    [Fact]
    public async Task A_zone_is_named_as_everybody_knows_it() => (await (await shared.App.Administrator().Post(
        Calendars, Calendar("windows", "W. Europe Standard Time", isDefault: false, ("monday", "09:00", "12:00")))).Problem(400, "urn:crm:validation"))
        .GetProperty("errors").EnumerateObject().Select(e => e.Name).ShouldBe(["/timeZone"]);

    [Fact]
    public async Task Hours_that_cannot_be_are_refused()
    {
        var admin = shared.App.Administrator();

        var problem = await (await admin.Post(
            Calendars, Calendar("x", "Mars/Olympus", isDefault: false, ("monday", "09:00", "12:00"), ("monday", "11:00", "13:00"), ("tuesday", "12:00", "09:00"), ("tuesday", "09:00", "09:00")))).Problem(400, "urn:crm:validation");

        problem.GetProperty("errors").EnumerateObject().Select(e => e.Name).ShouldBe(["/hours/0", "/hours/1", "/hours/2", "/hours/3", "/timeZone"], ignoreOrder: true);
    }

    private static object Calendar(string code, string zone, bool isDefault, params (string Day, string From, string To)[] hours) => new
    {
        code,
        name = "Office",
        timeZone = zone,
        isDefault,
        hours = hours.Select(h => new { day = h.Day, from = h.From, to = h.To }),
        holidays = new[] { "2026-12-25" },
    };
}
