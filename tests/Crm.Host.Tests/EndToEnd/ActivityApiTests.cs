using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Crm.Host.Tests.App;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Crm.Host.Tests.EndToEnd;

/// <summary>What a sales person does in a day, over the API.</summary>
[Collection(OneHost.Name)]
public sealed class ActivityApiTests(SharedApp shared)
{
    private const string Api = "/api/v1/customers";
    private const string Activities = $"{Api}/activities";

    [Fact]
    public async Task A_person_plans_a_day_reads_it_on_a_phone_and_takes_the_address_back()
    {
        var (anna, id) = await Person("zh");
        var customer = (await (await anna.Post($"{Api}/customers", new { name = "Tea house" })).Json(HttpStatusCode.Created)).Id();
        var first = await Plan(anna, customer, "Morning call", At(5, "08:00"), At(5, "08:30"));
        var second = await Plan(anna, customer, "Another call", At(5, "08:15"), At(5, "08:45"));

        second.GetProperty("overlaps")[0].GetProperty("activityId").GetGuid().ShouldBe(first.Id());
        var day = await Items(anna, $"{Api}/people/{id}/calendar?from={At(5, "00:00")}&to={At(6, "00:00")}");
        day.Select(a => a.Text("subject")).ShouldBe(["Morning call", "Another call"]);
        (await Items(anna, $"{Api}/customers/{customer}/calendar?from={At(6, "00:00")}")).ShouldBeEmpty();
        await (await anna.GetAsync($"{Api}/people/{id}/calendar?from=yesterday")).Problem(400, "urn:crm:validation");

        var file = await (await anna.GetAsync($"{Api}/people/{id}/icalendar?from={At(5, "00:00")}&to={At(6, "00:00")}")).Content.ReadAsStringAsync();
        file.ShouldContain("SUMMARY:Morning call\r\n");
        file.ShouldContain("CATEGORIES:电话\r\n");
        (await (await anna.GetAsync($"{Api}/customers/{customer}/icalendar?from={At(6, "00:00")}")).Content.ReadAsStringAsync()).ShouldNotContain("VEVENT");

        var opened = await anna.Post($"{Api}/calendar-feeds", new { label = "phone" }, key: $"feed-{id}");
        var address = (await opened.Json(HttpStatusCode.Created)).Text("address")!;
        var replayed = await (await anna.Post($"{Api}/calendar-feeds", new { label = "phone" }, key: $"feed-{id}")).Json(HttpStatusCode.Created);
        replayed.GetProperty("address").ValueKind.ShouldBe(JsonValueKind.Null, "The key is kept nowhere.");
        var phone = shared.App.Stranger();
        var read = await phone.GetAsync(address);
        read.StatusCode.ShouldBe(HttpStatusCode.OK);
        read.Content.Headers.ContentType!.MediaType.ShouldBe("text/calendar");
        (await read.Content.ReadAsStringAsync()).ShouldContain($"DTSTART:{At(5, "08:00").Replace("-", "", StringComparison.Ordinal).Replace(":", "", StringComparison.Ordinal)}\r\n");
        await (await phone.GetAsync(address[..^1] + (address[^1] == '0' ? '1' : '0'))).Problem(404, "urn:crm:not-found");
        await (await phone.GetAsync($"{Api}/calendar-feeds")).Problem(401, "urn:crm:unauthenticated");

        await (await shared.App.Administrator().Post($"{Api}/calendar-feeds", new { label = "nobody's" })).Problem(409, "urn:crm:rule:customers.feed-without-person");
        for (var i = 1; i < 10; i++) await (await anna.Post($"{Api}/calendar-feeds", new { label = $"phone {i}" })).Json(HttpStatusCode.Created);
        await (await anna.Post($"{Api}/calendar-feeds", new { label = "one more" })).Problem(409, "urn:crm:rule:customers.too-many-feeds");

        await (await anna.Post($"{Api}/calendar-feeds/{replayed.Id()}/revoke", new { })).Json();
        await (await phone.GetAsync(address)).Problem(404, "urn:crm:not-found");
        (await Items(anna, $"{Api}/calendar-feeds")).Single(f => f.Id() == replayed.Id()).GetProperty("revokedAt").ValueKind.ShouldBe(JsonValueKind.String);
    }

    [Fact]
    public async Task Bad_input_is_refused_with_what_is_wrong_and_nothing_half_done()
    {
        var (anna, id) = await Person("en");
        var customer = (await (await anna.Post($"{Api}/customers", new { name = "Tea bar" })).Json(HttpStatusCode.Created)).Id();
        var problem = await (await anna.Post(Activities, new
        {
            customerId = customer,
            kind = "call",
            subject = "",
            startsAt = At(5, "08:00"),
            endsAt = At(5, "07:00"),
            timeZone = "Mars/Olympus",
            participants = new[] { new { } },
        })).Problem(400, "urn:crm:validation");
        problem.GetProperty("errors").EnumerateObject().Select(e => e.Name).ShouldBe(["/endsAt", "/participants/0", "/subject", "/timeZone"], ignoreOrder: true);

        var call = await Plan(anna, customer, "Call", At(5, "08:00"), At(5, "08:30"));
        var next = new { kind = "call", subject = "Next", startsAt = At(6, "08:00"), endsAt = At(6, "08:30"), ownerId = Guid.CreateVersion7() };
        await (await anna.Post($"{Activities}/{call.Id()}/complete", new { outcome = "fine", next })).Problem(409, "urn:crm:rule:customers.person-unknown");
        (await (await anna.GetAsync($"{Activities}/{call.Id()}")).Json()).Text("status").ShouldBe("planned");
        (await Items(anna, $"{Api}/people/{id}/calendar")).Count.ShouldBe(1);
        await (await anna.Post($"{Activities}/{call.Id()}/check-in", new { latitude = 1, longitude = 1 })).Problem(409, "urn:crm:rule:customers.activity-not-a-visit");
        await (await anna.Post($"{Activities}/{Guid.CreateVersion7()}/start", new { })).Problem(404, "urn:crm:not-found");
    }

    // A feed tells of the time around the present.
    private string At(int day, string time) =>
        $"{shared.App.Services.GetRequiredService<TimeProvider>().GetUtcNow().AddDays(30 + day):yyyy-MM-dd}T{time}:00Z";

    private async Task<(HttpClient Client, Guid Id)> Person(string language)
    {
        var owner = shared.App.Administrator();
        var login = $"rep-{Guid.CreateVersion7():N}";
        var unit = (await (await owner.Post("/admin/v1/units", new { code = login, name = "Team" })).Json(HttpStatusCode.Created)).Id();
        var user = (await (await owner.Post("/admin/v1/users", new
        {
            login,
            name = "Anna",
            email = $"{login}@example.com",
            language = language == "zh" ? "chinese" : "english",
            unitId = unit,
            roles = new[] { "sales-representative" },
        })).Json(HttpStatusCode.Created)).Id();
        var client = (await (await owner.Post("/admin/v1/clients", new { name = login, actsForId = user, unitId = unit, roles = new[] { "sales-representative" } })).Json(HttpStatusCode.Created)).Id();
        var key = await (await owner.Post($"/admin/v1/clients/{client}/keys", new { })).Json();
        var person = shared.App.Stranger();
        person.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key.Text("key"));
        return (person, user);
    }

    private static async Task<JsonElement> Plan(HttpClient client, Guid customer, string subject, string from, string to) =>
        await (await client.Post(Activities, new { customerId = customer, kind = "call", subject, startsAt = from, endsAt = to })).Json(HttpStatusCode.Created);

    private static async Task<List<JsonElement>> Items(HttpClient client, string path) => [.. (await (await client.GetAsync(path)).Json()).GetProperty("items").EnumerateArray()];
}
