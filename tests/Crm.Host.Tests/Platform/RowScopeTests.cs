using System.Net;
using System.Net.Http.Json;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Host.Platform.Application;
using Crm.Host.Platform.Domain;
using Crm.Testing.Databases;
using Shouldly;
using Xunit;

namespace Crm.Host.Tests.Platform;

public sealed class RowScopeTests
{
    [SkippableTheory, EveryProvider]
    public async Task Everybody_reaches_as_far_as_the_scope_says_one_after_the_other_on_the_same_contexts(DatabaseProvider provider)
    {
        await using var app = await PlatformApp.Start(provider);
        var north = await Unit(app, "north", parent: null);
        var shop = await Unit(app, "shop", parent: north);
        var south = await Unit(app, "south", parent: null);
        var inNorth = await Seller(app, "in-north", north, RowScope.Own);
        var inShop = await Seller(app, "in-shop", shop, RowScope.Own);
        var inSouth = await Seller(app, "in-south", south, RowScope.Own);
        foreach (var (name, key) in new[] { ("a north", inNorth), ("b shop", inShop), ("c south", inSouth) })
            (await app.With(key).PostAsJsonAsync("/api/v1/notes/notes", new WriteNote(name))).StatusCode.ShouldBe(HttpStatusCode.OK);

        (await Read(app, inNorth)).ShouldBe(["a north"]);
        (await Read(app, await Seller(app, "unit", north, RowScope.Unit))).ShouldBe(["a north"]);
        (await Read(app, await Seller(app, "below", north, RowScope.UnitAndBelow))).ShouldBe(["a north", "b shop"]);
        (await Read(app, app.AdministratorKey!)).ShouldBe(["a north", "b shop", "c south"]);
        (await Read(app, inSouth)).ShouldBe(["c south"], "the administrator went before on the same pooled context");
        (await Read(app, await Seller(app, "stranger", unit: null, RowScope.UnitAndBelow))).ShouldBeEmpty();
    }

    [SkippableTheory]
    [EveryProvider(RowScope.Unit)]
    [EveryProvider(RowScope.UnitAndBelow)]
    public async Task Who_belongs_to_no_unit_reaches_the_own_rows_and_not_those_of_others_that_belong_to_none_either(DatabaseProvider provider, RowScope scope)
    {
        await using var app = await PlatformApp.Start(provider);
        var (one, other) = (await Seller(app, "one", unit: null, scope), await Seller(app, "other", unit: null, scope));
        foreach (var (name, key) in new[] { ("a one", one), ("b other", other) })
            (await app.With(key).PostAsJsonAsync("/api/v1/notes/notes", new WriteNote(name))).StatusCode.ShouldBe(HttpStatusCode.OK);

        (await Read(app, one)).ShouldBe(["a one"]);
        (await Read(app, other)).ShouldBe(["b other"]);
    }

    [Fact]
    public async Task What_is_out_of_reach_does_not_exist()
    {
        await using var app = await PlatformApp.Start(DatabaseProvider.Sqlite);
        var written = await app.With(app.AdministratorKey).PostAsJsonAsync("/api/v1/notes/notes", new WriteNote("secret"));
        var id = (await written.Content.ReadFromJsonAsync<NoteReply>())!.Id;
        var other = await Seller(app, "other", unit: null, RowScope.Own);

        (await app.Status(other, $"/api/v1/notes/notes/{id}")).ShouldBe(HttpStatusCode.NotFound);
        (await app.Status(app.AdministratorKey, $"/api/v1/notes/notes/{id}")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_unit_that_moves_takes_its_rows_along()
    {
        await using var app = await PlatformApp.Start(DatabaseProvider.Sqlite);
        var north = await Unit(app, "north", parent: null);
        var shop = await Unit(app, "shop", parent: null);
        var manager = await Seller(app, "manager", north, RowScope.UnitAndBelow);
        await app.With(await Seller(app, "seller", shop, RowScope.Own)).PostAsJsonAsync("/api/v1/notes/notes", new WriteNote("in the shop"));
        (await Read(app, manager)).ShouldBeEmpty();

        await app.Send<ChangeOrgUnit, OrgUnitReply>(new ChangeOrgUnit("shop", "Shop", north.Value) { Id = shop.Value });
        app.LetCachesAge();

        (await Read(app, manager)).ShouldBe(["in the shop"]);
    }

    private static async Task<OrgUnitId> Unit(PlatformApp app, string code, OrgUnitId? parent) =>
        new((await app.Send<AddOrgUnit, OrgUnitReply>(new AddOrgUnit(code, code, parent?.Value))).Id);

    private static async Task<string> Seller(PlatformApp app, string name, OrgUnitId? unit, RowScope scope)
    {
        var (_, key) = await app.AddClient(name, grants: [new("notes.notes.read", scope), new("notes.notes.write", scope)], unit: unit);
        app.LetCachesAge();
        return key;
    }

    private static async Task<string[]> Read(PlatformApp app, string key)
    {
        var notes = await app.With(key).GetFromJsonAsync<string[]>("/api/v1/notes/notes");
        return [.. notes!.Order(StringComparer.Ordinal)];
    }
}
