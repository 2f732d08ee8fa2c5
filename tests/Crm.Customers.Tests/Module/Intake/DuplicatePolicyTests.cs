using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Customers.Application;
using Crm.Customers.Domain;
using Crm.Customers.Persistence;
using Crm.Testing;
using Crm.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Crm.Customers.Tests.Module.Intake;

public sealed class DuplicatePolicyTests
{
    /// <summary>Berta is known by her tax number, Cilly by her mail; Dora is new, and comes twice (undone she is hidden, and comes back); Anna is known by her key.</summary>
    private const string Rows = """
        1,Anna,A,,x,,,,
        2,Berta Neu,,de-123,x,,,,
        3,Cilly Neu,,,x,,,CILLY@x.example,
        4,Dora,,DE 444,x,,,,
        5,Dora again,,DE444,x,,,,

        """;

    [SkippableTheory, EveryProvider]
    public async Task Every_policy_does_what_its_dry_run_said(DatabaseProvider provider)
    {
        await using var customers = await CustomerDesk.Open(provider);
        await customers.Register(new CustomerInput { Name = "Anna", Code = "A", ExternalRefs = [new ExternalRefInput("erp", "1")] });
        await customers.Register(new CustomerInput { Name = "Berta", Code = "B", TaxId = "DE 123" });
        await customers.Register(CustomerDesk.Reachable("Cilly", ContactPointKind.Email, "cilly@x.example") with { Code = "C" });

        var imports = new List<Guid>();

        await Same("refuse", (1, 1, 0, 3), ["3 imports.duplicate", "4 imports.duplicate", "6 imports.same-as-earlier"]);
        await Undone();
        await Same("skip", (0, 2, 3, 0), []);
        await Undone();
        await Same("update", (0, 4, 0, 1), ["6 imports.same-as-earlier"]);
        (await customers.Search("Neu")).ShouldBe(["Berta Neu", "Cilly Neu"]);
        (await customers.ImportRows(Rows, Intake.With("refuse", "taxId", "email"))).Counts.ShouldBe((0, 0, 4, 1), "Once it is known by its key a row is no duplicate any more.");
        await Undone();
        await Same("create", (3, 2, 0, 0), []);

        async Task Same(string policy, (long, long, long, long) counts, string[] problems)
        {
            var profile = Intake.With(policy, policy == "create" ? [] : ["taxId", "email"]);
            var foreseen = await customers.ImportRows(Rows, profile, isDryRun: true);
            var real = await customers.ImportRows(Rows, profile);
            (foreseen.Counts, real.Counts).ShouldBe((counts, counts), policy);
            foreseen.Problems.ShouldBe(real.Problems);
            real.Problems.Select(p => $"{p.Split(' ')[0]} {p.Split(' ')[2].TrimEnd(':')}").ShouldBe(problems, ignoreOrder: true);
            imports.Add(real.Id);
        }

        async Task Undone() => (await customers.UndoImport(Intake.Module, imports[^1])).Left.ShouldBe(0);
    }

    [Fact]
    public async Task A_row_is_not_taken_for_a_customer_by_what_an_earlier_row_has_changed()
    {
        await using var customers = await CustomerDesk.Open(DatabaseProvider.Sqlite);
        await customers.ImportRows("1,Anna,A,DE1,,,,,\n");
        const string rows = "1,Anna,A,DE2,,,,,\n2,Berta,B,DE1,,,,,\n3,Cilly,C,DE2,,,,,\n4,Dora,A,,,,,,\n";

        var foreseen = await customers.ImportRows(rows, Intake.With("update", "taxId"), isDryRun: true);
        var real = await customers.ImportRows(rows, Intake.With("update", "taxId"));

        (foreseen.Counts, real.Counts).ShouldBe(((0, 1, 0, 3), (0, 1, 0, 3)));
        real.Problems.ShouldBe(foreseen.Problems);
        real.Problems.ShouldAllBe(p => p.Contains("imports.same-as-earlier"));
    }

    [Fact]
    public async Task A_duplicate_that_the_caller_may_not_see_is_named_by_nothing_and_never_changed()
    {
        await using var customers = await CustomerDesk.Open(DatabaseProvider.Sqlite);
        await customers.Register(new CustomerInput { Name = "Secret", Code = "S", TaxId = "DE9", OwnerId = Guid.CreateVersion7() });
        var stranger = new Caller(Guid.CreateVersion7(), CallerKind.Person, "stranger")
        {
            Permissions = new Dictionary<string, RowScope> { [CustomersPermissions.Import.Name] = RowScope.Own },
        };

        var import = await customers.Import(Intake.Module, Intake.With("update", "taxId"), Intake.Header + "1,Mine,,DE9,,,,,\n", caller: stranger);

        import.Counts.ShouldBe((0, 0, 0, 1));
        import.Problems.Single().ShouldContain("imports.duplicate-of-others");
        (await customers.Read<CustomersDbContext, List<string>>(db => db.Customers.Select(c => c.Name).ToListAsync())).ShouldBe(["Secret"]);
    }

    [SkippableTheory, EveryProvider]
    public async Task Of_many_who_share_a_name_or_a_number_the_oldest_that_the_caller_sees_is_meant(DatabaseProvider provider)
    {
        await using var customers = await CustomerDesk.Open(provider);
        for (var i = 0; i < 30; i++)
        {
            customers.Time.Advance(TimeSpan.FromMinutes(1));
            var same = CustomerDesk.Reachable("Li Wei", ContactPointKind.Email, "info@x.example") with { Code = $"C{i}" };
            await customers.Register(i == 0 ? same with { OwnerId = Guid.CreateVersion7() } : same);
        }

        var stranger = new Caller(Guid.CreateVersion7(), CallerKind.Person, "stranger") { Permissions = new Dictionary<string, RowScope> { [CustomersPermissions.Import.Name] = RowScope.All } };
        foreach (var by in new[] { "name", "email" })
        {
            var import = await customers.Import(Intake.Module, Intake.With("refuse", by), Intake.Header + "1,Li Wei,,,,,,info@x.example,\n2,Li Wei,,,,,,info@x.example,\n", caller: stranger);
            import.Problems.Count.ShouldBe(2);
            import.Problems.ShouldAllBe(p => p.Contains("imports.duplicate: ") && p.Contains(" C0 "));
        }
    }

    [Fact]
    public async Task A_number_without_its_country_is_that_of_a_customer_who_was_given_it_so()
    {
        await using var customers = await CustomerDesk.Open(DatabaseProvider.Sqlite);
        await customers.Register(CustomerDesk.Reachable("Anna", ContactPointKind.Phone, "030 1234567") with { Code = "A", Addresses = [new AddressInput(Country: "DE", IsPrimary: true)] });
        var nowhere = Intake.With("refuse", "phone").Replace("\"country\": { \"constant\": \"DE\" },", "");

        (await customers.ImportRows("1,Anna,,,,,0301234567,,\n", nowhere)).Problems.Single().ShouldContain("imports.duplicate");
    }

    [SkippableTheory, EveryProvider]
    public async Task The_rules_for_duplicates_tell_what_no_single_trait_does_and_a_dry_run_the_same(DatabaseProvider provider)
    {
        await using var customers = await CustomerDesk.Open(provider);
        await customers.Register(new CustomerInput
        {
            Name = "Bergmann Optik GmbH",
            Code = "B",
            Addresses = [new AddressInput("Hauptstrasse 12", "Köln", PostalCode: "50667", Country: "DE", IsPrimary: true)],
            ContactPoints = [new ContactPointInput(ContactPointKind.Phone, "+49 221 1234567")],
        });
        var profile = Intake.With("refuse", "likeness").Replace("\"city\"", "\"street\": { \"column\": \"Tax\" }, \"city\"").Replace("\"taxId\": { \"column\": \"Tax\" },", "");
        const string rows = "1,Bergman Optik,,Hauptstr. 12,,Köln,+49 221 1234567,,\n2,Bergmann Optik,,Hauptstr. 12,,Köln,+49 221 1234567,,\n3,Ganz Anders AG,,Weg 1,,Ulm,,,\n4,Ganz Anders,,Weg 1,,Ulm,,,\n";

        var foreseen = await customers.ImportRows(rows, profile, isDryRun: true);
        var real = await customers.ImportRows(rows, profile);

        (foreseen.Counts, real.Counts).ShouldBe(((2, 0, 0, 2), (2, 0, 0, 2)));
        foreseen.Problems.ShouldBe(real.Problems);
        real.Problems.ShouldAllBe(p => p.Contains("imports.duplicate: ") && p.Contains("likeness"));
    }

    [Fact]
    public async Task A_policy_by_nothing_or_by_something_unknown_is_refused()
    {
        await using var customers = await CustomerDesk.Open(DatabaseProvider.Sqlite);

        foreach (var profile in new[] { Intake.With("skip"), Intake.With("update", "shoeSize") })
            (await Should.ThrowAsync<InvalidInput>(() => customers.ImportRows("1,Anna,A,,,,,,\n", profile))).Errors.Single().Pointer.ShouldBe("/duplicates/by");
    }
}
