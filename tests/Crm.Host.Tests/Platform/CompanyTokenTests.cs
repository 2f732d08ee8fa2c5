using System.Net;
using System.Net.Http.Json;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Modules;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Host.Platform.Application;
using Crm.Host.Platform.Domain;
using Crm.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Shouldly;
using Xunit;

namespace Crm.Host.Tests.Platform;

public sealed class CompanyTokenTests
{
    private static readonly byte[] ProviderKey = [.. Enumerable.Range(1, 32).Select(i => (byte)i)];

    private static readonly (string, string)[] Provider =
    [
        ("Access:SigningKey", Convert.ToBase64String(ProviderKey)),
        ("Access:Issuer", "https://login.example"),
        ("Access:Audience", "crm"),
        ("Access:RoleNames:CRM Analysts", "analyst"),
    ];

    [Fact]
    public async Task Somebody_new_with_a_known_role_becomes_a_user_with_the_unit_of_the_token()
    {
        await using var app = await PlatformApp.Start(DatabaseProvider.Sqlite, Provider);
        var unit = await app.Send<AddOrgUnit, OrgUnitReply>(new AddOrgUnit("north", "North", null));
        var token = Token(app, new() { ["sub"] = "Mei.Lin", ["name"] = "Mei Lin", ["email"] = "mei@example.org", ["roles"] = "CRM Analysts", ["unit"] = "north" });

        var me = await app.Me(token);

        (me.Name, me.Kind, me.UnitId).ShouldBe(("Mei Lin", CallerKind.Person, unit.Id));
        var user = await app.Do(db => db.Users.SingleAsync());
        (user.Login, user.Email).ShouldBe(("mei.lin", "mei@example.org"));
        (await app.With(token).PostAsJsonAsync("/api/v1/notes/notes", new WriteNote("x"))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_token_without_any_role_known_here_makes_nobody_a_user()
    {
        await using var app = await PlatformApp.Start(DatabaseProvider.Sqlite, Provider);

        (await app.Status(Token(app, new() { ["sub"] = "guest", ["roles"] = "canteen" }))).ShouldBe(HttpStatusCode.Unauthorized);
        (await app.Do(db => db.Users.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Where_the_token_says_nothing_of_roles_those_kept_here_count()
    {
        await using var app = await PlatformApp.Start(DatabaseProvider.Sqlite, Provider);
        await app.Send<AddUser, UserReply>(new AddUser("mei", "Mei", null, null, Language.Chinese, null, ["sales-representative"]));

        var me = await app.Me(Token(app, new() { ["sub"] = "mei" }));

        me.Language.ShouldBe(Language.Chinese);
    }

    [SkippableTheory, EveryProvider]
    public async Task What_is_made_later_for_somebody_known_by_tokens_is_made_with_the_rights_of_the_newest_token(DatabaseProvider provider)
    {
        await using var app = await PlatformApp.Start(provider, Provider);
        var unit = await app.Send<AddOrgUnit, OrgUnitReply>(new AddOrgUnit("north", "North", null));
        var first = Token(app, new() { ["sub"] = "mei", ["roles"] = "CRM Analysts", ["unit"] = "north" });
        await app.Me(first);
        var mei = (await app.Do(db => db.Users.SingleAsync())).Id.Value;
        var callers = app.Services.GetRequiredService<ICallers>();

        var analyst = (await callers.OfUser(mei, default)).ShouldNotBeNull();
        (analyst.ScopeOf("notes.notes.read"), analyst.ScopeOf("notes.notes.write"), analyst.UnitId).ShouldBe((RowScope.All, RowScope.None, unit.Id));

        app.Time.Advance(TimeSpan.FromMinutes(10));
        await app.Me(Token(app, new() { ["sub"] = "mei", ["roles"] = "administrator" }));
        (await callers.OfUser(mei, default))!.ScopeOf("notes.notes.write").ShouldBe(RowScope.All);

        // An older token in another window still has its own rights and changes nobody else's.
        await app.Me(first);
        (await callers.OfUser(mei, default))!.ScopeOf("notes.notes.write").ShouldBe(RowScope.All);
        (await app.Do(db => db.Users.SingleAsync())).Version.ShouldBe(3);

        app.Time.Advance(TimeSpan.FromMinutes(10));
        (await app.Status(Token(app, new() { ["sub"] = "mei" }))).ShouldBe(HttpStatusCode.Forbidden);
        (await callers.OfUser(mei, default))!.Permissions.ShouldBeEmpty("the provider gives no role any more");
    }

    [Fact]
    public async Task While_the_identity_provider_is_away_its_tokens_are_asked_to_come_again_and_keys_still_work()
    {
        await using var app = await PlatformApp.Start(DatabaseProvider.Sqlite, ("Access:Authority", "http://127.0.0.1:1"), ("Access:Audience", "crm"));

        var answer = await app.With(Token(app, new() { ["sub"] = "mei", ["roles"] = "administrator" })).GetAsync("/api/v1/notes/me");

        answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        answer.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(5));
        (await answer.Content.ReadAsStringAsync()).ShouldContain("identity provider");
        (await app.Status(app.AdministratorKey)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Who_has_left_is_refused_whatever_the_token_says()
    {
        await using var app = await PlatformApp.Start(DatabaseProvider.Sqlite, Provider);
        var token = Token(app, new() { ["sub"] = "mei", ["roles"] = "administrator" });
        (await app.Status(token)).ShouldBe(HttpStatusCode.OK);
        await app.Do(async db =>
        {
            (await db.Users.SingleAsync()).SetActive(false);
            return true;
        });
        app.LetCachesAge();

        (await app.Status(token)).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("issuer")]
    [InlineData("audience")]
    [InlineData("key")]
    [InlineData("expired")]
    [InlineData("not yet")]
    [InlineData("unsigned")]
    public async Task A_token_that_is_not_meant_for_here_is_refused(string wrong)
    {
        await using var app = await PlatformApp.Start(DatabaseProvider.Sqlite, Provider);

        (await app.Status(Token(app, new() { ["sub"] = "mei", ["roles"] = "administrator" }, wrong))).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_provider_without_an_audience_stops_the_start()
    {
        var failure = await Should.ThrowAsync<StartupFailure>(() => PlatformApp.Start(DatabaseProvider.Sqlite, Provider[0], Provider[1]));

        failure.Message.ShouldContain("Access:Audience");
    }

    private static string Token(PlatformApp app, Dictionary<string, object> claims, string wrong = "")
    {
        var now = app.Time.GetUtcNow().UtcDateTime;
        var key = new SymmetricSecurityKey(wrong == "key" ? new byte[32] : ProviderKey);
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = wrong == "issuer" ? "https://elsewhere.example" : "https://login.example",
            Audience = wrong == "audience" ? "mail" : "crm",
            Claims = claims,
            NotBefore = wrong == "not yet" ? now.AddHours(1) : now.AddMinutes(-1),
            Expires = wrong == "expired" ? now.AddMinutes(-2) : now.AddHours(2),
            SigningCredentials = wrong == "unsigned" ? null : new SigningCredentials(key, SecurityAlgorithms.HmacSha256),
        });
    }
}
