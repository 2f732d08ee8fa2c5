using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Hosting.Quality;
using Crm.Customers.Application;
using Crm.Customers.Application.Quality;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Quality;
using Crm.Customers.Persistence;
using Crm.Testing;
using Crm.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Crm.Customers.Tests.Module.Intake;

public sealed class QualityTests
{
    private static readonly CustomerInput Good = new()
    {
        Name = "Good GmbH",
        Code = "GOOD",
        TaxId = "DE136695976",
        Industry = "Retail",
        Source = "fair",
        OwnerId = Guid.CreateVersion7(),
        Contacts = [new ContactInput("Carl Contact")],
        Addresses = [new AddressInput("Weg 1", "Köln", null, "50667", "DE", AddressKind.Main, IsPrimary: true)],
        ContactPoints = [new ContactPointInput(ContactPointKind.Phone, "+492211234567"), new ContactPointInput(ContactPointKind.Email, "info@good.example")],
    };

    private static readonly CustomerInput Bad = new()
    {
        Name = "Bad  Ｌｔｄ",
        Code = "BAD",
        TaxId = "DE136695977",
        Source = "web",
        Addresses = [new AddressInput("Street 1", "Leeds", null, "12345", "United Kingdom", AddressKind.Main, IsPrimary: true), new AddressInput(Country: "Atlantis", Kind: AddressKind.Billing)],
        ContactPoints = [new ContactPointInput(ContactPointKind.Phone, "1234"), new ContactPointInput(ContactPointKind.Email, "INFO@good.example"), new ContactPointInput(ContactPointKind.Email, "x@localhost")],
    };

    [SkippableTheory, EveryProvider]
    public async Task Customers_are_scored_as_such_and_by_source_and_owner_over_time(DatabaseProvider provider)
    {
        await using var customers = await CustomerDesk.Open(provider);
        var good = (await customers.Register(Good)).Id;
        var bad = (await customers.Register(Bad)).Id;

        await Check(customers);

        (await Findings(customers, good)).ShouldBe(["same-mail"]);
        (await Findings(customers, bad)).ShouldBe(
        [
            "contact-missing", "country-unknown", "industry-missing", "mail-invalid", "owner-missing", "phone-invalid", "postal-code-invalid", "same-mail", "tax-id-invalid", "untidy-country-code",
            "untidy-mail-form", "untidy-names-tidy",
        ]);
        (await Scores(customers, CustomerQuality.BySource)).Select(g => g.Value).ShouldBe(["fair", "web"]);
        await Change(customers, bad, c => c with { TaxId = "DE136695976", Source = "fair" });
        await Check(customers);
        var history = await customers.Read<CustomersDbContext, List<(string, long)>>(async db => [.. (await db.Set<QualityGroupSnapshot>().Where(s => s.Dimension == CustomerQuality.BySource)
            .OrderBy(s => s.TakenAt).ThenBy(s => s.Value).ToListAsync()).Select(s => (s.Value, s.Subjects))]);
        history.ShouldBe([("fair", 1), ("web", 1), ("fair", 2)], ignoreOrder: true);
        (await Findings(customers, good)).ShouldBe(["same-mail", "same-tax-id"]);
        var stored = await customers.Read<CustomersDbContext, string>(db => db.AllTables());
        stored.ShouldNotContain("info@good.example", Case.Insensitive);
    }

    [Fact]
    public async Task A_changed_customer_is_looked_at_again_and_a_proposal_is_accepted_or_dismissed()
    {
        await using var customers = await CustomerDesk.Open(DatabaseProvider.Sqlite);
        var good = (await customers.Register(Good)).Id;
        await customers.Send(new DeleteCustomer((await customers.Register(Bad)).Id));
        await Change(customers, good, c => c with { Name = "Good   GmbH" });
        await using (var scope = customers.Scope())
            (await ActivatorUtilities.CreateInstance<CheckChangedCustomers>(scope.ServiceProvider).Run(default)).ShouldEndWith("0 notes failed");
        var finding = await customers.Read<CustomersDbContext, QualityFinding>(db => db.Set<QualityFinding>().AsNoTracking().SingleAsync());
        (finding.SubjectId, finding.Check, finding.ProposalKind).ShouldBe((good, "untidy-names-tidy", CustomerFixes.Names));

        await customers.Send(new DismissFinding { Id = finding.Key, Reason = "looks nice" });
        await customers.Send(new ReopenFinding(finding.Key));
        await customers.Send(new AcceptProposal(finding.Key));

        (await customers.Find(good))!.Name.ShouldBe("Good GmbH");
        (await Findings(customers, good)).ShouldBeEmpty();
        await Should.ThrowAsync<ResourceNotFound>(() => customers.Send(new AcceptProposal(finding.Key)));
    }

    [SkippableTheory, EveryProvider]
    public async Task Corrections_are_proposed_approved_applied_and_undone(DatabaseProvider provider)
    {
        await using var customers = await CustomerDesk.Open(provider);
        var one = (await customers.Register(new CustomerInput { Name = "anna  berg", Code = "1", Kind = CustomerKind.Person, ContactPoints = [new ContactPointInput(ContactPointKind.Email, "ANNA@x.example")] })).Id;
        var two = (await customers.Register(new CustomerInput { Name = "Two  Ltd", Code = "2", Addresses = [new AddressInput(City: " Bonn ", Country: "Germany")] })).Id;
        var three = (await customers.Register(new CustomerInput { Name = "Three  Ltd", Code = "3" })).Id;
        var before = await customers.Everything();
        await customers.Send(new StartCleansing());
        await customers.RunOperations();
        var (id, proposed) = await customers.Read<CustomersDbContext, (CleansingId, List<string>)>(async db =>
            ((await db.Set<Cleansing>().SingleAsync()).Id, (await db.Set<CleansingProposal>().ToListAsync()).ConvertAll(p => $"{p.Kind} {p.Field}: {p.After}")));
        proposed.ShouldBe(
            ["names-tidy name: Anna Berg", "mail-form contactPoints.value: anna@x.example", "names-tidy name: Two Ltd", "address-tidy addresses.city: Bonn", "country-code addresses.country: DE", "names-tidy name: Three Ltd"],
            ignoreOrder: true);
        (await Should.ThrowAsync<RuleBroken>(() => customers.Send(new ApplyCleansing(id.Value)))).Rule.ShouldBe(CleansingRules.NothingApproved);

        (await customers.Send(new DecideProposals { CleansingId = id.Value, IsApproved = true })).Count.ShouldBe(6);
        (await customers.Send(new DecideProposals { CleansingId = id.Value, IsApproved = false, Kind = CustomerFixes.Mail })).Count.ShouldBe(1);
        await Change(customers, three, c => c with { Name = "Tree Ltd" });
        await customers.Send(new ApplyCleansing(id.Value));
        await customers.RunOperations();

        ((await customers.Find(one))!.Name, (await customers.Find(two))!.Addresses.Single().Country, (await customers.Find(three))!.Name).ShouldBe(("Anna Berg", "DE", "Tree Ltd"));
        (await customers.Find(one))!.ContactPoints.Single().Value.ShouldBe("ANNA@x.example");
        await Change(customers, three, c => c with { Name = "Three  Ltd" });
        await customers.Send(new UndoCleansing(id.Value));
        await customers.RunOperations();
        (await customers.Everything()).ShouldBe(before);
        (await Should.ThrowAsync<RuleBroken>(() => customers.Send(new UndoCleansing(id.Value)))).Rule.ShouldBe(CleansingRules.NotNow);
    }

    [Theory]
    [InlineData("91110108551385082Q", "CN", true)]
    [InlineData("91110108551385082A", "CN", false)]
    [InlineData("DE136695976", null, true)]
    [InlineData("DE136695977", null, false)]
    [InlineData("PL 5260001246", null, true)]
    [InlineData("ATU12345678", null, true)]
    [InlineData("ATX12345678", null, false)]
    [InlineData("whatever", "US", null)]
    public void Tax_numbers_are_checked_as_far_as_they_can_be(string number, string? country, bool? isValid) => TaxIds.IsValid(number, country).ShouldBe(isValid);

    [Theory]
    [InlineData("Ａｃｍｅ　 Ltd ", "Acme Ltd")]
    [InlineData("北京（中国）公司", "北京（中国）公司")]
    public void Widths_and_spaces_are_made_one(string written, string tidy) => Tidying.Spaces(written).ShouldBe(tidy);

    [Theory]
    [InlineData("ANNA BERG", "Anna Berg")]
    [InlineData("anna berg", "Anna Berg")]
    [InlineData("Ronald McDonald", "Ronald McDonald")]
    [InlineData("王小明", "王小明")]
    public void Names_of_people_get_their_capitals_where_they_have_all_or_none(string written, string tidy) => Tidying.PersonName(written).ShouldBe(tidy);

    private static async Task Check(ModuleHarness customers)
    {
        customers.Time.Advance(TimeSpan.FromDays(1));
        await customers.Send(new StartQualityCheck());
        await customers.RunOperations();
    }

    private static Task<List<string>> Findings(ModuleHarness customers, Guid customer) =>
        customers.Read<CustomersDbContext, List<string>>(db => db.Set<QualityFinding>().Where(f => f.SubjectId == customer).OrderBy(f => f.Check).Select(f => f.Check).ToListAsync());

    private static Task<IReadOnlyList<QualityGroupScore>> Scores(ModuleHarness customers, string dimension) =>
        customers.Read<CustomersDbContext, IReadOnlyList<QualityGroupScore>>(db => db.QualityGroupScores(dimension, default));

    private static async Task Change(ModuleHarness customers, Guid id, Func<CustomerInput, CustomerInput> change)
    {
        var key = new CustomerId(id);
        var customer = await customers.Read<CustomersDbContext, Customer>(db => db.Customers.AsNoTracking().AsSplitQuery().SingleAsync(c => c.Id == key));
        await customers.Send(new ChangeCustomer(id, change(CustomerInput.Of(customer))));
    }
}
