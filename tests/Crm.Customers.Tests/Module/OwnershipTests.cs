using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Operations;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Customers.Application;
using Crm.Customers.Application.Credit;
using Crm.Customers.Application.Ownership;
using Crm.Customers.Application.Pools;
using Crm.Customers.Contracts;
using Crm.Customers.Persistence;
using Crm.Platform.Contracts;
using Crm.Testing;
using Crm.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Crm.Customers.Tests.Module;

public sealed class OwnershipTests
{
    private static readonly Guid Anna = Guid.CreateVersion7();
    private static readonly Guid Bert = Guid.CreateVersion7();

    [SkippableTheory, EveryProvider]
    public async Task A_customer_comes_to_the_territory_that_it_fits_best_and_is_found_by_all_that_it_lies_in(DatabaseProvider provider)
    {
        await using var customers = await CustomerDesk.Open(provider);
        var (world, germany, berlin, tea) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        await Told(customers, 1, world, "W", []);
        await Told(customers, 1, germany, "DE", [world], new TerritoryRuleV1("DE", null, null, null));
        await Told(customers, 1, berlin, "BER", [germany, world], new TerritoryRuleV1("DE", null, "10 1", null), new TerritoryRuleV1("DE", "berlin", null, null));
        await Told(customers, 1, tea, "TEA", [], new TerritoryRuleV1(null, null, null, "TEA"), new TerritoryRuleV1("DE", null, "101", "tea"));
        foreach (var (name, address, industry) in new (string, AddressInput?, string?)[]
                 {
                     ("Hamburg", new AddressInput(Country: "Germany", PostalCode: "20095"), "Tea"),
                     ("Mitte", new AddressInput(Country: "DE", PostalCode: "10115"), null),
                     ("Mitte tea", new AddressInput(Country: "DE", PostalCode: "10115"), "Tea"),
                     ("Region", new AddressInput(Country: "DE", Region: "Berlin"), null),
                     ("Nowhere", null, null),
                     ("Teahouse", null, "Téa"),
                 })
        {
            await customers.Register(new CustomerInput { Name = name, Industry = industry, Addresses = address is null ? [] : [address] });
        }

        await customers.Register(new CustomerInput { Name = "Said", TerritoryId = world });

        (await customers.List($"filter[territoryId]={berlin}")).ShouldBe("Mitte,Region");
        (await customers.List($"filter[territory]={germany}")).ShouldBe("Hamburg,Mitte,Region");
        (await customers.List($"filter[territory]={world}")).ShouldBe("Hamburg,Mitte,Region,Said");
        (await customers.List($"filter[territory]={tea}")).ShouldBe("Mitte tea,Teahouse");
        (await customers.List("filter[territory][isNull]=true")).ShouldBe("Nowhere");

        await Told(customers, 2, berlin, "BER", [world], new TerritoryRuleV1("DE", null, "101", null));
        await Told(customers, 1, berlin, "OLD", [germany, world]);
        (await customers.List($"filter[territory]={germany}")).ShouldBe("Hamburg");
        (await customers.List($"filter[territory]={world}")).ShouldBe("Hamburg,Mitte,Region,Said");
        (await Should.ThrowAsync<RuleBroken>(() => customers.Register(new CustomerInput { Name = "Lost", TerritoryId = Guid.CreateVersion7() })))
            .Rule.Code.ShouldBe("customers.territory-unknown");
    }

    [SkippableTheory, EveryProvider]
    public async Task Customers_are_handed_over_one_by_one_and_all_that_a_filter_finds_and_it_is_told(DatabaseProvider provider)
    {
        await using var customers = await CustomerDesk.Open(provider);
        var berlin = Guid.CreateVersion7();
        await Told(customers, 1, berlin, "BER", [], new TerritoryRuleV1(null, null, null, "steel"));
        var first = await customers.Register(new CustomerInput { Name = "First", OwnerId = Anna, Industry = "tea" });
        for (var i = 0; i < 250; i++) await customers.Register(new CustomerInput { Name = $"Many {i:000}", OwnerId = Anna, Industry = "wine" });

        await customers.Send(new HandOverCustomer { Id = first.Id, OwnerId = Bert, Reason = "On leave" }, ifMatch: 1);
        var handed = (await customers.Published<CustomersDbContext>(typeof(OwnershipChangedV1))).ShouldHaveSingleItem().ShouldBeOfType<OwnershipChangedV1>();
        (handed.CustomerId, handed.FromOwnerId, handed.OwnerId, handed.Reason).ShouldBe((first.Id, Anna, Bert, "On leave"));
        (await customers.Published<CustomersDbContext>(typeof(CustomerChangedV1))).Cast<CustomerChangedV1>().Last().Customer.OwnerId.ShouldBe(Bert);

        var many = new HandOverCustomers { Filter = new Dictionary<string, string> { ["filter[ownerId]"] = $"{Anna}" }, OwnerId = Bert, Reason = "Left", DryRun = true };
        (await Result(customers, many)).ShouldBe("""{"found":250,"handedOver":250}""");
        (await customers.List($"filter[ownerId]={Anna}&limit=500")).Split(',').Length.ShouldBe(250);
        (await Result(customers, many with { DryRun = false })).ShouldBe("""{"found":250,"handedOver":250}""");
        (await customers.List($"filter[ownerId]={Anna}")).ShouldBeEmpty();
        (await customers.Published<CustomersDbContext>(typeof(OwnershipChangedV1))).Count.ShouldBe(251);

        await customers.Send(new ChangeCustomer(first.Id, new CustomerInput { Name = "First", Industry = "Steel" }));
        (await Result(customers, many with { Filter = new Dictionary<string, string> { ["q"] = "first" }, OwnerId = null, ToBestTerritory = true, DryRun = false }))
            .ShouldBe("""{"found":1,"handedOver":1}""");
        (await customers.List($"filter[territoryId]={berlin}")).ShouldBe("First");

        await Should.ThrowAsync<InvalidInput>(() => customers.Send(many with { Filter = new Dictionary<string, string> { ["filter[nobody]"] = "1" } }));
        await Should.ThrowAsync<InvalidInput>(() => customers.Send(many with { Filter = new Dictionary<string, string>() }));
    }

    [Fact]
    public async Task Nobody_hands_customers_to_those_whose_customers_are_out_of_reach()
    {
        await using var customers = await CustomerDesk.Open(DatabaseProvider.Sqlite);
        var clerk = CustomerDesk.Person(Anna, Guid.CreateVersion7(), RowScope.Own);
        var hers = await customers.Register(new CustomerInput { Name = "Hers" }, clerk);
        var his = await customers.Register(new CustomerInput { Name = "His", OwnerId = Bert });

        await Should.ThrowAsync<NotAllowed>(() => customers.Send(new HandOverCustomer { Id = hers.Id, OwnerId = Bert, Reason = "Tired" }, clerk));
        await Should.ThrowAsync<ResourceNotFound>(() => customers.Send(new HandOverCustomer { Id = his.Id, OwnerId = Anna, Reason = "Mine" }, clerk));
        await Should.ThrowAsync<ResourceNotFound>(() => customers.Send(new BlockCustomer(his.Id, IsBlocked: true, "Mine"), clerk));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_bulk_hand_over_leaves_out_whom_it_may_not_touch_and_says_so_in_its_dry_run(bool isDryRun)
    {
        await using var customers = await CustomerDesk.Open(DatabaseProvider.Sqlite);
        var (north, south) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await customers.Send(new OpenPool { Code = "north", Names = new Phrase("North", "北区") });
        var lead = CustomerDesk.Person(Anna, north, RowScope.Unit);
        await customers.Register(new CustomerInput { Name = "Near", OwnerId = Guid.CreateVersion7(), UnitId = north });
        await customers.Register(new CustomerInput { Name = "Far", Code = "FAR", OwnerId = Anna, UnitId = south });
        var pooled = await customers.Register(new CustomerInput { Name = "Pooled", Code = "POOLED", OwnerId = Anna, UnitId = north });
        await customers.Send(new GiveUpCustomer { Id = pooled.Id, Pool = "north", Reason = "Too far away" });

        var all = new HandOverCustomers { Filter = new Dictionary<string, string> { ["filter[name][ne]"] = "Nobody" }, OwnerId = Bert, Reason = "Left", DryRun = isDryRun };
        (await Result(customers, all, lead)).ShouldBe("""{"found":2,"handedOver":1}""", "What is in a pool is seen by no unit.");
        var inPool = new HandOverCustomers { Filter = new Dictionary<string, string> { ["filter[code]"] = "POOLED" }, OwnerId = Bert, Reason = "Left", DryRun = isDryRun };
        (await Result(customers, inPool)).ShouldBe("""{"found":1,"handedOver":0}""");

        (await customers.List($"filter[ownerId]={Bert}")).ShouldBe(isDryRun ? "" : "Near");
        var problems = await customers.Read<CustomersDbContext, List<OperationProblem>>(db => db.Set<OperationProblem>().ToListAsync());
        problems.Select(p => (p.Code, p.Value)).ShouldBe([("customers.owner-out-of-reach", "FAR"), ("customers.pooled", "POOLED")], ignoreOrder: true);
    }

    [Fact]
    public async Task Nothing_is_given_to_people_and_units_that_are_not_there_and_what_has_them_already_may_keep_them()
    {
        await using var customers = await CustomerDesk.Open(DatabaseProvider.Sqlite);
        var callers = (TestCallers)customers.Services.GetRequiredService<ICallers>();
        callers.Add(new Caller(Anna, CallerKind.Person, "anna"));
        callers.Add(new Caller(Bert, CallerKind.Person, "bert"));
        var hers = await customers.Register(new CustomerInput { Name = "Hers", OwnerId = Anna });
        var filter = new Dictionary<string, string> { ["q"] = "hers" };
        callers.Remove(Anna);

        foreach (var (owner, unit, code) in new (Guid?, Guid?, string)[] { (Guid.CreateVersion7(), null, "customers.person-unknown"), (null, TestCallers.NoUnit, "customers.unit-unknown") })
        {
            foreach (var given in new Func<Task>[]
            {
                () => customers.Register(new CustomerInput { Name = "New", OwnerId = owner, UnitId = unit }),
                () => customers.Send(new ChangeCustomer(hers.Id, new CustomerInput { Name = "Hers", OwnerId = owner, UnitId = unit })),
                () => customers.Send(new HandOverCustomer { Id = hers.Id, OwnerId = owner, UnitId = unit, Reason = "A slip" }),
                () => customers.Send(new HandOverCustomers { Filter = filter, OwnerId = owner, UnitId = unit, Reason = "A slip" }),
            })
            {
                (await Should.ThrowAsync<RuleBroken>(given)).Rule.Code.ShouldBe(code);
            }
        }

        await customers.Send(new ChangeCustomer(hers.Id, new CustomerInput { Name = "Still hers", OwnerId = Anna }));
        await customers.Send(new HandOverCustomer { Id = hers.Id, OwnerId = Bert, Reason = "She left" });
    }

    [SkippableTheory, EveryProvider]
    public async Task Blocking_and_credit_terms_are_told_once_for_each_change(DatabaseProvider provider)
    {
        await using var customers = await CustomerDesk.Open(provider);
        var acme = await customers.Register(CustomerDesk.Acme());

        await customers.Send(new BlockCustomer(acme.Id, IsBlocked: true, "Fraud"));
        await customers.Send(new BlockCustomer(acme.Id, IsBlocked: true, "Fraud, certainly"));
        await customers.Send(new BlockCustomer(acme.Id, IsBlocked: false, "A mistake"));
        await customers.Send(new BlockCustomer(acme.Id, IsBlocked: false, "A mistake"));
        await customers.Send(new ChangeCustomer(acme.Id, CustomerDesk.Acme() with { IsBlocked = true }));
        (await customers.Published<CustomersDbContext>(typeof(CustomerBlockedV1), typeof(CustomerUnblockedV1))).ShouldBe(
            [new CustomerBlockedV1(acme.Id, "Fraud"), new CustomerUnblockedV1(acme.Id, "A mistake"), new CustomerBlockedV1(acme.Id, null)]);
        (await customers.Published<CustomersDbContext>(typeof(CustomerChangedV1))).Cast<CustomerChangedV1>().Select(c => c.Customer.IsBlocked).ShouldBe([true, true, false, true]);

        var terms = await customers.Send(new SetCreditTerms { CustomerId = acme.Id, Limit = 10m, Currency = "EUR", PaymentDays = 14 });
        await customers.Send(new SetCreditTerms { CustomerId = acme.Id, Limit = 10m, Currency = "EUR", PaymentDays = 14 }, ifMatch: terms.Version);
        await customers.Send(new SetCreditTerms { CustomerId = acme.Id, Currency = "USD", IsBlocked = true }, ifMatch: terms.Version);
        await Should.ThrowAsync<VersionMismatch>(() => customers.Send(new SetCreditTerms { CustomerId = acme.Id, Currency = "EUR" }, ifMatch: terms.Version));
        (await customers.Published<CustomersDbContext>(typeof(CreditTermsChangedV1))).ShouldBe(
            [new CreditTermsChangedV1(acme.Id, 10m, "EUR", 14, false), new CreditTermsChangedV1(acme.Id, null, "USD", null, true)]);
    }

    private static Task Told(ModuleHarness customers, int version, Guid id, string code, Guid[] above, params TerritoryRuleV1[] rules) =>
        customers.Given(new TerritoryChangedV1(id, code, code, above.Length == 0 ? null : above[0], above, null, rules), $"territory/{id}", version);

    private static async Task<string> Result(ModuleHarness customers, HandOverCustomers command, Caller? caller = null)
    {
        var operation = await customers.Send(command, caller);
        await customers.RunOperations();
        return (await customers.Read<CustomersDbContext, Operation>(db => db.Operations.SingleAsync(o => o.Id == operation.Value))).Result!;
    }
}
