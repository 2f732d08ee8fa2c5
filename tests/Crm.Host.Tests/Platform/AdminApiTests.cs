using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Crm.BuildingBlocks.Hosting.Audit;
using Crm.BuildingBlocks.Hosting.Operations;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Host.Platform.Application;
using Crm.Host.Platform.Domain;
using Crm.Host.Platform.Persistence;
using Crm.Host.Tests.App;
using Crm.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Crm.Host.Tests.Platform;

public sealed class AdminApiTests
{
    [SkippableTheory, EveryProvider]
    public async Task A_client_is_made_gets_a_key_uses_it_rotates_it_and_loses_it(DatabaseProvider provider)
    {
        await using var app = await PlatformApp.Start(provider);
        var admin = app.With(app.AdministratorKey);
        var client = await Post(admin, "/admin/v1/clients", new { name = "till", roles = new[] { "analyst" } });
        var path = $"/admin/v1/clients/{client.GetProperty("id").GetGuid()}";

        var first = await Post(admin, $"{path}/keys", new { });
        (await app.Status(Key(first))).ShouldBe(HttpStatusCode.OK);
        var second = await Post(admin, $"{path}/keys/rotate", new { overlapHours = 1 });
        (await app.Status(Key(first))).ShouldBe(HttpStatusCode.OK);
        (await app.Status(Key(second))).ShouldBe(HttpStatusCode.OK);
        await Post(admin, $"{path}/keys/{first.GetProperty("keyId").GetGuid()}/revoke", new { });

        (await app.Status(Key(first))).ShouldBe(HttpStatusCode.Unauthorized, "a change in this process is in force at once");
        (await app.Status(Key(second))).ShouldBe(HttpStatusCode.OK);
        var details = await admin.GetFromJsonAsync<JsonElement>(path);
        details.GetProperty("keys").EnumerateArray().Select(k => k.GetProperty("valid").GetBoolean()).ShouldBe([false, true]);
        details.GetRawText().ShouldNotContain("hash", Case.Insensitive);
    }

    [Fact]
    public async Task A_repeated_request_for_a_key_never_shows_the_key_again()
    {
        await using var app = await PlatformApp.Start(DatabaseProvider.Sqlite);
        var admin = app.With(app.AdministratorKey);
        var client = await Post(admin, "/admin/v1/clients", new { name = "till" });
        admin.DefaultRequestHeaders.Add("Idempotency-Key", "one-key-please");
        var path = $"/admin/v1/clients/{client.GetProperty("id").GetGuid()}/keys";

        var first = await Post(admin, path, new { });
        var again = await Post(admin, path, new { });

        again.GetProperty("keyId").GetGuid().ShouldBe(first.GetProperty("keyId").GetGuid());
        again.GetProperty("key").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [SkippableTheory, EveryProvider]
    public async Task Everything_that_is_kept_can_be_listed_and_read(DatabaseProvider provider)
    {
        await using var app = await PlatformApp.Start(provider);
        var admin = app.With(app.AdministratorKey);
        var unit = await Post(admin, "/admin/v1/units", new { code = "north", name = "North" });
        await Post(admin, "/admin/v1/units", new { code = "shop", name = "Shop", parentId = unit.GetProperty("id").GetGuid() });
        await Post(admin, "/admin/v1/users", new { login = "mei", name = "Mei", email = "mei@example.org", language = "chinese", roles = new[] { "analyst" } });
        await Post(admin, "/admin/v1/roles", new
        {
            name = "night",
            grants = new[] { new { permission = "notes.notes.read", scope = "own" } },
            masks = new[] { new { field = "notes.text", kind = "omit" } },
        });

        (await Names(admin, "/admin/v1/units", "code")).ShouldBe(["north", "shop"]);
        (await Names(admin, $"/admin/v1/units?filter[parentId]={unit.GetProperty("id").GetGuid()}", "code")).ShouldBe(["shop"]);
        (await Names(admin, "/admin/v1/users", "login")).ShouldBe(["mei"]);
        (await Names(admin, "/admin/v1/roles?filter[builtIn]=false", "name")).ShouldBe(["night"]);
        (await Names(admin, "/admin/v1/clients?q=admin", "name")).ShouldBe(["administrator"]);
        foreach (var resource in new[] { "units", "users", "roles", "clients" })
        {
            var list = await admin.GetFromJsonAsync<JsonElement>($"/admin/v1/{resource}");
            var id = list.GetProperty("items")[0].GetProperty("id").GetGuid();
            var one = await admin.GetAsync($"/admin/v1/{resource}/{id}");
            one.StatusCode.ShouldBe(HttpStatusCode.OK, resource);
            one.Headers.ETag.ShouldNotBeNull(resource);
        }
    }

    [Fact]
    public async Task A_user_has_a_login_of_their_own_and_roles_and_a_unit_that_are_known()
    {
        await using var app = await PlatformApp.Start(DatabaseProvider.Sqlite);
        var admin = app.With(app.AdministratorKey);
        await Post(admin, "/admin/v1/users", new { login = "mei", name = "Mei" });

        await (await admin.Post("/admin/v1/users", new { login = "mei", name = "Another" })).Problem(409, "urn:crm:rule:platform.login-taken");
        await (await admin.Post("/admin/v1/users", new { login = "lin", name = "Lin", roles = new[] { "king" } })).Problem(409, "urn:crm:rule:platform.role-unknown");
        await (await admin.Post("/admin/v1/users", new { login = "lin", name = "Lin", unitId = Guid.CreateVersion7() })).Problem(409, "urn:crm:rule:platform.unit-unknown");

        (await Names(admin, "/admin/v1/users", "login")).ShouldBe(["mei"]);
    }

    [Fact]
    public async Task Units_and_roles_have_names_of_their_own_and_clients_act_for_people_and_lose_keys_that_are_there()
    {
        await using var app = await PlatformApp.Start(DatabaseProvider.Sqlite);
        var admin = app.With(app.AdministratorKey);
        await Post(admin, "/admin/v1/units", new { code = "north", name = "North" });
        await Post(admin, "/admin/v1/roles", new { name = "night", grants = Array.Empty<object>() });
        var client = (await Post(admin, "/admin/v1/clients", new { name = "till" })).GetProperty("id").GetGuid();

        await (await admin.Post("/admin/v1/units", new { code = "NORTH", name = "Other" })).Problem(409, "urn:crm:rule:platform.unit-code-taken");
        await (await admin.Post("/admin/v1/roles", new { name = "night", grants = Array.Empty<object>() })).Problem(409, "urn:crm:rule:platform.role-name-taken");
        await (await admin.Post("/admin/v1/clients", new { name = "kiosk", actsForId = Guid.CreateVersion7() })).Problem(409, "urn:crm:rule:platform.user-unknown");
        await (await admin.Post($"/admin/v1/clients/{client}/keys/{Guid.CreateVersion7()}/revoke", new { })).Problem(409, "urn:crm:rule:platform.key-unknown");
    }

    [Fact]
    public async Task A_record_is_replaced_by_who_has_seen_its_present_version()
    {
        await using var app = await PlatformApp.Start(DatabaseProvider.Sqlite);
        var admin = app.With(app.AdministratorKey);
        var user = await Post(admin, "/admin/v1/users", new { login = "mei", name = "Mei" });
        var path = $"/admin/v1/users/{user.GetProperty("id").GetGuid()}";
        var body = new { name = "Mei Lin", timeZone = "Asia/Shanghai", roles = new[] { "analyst" }, active = true };

        (await Put(admin, path, body, version: null)).StatusCode.ShouldBe((HttpStatusCode)428);
        (await Put(admin, path, body, version: 1)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Put(admin, path, body, version: 1)).StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        (await admin.GetFromJsonAsync<JsonElement>(path)).GetProperty("name").GetString().ShouldBe("Mei Lin");
    }

    [Fact]
    public async Task A_setting_has_a_default_until_somebody_chooses_and_takes_only_what_it_can_be()
    {
        await using var app = await PlatformApp.Start(DatabaseProvider.Sqlite);
        var admin = app.With(app.AdministratorKey);

        (await Put(admin, "/admin/v1/settings/platform.time-zone", new { value = "Asia/Shanghai" }, version: null)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Put(admin, "/admin/v1/settings/platform.time-zone", new { value = "Nowhere/Else" }, version: null)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await Put(admin, "/admin/v1/settings/platform.colour", new { value = "red" }, version: null)).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        var settings = await admin.GetFromJsonAsync<JsonElement>("/admin/v1/settings");
        var values = settings.EnumerateArray().ToDictionary(s => s.GetProperty("name").GetString()!, s => s.GetProperty("value").GetString());
        values["platform.time-zone"].ShouldBe("Asia/Shanghai");
        values["platform.company-name"].ShouldBe("");
        // It is the zone of whoever chooses none: an app that acts for nobody, and a new user.
        (await app.Me((await app.AddClient("shop", ["administrator"])).Key)).TimeZone.ShouldBe("Asia/Shanghai");
        var mei = await app.Send<AddUser, UserReply>(new AddUser("mei", "Mei", null, null, null, null, []));
        (await app.Do(db => db.Users.SingleAsync(u => u.Id == new UserId(mei.Id)))).TimeZone.ShouldBe("Asia/Shanghai");
    }

    [SkippableTheory, EveryProvider]
    public async Task The_audit_trail_says_who_did_what_without_personal_values_and_that_nobody_meddled(DatabaseProvider provider)
    {
        await using var app = await PlatformApp.Start(provider);
        var admin = app.With(app.AdministratorKey);
        var user = await Post(admin, "/admin/v1/users", new { login = "mei", name = "Mei", email = "mei@example.org" });
        await using (var scope = app.Services.CreateAsyncScope())
            await AuditSealer.Seal(scope.ServiceProvider.GetRequiredService<PlatformDbContext>(), default);

        var ofOne = await admin.GetFromJsonAsync<JsonElement>($"/admin/v1/audit/platform?filter[recordId]={user.GetProperty("id").GetGuid()}");
        var ofAll = await admin.GetFromJsonAsync<JsonElement>("/admin/v1/audit?filter[action]=AddUser&limit=5");
        var unasked = await admin.GetFromJsonAsync<JsonElement>("/admin/v1/audit/seals");
        var asked = await admin.PostAsJsonAsync("/admin/v1/audit/verify", new { });
        await app.Services.GetRequiredKeyedService<OperationRunner>("platform").RunNext(default);
        var seals = await admin.GetFromJsonAsync<JsonElement>("/admin/v1/audit/seals");

        var entry = ofOne.GetProperty("items").EnumerateArray().ShouldHaveSingleItem();
        entry.GetProperty("callerName").GetString().ShouldBe("administrator");
        entry.GetProperty("changes").GetProperty("timeZone")[1].GetString().ShouldBe("UTC");
        foreach (var hidden in new[] { "login", "name", "email" }) entry.GetProperty("changes").GetProperty(hidden)[1].GetString().ShouldBe("•••");
        ofAll.GetProperty("items").EnumerateArray().ShouldHaveSingleItem().GetProperty("module").GetString().ShouldBe("platform");
        unasked.GetProperty("verdicts").GetArrayLength().ShouldBe(0);
        asked.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        seals.GetProperty("verdicts").EnumerateArray().Select(v => v.GetProperty("module").GetString()).ShouldBe(["notes", "platform"]);
        seals.GetProperty("verdicts").EnumerateArray().All(v => !v.TryGetProperty("firstFault", out var fault) || fault.ValueKind == JsonValueKind.Null).ShouldBeTrue();
        (await admin.GetAsync("/admin/v1/audit?sort=at")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [SkippableTheory, EveryProvider]
    public async Task All_audit_trails_together_are_read_to_the_end_page_by_page_also_those_of_one_moment(DatabaseProvider provider)
    {
        await using var app = await PlatformApp.Start(provider);
        var admin = app.With(app.AdministratorKey);
        // The clock of a test stands still: all of these are of one moment.
        foreach (var login in new[] { "mei", "lin", "wu" }) await Post(admin, "/admin/v1/users", new { login, name = login });
        foreach (var text in new[] { "a", "b" }) await Post(admin, "/api/v1/notes/notes", new { text });

        var read = new List<(string? Module, string? Action)>();
        string? cursor = null;
        do
        {
            var page = await admin.GetFromJsonAsync<JsonElement>($"/admin/v1/audit?limit=2&filter[action][in]=AddUser,WriteNote{(cursor is null ? "" : $"&cursor={cursor}")}");
            read.AddRange(page.GetProperty("items").EnumerateArray().Select(i => (i.GetProperty("module").GetString(), i.GetProperty("entry").GetProperty("action").GetString())));
            cursor = page.TryGetProperty("nextCursor", out var next) ? next.GetString() : null;
        }
        while (cursor is not null);

        read.ShouldBe([("notes", "WriteNote"), ("notes", "WriteNote"), ("platform", "AddUser"), ("platform", "AddUser"), ("platform", "AddUser")]);
        (await admin.GetAsync("/admin/v1/audit?cursor=x")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task What_is_masked_to_a_reader_is_left_out_of_the_audit_trail_too()
    {
        await using var app = await PlatformApp.Start(DatabaseProvider.Sqlite);
        var admin = app.With(app.AdministratorKey);
        await Post(admin, "/admin/v1/roles", new
        {
            name = "auditor",
            grants = new[] { new { permission = "platform.audit.read", scope = "all" } },
            masks = new[] { new { field = "users.timeZone", kind = "omit" } },
        });
        var user = await Post(admin, "/admin/v1/users", new { login = "mei", name = "Mei" });
        var (_, key) = await app.AddClient("auditor", roles: ["auditor"]);
        app.LetCachesAge();

        foreach (var path in new[] { "/admin/v1/audit", "/admin/v1/audit/platform" })
        {
            var page = await app.With(key).GetFromJsonAsync<JsonElement>($"{path}?filter[recordId]={user.GetProperty("id").GetGuid()}");
            var item = page.GetProperty("items").EnumerateArray().ShouldHaveSingleItem();
            var entry = item.TryGetProperty("entry", out var inner) ? inner : item;
            entry.GetProperty("changes").EnumerateObject().Select(c => c.Name).ShouldContain("active");
            entry.GetProperty("changes").EnumerateObject().Select(c => c.Name).ShouldNotContain("timeZone");
        }
    }

    [Fact]
    public async Task The_host_says_what_it_is_made_of_in_the_language_of_the_caller()
    {
        await using var app = await PlatformApp.Start(DatabaseProvider.Sqlite, ("Modules:forecasting:Enabled", "false"));
        var admin = app.With(app.AdministratorKey, "zh-CN");

        var permissions = await admin.GetFromJsonAsync<JsonElement>("/admin/v1/permissions");
        var labels = await admin.GetFromJsonAsync<JsonElement>("/admin/v1/labels");

        permissions.EnumerateArray().Single(p => p.GetProperty("name").GetString() == "notes.notes.read").GetProperty("text").GetString().ShouldBe("查看");
        labels.EnumerateArray().Single(e => e.GetProperty("name").GetString() == "row-scope").GetProperty("members").GetProperty("own").GetString().ShouldBe("本人");
        (await Names(admin, "/admin/v1/modules", "name")).ShouldBe(["forecasting", "notes", "platform"]);
    }

    [Fact]
    public async Task Keys_are_rotated_and_persons_erased_by_administrators_only()
    {
        await using var app = await PlatformApp.Start(DatabaseProvider.Sqlite);
        var admin = app.With(app.AdministratorKey);
        var (_, analyst) = await app.AddClient("analyst", roles: ["analyst"]);
        app.LetCachesAge();

        (await app.With(analyst).PostAsJsonAsync("/admin/v1/keys/rotate", new { })).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await Post(admin, "/admin/v1/keys/rotate", new { })).GetProperty("number").GetInt32().ShouldBe(2);
        (await admin.GetFromJsonAsync<JsonElement>("/admin/v1/keys")).GetProperty("current").GetInt32().ShouldBe(1, "it is only introduced yet");
        (await Post(admin, $"/admin/v1/persons/{Guid.CreateVersion7()}/erase", new { reason = "request 10" })).GetProperty("hadKey").GetBoolean().ShouldBeFalse();
    }

    private static string Key(JsonElement reply) => reply.GetProperty("key").GetString()!;

    private static async Task<JsonElement> Post(HttpClient client, string path, object body)
    {
        var response = await client.PostAsJsonAsync(path, body);
        var text = await response.Content.ReadAsStringAsync();
        response.IsSuccessStatusCode.ShouldBeTrue($"{path}: {text}");
        return JsonSerializer.Deserialize<JsonElement>(text);
    }

    private static async Task<HttpResponseMessage> Put(HttpClient client, string path, object body, int? version)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, path) { Content = JsonContent.Create(body) };
        if (version is not null) request.Headers.IfMatch.Add(new EntityTagHeaderValue($"\"{version}\""));
        return await client.SendAsync(request);
    }

    private static async Task<string[]> Names(HttpClient client, string path, string property)
    {
        var response = await client.GetAsync(path);
        var text = await response.Content.ReadAsStringAsync();
        response.IsSuccessStatusCode.ShouldBeTrue($"{path}: {text}");
        var json = JsonSerializer.Deserialize<JsonElement>(text);
        var items = json.ValueKind == JsonValueKind.Array ? json : json.GetProperty("items");
        return [.. items.EnumerateArray().Select(i => i.GetProperty(property).GetString()!)];
    }
}
