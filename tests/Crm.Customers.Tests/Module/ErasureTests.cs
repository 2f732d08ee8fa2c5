using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Hosting.PersonalData;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Customers.Api;
using Crm.Customers.Application;
using Crm.Customers.Contracts;
using Crm.Customers.Domain;
using Crm.Customers.Persistence;
using Crm.Platform.Contracts;
using Crm.Testing;
using Crm.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Crm.Customers.Tests.Module;

public sealed class ErasureTests
{
    private static readonly string[] PlainUntilErased = ["Anna Berg", "anna berg", "Bergie", "Carl Contact", "14467", "a quiet sofa", "hush-hush"];

    private static readonly string[] Secrets =
        [.. PlainUntilErased, "+49 30 5551 7788", "493055517788", "berg@secret.example", "DE-TAX-4711", "1980-02-29", "Hidden lane 5", "likes to haggle"];

    private static readonly CustomerInput Anna = new()
    {
        Code = "C-1",
        Name = "Anna Berg",
        ShortName = "Bergie",
        Kind = CustomerKind.Person,
        TaxId = "DE-TAX-4711",
        BornOn = new DateOnly(1980, 2, 29),
        Sex = Sex.Female,
        Needs = "a quiet sofa",
        Notes = "likes to haggle",
        Tags = ["hush-hush"],
        Contacts = [new ContactInput("Carl Contact")],
        Addresses = [new AddressInput("Hidden lane 5", "Potsdam", "Brandenburg", "14467", "DE")],
        ContactPoints = [new ContactPointInput(ContactPointKind.Phone, "+49 30 5551 7788"), new ContactPointInput(ContactPointKind.Email, "berg@secret.example")],
        ExternalRefs = [new ExternalRefInput("erp", "7")],
    };

    [SkippableTheory, EveryProvider]
    public async Task Of_a_customer_who_is_erased_nothing_can_be_read_or_found(DatabaseProvider provider)
    {
        await using var customers = await CustomerDesk.Open(provider);
        var anna = (await customers.Register(Anna)).Id;
        await customers.Register(new CustomerInput { Name = "Bert Tal" });
        foreach (var plain in PlainUntilErased) (await Tables(customers)).ShouldContain(plain);

        await Erase(customers, anna);

        var tables = await Tables(customers);
        foreach (var secret in Secrets) tables.ShouldNotContain(secret);
        tables.ShouldContain("Bert Tal");
        foreach (var words in new[] { "Anna", "C-1", "berg@secret.example", "493055517788" }) (await customers.Search(words)).ShouldBeEmpty();
        (await customers.Read<CustomersDbContext, int>(db => db.SearchTokens.CountAsync())).ShouldBe(0);
        var left = (await customers.Find(anna))!;
        (left.Code, left.Name, left.Lifecycle, left.IsBlocked).ShouldBe(("C-1", "", Lifecycle.Closed, true));
        var address = left.Addresses.Single();
        (address.Lines, address.City, address.PostalCode, address.Region, address.Country).ShouldBe((null, null, null, "Brandenburg", "DE"));
    }

    [SkippableTheory, EveryProvider]
    public async Task An_erasure_that_is_heard_twice_happens_once_and_is_told_to_the_others_without_a_name(DatabaseProvider provider)
    {
        await using var customers = await CustomerDesk.Open(provider);
        var anna = (await customers.Register(Anna)).Id;

        await Erase(customers, anna);
        await Erase(customers, anna);
        await Erase(customers, Guid.CreateVersion7());

        var told = await customers.Published<CustomersDbContext>(typeof(CustomerChangedV1));
        var state = told.ShouldHaveSingleItem().ShouldBeOfType<CustomerChangedV1>().Customer;
        (state.CustomerId, state.Name, state.City, state.BirthYear, state.Sex, state.Lifecycle).ShouldBe((anna, null, null, null, null, "closed"));
        (await customers.Find(anna))!.Version.ShouldBe(2);
    }

    [SkippableTheory, EveryProvider]
    public async Task An_erased_customer_accepts_no_changes_by_whatever_way_they_come(DatabaseProvider provider)
    {
        await using var customers = await CustomerDesk.Open(provider);
        var anna = (await customers.Register(Anna)).Id;
        await Erase(customers, anna);

        await Refused(new ChangeCustomer(anna, Anna));
        await Refused(new DeleteCustomer(anna));
        await Refused(new RestoreCustomer(anna));
        var again = await customers.Send(new PutCustomerByRef("erp", "7", Anna));

        again.WasCreated.ShouldBeTrue();
        var left = (await customers.Find(anna))!;
        (left.Name, left.Version).ShouldBe(("", 2));

        async Task Refused<TResult>(ICommand<TResult> command) =>
            (await Should.ThrowAsync<RuleBroken>(() => customers.Send(command))).Rule.Code.ShouldBe("customers.erased");
    }

    [SkippableTheory, EveryProvider]
    public async Task A_deleted_customer_is_erased_as_well(DatabaseProvider provider)
    {
        await using var customers = await CustomerDesk.Open(provider);
        var anna = (await customers.Register(Anna)).Id;
        await customers.Send(new DeleteCustomer(anna));

        await Erase(customers, anna);

        (await Tables(customers)).ShouldNotContain("Anna Berg");
        (await customers.Find(anna)).ShouldBeNull();
    }

    [SkippableTheory, EveryProvider]
    public async Task The_audit_trail_never_holds_what_is_plain_in_its_column(DatabaseProvider provider)
    {
        await using var customers = await CustomerDesk.Open(provider);
        var anna = (await customers.Register(Anna)).Id;
        await customers.Send(new ChangeCustomer(anna, Anna with { Name = "Anna Tal", Tags = ["haggler"], Sex = null, Contacts = [], Addresses = [] }));

        var trail = await customers.Read<CustomersDbContext, List<string>>(db => db.Audit.OrderBy(a => a.Version).Select(a => a.Changes!).ToListAsync());

        trail.Count.ShouldBe(2);
        trail[0].ShouldContain("\"name\":[null,\"person:");
        trail[1].ShouldContain("\"name\":[\"person:");
        trail[0].ShouldContain("country\":[null,\"DE\"]");
        foreach (var secret in Secrets.Concat(["Anna Tal", "Potsdam", "haggler", "female"])) string.Concat(trail).ShouldNotContain(secret, Case.Insensitive);
        string.Concat(trail).ShouldNotContain("searchText");
    }

    private static async Task Erase(ModuleHarness customers, Guid person)
    {
        await customers.Services.GetRequiredService<IPersonKeys>().Destroy(person, CancellationToken.None);
        var erasure = Guid.CreateVersion7();
        await customers.Given(new PersonErasureRequestedV1(person, customers.Time.GetUtcNow()), $"person-erasure/{erasure}", 1);
    }

    private static Task<string> Tables(ModuleHarness customers) => customers.Read<CustomersDbContext, string>(db => db.AllTables());
}
