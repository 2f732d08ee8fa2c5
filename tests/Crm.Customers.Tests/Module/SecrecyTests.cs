using System.Text;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Hosting.PersonalData;
using Crm.Customers.Application;
using Crm.Customers.Contracts;
using Crm.Customers.Domain;
using Crm.Customers.Persistence;
using Crm.Testing;
using Crm.Testing.Databases;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Crm.Customers.Tests.Module;

public sealed class SecrecyTests
{
    private static readonly string[] Secrets = ["+49 30 5551 7788", "493055517788", "berg@secret.example", "DE-TAX-4711", "1980-02-29", "Hidden lane 5", "likes to haggle"];

    private static readonly CustomerInput Secretive = new()
    {
        Name = "Anna Berg",
        Kind = CustomerKind.Person,
        TaxId = "DE-TAX-4711",
        BornOn = new DateOnly(1980, 2, 29),
        Notes = "likes to haggle",
        Addresses = [new AddressInput("Hidden lane 5", "Berlin")],
        ContactPoints = [new ContactPointInput(ContactPointKind.Phone, "+49 30 5551 7788"), new ContactPointInput(ContactPointKind.Email, "berg@secret.example")],
    };

    [Fact]
    public async Task No_personal_value_can_be_read_anywhere_in_the_database_file()
    {
        await using var customers = await CustomerDesk.Open(DatabaseProvider.Sqlite);
        var registered = await customers.Register(Secretive);
        await customers.Send(new ChangeCustomer(registered.Id, Secretive with { Notes = "likes to haggle, still" }), idempotencyKey: "k");

        var content = await ContentOf(customers);

        content.ShouldContain("Anna Berg");
        foreach (var secret in Secrets) content.ShouldNotContain(secret);
    }

    [SkippableTheory, EveryProvider]
    public async Task The_audit_trail_holds_personal_values_as_ciphertext_that_dies_with_the_key(DatabaseProvider provider)
    {
        await using var customers = await CustomerDesk.Open(provider);
        var registered = await customers.Register(Secretive);
        await customers.Send(new ChangeCustomer(registered.Id, Secretive with { TaxId = "DE-TAX-0815", ContactPoints = [] }));

        var entries = await customers.Read<CustomersDbContext, List<string>>(db =>
            db.Audit.Where(a => a.RecordId == registered.Id).OrderBy(a => a.Version).Select(a => a.Changes!).ToListAsync());

        entries.Count.ShouldBe(2);
        entries[0].ShouldContain("\"taxId\":[null,\"person:");
        entries[1].ShouldContain("\"taxId\":[\"person:");
        foreach (var secret in Secrets.Append("DE-TAX-0815")) string.Concat(entries).ShouldNotContain(secret);
    }

    [SkippableTheory, EveryProvider]
    public async Task What_was_published_loses_the_name_when_the_key_of_the_person_is_destroyed(DatabaseProvider provider)
    {
        await using var customers = await CustomerDesk.Open(provider);
        var registered = await customers.Register(Secretive);
        await customers.Send(new ChangeCustomer(registered.Id, Secretive with { Industry = "tea" }));
        await customers.Send(new DeleteCustomer(registered.Id));
        (await Published(customers)).Select(c => (c.Name, c.Industry, c.IsDeleted, c.BirthYear))
            .ShouldBe([("Anna Berg", null, false, 1980), ("Anna Berg", "tea", false, 1980), ("Anna Berg", "tea", true, 1980)]);
        (await Bodies(customers)).ShouldNotContain("Anna Berg");

        await customers.Services.GetRequiredService<IPersonKeys>().Destroy(registered.Id, CancellationToken.None);

        (await Published(customers)).ShouldAllBe(c => c.Name == null && c.CustomerId == registered.Id);
    }

    [SkippableTheory, EveryProvider]
    public async Task The_present_state_says_the_same_as_the_last_event(DatabaseProvider provider)
    {
        await using var customers = await CustomerDesk.Open(provider);
        var kept = await customers.Register(Secretive);
        var gone = await customers.Register(new CustomerInput { Name = "Gone" });
        await customers.Send(new DeleteCustomer(gone.Id));

        var state = await customers.Read<CustomersDbContext, List<BuildingBlocks.Hosting.Messaging.StateEvent>>(
            db => new CustomersState(db).Read(CancellationToken.None).ToListAsync().AsTask());

        state.Select(s => (s.Stream, s.StreamPosition, ((CustomerChangedV1)s.Event).Customer.IsDeleted)).ShouldBe(
            [($"customer/{kept.Id}", 1, false), ($"customer/{gone.Id}", 2, true)], ignoreOrder: true);
    }

    private static async Task<string> ContentOf(ModuleHarness customers)
    {
        var connection = await customers.Read<CustomersDbContext, string>(db => Task.FromResult(db.Database.GetConnectionString()!));
        var file = new SqliteConnectionStringBuilder(connection).DataSource;
        var content = new StringBuilder();
        foreach (var part in new[] { file, $"{file}-wal" }.Where(File.Exists))
        {
            await using var stream = new FileStream(part, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            content.Append(await reader.ReadToEndAsync());
        }

        return content.ToString();
    }

    private static async Task<List<CustomerStateV1>> Published(ModuleHarness customers) =>
        [.. (await customers.Published<CustomersDbContext>(typeof(CustomerRegisteredV1), typeof(CustomerChangedV1)))
            .Select(e => e is CustomerRegisteredV1 registered ? registered.Customer : ((CustomerChangedV1)e).Customer)];

    private static Task<string> Bodies(ModuleHarness customers) =>
        customers.Read<CustomersDbContext, string>(async db => string.Concat(await db.Outbox.Select(m => m.Body).ToListAsync()));
}
