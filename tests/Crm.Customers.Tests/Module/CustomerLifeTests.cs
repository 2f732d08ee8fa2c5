using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Customers.Application;
using Crm.Customers.Domain;
using Crm.Customers.Persistence;
using Crm.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Crm.Customers.Tests.Module;

public sealed class CustomerLifeTests
{
    private static readonly Guid North = Guid.CreateVersion7();
    private static readonly Guid NorthShop = Guid.CreateVersion7();
    private static readonly Guid South = Guid.CreateVersion7();

    [SkippableTheory, EveryProvider]
    public async Task A_customer_is_registered_changed_deleted_and_restored(DatabaseProvider provider)
    {
        await using var customers = await CustomerDesk.Open(provider);
        var full = CustomerDesk.Acme() with
        {
            TaxId = "DE123",
            BornOn = new DateOnly(1980, 2, 29),
            Tags = [new string('t', 200), "two", "three"],
            Contacts = [new ContactInput("Anna", "CEO")],
            Addresses = [new AddressInput("Main street 1", "Berlin", Country: "DE")],
            ContactPoints = [new ContactPointInput(ContactPointKind.Email, "a@acme.example")],
            ExternalRefs = [new ExternalRefInput("erp", "7")],
        };
        var registered = await customers.Register(full);

        var changed = await customers.Send(new ChangeCustomer(registered.Id, full with { Name = "Acme Ltd" }), ifMatch: registered.Version);
        var view = (await customers.Find(registered.Id))!;
        (view.Name, view.TaxId, view.BornOn, view.Tags.Count, view.Version).ShouldBe(("Acme Ltd", "DE123", full.BornOn, 3, changed.Version));
        (view.Contacts.Single().IsPrimary, view.Addresses.Single().Lines, view.ContactPoints.Single().Value).ShouldBe((true, "Main street 1", "a@acme.example"));

        await customers.Send(new DeleteCustomer(registered.Id), ifMatch: changed.Version);
        (await customers.Find(registered.Id)).ShouldBeNull();
        (await customers.Search("a@acme.example")).ShouldBeEmpty();

        await customers.Send(new RestoreCustomer(registered.Id));
        (await customers.Find(registered.Id)).ShouldNotBeNull();
        (await Should.ThrowAsync<RuleBroken>(() => customers.Send(new RestoreCustomer(registered.Id)))).Rule.Code.ShouldBe("customers.not-deleted");
    }

    [SkippableTheory, EveryProvider]
    public async Task Codes_and_references_are_unique_also_against_customers_that_cannot_be_seen(DatabaseProvider provider)
    {
        await using var customers = await CustomerDesk.Open(provider);
        var anna = CustomerDesk.Person(Guid.CreateVersion7(), North, RowScope.Own);
        var bert = CustomerDesk.Person(Guid.CreateVersion7(), South, RowScope.Own);
        var hers = await customers.Register(CustomerDesk.Acme() with { ExternalRefs = [new ExternalRefInput("erp", "7")] }, anna);
        var deleted = await customers.Register(new CustomerInput { Name = "Gone", Code = "GONE" });
        await customers.Send(new DeleteCustomer(deleted.Id));
        var his = await customers.Register(new CustomerInput { Name = "His" }, bert);

        (await Code(() => customers.Register(CustomerDesk.Acme(), bert))).ShouldBe("customers.code-taken");
        (await Code(() => customers.Register(new CustomerInput { Name = "New", Code = " GONE " }, bert))).ShouldBe("customers.code-taken");
        (await Code(() => customers.Send(new ChangeCustomer(his.Id, CustomerDesk.Acme()), bert))).ShouldBe("customers.code-taken");
        (await Code(() => customers.Send(new PutCustomerByRef("erp", "7", new CustomerInput { Name = "Mine" }), bert))).ShouldBe("customers.reference-taken");
        (await customers.Send(new ChangeCustomer(hers.Id, CustomerDesk.Acme("Same code")), anna)).Code.ShouldBe("ACME");

        static async Task<string> Code(Func<Task> act) => (await Should.ThrowAsync<RuleBroken>(act)).Rule.Code;
    }

    [SkippableTheory, EveryProvider]
    public async Task Sixty_four_clients_that_put_the_same_reference_make_one_customer(DatabaseProvider provider)
    {
        await using var customers = await CustomerDesk.Open(provider);

        var replies = await Task.WhenAll(Enumerable.Range(0, 64).Select(i =>
            Task.Run(() => customers.Send(new PutCustomerByRef("erp", "7", new CustomerInput { Name = $"Twin {i}" })))));
        var again = await customers.Send(new PutCustomerByRef("erp", "7", new CustomerInput { Name = "Last" }));

        replies.Select(r => r.Id).Distinct().ShouldHaveSingleItem().ShouldBe(again.Id);
        replies.Count(r => r.WasCreated).ShouldBe(1);
        replies.Select(r => r.Version).Order().ShouldBe(Enumerable.Range(1, 64));
        (await customers.Read<CustomersDbContext, int>(db => db.Customers.CountAsync())).ShouldBe(1);
    }

    [SkippableTheory, EveryProvider]
    public async Task A_change_based_on_an_older_version_is_refused(DatabaseProvider provider)
    {
        await using var customers = await CustomerDesk.Open(provider);
        var registered = await customers.Register(CustomerDesk.Acme());
        await customers.Send(new ChangeCustomer(registered.Id, CustomerDesk.Acme("First")), ifMatch: registered.Version);

        var stale = await Should.ThrowAsync<VersionMismatch>(
            () => customers.Send(new ChangeCustomer(registered.Id, CustomerDesk.Acme("Second")), ifMatch: registered.Version));
        await Should.ThrowAsync<VersionMismatch>(() => customers.Send(new DeleteCustomer(registered.Id), ifMatch: registered.Version));

        (stale.Expected, stale.Actual).ShouldBe((1, 2));
        (await customers.Find(registered.Id))!.Name.ShouldBe("First");
    }

    [SkippableTheory]
    [EveryProvider(RowScope.None, "")]
    [EveryProvider(RowScope.Own, "own")]
    [EveryProvider(RowScope.Unit, "north,own")]
    [EveryProvider(RowScope.UnitAndBelow, "north,own,shop")]
    [EveryProvider(RowScope.All, "north,own,shop,south")]
    public async Task A_caller_lists_finds_and_changes_what_the_scope_reaches_and_nothing_else(DatabaseProvider provider, RowScope scope, string reached)
    {
        await using var customers = await CustomerDesk.Open(provider);
        var me = Guid.CreateVersion7();
        var ids = new Dictionary<string, Guid>();
        foreach (var (name, owner, unit) in new (string, Guid?, Guid)[] { ("own", me, North), ("north", null, North), ("shop", null, NorthShop), ("south", null, South) })
            ids[name] = (await customers.Register(new CustomerInput { Name = name, OwnerId = owner, UnitId = unit })).Id;
        var caller = CustomerDesk.Person(me, North, scope, NorthShop);
        var within = reached.Split(',', StringSplitOptions.RemoveEmptyEntries);

        (await customers.Read<CustomersDbContext, List<string>>(db => db.Customers.OrderBy(c => c.Name).Select(c => c.Name).ToListAsync(), caller)).ShouldBe(within);
        foreach (var (name, id) in ids)
        {
            var change = () => customers.Send(new ChangeCustomer(id, new CustomerInput { Name = name }), caller);
            (await customers.Find(id, caller) is not null).ShouldBe(within.Contains(name));
            if (within.Contains(name)) await change();
            else await Should.ThrowAsync<ResourceNotFound>(change);
        }
    }

    [SkippableTheory, EveryProvider]
    public async Task What_is_wrong_is_said_where_it_is_in_the_body(DatabaseProvider provider)
    {
        await using var customers = await CustomerDesk.Open(provider);
        var wrong = new CustomerInput
        {
            Name = "",
            Code = " ",
            Contacts = [new ContactInput("Anna"), null!],
            ContactPoints = [new ContactPointInput(ContactPointKind.Email, "nobody"), new ContactPointInput(ContactPointKind.Phone, "1")],
            ExternalRefs = [new ExternalRefInput("erp", "")],
            BornOn = new DateOnly(1700, 1, 1),
        };
        string[] expected = ["/bornOn", "/code", "/contactPoints/0/value", "/contactPoints/1/value", "/contacts/1", "/externalRefs/0/id", "/name"];

        foreach (var command in new Func<Task>[]
                 {
                     () => customers.Register(wrong),
                     () => customers.Send(new ChangeCustomer(Guid.CreateVersion7(), wrong)),
                     () => customers.Send(new PutCustomerByRef("erp", "1", wrong)),
                 })
        {
            (await Should.ThrowAsync<InvalidInput>(command)).Errors.Select(e => e.Pointer).Distinct().Order(StringComparer.Ordinal).ShouldBe(expected);
        }
    }
}
