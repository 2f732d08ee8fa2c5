using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Host.Platform.Access;
using Crm.Host.Platform.Application;
using Crm.Host.Platform.Domain;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Crm.Host.Tests.Platform;

public sealed class CallersOfUsersTests
{
    [Fact]
    public async Task What_is_made_for_a_user_is_made_with_the_rights_of_that_user()
    {
        await using var app = await PlatformApp.Start(DatabaseProvider.Sqlite);
        var unit = await app.Send<AddOrgUnit, OrgUnitReply>(new AddOrgUnit("north", "North", null));
        var mei = await app.Send<AddUser, UserReply>(new AddUser("mei", "Mei", "mei@example.com", unit.Id, Language.Chinese, null, ["sales-representative"]));
        var callers = app.Services.GetRequiredService<ICallers>();

        var caller = (await callers.OfUser(mei.Id, CancellationToken.None)).ShouldNotBeNull();

        (caller.Id, caller.Kind, caller.UnitId, caller.PreferredLanguage).ShouldBe((mei.Id, CallerKind.Person, unit.Id, Language.Chinese));
        caller.Permissions.ShouldNotBeEmpty();
        caller.MayAll.ShouldBeFalse();
        (await callers.OfUser(Guid.CreateVersion7(), CancellationToken.None)).ShouldBeNull();
        (await callers.AddressOf(mei.Id, CancellationToken.None)).ShouldBe("mei@example.com");
        (await callers.AddressOf(Guid.CreateVersion7(), CancellationToken.None)).ShouldBeNull();
    }

    [Fact]
    public async Task Users_are_found_by_what_files_call_them_and_by_a_name_only_where_one_alone_has_it()
    {
        await using var app = await PlatformApp.Start(DatabaseProvider.Sqlite);
        var mei = await app.Send<AddUser, UserReply>(new AddUser("mei", "Mei Li", "mei@example.com", null, null, null, []));
        await app.Send<AddUser, UserReply>(new AddUser("max", "Max", null, null, null, null, []));
        await app.Send<AddUser, UserReply>(new AddUser("max2", "Twin", null, null, null, null, []));
        await app.Send<AddUser, UserReply>(new AddUser("max3", "Twin", null, null, null, null, []));

        var found = await app.Services.GetRequiredService<ICallers>().Named(["MEI", "Mei@example.com", "mei li", "Twin", "nobody", ""], CancellationToken.None);

        found.ShouldBe(new Dictionary<string, Guid> { ["MEI"] = mei.Id, ["Mei@example.com"] = mei.Id, ["mei li"] = mei.Id }, ignoreOrder: true);
    }

    [Fact]
    public async Task What_an_app_makes_for_a_user_is_that_users_and_what_another_app_makes_is_nobodys()
    {
        await using var app = await PlatformApp.Start(DatabaseProvider.Sqlite);
        var mei = await app.Send<AddUser, UserReply>(new AddUser("mei", "Mei", null, null, null, null, []));
        var (phone, _) = await app.AddClient("phone", actsFor: new UserId(mei.Id));
        var (shop, _) = await app.AddClient("shop");
        var directory = app.Services.GetRequiredService<AccessDirectory>();

        (await directory.Client(phone.Value, CancellationToken.None))!.As.Caller.PersonId.ShouldBe(mei.Id);
        (await directory.Client(shop.Value, CancellationToken.None))!.As.Caller.PersonId.ShouldBeNull();
    }
}
