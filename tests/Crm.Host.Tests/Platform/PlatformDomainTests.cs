using Crm.BuildingBlocks;
using Crm.Host.Platform.Domain;
using Shouldly;
using Xunit;

namespace Crm.Host.Tests.Platform;

public sealed class PlatformDomainTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);
    private static readonly ClientProfile Profile = new("till", null, null, [], [], ClientLimits.Default);

    [Fact]
    public void A_unit_cannot_come_under_itself_or_what_is_below_it()
    {
        var top = OrgUnit.Create("top", "Top", null);
        var middle = OrgUnit.Create("middle", "Middle", top.Id);
        var leaf = OrgUnit.Create("leaf", "Leaf", middle.Id);
        var tree = Tree(top, middle, leaf);

        Should.Throw<RuleBroken>(() => top.MoveUnder(leaf.Id, tree)).Rule.ShouldBe(PlatformRules.UnitUnderItself);
        Should.Throw<RuleBroken>(() => top.MoveUnder(top.Id, tree)).Rule.ShouldBe(PlatformRules.UnitUnderItself);
        leaf.MoveUnder(top.Id, tree);
        leaf.ParentId.ShouldBe(top.Id);
    }

    [Fact]
    public void A_client_has_two_valid_keys_at_most()
    {
        var client = ApiClient.Create(Profile);
        client.AddKey([1], null, Now);
        client.AddKey([2], Now.AddHours(1), Now);

        Should.Throw<RuleBroken>(() => client.AddKey([3], null, Now)).Rule.ShouldBe(PlatformRules.TwoValidKeys);
        client.AddKey([3], null, Now.AddHours(1));
    }

    [Fact]
    public void Rotating_with_two_valid_keys_lets_the_older_one_go_at_once_and_the_newer_one_overlap()
    {
        var client = ApiClient.Create(Profile);
        var oldest = client.AddKey([1], null, Now);
        var present = client.AddKey([2], null, Now.AddDays(1));

        var fresh = client.Rotate([3], null, othersUntil: Now.AddDays(3), Now.AddDays(2));

        oldest.IsValid(Now.AddDays(2)).ShouldBeFalse();
        present.IsValid(Now.AddDays(2)).ShouldBeTrue();
        present.IsValid(Now.AddDays(3)).ShouldBeFalse();
        fresh.IsValid(Now.AddDays(300)).ShouldBeTrue();
    }

    [Fact]
    public void A_client_that_is_switched_off_gets_no_key()
    {
        var client = ApiClient.Create(Profile);
        client.SetActive(false);

        Should.Throw<RuleBroken>(() => client.AddKey([1], null, Now)).Rule.ShouldBe(PlatformRules.ClientIsInactive);
    }

    [Fact]
    public void A_key_cannot_expire_before_it_exists() =>
        Should.Throw<RuleBroken>(() => ApiClient.Create(Profile).AddKey([1], Now, Now)).Rule.ShouldBe(PlatformRules.KeyExpiresInThePast);

    [Fact]
    public void A_built_in_role_takes_masks_but_no_other_permissions()
    {
        var role = Role.CreateBuiltIn("analyst", [new("notes.notes.read", RowScope.All)]);

        role.Change(role.Grants, [new("notes.text", FieldMask.Omit)]);
        role.Masks.ShouldHaveSingleItem();
        Should.Throw<RuleBroken>(() => role.Change([], [])).Rule.ShouldBe(PlatformRules.RoleIsBuiltIn);
    }

    [Fact]
    public void Nothing_is_said_when_nothing_changes()
    {
        var profile = new UserProfile("Mei", "mei@example.org", null, null, "UTC");
        var user = User.Create("Mei ", profile, ["analyst"]);

        user.Change(profile);
        user.GiveRoles(["analyst"]);
        user.SetActive(true);

        user.Login.ShouldBe("mei");
        user.Version.ShouldBe(1);
    }

    private static UnitTree Tree(params OrgUnit[] units) => new(units.Select(u => (u.Id.Value, u.ParentId?.Value)));
}
