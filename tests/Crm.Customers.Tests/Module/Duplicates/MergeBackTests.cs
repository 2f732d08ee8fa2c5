using System.Text.Json;
using System.Text.Json.Nodes;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Customers.Application;
using Crm.Customers.Application.Credit;
using Crm.Customers.Application.Fields;
using Crm.Customers.Application.Merging;
using Crm.Customers.Application.Ownership;
using Crm.Customers.Contracts;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Fields;
using Crm.Customers.Domain.Merging;
using Crm.Customers.Persistence;
using Crm.Platform.Contracts;
using Crm.Testing;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Crm.Customers.Tests.Module.Duplicates;

/// <summary>What undoing a merge gives back, and in which order.</summary>
public sealed class MergeBackTests
{
    private static readonly Guid Anna = Guid.CreateVersion7();
    private static readonly ContactPointInput Phone = new(ContactPointKind.Phone, "0431 1111");

    [Fact]
    public async Task A_survivor_that_took_all_that_can_be_said_of_a_customer_is_as_empty_again_as_it_was()
    {
        await using var customers = await CustomerDesk.Open(DatabaseProvider.Sqlite);
        var full = (await customers.Register(await Full(customers))).Id;
        await customers.Send(new HandOverCustomer { Id = full, OwnerId = Anna, Reason = "Moved" });
        await customers.Send(new BlockCustomer(full, IsBlocked: true, "Fraud"));
        await customers.Send(new SetCreditTerms { CustomerId = full, Limit = 100m, Currency = "EUR", PaymentDays = 60, IsBlocked = true });
        var empty = (await customers.Register(new CustomerInput { Name = "Empty", Code = "E" })).Id;
        (await customers.ImageOf(full)).Where(p => SaysNothing(p.Value)).Select(p => p.Key).ShouldBeEmpty("This test has to set whatever can be said.");
        var (was, other) = (await customers.Image(empty), await customers.Image(full));

        await customers.Merge(empty, full);
        var survivor = await customers.Stored(empty);
        (survivor.TerritoryId is null, survivor.BlockReason, survivor.OwnershipReason).ShouldBe((false, "Fraud", null));
        await customers.Unmerge(full);

        (await customers.Image(empty)).ShouldBe(was);
        (await customers.Image(full)).ShouldBe(other);
    }

    [Fact]
    public async Task Credit_that_either_is_refused_is_refused_to_both_and_terms_that_only_one_has_hold_for_both_until_they_are_two_again()
    {
        await using var customers = await CustomerDesk.Open(DatabaseProvider.Sqlite);
        var (a, b, c) = ((await customers.Register(new CustomerInput { Name = "A" })).Id, (await customers.Register(new CustomerInput { Name = "B" })).Id, (await customers.Register(new CustomerInput { Name = "C" })).Id);
        await customers.Send(new SetCreditTerms { CustomerId = a, Limit = 1000m, Currency = "EUR" });
        await customers.Send(new SetCreditTerms { CustomerId = b, Currency = "USD", PaymentDays = 60, IsBlocked = true });
        var (wasA, wasC) = (await customers.Image(a), await customers.Image(c));
        (await Should.ThrowAsync<InvalidInput>(() => customers.Merge(a, new Dictionary<string, Guid> { ["creditTerms"] = b }, b))).Errors[0].Pointer.ShouldBe("/fields/creditTerms");

        await customers.Merge(a, b);
        await customers.Merge(c, a);
        (await Terms(customers)).ShouldBe([(a, 1000m, "EUR", 60, true), (b, null, "USD", 60, true), (c, 1000m, "EUR", 60, true)], ignoreOrder: true);
        await customers.Unmerge(a);
        (await Terms(customers)).ShouldContain((c, null, "EUR", null, false));
        await customers.Unmerge(b);

        (await Terms(customers)).ShouldContain((a, 1000m, "EUR", null, false));
        (await customers.Image(a), await customers.Image(c)).ShouldBe((wasA, wasC));
        (await customers.Published<CustomersDbContext>(typeof(CreditTermsChangedV1))).Skip(2).ShouldBe(
        [
            new CreditTermsChangedV1(a, 1000m, "EUR", 60, true), new CreditTermsChangedV1(c, 1000m, "EUR", 60, true),
            new CreditTermsChangedV1(c, null, "EUR", null, false), new CreditTermsChangedV1(a, 1000m, "EUR", null, false),
        ]);
    }

    [Fact]
    public async Task Terms_that_were_changed_since_are_not_taken_back()
    {
        await using var customers = await CustomerDesk.Open(DatabaseProvider.Sqlite);
        var (a, b) = ((await customers.Register(new CustomerInput { Name = "A" })).Id, (await customers.Register(new CustomerInput { Name = "B" })).Id);
        await customers.Send(new SetCreditTerms { CustomerId = b, Limit = 10m, Currency = "EUR" });
        await customers.Merge(a, b);
        await customers.Send(new SetCreditTerms { CustomerId = b, Limit = 20m, Currency = "EUR" }, ifMatch: 1);

        var refused = await Should.ThrowAsync<RuleBroken>(() => customers.Unmerge(b));

        (refused.Rule, refused.Values[0]).ShouldBe((MergingRules.ChangedSince, "creditTerms.limit"));
    }

    [Fact]
    public async Task Why_a_survivor_belongs_to_whom_it_does_and_is_blocked_outlives_a_merge_and_its_undoing()
    {
        await using var customers = await CustomerDesk.Open(DatabaseProvider.Sqlite);
        var a = (await customers.Register(new CustomerInput { Name = "A" })).Id;
        await customers.Send(new HandOverCustomer { Id = a, OwnerId = Anna, Reason = "On leave" });
        await customers.Send(new BlockCustomer(a, IsBlocked: true, "Insolvent"));
        var b = (await customers.Register(new CustomerInput { Name = "B", TerritoryId = await Territory(customers) })).Id;
        var was = await customers.Image(a);

        await customers.Merge(a, b);
        await customers.Unmerge(b);

        (await customers.Image(a)).ShouldBe(was);
        was.ShouldContain("On leave Insolvent");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Of_several_merged_into_one_the_last_is_undone_first_so_that_who_opted_out_by_any_of_them_stays_opted_out(bool atOnce)
    {
        await using var customers = await CustomerDesk.Open(DatabaseProvider.Sqlite);
        var a = (await customers.Register(new CustomerInput { Name = "A", ContactPoints = [Phone] })).Id;
        var b = (await customers.Register(new CustomerInput { Name = "B", ContactPoints = [Phone with { IsOptedOut = true }], Tags = ["fair"] })).Id;
        var c = (await customers.Register(new CustomerInput { Name = "C", ContactPoints = [Phone with { IsOptedOut = true }], Tags = ["fair"] })).Id;
        var was = await customers.Image(a);
        if (atOnce)
        {
            await customers.Merge(a, b, c);
        }
        else
        {
            await customers.Merge(a, b);
            await customers.Merge(a, c);
        }

        var refused = await Should.ThrowAsync<RuleBroken>(() => customers.Unmerge(b));
        (refused.Rule, refused.Values[0]).ShouldBe((MergingRules.LastMergeFirst, c));

        await customers.Unmerge(c);
        var between = await customers.Stored(a);
        (between.ContactPoints.Single().IsOptedOut, between.Tags.Single()).ShouldBe((true, "fair"));
        await customers.Unmerge(b);
        (await customers.Image(a)).ShouldBe(was);
    }

    private static Task<List<(Guid, decimal?, string, int?, bool)>> Terms(ModuleHarness customers) => customers.Read<CustomersDbContext, List<(Guid, decimal?, string, int?, bool)>>(
        async db => (await db.CreditTerms.AsNoTracking().ToListAsync()).ConvertAll(t => (t.CustomerId.Value, t.Limit, t.Currency, t.PaymentDays, t.IsBlocked)));

    private static async Task<CustomerInput> Full(ModuleHarness customers)
    {
        await customers.Send(new DefineField { Key = "vat", Names = new Phrase("A field", "\u5b57\u6bb5"), Type = FieldType.Flag });
        return new CustomerInput
        {
            Code = "F",
            Name = "Full",
            ShortName = "F.",
            LegalName = "Full GmbH",
            TaxId = "DE 123",
            Industry = "Tea",
            Size = Enum.GetValues<CompanySize>()[^1],
            Source = "Fair",
            Channel = "Web",
            BornOn = new DateOnly(1990, 1, 2),
            Sex = Enum.GetValues<Sex>()[^1],
            Needs = "Cups",
            Preferences = "By mail",
            PreferredContact = ContactPointKind.Email,
            Notes = "Pays",
            UnitId = Guid.CreateVersion7(),
            TerritoryId = await Territory(customers),
            Tags = ["fair"],
            Contacts = [new ContactInput("Carl Tal") { ContactPoints = [Phone] }],
            Addresses = [new AddressInput("Ring 1", "Kiel", null, "24103", "DE")],
            ContactPoints = [Phone],
            ExternalRefs = [new ExternalRefInput("erp", "1")],
            Fields = new Dictionary<string, JsonElement> { ["vat"] = JsonSerializer.SerializeToElement(true) },
        };
    }

    private static async Task<Guid> Territory(ModuleHarness customers)
    {
        var id = Guid.CreateVersion7();
        await customers.Given(new TerritoryChangedV1(id, "N", "North", null, [], null, []), $"territory/{id}", 1);
        return id;
    }

    private static bool SaysNothing(JsonNode? value) => value is null or JsonArray { Count: 0 } or JsonObject { Count: 0 };
}
