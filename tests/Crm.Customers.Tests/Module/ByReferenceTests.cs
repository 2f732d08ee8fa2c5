using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Customers.Application;
using Crm.Customers.Domain;
using Crm.Customers.Persistence;
using Crm.Platform.Contracts;
using Crm.Testing;
using Crm.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Crm.Customers.Tests.Module;

/// <summary>Customers as another system keeps them up to date: by its own key, again and again.</summary>
public sealed class ByReferenceTests
{
    [SkippableTheory, EveryProvider]
    public async Task Keys_are_taken_in_their_system_and_not_in_another(DatabaseProvider provider)
    {
        await using var customers = await CustomerDesk.Open(provider);
        await customers.Send(RegisterCustomer.From(new CustomerInput { Name = "Held", ExternalRefs = [new ExternalRefInput("erp", "1"), new ExternalRefInput("shop", "2")] }));

        await customers.Send(RegisterCustomer.From(new CustomerInput { Name = "Free", ExternalRefs = [new ExternalRefInput("erp", "2"), new ExternalRefInput("shop", "1")] }));
        var refused = await Should.ThrowAsync<RuleBroken>(() =>
            customers.Send(RegisterCustomer.From(new CustomerInput { Name = "Late", ExternalRefs = [new ExternalRefInput("erp", "3"), new ExternalRefInput("shop", "2")] })));

        refused.Values.ShouldBe(["shop", "2"]);
    }

    [SkippableTheory, EveryProvider]
    public async Task A_deleted_customer_that_its_system_sends_again_is_brought_back(DatabaseProvider provider)
    {
        await using var customers = await CustomerDesk.Open(provider);
        var first = await customers.Send(Put("7", CustomerDesk.Acme()));
        await customers.Send(new DeleteCustomer(first.Id));

        var again = await customers.Send(Put("7", CustomerDesk.Acme("Acme again")));

        (again.Id, again.WasCreated).ShouldBe((first.Id, false));
        (await customers.Find(first.Id))!.Name.ShouldBe("Acme again");
    }

    [SkippableTheory, EveryProvider]
    public async Task An_erased_customer_is_never_filled_again_and_its_system_gets_a_new_one(DatabaseProvider provider)
    {
        await using var customers = await CustomerDesk.Open(provider);
        var erased = await customers.Send(Put("7", CustomerDesk.Acme()));
        await customers.Given(new PersonErasureRequestedV1(erased.Id, customers.Time.GetUtcNow()), $"person-erasure/{erased.Id}", position: 1);

        var next = await customers.Send(Put("7", CustomerDesk.Acme("Berta")));
        var again = await customers.Send(Put("7", CustomerDesk.Acme("Berta Berg") with { Code = null }));

        (next.WasCreated, next.Code == "ACME").ShouldBe((true, false));
        (again.Id, again.WasCreated).ShouldBe((next.Id, false));
        (await customers.Find(erased.Id))!.Name.ShouldBe("");
        (await Should.ThrowAsync<RuleBroken>(() => customers.Send(new ChangeCustomer(erased.Id, CustomerDesk.Acme())))).Rule.Code.ShouldBe("customers.erased");
    }

    [SkippableTheory, EveryProvider]
    public async Task Sixteen_clients_that_put_the_same_and_other_references_at_once_all_succeed(DatabaseProvider provider)
    {
        await using var customers = await CustomerDesk.Open(provider);
        for (var round = 0; round < 4; round++)
        {
            var refs = Enumerable.Range(0, 16).Select(i => $"{round}-{i % 5}").ToList();

            var replies = await Task.WhenAll(refs.Select((key, i) => Task.Run(() => customers.Send(Put(key, new CustomerInput { Name = $"Twin {i}", Code = $"C{key}" })))));

            replies.Select(r => r.Id).Distinct().Count().ShouldBe(5);
            replies.Count(r => r.WasCreated).ShouldBe(5);
        }
    }

    [SkippableTheory, EveryProvider]
    public async Task Sixteen_clients_that_bring_one_deleted_customer_back_at_once_all_succeed(DatabaseProvider provider)
    {
        await using var customers = await CustomerDesk.Open(provider);
        var first = await customers.Send(Put("7", CustomerDesk.Acme()));
        await customers.Send(new DeleteCustomer(first.Id));

        var replies = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Task.Run(() => customers.Send(Put("7", CustomerDesk.Acme($"Acme {i}"))))));

        replies.ShouldAllBe(r => r.Id == first.Id && !r.WasCreated);
        (await customers.Read<CustomersDbContext, int>(db => db.Customers.CountAsync())).ShouldBe(1);
    }

    [SkippableTheory, EveryProvider]
    public async Task Who_sees_a_field_masked_keeps_it_by_every_way_of_writing(DatabaseProvider provider)
    {
        await using var customers = await CustomerDesk.Open(provider);
        var full = CustomerDesk.Acme() with { TaxId = "DE-4711", ContactPoints = [new ContactPointInput(ContactPointKind.Phone, "+49 30 5551 7788")] };
        var acme = await customers.Send(Put("7", full));
        var masked = CustomerDesk.Person(Guid.CreateVersion7(), Guid.CreateVersion7(), RowScope.All) with
        {
            Masks = new Dictionary<string, FieldMask> { ["customers.taxId"] = FieldMask.Omit, ["customers.contactPoints.value"] = FieldMask.Shorten },
        };
        var asRead = full with { Name = "Changed", TaxId = null, ContactPoints = [new ContactPointInput(ContactPointKind.Phone, "•••7788")] };

        await customers.Send(Put("7", asRead), masked);
        await customers.Send(new ChangeCustomer(acme.Id, asRead with { Name = "Changed twice", ExternalRefs = [new ExternalRefInput("erp", "7")] }), masked);

        var view = (await customers.Find(acme.Id))!;
        (view.Name, view.TaxId, view.ContactPoints.Single().Value).ShouldBe(("Changed twice", "DE-4711", "+49 30 5551 7788"));
        foreach (var guess in new[] { "DE-4711", "DE-0000" })
        {
            (await Should.ThrowAsync<RuleBroken>(() => customers.Send(Put("7", asRead with { TaxId = guess }), masked))).Rule.Code.ShouldBe("access.field-masked");
            await Should.ThrowAsync<RuleBroken>(() => customers.Send(new ChangeCustomer(acme.Id, asRead with { TaxId = guess }), masked));
        }
    }

    private static PutCustomerByRef Put(string key, CustomerInput customer) => new("erp", key, customer);
}
