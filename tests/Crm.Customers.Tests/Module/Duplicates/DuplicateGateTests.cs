using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Customers.Application;
using Crm.Customers.Application.Duplicates;
using Crm.Customers.Domain.Duplicates;
using Crm.Testing;
using Crm.Testing.Databases;
using Shouldly;
using Xunit;
using static Crm.Customers.Tests.Module.Duplicates.DuplicateDesk;

namespace Crm.Customers.Tests.Module.Duplicates;

public sealed class DuplicateGateTests
{
    [SkippableTheory, EveryProvider]
    public async Task Who_may_be_there_already_is_registered_with_an_override_only_and_only_for_what_was_shown(DatabaseProvider provider)
    {
        await using var customers = await CustomerDesk.Open(provider);
        var first = await customers.Send(Asked(Anna()));
        var again = Anna("Berger, Anna");

        var refused = await Refused(customers, Asked(again));
        var shown = refused.Candidates.ShouldHaveSingleItem();
        (shown.Id, shown.IsHidden, shown.Name, shown.Band).ShouldBe((first.Id, false, "Anna Berger", MatchBand.Duplicate));
        shown.Fields!.ShouldContain(f => f.Field == DedupeField.BornOn && f.Verdict == FieldVerdict.Agrees);

        await NotValid(customers, Asked(again with { Notes = "another body" }, refused.Override));
        await NotValid(customers, Asked(again, refused.Override.Replace(refused.Override[20], refused.Override[20] == 'A' ? 'B' : 'A')));
        await NotValid(customers, Asked(again, "bm90IG9uZQ=="));
        await NotValid(customers, Asked(again, refused.Override), CustomerDesk.Person(Guid.CreateVersion7(), Guid.CreateVersion7(), RowScope.All));

        var second = await customers.Send(Asked(again, refused.Override));
        var row = (await customers.Candidates()).ShouldHaveSingleItem();
        (row.State, new[] { row.First.Id, row.Second.Id }.Contains(second.Id)).ShouldBe((CandidateState.Rejected, true));

        // There is one more of them now than were shown.
        (await Refused(customers, Asked(again, refused.Override))).Candidates.Count.ShouldBe(2);
        customers.Time.Advance(DuplicateOverride.Lifetime + TimeSpan.FromSeconds(1));
        await NotValid(customers, Asked(again, refused.Override));
    }

    [SkippableTheory, EveryProvider]
    public async Task Of_a_customer_of_others_only_its_unit_is_shown(DatabaseProvider provider)
    {
        await using var customers = await CustomerDesk.Open(provider);
        var north = Guid.CreateVersion7();
        await customers.Register(Anna() with { UnitId = north });
        var south = Guid.CreateVersion7();
        var writer = CustomerDesk.Person(Guid.CreateVersion7(), south, RowScope.Unit);
        writer = writer with { Permissions = new Dictionary<string, RowScope>(writer.Permissions) { [CustomersPermissions.Read.Name] = RowScope.Unit } };

        var refused = await Refused(customers, Asked(Anna()), writer);

        refused.Candidates.ShouldHaveSingleItem().ShouldBe(new LikeView(IsHidden: true, MatchBand.Duplicate, north));
        (await customers.Send(Asked(Anna(), refused.Override), writer)).Version.ShouldBe(1);
    }

    [Fact]
    public async Task Of_what_a_caller_does_not_see_neither_the_score_nor_the_number_of_a_customer_tells()
    {
        await using var customers = await CustomerDesk.Open(DatabaseProvider.Sqlite);
        await customers.Register(Anna() with { Code = "K-4711" });
        var writer = CustomerDesk.Person(Guid.CreateVersion7(), Guid.CreateVersion7(), RowScope.All) with
        {
            Masks = new Dictionary<string, FieldMask> { ["customers.bornOn"] = FieldMask.Omit, ["customers.code"] = FieldMask.Omit },
        };

        var shown = (await Refused(customers, Asked(Anna()), writer)).Candidates.ShouldHaveSingleItem();

        (shown.IsHidden, shown.Code, shown.Score, shown.Band).ShouldBe((false, null, null, MatchBand.Duplicate));
        shown.Fields!.Select(f => f.Field).ShouldNotContain(DedupeField.BornOn);
    }

    [SkippableTheory, EveryProvider]
    public async Task A_program_that_writes_by_its_own_key_is_not_stopped_and_the_pair_is_noted(DatabaseProvider provider)
    {
        await using var customers = await CustomerDesk.Open(provider);
        await customers.Register(Anna());

        (await customers.Send(new PutCustomerByRef("shop", "1", Anna()))).WasCreated.ShouldBeTrue();

        (await customers.Candidates()).ShouldHaveSingleItem().State.ShouldBe(CandidateState.Open);
    }

    private static async Task<(IReadOnlyList<LikeView> Candidates, string Override)> Refused(ModuleHarness customers, RegisterCustomer command, Caller? caller = null)
    {
        var broken = await Should.ThrowAsync<RuleBroken>(() => customers.Send(command, caller));
        broken.Rule.ShouldBe(DuplicatesRules.Suspected);
        return ((IReadOnlyList<LikeView>)broken.Told["candidates"]!, (string)broken.Told["duplicateOverride"]!);
    }

    private static async Task NotValid(ModuleHarness customers, RegisterCustomer command, Caller? caller = null) =>
        (await Should.ThrowAsync<RuleBroken>(() => customers.Send(command, caller))).Rule.ShouldBe(DuplicatesRules.OverrideNotValid);
}
