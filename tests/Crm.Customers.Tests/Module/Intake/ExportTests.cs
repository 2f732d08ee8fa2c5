using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Files;
using Crm.BuildingBlocks.Hosting.Operations;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Hosting.PersonalData;
using Crm.Customers.Application;
using Crm.Customers.Application.Exports;
using Crm.Customers.Application.Privacy;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Exports;
using Crm.Customers.Domain.Privacy;
using Crm.Customers.Persistence;
using Crm.Platform.Contracts;
using Crm.Testing;
using Crm.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Crm.Customers.Tests.Module.Intake;

public sealed class ExportTests
{
    private static readonly CustomerInput Anna = new()
    {
        Name = "=HYPERLINK(\"http://x\")",
        Code = "A-1",
        Kind = CustomerKind.Person,
        TaxId = "DE 136 695 976",
        Notes = "line one\nline \"two\", and more",
        BornOn = new DateOnly(1980, 2, 29),
        Sex = Sex.Female,
        Tags = ["old", "@home"],
        Contacts = [new ContactInput("Carl", "Uncle", IsPrimary: true)],
        Addresses = [new AddressInput("Weg 1", "Köln", null, "50667", "DE", AddressKind.Main, IsPrimary: true), new AddressInput("Post 2", Kind: AddressKind.Billing)],
        ContactPoints = [new ContactPointInput(ContactPointKind.Phone, "+49 221 1234567", IsPrimary: true), new ContactPointInput(ContactPointKind.Email, "anna@x.example")],
    };

    [SkippableTheory, EveryProvider]
    public async Task What_was_exported_comes_in_again_and_says_nothing_new(DatabaseProvider provider)
    {
        await using var customers = await CustomerDesk.Open(provider);
        await customers.Register(Anna);
        await customers.Register(new CustomerInput { Name = "张三贸易", Code = "-B", Industry = "Retail", Size = CompanySize.Small });

        foreach (var format in new[] { ExportFormat.Csv, ExportFormat.Xlsx })
        {
            var file = await Export(customers, new StartCustomerExport { Format = format });
            var again = await customers.Import(Intake.Module, "crm-customers", file.Content);

            again.Problems.ShouldBeEmpty();
            again.Counts.ShouldBe((0, 0, 2, 0), $"{format}");
        }
    }

    [Fact]
    public async Task A_spreadsheet_runs_nothing_that_a_customer_says()
    {
        await using var customers = await CustomerDesk.Open(DatabaseProvider.Sqlite);
        await customers.Register(Anna);

        var csv = Encoding.UTF8.GetString((await Export(customers, new StartCustomerExport { Columns = ["name", "phone", "tags"], Titles = true })).Content);

        csv.TrimStart('\uFEFF').ReplaceLineEndings("\n").ShouldBe("Name,Phone,Tags\n\"'=HYPERLINK(\"\"http://x\"\")\",\"'+49 221 1234567\",old; @home\n");
    }

    [Fact]
    public async Task An_export_holds_what_its_caller_sees_and_no_more()
    {
        await using var customers = await CustomerDesk.Open(DatabaseProvider.Sqlite);
        var caller = new Caller(Guid.CreateVersion7(), CallerKind.Person, "exporter")
        {
            Permissions = new Dictionary<string, RowScope> { [ExportPermissions.Export.Name] = RowScope.Own },
            Masks = new Dictionary<string, FieldMask> { ["customers.taxId"] = FieldMask.Omit, ["customers.contactPoints.value"] = FieldMask.Shorten },
        };
        await customers.Register(Anna with { OwnerId = caller.Id });
        await customers.Register(new CustomerInput { Name = "Of others", OwnerId = Guid.CreateVersion7() });
        await customers.Register(new CustomerInput { Name = "Mine, but not asked for", Kind = CustomerKind.Organisation, OwnerId = caller.Id });

        var file = await Export(customers, new StartCustomerExport { Query = "filter[kind]=person", Columns = ["code", "taxId", "phone"] }, caller);

        Encoding.UTF8.GetString(file.Content).TrimStart('\uFEFF').ReplaceLineEndings("\n").ShouldBe("code,taxId,phone\nA-1,,•••4567\n");
        file.Export.Count.ShouldBe(1);
        var trail = await customers.Read<CustomersDbContext, string>(db => db.Audit.Where(a => a.Action == "customers.export").Select(a => a.Changes!).SingleAsync());
        trail.ShouldContain("\"count\":1");
        trail.ShouldContain("filter[kind]");
        (await Should.ThrowAsync<InvalidInput>(() => customers.Send(new StartCustomerExport { Columns = ["shoeSize"] }))).Errors.Single().Pointer.ShouldContain("olumns");
    }

    [Fact]
    public async Task What_nobody_may_fetch_any_more_is_removed()
    {
        await using var customers = await CustomerDesk.Open(DatabaseProvider.Sqlite);
        await Export(customers, new StartCustomerExport());
        customers.Time.Advance(TimeSpan.FromDays(8));

        await using var scope = customers.Scope();
        (await ActivatorUtilities.CreateInstance<ExpireExports>(scope.ServiceProvider).Run(default)).ShouldBe("1 exports removed");

        (await customers.Read<CustomersDbContext, int>(db => db.Set<CustomerFile>().CountAsync())).ShouldBe(0);
        (await customers.Read<CustomersDbContext, int>(db => db.Set<StoredFilePiece>().CountAsync())).ShouldBe(0);
    }

    [SkippableTheory, EveryProvider]
    public async Task A_person_is_given_all_that_is_kept_of_them_and_after_an_erasure_nothing_of_it_is_left(DatabaseProvider provider)
    {
        await using var customers = await CustomerDesk.Open(provider);
        var anna = (await customers.Register(Anna with { Name = "Anna Berg" })).Id;
        await customers.Send(new RecordConsent { CustomerId = anna, Purpose = "marketing", Channel = ConsentChannel.Email, ContactPoint = "anna@x.example", IsGiven = true, Source = "fair", Evidence = "card 7" });

        var file = await Export(customers, new StartPersonExport(anna));

        using (var zip = new ZipArchive(new MemoryStream(file.Content)))
        {
            var data = JsonDocument.Parse(zip.GetEntry("data.json")!.Open()).RootElement;
            data.GetProperty("customer")[0].GetProperty("taxId").GetString().ShouldBe("DE 136 695 976");
            data.GetProperty("subjects").GetProperty("consent")[0].GetProperty("evidence").GetString().ShouldBe("card 7");
            data.GetProperty("processing").EnumerateArray().Select(e => e.GetProperty("action").GetString()).ShouldContain("RegisterCustomer");
            using var page = new StreamReader(zip.GetEntry("data.html")!.Open());
            (await page.ReadToEndAsync()).ShouldContain("<td>name</td><td>Anna Berg</td>");
        }

        await customers.Services.GetRequiredService<IPersonKeys>().Destroy(anna, CancellationToken.None);
        await customers.Given(new PersonErasureRequestedV1(anna, customers.Time.GetUtcNow()), $"person-erasure/{Guid.CreateVersion7()}", 1);
        (await customers.Read<CustomersDbContext, int>(db => db.Set<CustomerFile>().CountAsync())).ShouldBe(0);
        (await customers.Read<CustomersDbContext, int>(db => db.Set<StoredFilePiece>().CountAsync())).ShouldBe(0);
        var consent = await customers.Read<CustomersDbContext, Consent>(db => db.Set<Consent>().AsNoTracking().SingleAsync());
        (consent.Purpose, consent.IsGiven, consent.Evidence, consent.ContactPoint).ShouldBe(("marketing", true, null, null));
        (await Should.ThrowAsync<RuleBroken>(() => customers.Send(new StartPersonExport(anna)))).Rule.ShouldBe(CustomersRules.Erased);
    }

    private static async Task<(CustomerFile Export, byte[] Content)> Export(ModuleHarness customers, BuildingBlocks.Hosting.Pipeline.ICommand<OperationId> command, Caller? caller = null)
    {
        var operation = await customers.Send(command, caller);
        await customers.RunOperations();
        await using var scope = customers.Scope();
        var db = scope.ServiceProvider.GetRequiredService<CustomersDbContext>();
        var export = await db.Set<CustomerFile>().AsNoTracking().SingleAsync(f => f.OperationId == operation.Value);
        export.FileId.ShouldNotBeNull(string.Join(' ', await db.Set<OperationProblem>().Select(p => p.English).ToListAsync()));
        var stored = await db.Set<StoredFile>().AsNoTracking().SingleAsync(f => f.Id == export.FileId);
        await using var content = await scope.ServiceProvider.GetRequiredService<StoredFiles>().Open(Intake.Module, stored, default);
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy);
        stored.Length.ShouldBe(copy.Length);
        return (export, copy.ToArray());
    }
}
