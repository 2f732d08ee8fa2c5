using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Customers.Application;
using Crm.Customers.Application.Duplicates;
using Crm.Customers.Domain.Duplicates;
using Crm.Customers.Persistence;
using Crm.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;
using static Crm.Customers.Tests.Module.Duplicates.DuplicateDesk;

namespace Crm.Customers.Tests.Module.Duplicates;

public sealed class DuplicateRunTests
{
    [SkippableTheory, EveryProvider]
    public async Task What_came_in_twice_is_found_in_the_background_and_what_is_rejected_is_not_asked_again_until_it_changes(DatabaseProvider provider)
    {
        await using var customers = await CustomerDesk.Open(provider);
        var first = await customers.Register(Anna());
        var second = await customers.Register(Anna("Berger Anna"));
        await customers.Register(Anna("Bernd Berger") with { BornOn = new DateOnly(1977, 9, 29) });
        await customers.Register(new CustomerInput { Name = "Somebody Else" });

        await customers.Compare();
        var found = (await customers.Candidates()).ShouldHaveSingleItem();
        new[] { found.First.Id, found.Second.Id }.ShouldBe([first.Id, second.Id], ignoreOrder: true);
        (found.Band, found.State).ShouldBe((MatchBand.Duplicate, CandidateState.Open));

        await customers.Send(new RejectCandidate("Mother and daughter.") { Id = found.Id }, ifMatch: found.Version);
        await customers.Compare();
        await customers.Compare(onlyChanged: true);
        (await customers.Candidates()).ShouldHaveSingleItem().State.ShouldBe(CandidateState.Rejected);

        await customers.Changed(second.Id, Anna("Berger Anna", phone: "+49 30 5551 0000"));
        await customers.Compare(onlyChanged: true);
        (await customers.Candidates()).ShouldHaveSingleItem().State.ShouldBe(CandidateState.Open);
    }

    [SkippableTheory, EveryProvider]
    public async Task A_pair_that_is_no_longer_alike_or_of_which_one_is_gone_stands_there_no_longer(DatabaseProvider provider)
    {
        await using var customers = await CustomerDesk.Open(provider);
        var first = await customers.Register(Anna());
        var second = await customers.Register(Anna());
        var third = await customers.Register(Anna());
        await customers.Compare();
        (await customers.Candidates()).Count.ShouldBe(3);

        await customers.Send(new DeleteCustomer(third.Id));
        (await customers.Candidates()).Count.ShouldBe(1);

        await customers.Changed(second.Id, new CustomerInput { Name = "Carl Someone", Kind = Anna().Kind });
        customers.Time.Advance(TimeSpan.FromMinutes(1));
        await customers.Compare(onlyChanged: true);
        (await customers.Candidates()).ShouldBeEmpty();

        await customers.Send(new RestoreCustomer(third.Id));
        await customers.Compare(onlyChanged: true);
        var row = (await customers.Candidates()).ShouldHaveSingleItem();
        new[] { row.First.Id, row.Second.Id }.ShouldBe([first.Id, third.Id], ignoreOrder: true);
    }

    [SkippableTheory, EveryProvider]
    public async Task Of_a_pair_with_a_customer_of_others_one_sees_only_that_it_is_there_and_whom_to_ask(DatabaseProvider provider)
    {
        await using var customers = await CustomerDesk.Open(provider);
        var (north, south) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await customers.Register(Anna() with { UnitId = north });
        await customers.Register(Anna() with { UnitId = south });
        await customers.Compare();
        var inNorth = CustomerDesk.Person(Guid.CreateVersion7(), north, RowScope.Unit);

        var row = (await customers.Candidates(inNorth)).ShouldHaveSingleItem();

        (row.Score, row.Band).ShouldBe((null, MatchBand.Duplicate));
        var hidden = new[] { row.First, row.Second }.Single(c => c.IsHidden);
        (hidden.Id, hidden.Name, hidden.UnitId).ShouldBe((null, null, south));
        (await Should.ThrowAsync<RuleBroken>(() => customers.Send(new RejectCandidate("No.") { Id = row.Id }, inNorth))).Rule.ShouldBe(DuplicatesRules.CustomerHidden);
        (await customers.Candidates(CustomerDesk.Person(Guid.CreateVersion7(), Guid.CreateVersion7(), RowScope.Unit))).ShouldBeEmpty();
    }

    [SkippableTheory, EveryProvider]
    public async Task Of_an_erased_customer_nothing_is_left_to_compare(DatabaseProvider provider)
    {
        await using var customers = await CustomerDesk.Open(provider);
        var anna = await customers.Register(Anna());
        await customers.Register(Anna());
        await customers.Compare();

        await customers.Given(new Crm.Platform.Contracts.PersonErasureRequestedV1(anna.Id, customers.Time.GetUtcNow()), $"person-erasure/{Guid.CreateVersion7()}", 1);

        (await customers.Candidates()).ShouldBeEmpty();
        (await customers.Read<CustomersDbContext, int>(db => db.Set<DuplicateProfile>().CountAsync())).ShouldBe(1);
        (await customers.Read<CustomersDbContext, bool>(db => db.Set<DuplicateKey>().AnyAsync(k => k.CustomerId == new Crm.Customers.Domain.CustomerId(anna.Id)))).ShouldBeFalse();
    }

    [SkippableTheory, EveryProvider]
    public async Task New_rules_hold_for_all_customers_at_the_next_run(DatabaseProvider provider)
    {
        await using var customers = await CustomerDesk.Open(provider);
        await customers.Register(new CustomerInput { Name = "Nordlicht Optik GmbH", Code = "A-1" });
        await customers.Register(new CustomerInput { Name = "Nordlicht Optik AG", Code = "A-2" });
        await customers.Compare();
        (await customers.Candidates()).ShouldBeEmpty();
        var rules = Persistence.Duplicates.DedupeRuleText.Of(DedupeDefaults.Organisation);

        await customers.Send(new ChangeDedupeRules(rules with { Suspected = 12 }));
        await customers.Compare();
        (await customers.Candidates()).ShouldHaveSingleItem().Band.ShouldBe(MatchBand.Suspected);

        await customers.Send(new ChangeDedupeRules(Rules: null));
        customers.Time.Advance(TimeSpan.FromMinutes(1));
        await customers.Compare();
        (await customers.Candidates()).ShouldBeEmpty();

        var wrong = rules with { Comparisons = [rules.Comparisons[0] with { U = 0.99 }], Keys = [] };
        var refused = await Should.ThrowAsync<InvalidInput>(() => customers.Send(new ChangeDedupeRules(wrong)));
        refused.Errors.Select(e => e.Pointer).ShouldBe(["/rules/keys", "/rules/comparisons/0/m"]);
    }
}
