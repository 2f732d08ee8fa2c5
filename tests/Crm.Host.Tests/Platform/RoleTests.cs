using System.Net;
using System.Net.Http.Json;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Host.Platform.Access;
using Crm.Host.Platform.Application;
using Crm.Host.Platform.Domain;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Crm.Host.Tests.Platform;

public sealed class RoleTests
{
    [Fact]
    public void Built_in_roles_follow_from_the_verbs_that_modules_declare()
    {
        var roles = BuiltInRoles.From([NotesPermissions.Read, NotesPermissions.Write, NotesPermissions.Configure, NotesPermissions.ReadRules, Crm.Host.Platform.PlatformPermissions.ManageUsers]);

        roles["administrator"].ShouldAllBe(g => g.Scope == RowScope.All);
        roles["administrator"].Count.ShouldBe(5);
        roles["sales-manager"].ShouldBe(
            [new("notes.notes.read", RowScope.UnitAndBelow), new("notes.notes.write", RowScope.UnitAndBelow), new("notes.rules.read", RowScope.All)]);
        roles["sales-representative"].ShouldBe(
            [new("notes.notes.read", RowScope.Own), new("notes.notes.write", RowScope.Own), new("notes.rules.read", RowScope.All)]);
        roles["analyst"].ShouldBe([new("notes.notes.read", RowScope.All), new("notes.rules.read", RowScope.All)]);
    }

    [Fact]
    public async Task Of_two_roles_the_one_that_shows_more_counts()
    {
        await using var app = await PlatformApp.Start(DatabaseProvider.Sqlite);
        GrantInput[] read = [new("notes.notes.read", RowScope.Own)];
        await app.Send<AddRole, RoleReply>(new AddRole("night", read, [new("notes.text", FieldMask.Omit), new("notes.owner", FieldMask.Omit)]));
        await app.Send<AddRole, RoleReply>(new AddRole("day", read, [new("notes.text", FieldMask.Shorten)]));
        var (_, both) = await app.AddClient("both", roles: ["night", "day"]);
        var (_, night) = await app.AddClient("night", roles: ["night"]);
        app.LetCachesAge();

        (await Masks(app, night)).ShouldBe(new Dictionary<string, FieldMask> { ["notes.text"] = FieldMask.Omit, ["notes.owner"] = FieldMask.Omit }, ignoreOrder: true);
        (await Masks(app, both)).ShouldBe(new Dictionary<string, FieldMask> { ["notes.text"] = FieldMask.Shorten });
    }

    [Fact]
    public async Task A_role_that_somebody_has_cannot_be_removed()
    {
        await using var app = await PlatformApp.Start(DatabaseProvider.Sqlite);
        var role = await app.Send<AddRole, RoleReply>(new AddRole("night", [new("notes.notes.read")], null));
        var (id, _) = await app.AddClient("till", roles: ["night"]);

        (await Should.ThrowAsync<RuleBroken>(() => app.Send<RemoveRole, RoleReply>(new RemoveRole(role.Id)))).Rule.ShouldBe(PlatformRules.RoleInUse);
        await app.Send<ChangeClient, ClientReply>(new ChangeClient("till", Roles: [], Grants: [], ClientLimits.Default, Active: true) { Id = id.Value });
        await app.Send<RemoveRole, RoleReply>(new RemoveRole(role.Id));

        (await app.Do(db => db.Roles.AnyAsync(r => r.Name == "night"))).ShouldBeFalse();
        (await app.Do(db => db.Audit.AnyAsync(a => a.RecordId == role.Id && a.Action == nameof(RemoveRole)))).ShouldBeTrue();
    }

    [Fact]
    public async Task A_permission_that_nobody_declared_cannot_be_granted()
    {
        await using var app = await PlatformApp.Start(DatabaseProvider.Sqlite);

        var refused = await Should.ThrowAsync<InvalidInput>(() => app.Send<AddRole, RoleReply>(new AddRole("night", [new("notes.notes.raed")], null)));

        refused.Errors.ShouldHaveSingleItem().Pointer.ShouldBe("/grants/0");
    }

    [Fact]
    public async Task The_last_way_in_for_an_administrator_cannot_be_closed()
    {
        await using var app = await PlatformApp.Start(DatabaseProvider.Sqlite);
        var first = await app.Do(db => db.Clients.SingleAsync());

        var refused = await Should.ThrowAsync<RuleBroken>(() => app.Send<RevokeClientKey, KeyReply>(new RevokeClientKey(first.Id.Value, first.Keys[0].Id)));
        refused.Rule.ShouldBe(PlatformRules.LastAdministrator);
        (await app.Status(app.AdministratorKey)).ShouldBe(HttpStatusCode.OK);

        await app.Send<AddClientKey, KeyReply>(new AddClientKey(ExpiresAt: null) { ClientId = first.Id.Value, Secret = ApiKeyTokens.NewSecret() });
        await app.Send<RevokeClientKey, KeyReply>(new RevokeClientKey(first.Id.Value, first.Keys[0].Id));
        app.LetCachesAge();
        (await app.Status(app.AdministratorKey)).ShouldBe(HttpStatusCode.Unauthorized);
    }

    private static async Task<IReadOnlyDictionary<string, FieldMask>> Masks(PlatformApp app, string key) =>
        (await app.Me(key)).Masks;
}
