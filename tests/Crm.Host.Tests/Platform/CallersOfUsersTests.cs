using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Host.Platform.Application;
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
}
