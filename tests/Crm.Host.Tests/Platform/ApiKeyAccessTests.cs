using System.Net;
using System.Net.Http.Json;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Host.Platform.Access;
using Crm.Host.Platform.Domain;
using Crm.Host.Platform.Persistence;
using Crm.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Crm.Host.Tests.Platform;

public sealed class ApiKeyAccessTests
{
    private static readonly Grant[] ReadNotes = [new("notes.notes.read", RowScope.All)];

    [SkippableTheory, EveryProvider]
    public async Task The_first_start_gives_an_administrator_key_and_the_second_does_not(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Empty(provider);
        await using var first = await PlatformApp.StartOn(database, new Crm.Testing.FakeTime());
        await using var second = await PlatformApp.StartOn(database, new Crm.Testing.FakeTime());

        second.AdministratorKey.ShouldBeNull();
        (await first.Status(first.AdministratorKey)).ShouldBe(HttpStatusCode.OK);
        (await second.Status(first.AdministratorKey)).ShouldBe(HttpStatusCode.OK);
    }

    [SkippableTheory, EveryProvider]
    public async Task Hosts_that_start_together_on_an_empty_database_make_one_key_between_them(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Empty(provider);
        await using var schema = await PlatformApp.StartOn(database, new Crm.Testing.FakeTime());
        await schema.Do(async db =>
        {
            await db.Clients.ExecuteDeleteAsync();
            await db.Roles.ExecuteDeleteAsync();
            await db.Stamps.ExecuteDeleteAsync();
            return await db.DataKeys.ExecuteDeleteAsync();
        });

        var hosts = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => PlatformApp.StartOn(database, new Crm.Testing.FakeTime()))));

        hosts.Count(h => h.AdministratorKey is not null).ShouldBe(1);
        (await schema.Do(db => db.DataKeys.CountAsync())).ShouldBe(2);
        foreach (var host in hosts) await host.DisposeAsync();
    }

    [Fact]
    public async Task Without_a_token_the_caller_is_told_how_to_sign_in()
    {
        await using var app = await PlatformApp.Start(DatabaseProvider.Sqlite);

        var response = await app.With(null).GetAsync("/api/v1/notes/me");

        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        response.Headers.WwwAuthenticate.ToString().ShouldBe("Bearer realm=\"crm\"");
    }

    [Theory]
    [InlineData("crm_")]
    [InlineData("nonsense")]
    [InlineData("crm_00000000000000000000000000000000_0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("crm_zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz_zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz")]
    [InlineData("a.b.c")]
    public async Task A_token_that_nobody_issued_is_refused(string token)
    {
        await using var app = await PlatformApp.Start(DatabaseProvider.Sqlite);

        var response = await app.With(token).GetAsync("/api/v1/notes/me");

        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        response.Headers.WwwAuthenticate.ToString().ShouldContain("invalid_token");
    }

    [Fact]
    public async Task The_right_client_with_a_wrong_secret_is_refused()
    {
        await using var app = await PlatformApp.Start(DatabaseProvider.Sqlite);
        var (id, _) = await app.AddClient("till", grants: ReadNotes);

        (await app.Status(ApiKeyTokens.Format(id.Value, ApiKeyTokens.NewSecret()))).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_known_caller_without_the_permission_is_forbidden()
    {
        await using var app = await PlatformApp.Start(DatabaseProvider.Sqlite);
        var (_, key) = await app.AddClient("till", grants: [new("notes.rules.read", RowScope.All)]);

        (await app.Status(key)).ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_method_or_a_body_that_the_address_does_not_take_is_answered_as_such_and_not_as_forbidden()
    {
        await using var app = await PlatformApp.Start(DatabaseProvider.Sqlite);

        (await app.With(app.AdministratorKey).DeleteAsync("/api/v1/notes/me")).StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        (await app.With(app.AdministratorKey).PostAsync("/api/v1/notes/notes", new StringContent("text"))).StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
    }

    [Fact]
    public async Task What_is_open_to_everybody_asks_for_no_token()
    {
        await using var app = await PlatformApp.Start(DatabaseProvider.Sqlite);

        (await app.Status(null, "/api/v1/notes/open")).ShouldBe(HttpStatusCode.OK);
    }

    [SkippableTheory, EveryProvider]
    public async Task After_a_rotation_both_keys_work_until_the_old_one_runs_out(DatabaseProvider provider)
    {
        await using var app = await PlatformApp.Start(provider);
        var (id, old) = await app.AddClient("till", grants: ReadNotes);
        var secret = ApiKeyTokens.NewSecret();
        var now = app.Time.GetUtcNow();
        await app.Do(async db => (await Load(db, id)).Rotate(secret, null, now.AddHours(1), now));
        app.LetCachesAge();
        var fresh = ApiKeyTokens.Format(id.Value, secret);

        (await app.Status(old)).ShouldBe(HttpStatusCode.OK);
        (await app.Status(fresh)).ShouldBe(HttpStatusCode.OK);
        app.Time.Advance(TimeSpan.FromHours(1));
        (await app.Status(old)).ShouldBe(HttpStatusCode.Unauthorized);
        (await app.Status(fresh)).ShouldBe(HttpStatusCode.OK);
    }

    [SkippableTheory, EveryProvider]
    public async Task A_key_revoked_on_one_host_is_refused_by_the_other_within_seconds(DatabaseProvider provider)
    {
        await using var one = await PlatformApp.Start(provider);
        await using var other = await one.StartAnother();
        var (id, key) = await one.AddClient("till", grants: ReadNotes);
        one.LetCachesAge();
        (await other.Status(key)).ShouldBe(HttpStatusCode.OK);

        await one.Do(async db =>
        {
            var client = await Load(db, id);
            client.RevokeKey(client.Keys[0].Id, one.Time.GetUtcNow());
            return client;
        });

        (await other.Status(key)).ShouldBe(HttpStatusCode.OK, "it has not looked yet");
        other.LetCachesAge();
        (await other.Status(key)).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_client_that_is_switched_off_is_refused()
    {
        await using var app = await PlatformApp.Start(DatabaseProvider.Sqlite);
        var (id, key) = await app.AddClient("till", grants: ReadNotes);
        (await app.Status(key)).ShouldBe(HttpStatusCode.OK);

        await app.Do(async db =>
        {
            (await Load(db, id)).SetActive(false);
            return id;
        });
        app.LetCachesAge();

        (await app.Status(key)).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [SkippableTheory, EveryProvider]
    public async Task When_a_key_was_used_last_is_written_later(DatabaseProvider provider)
    {
        await using var app = await PlatformApp.Start(provider);
        var (id, key) = await app.AddClient("till", grants: ReadNotes);
        await app.Status(key);
        var at = app.Time.GetUtcNow();

        await app.Services.GetRequiredService<AccessUpkeep>().Run(default);

        (await app.Do(db => Load(db, id))).Keys.ShouldHaveSingleItem().LastUsedAt.ShouldBe(at);
    }

    [Fact]
    public async Task A_client_that_acts_for_a_person_is_that_person_with_its_own_rights()
    {
        await using var app = await PlatformApp.Start(DatabaseProvider.Sqlite);
        var user = User.Create("mei", new UserProfile("Mei", null, null, Language.Chinese, "Asia/Shanghai"), roles: ["administrator"]);
        await app.Do(db => Task.FromResult(db.Users.Add(user)));
        var (_, key) = await app.AddClient("phone", grants: ReadNotes, actsFor: user.Id);

        var me = await app.Me(key, "en");

        me.Name.ShouldBe("phone (mei)");
        me.Language.ShouldBe(Language.Chinese);
        me.TimeZone.ShouldBe("Asia/Shanghai");
        (await app.With(key).PostAsJsonAsync("/api/v1/notes/notes", new WriteNote("x"))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("zh-CN,en;q=0.5", Language.Chinese)]
    [InlineData("en;q=0.5,zh;q=0.8", Language.Chinese)]
    [InlineData("fr,en;q=0.3", Language.English)]
    public async Task Without_a_choice_of_its_own_the_caller_is_answered_in_an_accepted_language(string accepted, Language expected)
    {
        await using var app = await PlatformApp.Start(DatabaseProvider.Sqlite);

        var me = await app.Me(app.AdministratorKey!, accepted);

        me.Language.ShouldBe(expected);
    }

    private static Task<ApiClient> Load(PlatformDbContext db, ApiClientId id) => db.Clients.SingleAsync(c => c.Id == id);
}
