using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Customers.Application;
using Crm.Customers.Application.Merging;
using Crm.Customers.Contracts;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Duplicates;
using Crm.Customers.Domain.Merging;
using Crm.Customers.Persistence;
using Crm.Platform.Contracts;
using Crm.Testing;
using Crm.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Crm.Customers.Tests.Module.Duplicates;

public sealed class MergeTests
{
    private static readonly CustomerInput Acme = new()
    {
        Code = "A",
        Name = "Acme GmbH",
        Tags = ["key"],
        Addresses = [new AddressInput("Ring 1", "Kiel", null, "24103", "DE", IsPrimary: true)],
        ContactPoints = [new ContactPointInput(ContactPointKind.Phone, "0431 1111", IsPrimary: true)],
        Contacts = [new ContactInput("Anna Berg", IsPrimary: true)],
        ExternalRefs = [new ExternalRefInput("erp", "1")],
    };

    private static readonly CustomerInput AcmeAgain = new()
    {
        Code = "B",
        Name = "ACME Germany",
        Industry = "Tools",
        Tags = ["KEY", "fair"],
        Addresses = [new AddressInput("ring 1", "Kiel", null, "24103", "DE", IsPrimary: true), new AddressInput("Hafen 2", "Kiel", null, "24103", "DE", AddressKind.Shipping)],
        ContactPoints = [new ContactPointInput(ContactPointKind.Phone, "+49 431 1111", IsOptedOut: true), new ContactPointInput(ContactPointKind.Email, "info@acme.example")],
        Contacts = [new ContactInput("anna berg", "Buyer"), new ContactInput("Carl Tal", IsPrimary: true)],
        ExternalRefs = [new ExternalRefInput("shop", "77")],
    };

    [SkippableTheory, EveryProvider]
    public async Task The_survivor_takes_what_it_lacks_each_part_once_and_the_old_one_leads_to_it(DatabaseProvider provider)
    {
        await using var customers = await CustomerDesk.Open(provider);
        var (a, b) = ((await customers.Register(Acme)).Id, (await customers.Register(AcmeAgain)).Id);

        await customers.Merge(a, b);

        var survivor = (await customers.Find(a))!;
        (survivor.Name, survivor.Code, survivor.Industry).ShouldBe(("Acme GmbH", "A", "Tools"));
        survivor.Tags.ShouldBe(["key", "fair"], ignoreOrder: true);
        survivor.Addresses.Select(x => (x.Kind, x.Lines, x.IsPrimary)).ShouldBe([(AddressKind.Main, "Ring 1", true), (AddressKind.Shipping, "Hafen 2", true)], ignoreOrder: true);
        var phone = survivor.ContactPoints.Single(p => p.Kind == ContactPointKind.Phone);
        (phone.Value, phone.IsOptedOut, phone.IsPrimary).ShouldBe(("0431 1111", true, true));
        survivor.ContactPoints.ShouldContain(p => p.Value == "info@acme.example" && p.IsPrimary);
        survivor.Contacts.Select(c => (c.Name, c.Title, c.IsPrimary)).ShouldBe([("Anna Berg", "Buyer", true), ("Carl Tal", null, false)], ignoreOrder: true);
        survivor.ExternalRefs.Select(r => r.System).ShouldBe(["erp", "shop"], ignoreOrder: true);

        (await customers.Listed()).ShouldBe([a]);
        (await customers.Family(b)).ShouldBe(await customers.Family(a));
        (await customers.Search("B")).ShouldBe(["Acme GmbH"]);
        (await customers.Search("acme germany")).ShouldBe(["Acme GmbH"]);
        (await customers.Search("info@acme.example")).ShouldBe(["Acme GmbH"]);
        (await customers.Send(new PutCustomerByRef("shop", "77", AcmeAgain with { Code = null, Name = "Acme GmbH" }))).Id.ShouldBe(a);
        var refused = await Should.ThrowAsync<RuleBroken>(() => customers.Put(b, AcmeAgain));
        (refused.Rule, refused.Values[0]).ShouldBe((MergingRules.Merged, a));
    }

    [SkippableTheory, EveryProvider]
    public async Task What_was_chosen_is_taken_and_everything_comes_back_to_the_byte(DatabaseProvider provider)
    {
        await using var customers = await CustomerDesk.Open(provider);
        var (a, b) = ((await customers.Register(Acme)).Id, (await customers.Register(AcmeAgain)).Id);
        await customers.Compare();
        var (wasA, wasB) = (await customers.Image(a), await customers.Image(b));

        await Should.ThrowAsync<InvalidInput>(() => customers.Merge(a, new Dictionary<string, Guid> { ["addresses"] = b }, b));
        await customers.Merge(a, new Dictionary<string, Guid> { ["name"] = b }, b);
        (await customers.Find(a))!.Name.ShouldBe("ACME Germany");
        await customers.Unmerge(b);

        (await customers.Image(a)).ShouldBe(wasA);
        (await customers.Image(b)).ShouldBe(wasB);
        (await customers.Listed()).ShouldBe([a, b], ignoreOrder: true);
        (await Should.ThrowAsync<RuleBroken>(() => customers.Unmerge(b))).Rule.ShouldBe(MergingRules.NotMerged);
    }

    [SkippableTheory, EveryProvider]
    public async Task Undoing_keeps_what_was_changed_elsewhere_and_refuses_what_was_changed_where_the_merge_changed_it(DatabaseProvider provider)
    {
        await using var customers = await CustomerDesk.Open(provider);
        var (a, b) = ((await customers.Register(Acme)).Id, (await customers.Register(AcmeAgain)).Id);
        await customers.Merge(a, b);
        var merged = CustomerInput.Of(await customers.Stored(a));

        await customers.Put(a, merged with { Industry = "Machines", Notes = "called today" });
        var refused = await Should.ThrowAsync<RuleBroken>(() => customers.Unmerge(b));
        (refused.Rule, refused.Values[0]).ShouldBe((MergingRules.ChangedSince, "industry"));

        await customers.Put(a, merged with { Notes = "called today", ContactPoints = [.. merged.ContactPoints, new ContactPointInput(ContactPointKind.Email, "new@acme.example")] });
        await customers.Unmerge(b);

        var back = (await customers.Find(a))!;
        (back.Industry, back.Notes).ShouldBe((null, "called today"));
        back.ContactPoints.Select(p => p.Value).ShouldBe(["0431 1111", "new@acme.example"], ignoreOrder: true);
    }

    [SkippableTheory, EveryProvider]
    public async Task Chains_lead_to_the_last_and_are_undone_from_the_last(DatabaseProvider provider)
    {
        await using var customers = await CustomerDesk.Open(provider);
        var (a, b, c) = ((await customers.Register(Acme)).Id, (await customers.Register(AcmeAgain)).Id, (await customers.Register(new CustomerInput { Name = "Acme Holding", Code = "C" })).Id);
        var images = new[] { await customers.Image(a), await customers.Image(b), await customers.Image(c) };
        await customers.Merge(b, a);
        await customers.Merge(c, b);

        (await customers.Stored(a)).SurvivorId.ShouldBe(new CustomerId(c));
        (await customers.Search("A")).ShouldContain("Acme Holding");
        var refused = await Should.ThrowAsync<RuleBroken>(() => customers.Unmerge(a));
        (refused.Rule, refused.Values[0]).ShouldBe((MergingRules.LaterMergeFirst, b));

        await customers.Unmerge(b);
        (await customers.Stored(a)).SurvivorId.ShouldBe(new CustomerId(b));
        await customers.Unmerge(a);

        new[] { await customers.Image(a), await customers.Image(b), await customers.Image(c) }.ShouldBe(images);
    }

    [SkippableTheory, EveryProvider]
    public async Task Of_two_who_merge_the_same_at_once_one_wins_and_the_other_hears_that_it_has_changed(DatabaseProvider provider)
    {
        await using var customers = await CustomerDesk.Open(provider);
        var (a, b) = ((await customers.Register(Acme)).Id, (await customers.Register(AcmeAgain)).Id);

        var outcomes = await Task.WhenAll(Try(a, b), Try(b, a), Try(a, b), Try(b, a));

        outcomes.Count(o => o is null).ShouldBe(1);
        foreach (var failure in outcomes.OfType<Exception>()) (failure is VersionMismatch or RuleBroken or Conflict).ShouldBeTrue(failure.ToString());
        (await customers.Listed()).Count.ShouldBe(1);

        async Task<Exception?> Try(Guid survivor, Guid other)
        {
            try
            {
                await customers.Send(new MergeCustomers([new MergedCustomer(other, 1)]) { SurvivorId = survivor }, ifMatch: 1);
                return null;
            }
            catch (Refusal refusal)
            {
                return refusal;
            }
        }
    }

    [SkippableTheory, EveryProvider]
    public async Task A_merge_is_told_a_candidate_is_settled_by_it_and_an_erasure_ends_what_could_be_undone(DatabaseProvider provider)
    {
        await using var customers = await CustomerDesk.Open(provider);
        var (a, b) = ((await customers.Register(DuplicateDesk.Anna())).Id, (await customers.Register(DuplicateDesk.Anna())).Id);
        await customers.Compare();

        await customers.Merge(a, b);
        (await customers.Read<CustomersDbContext, CandidateState>(db => db.Set<DuplicateCandidate>().Select(x => x.State).SingleAsync())).ShouldBe(CandidateState.Confirmed);
        var told = (await customers.Published<CustomersDbContext>(typeof(CustomerMergedV1))).Cast<CustomerMergedV1>().ShouldHaveSingleItem();
        (told.CustomerId, told.SurvivorId, told.Customer.SurvivorId).ShouldBe((b, a, a));

        await customers.Given(new PersonErasureRequestedV1(b, customers.Time.GetUtcNow()), $"person-erasure/{Guid.CreateVersion7()}", 1);
        (await Should.ThrowAsync<RuleBroken>(() => customers.Unmerge(b))).Rule.ShouldBe(CustomersRules.Erased);
        (await customers.Read<CustomersDbContext, string?>(db => db.Set<Merge>().Select(m => m.Before).SingleAsync())).ShouldBeNull();
    }

    [Fact]
    public async Task Nobody_is_merged_with_itself_or_with_another_kind_and_what_was_merged_is_no_longer_decided_about()
    {
        await using var customers = await CustomerDesk.Open(DatabaseProvider.Sqlite);
        var (a, b) = ((await customers.Register(DuplicateDesk.Anna())).Id, (await customers.Register(DuplicateDesk.Anna())).Id);
        var company = (await customers.Register(Acme)).Id;
        await customers.Compare();

        (await Should.ThrowAsync<RuleBroken>(() => customers.Merge(a, a))).Rule.ShouldBe(MergingRules.WithItself);
        (await Should.ThrowAsync<RuleBroken>(() => customers.Merge(a, company))).Rule.ShouldBe(MergingRules.KindsDiffer);

        await customers.Merge(a, b);
        var candidate = await customers.Read<CustomersDbContext, DuplicateCandidate>(db => db.Set<DuplicateCandidate>().SingleAsync());
        Should.Throw<RuleBroken>(() => candidate.Reject("No.", Guid.CreateVersion7(), customers.Time.GetUtcNow())).Rule.ShouldBe(DuplicatesRules.AlreadyMerged);
    }
}
