using System.Net;
using System.Net.Http.Json;
using Crm.Host.Tests.App;
using Shouldly;
using Xunit;

namespace Crm.Host.Tests.EndToEnd;

/// <summary>Two customers of two people, or of two units, become one: who sees what hangs on them.</summary>
[Collection(OneHost.Name)]
public sealed class MergedScopeTests(SharedApp shared)
{
    private const string Api = "/api/v1/customers";

    private static readonly string[] Parts =
    [
        "activities", "calendar?from=2026-01-01T00:00:00Z&to=2026-12-31T00:00:00Z", "cases", "opportunities", "processes", "transactions", "balance", "evaluations", "grade", "satisfaction",
        "credit-terms", "consents", "merges", "pool-entries",
    ];

    private readonly HttpClient _app = shared.App.Administrator();

    [Theory]
    [InlineData("sales-representative")]
    [InlineData("sales-manager")]
    public async Task What_hangs_on_a_merged_customer_is_seen_and_gone_on_with_by_whoever_has_the_survivor_and_by_nobody_else(string role)
    {
        var (mine, theirs) = (await Side(role), await Side(role));
        var (survivor, merged) = (await Register(mine), await Register(theirs));
        var hanging = await HangOn(merged);
        var own = await HangOn(survivor);
        foreach (var path in hanging.Values) await Refused(mine.Client, path);

        await Merge(survivor, merged);

        foreach (var path in hanging.Values.Concat(own.Values)) await Seen(mine.Client, path);
        foreach (var id in new[] { survivor, merged })
        {
            (await Seen(mine.Client, $"{Annas.Customers}/{id}")).Id().ShouldBe(survivor);
            foreach (var part in Parts) await Seen(mine.Client, $"{Annas.Customers}/{id}/{part}");
            await Refused(theirs.Client, $"{Annas.Customers}/{id}");
            foreach (var part in Parts) await Refused(theirs.Client, $"{Annas.Customers}/{id}/{part}");
            await (await theirs.Client.Post($"{Api}/cases", new { customerId = id, kind = "request", channel = "web", subject = "Mine" })).Problem(404, "urn:crm:not-found");
            foreach (var part in new[] { "activities", "cases", "processes", "merges" })
                (await Seen(mine.Client, $"{Annas.Customers}/{id}/{part}")).GetProperty("items").GetArrayLength().ShouldBe(part == "merges" ? 1 : 2, part);
        }

        foreach (var path in hanging.Values.Concat(own.Values)) await Refused(theirs.Client, path);
        foreach (var list in new[] { "reviews", "survey-answers" })
        {
            var answered = (await Seen(mine.Client, $"{Api}/{list}?limit=200")).GetProperty("items").EnumerateArray().Select(r => r.GetProperty("customerId").GetGuid());
            answered.ShouldBe([survivor, merged], ignoreOrder: true);
            (await Seen(theirs.Client, $"{Api}/{list}")).GetProperty("items").GetArrayLength().ShouldBe(0);
        }

        await (await mine.Client.Post($"{hanging["process"]}/cancel", new { reason = "once is enough" })).Json();
        shared.App.ErrorLog.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_process_of_a_merged_customer_asks_the_survivor_for_what_it_needs()
    {
        var code = $"asks-{Guid.CreateVersion7():N}";
        var graph = new
        {
            nodes = new[] { Node("start", "start"), Node("work", "task"), Node("end", "end") },
            transitions = new object[]
            {
                new { key = "begin", from = "start", to = "work", names = Names("Begin") },
                new { key = "finish", from = "work", to = "end", names = Names("Finish"), requiredFields = new[] { "customer.industry" } },
            },
            fields = Array.Empty<object>(),
        };
        var draft = (await (await _app.Post("/admin/v1/customers/process-definitions", new { code, names = Names("Asks"), graph })).Json(HttpStatusCode.Created)).Id();
        await (await _app.Post($"/admin/v1/customers/process-definitions/{draft}/publish", new { })).Json();
        var (survivor, merged) = (await Register(), await Register());
        var process = (await (await _app.Post($"{Api}/processes", new { customerId = merged, process = code })).Json(HttpStatusCode.Created)).Id();
        await Merge(survivor, merged);
        var read = await _app.GetAsync($"{Annas.Customers}/{survivor}");

        (await (await _app.Patch($"{Annas.Customers}/{survivor}", new { industry = "tea" }, read.Tag())).Json()).Id().ShouldBe(survivor);

        await (await _app.Post($"{Api}/processes/{process}/advance", new { transition = "finish" })).Json();
        (await (await _app.GetAsync($"{Api}/processes/{process}")).Json()).Text("state").ShouldBe("ended");
    }

    [Theory]
    [InlineData("customers.activities", "activities", "activity")]
    [InlineData("customers.opportunities", "opportunities", "opportunity")]
    [InlineData("customers.processes", "processes", "process")]
    [InlineData("customers.cases", "cases", "case")]
    public async Task Whoever_may_do_something_with_all_customers_reads_and_chooses_none_that_may_not_be_read(string permission, string list, string kind)
    {
        var role = $"half-{Guid.CreateVersion7():N}";
        object[] grants =
        [
            new { permission = $"{permission}.read", scope = "all" }, new { permission = $"{permission}.write", scope = "all" }, new { permission = "customers.customers.read", scope = "own" },
        ];
        await (await _app.Post("/admin/v1/roles", new { name = role, grants })).Json(HttpStatusCode.Created);
        var somebody = await shared.App.Person(role);
        var (own, foreign) = (await Register((somebody.Client, somebody.Id, null)), await Register());
        foreach (var customer in new[] { own, foreign }) await (await _app.Post($"{Api}/{list}", Body(kind, customer))).Json(HttpStatusCode.Created);

        var items = (await Seen(somebody.Client, $"{Api}/{list}?filter[customerId][in]={own},{foreign}&expand=customer")).GetProperty("items").EnumerateArray().ToList();
        items.Count.ShouldBe(2);
        items.Single(i => i.GetProperty("customerId").GetGuid() == own).GetProperty("customer").Id().ShouldBe(own);
        var other = items.Single(i => i.GetProperty("customerId").GetGuid() == foreign);
        (!other.TryGetProperty("customer", out var expanded) || expanded.ValueKind == System.Text.Json.JsonValueKind.Null).ShouldBeTrue();
        await (await somebody.Client.Post($"{Api}/{list}", Body(kind, foreign))).Problem(404, "urn:crm:not-found");
    }

    private async Task<(HttpClient Client, Guid? Owner, Guid? Unit)> Side(string role)
    {
        if (role == "sales-representative")
        {
            var person = await shared.App.Person(role);
            return (person.Client, person.Id, null);
        }

        var unit = (await (await _app.Post("/admin/v1/units", new { code = $"u-{Guid.CreateVersion7():N}"[..30], name = "Unit" })).Json(HttpStatusCode.Created)).Id();
        return (await shared.App.Client(role, unit), null, unit);
    }

    private Task<Guid> Register((HttpClient Client, Guid? Owner, Guid? Unit) side) => Register(side.Owner, side.Unit);

    private async Task<Guid> Register(Guid? owner = null, Guid? unit = null) =>
        (await (await _app.Post(Annas.Customers, new { name = $"Tea {Guid.CreateVersion7():N}", ownerId = owner, unitId = unit })).Json(HttpStatusCode.Created)).Id();

    /// <summary>What is nobody's own, by the address that it is read at.</summary>
    private async Task<Dictionary<string, string>> HangOn(Guid customer)
    {
        var paths = new Dictionary<string, string>();
        foreach (var (kind, list) in new[] { ("activity", "activities"), ("case", "cases"), ("process", "processes"), ("review", "reviews") })
            paths[kind] = $"{Api}/{list}/{(await (await _app.Post($"{Api}/{list}", Body(kind, customer))).Json(HttpStatusCode.Created)).Id()}";
        await (await _app.Post($"{Api}/survey-answers", Body("answer", customer))).Json(HttpStatusCode.Created);
        return paths;
    }

    private static object Body(string kind, Guid customerId) => kind switch
    {
        "activity" => new { customerId, kind = "call", subject = "Call", startsAt = "2026-03-02T09:00:00Z", endsAt = "2026-03-02T09:30:00Z" },
        "case" => new { customerId, kind = "request", channel = "web", subject = "More tea" },
        "process" => new { customerId, process = "sale" },
        "review" => new { customerId, productId = Guid.CreateVersion7(), rating = 4, text = "As it is." },
        "opportunity" => new { customerId, title = "Tea", currency = "EUR", amount = 5m, expectedClose = "2027-01-31", lines = Array.Empty<object>() },
        _ => new { customerId, kind = "csat", value = 5, source = "spring" },
    };

    private async Task Merge(Guid survivor, Guid merged)
    {
        var version = (await (await _app.GetAsync($"{Annas.Customers}/{merged}")).Json()).GetProperty("version").GetInt32();
        var read = await _app.GetAsync($"{Annas.Customers}/{survivor}");
        var body = JsonContent.Create(new { others = new[] { new { id = merged, version } } });
        await (await _app.Send(HttpMethod.Post, $"{Annas.Customers}/{survivor}/merge", body, ("If-Match", read.Tag()))).Json();
    }

    private static async Task<System.Text.Json.JsonElement> Seen(HttpClient client, string path)
    {
        var answer = await client.GetAsync(path);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, $"{path}: {await answer.Content.ReadAsStringAsync()}");
        return await answer.Json();
    }

    private static async Task Refused(HttpClient client, string path)
    {
        var answer = await client.GetAsync(path);
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound, $"{path}: {await answer.Content.ReadAsStringAsync()}");
    }

    private static object Names(string name) => new { english = name, chinese = name };

    private static object Node(string key, string kind) => new { key, kind, names = Names(key) };
}
