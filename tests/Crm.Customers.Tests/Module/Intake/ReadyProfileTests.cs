using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Customers.Api;
using Crm.Customers.Domain;
using Crm.Customers.Persistence;
using Crm.Testing;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Crm.Customers.Tests.Module.Intake;

/// <summary>Small files in the shape of the exports of other programs, their columns as their documentation names them.</summary>
public sealed class ReadyProfileTests
{
    private const string SalesforceAccounts = """
        "Id","IsDeleted","Name","Type","ParentId","BillingStreet","BillingCity","BillingState","BillingPostalCode","BillingCountry","Phone","Fax","AccountNumber","Website","Industry","Description","OwnerId","AccountSource"
        "0010000000000AAA","0","Axe Ltd","Customer - Direct","","1 High Street
        Floor 2","London","","SW1A 1AA","United Kingdom","+44 20 7946 0000","","AX-1","axe.example","Retail","Since 1990","0050000000000AAA","Web"
        "0010000000000BBB","0","Bow Inc","Prospect","","","","","","","","","","","","","0050000000000AAA",""

        """;

    private const string SalesforceContacts = """
        "Id","AccountId","LastName","FirstName","MailingCity","MailingCountry","Phone","MobilePhone","Email","Title","Department","LeadSource","Birthdate"
        "0030000000000AAA","0010000000000AAA","Ash","Ann","London","United Kingdom","","+44 7700 900001","ann@axe.example","Buyer","Purchasing","Web","1980-02-29"
        "0030000000000BBB","0010000000000AAA","Oak","Ola","","","","","","","","",""

        """;

    private const string SalesforceLeads = """
        "Id","LastName","FirstName","Title","Company","Street","City","State","PostalCode","Country","Phone","Email","LeadSource","Status","Industry"
        "00Q0000000000AAA","Elm","Eve","CEO","Elm SA","Rue 1","Paris","","75001","France","+33 1 99 00 00 00","eve@elm.example","Web","Open - Not Contacted","Retail"

        """;

    private const string ZohoAccounts = """
        Record Id,Account Owner,Account Name,Phone,Website,Account Number,Account Type,Industry,Billing Street,Billing City,Billing State,Billing Code,Billing Country,Description
        zcrm_1000,Root,Fir GmbH,+49 30 1234567,fir.example,F-1,Customer,Handel,Weg 1,Berlin,Berlin,10115,Germany,good

        """;

    private const string ZohoContacts = """
        Record Id,First Name,Last Name,Account Name,Email,Title,Department,Phone,Mobile,Date of Birth,Mailing City,Mailing Zip,Mailing Country,Lead Source
        zcrm_2000,Finn,Fir,Fir GmbH,finn@fir.example,Boss,Sales,,+49 171 1234567,1979-12-31,Berlin,10115,Germany,Web

        """;

    private const string ZohoLeads = """
        Record Id,Company,First Name,Last Name,Title,Email,Phone,Mobile,Lead Source,Lead Status,Industry,Street,City,State,Zip Code,Country,Description
        zcrm_3000,Gum AB,Gun,Gum,CTO,gun@gum.example,+46 8 12345678,,Fair,Contacted,Retail,Gata 1,Stockholm,,11120,Sweden,met

        """;

    [Theory]
    [InlineData("salesforce-accounts", SalesforceAccounts, null, "Axe Ltd (Organisation, Active, GB): AX-1 / Bow Inc (Organisation, Prospect, ): C")]
    [InlineData("salesforce-accounts-contacts", SalesforceAccounts, SalesforceContacts, "Axe Ltd (Organisation, Active, GB): AX-1 Ann Ash Ola Oak / Bow Inc (Organisation, Prospect, ): C")]
    [InlineData("salesforce-contacts", SalesforceContacts, null, "Ann Ash (Person, Active, GB): C / Ola Oak (Person, Active, ): C")]
    [InlineData("salesforce-leads", SalesforceLeads, null, "Elm SA (Organisation, Prospect, FR): C Eve Elm")]
    [InlineData("zoho-accounts", ZohoAccounts, null, "Fir GmbH (Organisation, Active, DE): F-1")]
    [InlineData("zoho-accounts-contacts", ZohoAccounts, ZohoContacts, "Fir GmbH (Organisation, Active, DE): F-1 Finn Fir")]
    [InlineData("zoho-contacts", ZohoContacts, null, "Finn Fir (Person, Active, DE): C")]
    [InlineData("zoho-leads", ZohoLeads, null, "Gum AB (Organisation, Prospect, SE): C Gun Gum")]
    public async Task An_export_of_another_program_comes_in_with_its_ready_profile(string profile, string file, string? details, string customers)
    {
        await using var harness = await CustomerDesk.Open(DatabaseProvider.Sqlite);

        var import = await harness.Import(Intake.Module, profile, file, details);

        import.Problems.ShouldBeEmpty();
        (await Told(harness)).ShouldBe(customers.Split(" / "));
        (await harness.Import(Intake.Module, profile, file, details)).Unchanged.ShouldBe(import.Created, "The same again says nothing new.");
    }

    [Fact]
    public async Task Exports_of_Dynamics_come_in_as_the_workbooks_that_they_are()
    {
        await using var harness = await CustomerDesk.Open(DatabaseProvider.Sqlite);
        var accounts = Sheet.Of(
            ["(Do Not Modify) Account", "(Do Not Modify) Row Checksum", "(Do Not Modify) Modified On", "Account Name", "Main Phone", "Address 1: City", "Address 1: Country/Region", "Relationship Type"],
            ["6f9619ff-8b86-d011-b42d-00c04fc964ff", "abc==", "45750.5", "Hop Ltd", "+44 20 7946 0999", "Leeds", "United Kingdom", "Customer"]);
        var contacts = Sheet.Of(
            ["(Do Not Modify) Contact", "(Do Not Modify) Row Checksum", "(Do Not Modify) Modified On", "Full Name", "Company Name", "Email", "Business Phone", "Mobile Phone", "Job Title"],
            ["7f9619ff-8b86-d011-b42d-00c04fc964ff", "abc==", "45750.5", "Hal Hop", "Hop Ltd", "hal@hop.example", "", "+44 7700 900002", "Brewer"]);

        (await harness.Import(Intake.Module, "dynamics-accounts", accounts)).Problems.ShouldBeEmpty();
        (await harness.Import(Intake.Module, "dynamics-contacts", contacts)).Problems.ShouldBeEmpty();

        (await Told(harness)).ShouldBe(["Hal Hop (Person, Active, ): C", "Hop Ltd (Organisation, Active, GB): C"]);
    }

    private static Task<List<string>> Told(ModuleHarness harness) => harness.Read<CustomersDbContext, List<string>>(async db =>
    {
        var all = await db.Customers.AsNoTracking().AsSplitQuery().OrderBy(c => c.Name).ToListAsync();
        return all.ConvertAll(c => string.Join(' ', new[] { $"{c.Name} ({c.Kind}, {c.Lifecycle}, {c.Country}): {(c.Code.StartsWith('C') ? "C" : c.Code)}" }
            .Concat(c.Contacts.Select(x => x.Name).Order())));
    });
}
