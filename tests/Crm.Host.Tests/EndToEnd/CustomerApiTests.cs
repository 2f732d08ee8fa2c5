using System.Net;
using System.Text.Json;
using Crm.Host.Tests.App;
using Shouldly;
using Xunit;

namespace Crm.Host.Tests.EndToEnd;

[Collection(OneHost.Name)]
public sealed class CustomerApiTests(SharedApp shared)
{
    private const string Customers = "/api/v1/customers/customers";

    private readonly HttpClient _app = shared.App.Administrator();

    [Fact]
    public async Task A_registered_customer_can_be_read_with_its_version()
    {
        var created = await _app.Post(Customers, new { name = "Hutong Tea" });
        var reply = await created.Json(HttpStatusCode.Created);

        var read = await _app.GetAsync(created.Headers.Location);

        read.Tag().ShouldBe($"\"{reply.GetProperty("version").GetInt32()}\"");
        (await read.Json()).Text("name").ShouldBe("Hutong Tea");
    }

    [Fact]
    public async Task What_the_reader_already_has_is_not_sent_again()
    {
        var (path, tag) = await Register("Known");

        var again = await _app.Send(HttpMethod.Get, path, null, ("If-None-Match", tag));

        again.StatusCode.ShouldBe(HttpStatusCode.NotModified);
    }

    [Fact]
    public async Task Whoever_changes_must_say_which_version_was_seen()
    {
        var (path, _) = await Register("Unseen");

        await (await _app.Put(path, new { name = "Seen" })).Problem(428, "urn:crm:precondition-required");
        await (await _app.Delete(path, ifMatch: null)).Problem(428, "urn:crm:precondition-required");
    }

    [Fact]
    public async Task A_stale_change_is_refused_and_told_what_changed_since()
    {
        var (path, seen) = await Register("Before");
        await (await _app.Put(path, new { name = "After", industry = "tea" }, seen)).Json();

        var problem = await (await _app.Put(path, new { name = "Mine" }, seen)).Problem(412, "urn:crm:stale");

        var changed = problem.GetProperty("changed");
        changed.Text("name").ShouldBe("After");
        changed.Text("industry").ShouldBe("tea");
        problem.GetProperty("currentVersion").GetInt32().ShouldBeGreaterThan(int.Parse(seen.Trim('"')));
    }

    [Fact]
    public async Task A_merge_patch_changes_what_it_names_and_nothing_else()
    {
        var created = await _app.Post(Customers, new { name = "Patched", industry = "tea", channel = "shop" });
        await created.Json(HttpStatusCode.Created);
        var path = created.Headers.Location!.ToString();
        var tag = (await _app.GetAsync(path)).Tag();

        await (await _app.Patch(path, new { industry = (string?)null, channel = "web" }, tag)).Json();

        var customer = await (await _app.GetAsync(path)).Json();
        customer.Text("name").ShouldBe("Patched");
        customer.Text("channel").ShouldBe("web");
        customer.GetProperty("industry").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task A_deleted_customer_is_gone_until_an_administrator_restores_it()
    {
        var (path, tag) = await Register("Gone");

        (await _app.Delete(path, tag)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await (await _app.GetAsync(path)).Problem(404, "urn:crm:not-found");
        await (await _app.Post($"/admin/v1/customers/customers/{path.Split('/')[^1]}/restore", new { })).Json();
        await (await _app.GetAsync(path)).Json();
    }

    [Fact]
    public async Task The_same_key_gives_the_same_reply_and_one_customer()
    {
        var first = await (await _app.Post(Customers, new { name = "Once only" }, "once")).Json(HttpStatusCode.Created);

        var again = await _app.Post(Customers, new { name = "Once only" }, "once");

        again.Headers.GetValues("Idempotency-Replayed").ShouldBe(["true"]);
        (await again.Json(HttpStatusCode.Created)).GetRawText().ShouldBe(first.GetRawText());
        (await Count("filter[name]=Once only")).ShouldBe(1);
    }

    [Fact]
    public async Task Twins_with_one_key_get_one_reply_though_they_run_at_the_same_time()
    {
        var replies = await Task.WhenAll(Enumerable.Range(0, 6).Select(async _ =>
            (await (await _app.Post(Customers, new { name = "Twins" }, "twins")).Json(HttpStatusCode.Created)).GetRawText()));

        replies.Distinct().ShouldHaveSingleItem();
        (await Count("filter[name]=Twins")).ShouldBe(1);
    }

    [Fact]
    public async Task A_key_cannot_be_used_for_another_request()
    {
        await (await _app.Post(Customers, new { name = "First body" }, "reused")).Json(HttpStatusCode.Created);

        await (await _app.Post(Customers, new { name = "Other body" }, "reused")).Problem(422, "urn:crm:idempotency-key-reused");
    }

    [Fact]
    public async Task A_batch_that_aborts_leaves_nothing_and_names_the_item()
    {
        object[] items = [new { name = "Abort 1" }, new { name = "" }];

        var problem = await (await _app.Post($"{Customers}/batch?onError=abort", new { items })).Problem(400, "urn:crm:validation");

        problem.GetProperty("errors").EnumerateObject().ShouldHaveSingleItem().Name.ShouldBe("/items/1/name");
        (await Count("filter[name]=Abort 1")).ShouldBe(0);
    }

    [Fact]
    public async Task A_batch_that_skips_does_the_others()
    {
        object[] items = [new { name = "Skip 1" }, new { name = "" }, new { name = "Skip 3" }];

        var result = await (await _app.Post($"{Customers}/batch?onError=skip", new { items })).Json();

        result.GetProperty("succeeded").GetInt32().ShouldBe(2);
        result.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("status").GetInt32()).ShouldBe([200, 400, 200]);
        (await Count("filter[name][startsWith]=Skip")).ShouldBe(2);
    }

    [Fact]
    public async Task A_customer_of_another_system_is_made_once_and_then_changed()
    {
        var path = $"{Customers}/by-ref/erp/4711";

        var first = await (await _app.Put(path, new { name = "From ERP" })).Json(HttpStatusCode.Created);
        var second = await (await _app.Put(path, new { name = "From ERP, again" })).Json();

        second.Text("id").ShouldBe(first.Text("id"));
        (await (await _app.GetAsync($"{Customers}/{first.Text("id")}")).Json()).Text("name").ShouldBe("From ERP, again");
    }

    [Fact]
    public async Task Twins_from_another_system_become_one_customer()
    {
        var replies = await Task.WhenAll(Enumerable.Range(0, 40).Select(async i => await _app.Put(
            $"{Customers}/by-ref/twin/{i % 4}", new { name = $"Twin {i}", tags = new[] { $"t{i}" }, contactPoints = new[] { new { kind = "phone", value = $"{1000 + i}" } } })));

        var problems = await Task.WhenAll(replies.Where(r => !r.IsSuccessStatusCode).Select(r => r.Content.ReadAsStringAsync()));
        problems.ShouldBeEmpty(string.Join('\n', shared.App.ErrorLog.Errors));
        (await Count("filter[name][startsWith]=Twin ")).ShouldBe(4);
    }

    [Fact]
    public async Task A_list_is_paged_to_its_end_without_gaps()
    {
        foreach (var number in Enumerable.Range(1, 5)) await Register($"Paged {number}");
        var names = new List<string?>();
        string? cursor = null;
        do
        {
            var page = await (await _app.GetAsync($"{Customers}?filter[name][startsWith]=Paged&sort=-name&limit=2&fields=name{(cursor is null ? "" : $"&cursor={cursor}")}")).Json();
            names.AddRange(page.GetProperty("items").EnumerateArray().Select(c => c.Text("name")));
            cursor = page.TryGetProperty("nextCursor", out var next) ? next.GetString() : null;
        }
        while (cursor is not null);

        names.ShouldBe(["Paged 5", "Paged 4", "Paged 3", "Paged 2", "Paged 1"]);
    }

    [Fact]
    public async Task An_unknown_filter_is_refused_with_the_known_ones()
    {
        var problem = await (await _app.GetAsync($"{Customers}?filter[nose]=red")).Problem(400, "urn:crm:validation");

        problem.GetProperty("errors").GetRawText().ShouldContain("registeredAt");
    }

    [Fact]
    public async Task An_unknown_property_is_refused_with_the_known_ones()
    {
        var problem = await (await _app.Post(Customers, new { name = "X", nose = "red" })).Problem(400, "urn:crm:validation");

        problem.GetProperty("errors").GetProperty("/nose")[0].GetString()!.ShouldContain("industry");
    }

    [Fact]
    public async Task Problems_are_told_in_the_language_that_was_asked_for()
    {
        var chinese = shared.App.Administrator("zh-CN");

        var problem = await (await chinese.GetAsync($"{Customers}/{Guid.CreateVersion7()}")).Problem(404, "urn:crm:not-found");

        problem.Text("title").ShouldBe("未找到。");
    }

    private async Task<(string Path, string Tag)> Register(string name)
    {
        var created = await _app.Post(Customers, new { name });
        await created.Json(HttpStatusCode.Created);
        var path = created.Headers.Location!.ToString();
        return (path, (await _app.GetAsync(path)).Tag());
    }

    private async Task<int> Count(string filter) =>
        (await (await _app.GetAsync($"{Customers}?{filter}&total=exact&limit=1")).Json()).GetProperty("total").GetInt32();
}
