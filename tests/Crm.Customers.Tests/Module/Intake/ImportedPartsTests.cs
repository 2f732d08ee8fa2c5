using System.Text.Json;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Imports;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Customers.Application;
using Crm.Customers.Application.Fields;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Fields;
using Crm.Customers.Persistence;
using Crm.Testing;
using Crm.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Crm.Customers.Tests.Module.Intake;

/// <summary>What of a customer comes in with a file besides name and numbers: the company's own fields, owners, wishes, addresses, accounts.</summary>
public sealed class ImportedPartsTests
{
    [SkippableTheory, EveryProvider]
    public async Task Fields_of_the_companys_own_are_filled_by_columns_that_a_profile_names_or_that_are_called_like_them(DatabaseProvider provider)
    {
        await using var customers = await CustomerDesk.Open(provider);
        await Define(customers, "deliveryDays", FieldType.Number, f => f with { Names = new Phrase("Delivery days", "交货天数"), Required = new RequiredInput() });
        await Define(customers, "since", FieldType.Date);
        await Define(customers, "vat", FieldType.Flag);
        await Define(customers, "tier", FieldType.Choice, f => f with { Options = [Option("gold", "Gold"), Option("silver", "Silver")] });
        await Define(customers, "interests", FieldType.Choices, f => f with { Options = [Option("golf", "Golf"), Option("tea", "Tea")] });
        const string profile = """
            { "target": "customers.customers", "key": { "system": "erp", "columns": ["Id"] }, "furtherFieldsByName": true, "format": { "decimalSeparator": "," , "delimiter": ";" },
              "fields": { "name": { "column": "Name" }, "fields.since": { "column": "From", "dateFormat": "d.M.yyyy" } } }
            """;
        const string file = "Id;Name;Delivery_Days__c;From;vat;Tier;Interests\n1;Axe;1,5;29.2.2020;yes;GOLD;\"Tea; golf\"\n2;Bow;;;;;\n3;Cup;2;;;pewter;\n";

        var foreseen = await customers.Import(Intake.Module, profile, file, isDryRun: true);
        var import = await customers.Import(Intake.Module, profile, file);

        (foreseen.Counts, import.Counts).ShouldBe(((1, 0, 0, 2), (1, 0, 0, 2)));
        import.Problems.Select(p => string.Join(' ', p.Split(' ').Take(3))).ShouldBe(["3 /fields/deliveryDays validation:", "4 /fields/tier validation:"], ignoreOrder: true);
        (await Fields(customers, "Axe")).ShouldBe("""{"deliveryDays":1.5,"interests":["golf","tea"],"since":"2020-02-29","tier":"gold","vat":true}""");
        (await customers.Import(Intake.Module, profile, file)).Unchanged.ShouldBe(1, "The same again says nothing new.");
        var changed = await customers.Import(Intake.Module, profile, file.Replace("1,5", "3"));
        (await Fields(customers, "Axe")).ShouldContain("\"deliveryDays\":3,");
        (await customers.UndoImport(Intake.Module, changed.Id)).Reverted.ShouldBe(1);
        (await Fields(customers, "Axe")).ShouldContain("\"deliveryDays\":1.5,");
        (await Should.ThrowAsync<InvalidInput>(() => customers.Import(Intake.Module, profile.Replace("fields.since", "fields.colour"), file)))
            .Errors.Single().Pointer.ShouldBe("/fields/fields.colour");
    }

    [Fact]
    public async Task A_field_that_became_required_is_given_by_the_ready_profiles_too()
    {
        await using var customers = await CustomerDesk.Open(DatabaseProvider.Sqlite);
        await Define(customers, "tier", FieldType.Choice, f => f with { Options = [Option("gold", "Gold")], Required = new RequiredInput() });

        var import = await customers.Import(Intake.Module, "salesforce-accounts", "Id,Name,Tier__c\n001,Axe,Gold\n002,Bow,\n");

        import.Counts.ShouldBe((1, 0, 0, 1));
        (await Fields(customers, "Axe")).ShouldBe("""{"tier":"gold"}""");
    }

    [Fact]
    public async Task Rows_that_a_check_refuses_are_not_tried_again_and_again()
    {
        var tries = new Tries();
        await using var customers = await ModuleHarness.Start(DatabaseProvider.Sqlite, services => services.AddSingleton(tries)
            .Decorate<ICommandHandler<RegisterCustomer, CustomerReply>, Counting>(), new CustomersModule());
        await Define(customers, "tier", FieldType.Text, f => f with { Required = new RequiredInput() });
        var rows = string.Concat(Enumerable.Range(1, 64).Select(i => $"{i},Customer {i},,,,,,,\n"));

        (await customers.ImportRows(rows)).Counts.ShouldBe((0, 0, 0, 64));

        tries.Count.ShouldBe(64);
    }

    [Fact]
    public async Task A_contact_of_another_program_brings_its_owner_its_wishes_its_addresses_and_its_accounts()
    {
        await using var customers = await CustomerDesk.Open(DatabaseProvider.Sqlite);
        var owner = new Caller(Guid.CreateVersion7(), CallerKind.Person, "olga") { UnitId = Guid.CreateVersion7() };
        ((TestCallers)customers.Services.GetRequiredService<ICallers>()).Add(owner);
        const string header = "Id,FirstName,LastName,MailingCity,OtherStreet,OtherCity,Phone,MobilePhone,Email,DoNotCall,HasOptedOutOfEmail,Owner.Username\n";

        await customers.Import(Intake.Module, "salesforce-contacts", header + "003A,Ann,Ash,Bonn,Depot 1,Ulm,030 1234567,0171 1234567,ann@axe.example,1,0,olga\n003B,Bob,Birch,,,,,,,0,0,nobody\n");
        await customers.Import(Intake.Module, "salesforce-contacts", header + "003A,Ann,Ash,Bonn,Depot 1,Ulm,030 1234567,0171 1234567,ann@axe.example,0,true,olga\n");

        var ann = await Find(customers, "Ann Ash");
        (ann.OwnerId, ann.UnitId).ShouldBe((owner.Id, owner.UnitId));
        ann.ContactPoints.ShouldAllBe(p => p.IsOptedOut, "What was refused once is not allowed again because a file knows nothing of it.");
        ann.Addresses.Select(a => (a.Kind, a.City)).ShouldBe([(AddressKind.Main, "Bonn"), (AddressKind.Shipping, "Ulm")], ignoreOrder: true);
        (await Find(customers, "Bob Birch")).OwnerId.ShouldNotBe(owner.Id);

        var refused = await customers.Import(Intake.Module, """{ "target": "customers.customers", "key": { "system": "x", "columns": ["Id"] }, "fields": { "name": { "column": "Name" }, "owner": { "column": "Owner" }, "weChat": { "column": "Chat" } } }""",
            "Id,Name,Owner,Chat\n1,Cai,nobody,\n2,Dai," + TestCallers.AddressFor(owner.Id) + ",@dai80\n");
        refused.Problems.ShouldHaveSingleItem().ShouldContain(CustomersRules.OwnerUnknown.Code);
        var dai = await Find(customers, "Dai");
        (dai.OwnerId, dai.ContactPoints.Single().Network, dai.ContactPoints.Single().Value).ShouldBe((owner.Id, "wechat", "@dai80"));
    }

    [Fact]
    public async Task A_part_of_an_address_is_added_to_it_and_another_place_takes_its_place()
    {
        await using var customers = await CustomerDesk.Open(DatabaseProvider.Sqlite);
        const string profile = """
            { "target": "customers.customers", "key": { "system": "erp", "columns": ["Id"] }, "format": { "columnsMayBeMissing": true },
              "fields": { "name": { "column": "Name" }, "street": { "column": "Street" }, "city": { "column": "City" }, "country": { "column": "Country" } } }
            """;
        await customers.Import(Intake.Module, profile, "Id,Name,Street,City\n1,Axe,Weg 1,Bonn\n");

        (await customers.Import(Intake.Module, profile, "Id,Name,Country\n1,Axe,DE\n")).Updated.ShouldBe(1);
        (await Address(customers)).ShouldBe("Weg 1, Bonn, DE");
        (await customers.Import(Intake.Module, profile, "Id,Name,Country\n1,Axe,Germany\n")).Unchanged.ShouldBe(1, "It is the same country.");
        await customers.Import(Intake.Module, profile, "Id,Name,City\n1,Axe,Ulm\n");
        (await Address(customers)).ShouldBe(", Ulm, ");
    }

    [Fact]
    public async Task What_a_caller_does_not_see_is_confirmed_by_no_file()
    {
        await using var customers = await CustomerDesk.Open(DatabaseProvider.Sqlite);
        await customers.ImportRows("1,Anna,A,DE1,old,,,a@x.example,\n");
        var masked = new Caller(Guid.CreateVersion7(), CallerKind.Person, "importer")
        {
            Permissions = new Dictionary<string, RowScope> { [CustomersPermissions.Import.Name] = RowScope.All },
            Masks = new Dictionary<string, FieldMask> { ["customers.taxId"] = FieldMask.Omit },
        };

        foreach (var guess in new[] { "DE1", "DE2" })
        {
            var import = await customers.Import(Intake.Module, Intake.Profile, $"{Intake.Header}1,Anna,A,{guess},old,,,a@x.example,\n", isDryRun: true, caller: masked);
            (import.Failed, import.Problems.Single().Split(' ')[2]).ShouldBe((1, "access.field-masked:"), guess);
        }

        (await customers.Import(Intake.Module, Intake.Profile, Intake.Header + "1,Anna,A,,new,,,a@x.example,\n", caller: masked)).Updated.ShouldBe(1);
        (await Should.ThrowAsync<InvalidInput>(() => customers.Import(Intake.Module, Intake.With("refuse", "taxId"), Intake.Header, caller: masked))).Errors.Single().Pointer.ShouldBe("/duplicates/by");
        (await customers.Import(Intake.Module, Intake.With("refuse", "email"), Intake.Header + "2,Berta,,,,,,a@x.example,\n", caller: masked)).Problems.Single().ShouldContain("imports.duplicate");
    }

    [Fact]
    public async Task A_key_of_another_system_that_a_file_adds_stands_in_the_history_and_not_in_clear()
    {
        await using var customers = await CustomerDesk.Open(DatabaseProvider.Sqlite);
        await customers.Register(new CustomerInput { Name = "Anna", Code = "A" });

        await customers.ImportRows("key-4711,Anna,A,,,,,,\n", Intake.With("update", "code"));

        var changes = await customers.Read<CustomersDbContext, List<string?>>(db => db.Audit.Select(a => a.Changes).ToListAsync());
        changes.ShouldContain(c => c != null && c.Contains("\"externalRefs[#1]\""));
        changes.ShouldAllBe(c => c == null || !c.Contains("key-4711"));
    }

    private static async Task<Customer> Find(ModuleHarness customers, string name) =>
        await customers.Read<CustomersDbContext, Customer>(db => db.Customers.AsNoTracking().AsSplitQuery().SingleAsync(c => c.Name == name));

    private static async Task<string> Address(ModuleHarness customers) =>
        (await Find(customers, "Axe")).Addresses.Select(a => $"{a.Lines}, {a.City}, {a.Country}").Single();

    private static async Task<string> Fields(ModuleHarness customers, string name) => JsonSerializer.Serialize(CustomerInput.Of(await Find(customers, name)).Fields);

    private static OptionInput Option(string key, string name) => new(key, new Phrase(name, key));

    private static Task<FieldSaved> Define(ModuleHarness customers, string key, FieldType type, Func<DefineField, DefineField>? more = null) =>
        customers.Send((more ?? (f => f))(new DefineField { Key = key, Names = new Phrase(key, key), Type = type }));

    private sealed class Tries
    {
        public int Count { get; set; }
    }

    private sealed class Counting(ICommandHandler<RegisterCustomer, CustomerReply> inner, Tries tries) : ICommandHandler<RegisterCustomer, CustomerReply>
    {
        public Task<CustomerReply> Handle(RegisterCustomer command, CancellationToken ct)
        {
            tries.Count++;
            return inner.Handle(command, ct);
        }
    }
}
