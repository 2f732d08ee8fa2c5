using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Attachments;
using Crm.BuildingBlocks.Hosting.Imports;
using Crm.BuildingBlocks.Hosting.Imports.Undoing;
using Crm.BuildingBlocks.Hosting.Operations;
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

namespace Crm.Customers.Tests.Module.Intake;

public sealed class ImportUndoTests
{
    [SkippableTheory, EveryProvider]
    public async Task Undone_an_import_leaves_every_customer_as_it_was_and_hides_those_that_it_made(DatabaseProvider provider)
    {
        await using var customers = await CustomerDesk.Open(provider);
        await customers.ImportRows("1,Anna,A,,first,Bonn,030 1234567,a@x.example,Carl\n2,Berta,B,,,Ulm,,,\n");
        var gone = (await customers.Register(new CustomerInput { Name = "Gone", Code = "G", ExternalRefs = [new ExternalRefInput("erp", "9")] })).Id;
        await customers.Send(new DeleteCustomer(gone));
        var before = await customers.Everything(hidden: true);

        var import = await customers.ImportRows("1,Anna Neu,A2,DE 123,second,Köln,030 7654321,b@x.example,Dora\n2,Berta,B,,,Ulm,,,\n3,Cilly,C,,,,,,\n9,Back,G,,,,,,\n");
        import.Counts.ShouldBe((1, 2, 1, 0));
        var foreseen = await customers.UndoImport(Intake.Module, import.Id, isDryRun: true);
        (await customers.Everything()).Count.ShouldBe(4, "To see what would come of it changes nothing.");
        var undone = await customers.UndoImport(Intake.Module, import.Id);

        (foreseen.State, foreseen.Counts).ShouldBe((ImportState.Done, undone.Counts));
        (undone.State, undone.Counts).ShouldBe((ImportState.Reverted, (2, 1, 0, 0)));
        (await customers.Everything(hidden: true)).Where(c => !c.Contains("\"Cilly\"")).ShouldBe(before);
        (await customers.Search("Cilly")).ShouldBeEmpty();
        (await Should.ThrowAsync<RuleBroken>(() => customers.UndoImport(Intake.Module, import.Id))).Rule.ShouldBe(ImportRules.AlreadyReverted);
        (await customers.ImportRows("3,Cilly,C,,,,,,\n")).Counts.ShouldBe((0, 1, 0, 0), "It comes back with its history.");
    }

    [SkippableTheory, EveryProvider]
    public async Task What_others_have_changed_since_stays_and_the_rest_is_as_before(DatabaseProvider provider)
    {
        await using var customers = await CustomerDesk.Open(provider);
        await customers.ImportRows("1,Anna,A,,old,Bonn,030 1111111,,\n2,Berta,B,,old,,,,\n");
        var import = await customers.ImportRows("1,Anna,A,,new,Köln,030 2222222,,\n2,Berta,B,,new,,,,\n3,Cilly,C,,,,,,\n4,Dora,D,,,,,,\n");
        var anna = await Change(customers, "A", c => c with
        {
            Name = "Anna Berg",
            ContactPoints = [.. c.ContactPoints, new ContactPointInput(ContactPointKind.Fax, "030 3333333")],
        });
        await Change(customers, "B", c => c with { Notes = "by hand" });
        await Change(customers, "C", c => c with { Notes = "by hand" });

        var undone = await customers.UndoImport(Intake.Module, import.Id);

        undone.Counts.ShouldBe((1, 1, 0, 2));
        undone.Problems.Select(p => string.Join(' ', p.Split(' ').Take(3))).ShouldBe(["4  imports.undo-changed:", "3 said.notes imports.undo-fields-changed:"]);
        var now = (await customers.Find(anna))!;
        (now.Name, now.Notes, now.Addresses.Single().City).ShouldBe(("Anna Berg", "old", "Bonn"));
        now.ContactPoints.Select(p => p.Value).ShouldBe(["030 1111111", "030 3333333"]);
        now.ContactPoints[0].IsPrimary.ShouldBeTrue();
        (await customers.Search("Dora")).ShouldBeEmpty();
        (await customers.Search("Cilly")).ShouldBe(["Cilly"]);
    }

    [Fact]
    public async Task An_import_that_is_run_again_after_an_undo_that_was_stopped_can_be_undone_again()
    {
        await using var customers = await CustomerDesk.Open(DatabaseProvider.Sqlite);
        await customers.ImportRows("1,Anna,A,,old,,,,\n");
        var import = await customers.ImportRows("1,Anna,A,,new,,,,\n2,Berta,B,,,,,,\n");
        var stopped = () => customers.Read<CustomersDbContext, int>(db => db.Operations.ExecuteUpdateAsync(set => set.SetProperty(o => o.State, OperationState.Cancelled)));
        await stopped();
        (await customers.UndoImport(Intake.Module, import.Id)).Counts.ShouldBe((1, 1, 0, 0));
        await stopped();

        (await customers.RunImport(Intake.Module, import.Id)).Counts.ShouldBe((0, 2, 0, 0), "What was hidden comes back.");
        var again = await customers.UndoImport(Intake.Module, import.Id);

        (again.State, again.Counts).ShouldBe((ImportState.Reverted, (2, 0, 0, 0)));
        (await customers.Search("Berta")).ShouldBeEmpty();
        (await customers.Everything()).ShouldHaveSingleItem().ShouldContain("\"old\"");
    }

    [Fact]
    public async Task What_stood_in_the_way_of_an_undo_can_be_cleared_away_and_the_rest_be_undone_too()
    {
        await using var customers = await CustomerDesk.Open(DatabaseProvider.Sqlite);
        var import = await customers.ImportRows("1,Anna,A,,,,,,\n2,Berta,B,,,,,,\n");
        await Change(customers, "A", c => c with { Notes = "by hand" });

        var first = await customers.UndoImport(Intake.Module, import.Id);
        await Change(customers, "A", c => c with { Notes = null });
        var second = await customers.UndoImport(Intake.Module, import.Id);

        (first.State, first.Counts).ShouldBe((ImportState.PartlyReverted, (0, 1, 0, 1)));
        (second.State, second.Counts).ShouldBe((ImportState.Reverted, (0, 1, 0, 0)));
        (await customers.Search("Anna")).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_others_have_said_since_of_a_number_or_a_mail_that_was_there_stays()
    {
        await using var customers = await CustomerDesk.Open(DatabaseProvider.Sqlite);
        await customers.ImportRows("1,Anna,A,,,,030 1111111,a@x.example,\n2,Berta,B,,,,030 1111111,b@x.example,\n");
        var import = await customers.ImportRows("1,Anna,A,,,,030 2222222,a2@x.example,\n2,Berta,B,,,,030 2222222,b@x.example,\n");
        var anna = await Change(customers, "A", c => c with
        {
            ContactPoints = [.. c.ContactPoints.Select(p => p.Value switch
            {
                "030 1111111" => p with { IsOptedOut = true },
                "a@x.example" => p with { IsVerified = true, Label = "home" },
                _ => p,
            })],
        });
        var berta = await Change(customers, "B", c => c with { ContactPoints = [.. c.ContactPoints.Select(p => p with { IsPrimary = p.Value != "030 2222222" })] });

        var undone = await customers.UndoImport(Intake.Module, import.Id);

        undone.Counts.ShouldBe((1, 0, 0, 1));
        (await customers.Find(anna))!.ContactPoints.Select(p => (p.Value, p.IsPrimary, p.IsOptedOut, p.IsVerified, p.Label)).ShouldBe(
            [("030 1111111", true, true, false, null), ("a@x.example", true, false, true, "home")], ignoreOrder: true);
        undone.Problems.ShouldHaveSingleItem().ShouldContain("said.contactPoints imports.undo-fields-changed");
        (await customers.Find(berta))!.ContactPoints.Where(p => p.IsPrimary).Select(p => p.Value).ShouldBe(["030 1111111", "b@x.example"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_customer_of_which_the_change_can_be_taken_back_in_part_keeps_the_rest()
    {
        await using var customers = await CustomerDesk.Open(DatabaseProvider.Sqlite);
        await customers.ImportRows("1,Anna,A,,old,Bonn,,,\n");
        var import = await customers.ImportRows("1,Anna Neu,A,,new,Bonn,,,\n");
        var anna = await Change(customers, "A", c => c with { Notes = "by hand" });

        (await customers.UndoImport(Intake.Module, import.Id)).Counts.ShouldBe((0, 0, 1, 0));

        var now = (await customers.Find(anna))!;
        (now.Name, now.Notes).ShouldBe(("Anna", "by hand"));
    }

    [Fact]
    public async Task What_hangs_on_a_customer_keeps_it_and_what_the_caller_may_not_see_stays()
    {
        await using var customers = await CustomerDesk.Open(DatabaseProvider.Sqlite);
        var importer = new Caller(Guid.CreateVersion7(), CallerKind.Person, "importer")
        {
            Permissions = new Dictionary<string, RowScope> { [CustomersPermissions.Import.Name] = RowScope.Own },
        };
        var import = await customers.Import(Intake.Module, Intake.Profile, Intake.Header + "1,Anna,A,,,,,,\n2,Berta,B,,,,,,\n3,Cilly,C,,,,,,\n", caller: importer);
        var anna = await Change(customers, "A", c => c);
        await Change(customers, "B", c => c with { OwnerId = Guid.CreateVersion7() });
        await customers.Read<CustomersDbContext, int>(db =>
        {
            db.Add(new Attachment
            {
                Id = Guid.CreateVersion7(),
                RecordType = "customer",
                RecordId = anna,
                FileId = Guid.CreateVersion7(),
                Name = "scan.pdf",
                ContentType = "application/pdf",
                Length = 1,
                Sha256 = "00",
                AddedAt = customers.Time.GetUtcNow(),
                AddedBy = importer.Id,
            });
            return db.SaveChangesAsync();
        });

        var undone = await customers.UndoImport(Intake.Module, import.Id, caller: importer);

        undone.Counts.ShouldBe((0, 1, 0, 2));
        undone.Problems.Select(p => p.Split(' ')[2].TrimEnd(':')).ShouldBe([ImportRules.UndoMissing.Code, ImportRules.UndoInUse.Code]);
    }

    [Fact]
    public async Task Nothing_is_undone_of_what_was_only_checked_or_never_changed_anything()
    {
        await using var customers = await CustomerDesk.Open(DatabaseProvider.Sqlite);
        var checkedOnly = await customers.ImportRows("1,Anna,A,,,,,,\n", isDryRun: true);
        var failed = await customers.ImportRows("1,,A,,,,,,\n");

        foreach (var import in new[] { checkedOnly, failed })
            (await Should.ThrowAsync<RuleBroken>(() => customers.UndoImport(Intake.Module, import.Id))).Rule.ShouldBe(ImportRules.NothingToUndo);
    }

    [SkippableTheory, EveryProvider]
    public async Task What_an_import_said_of_a_person_who_was_erased_cannot_come_back(DatabaseProvider provider)
    {
        await using var customers = await CustomerDesk.Open(provider);
        await customers.ImportRows("1,Anna,A,,old,,,,\n");
        var import = await customers.ImportRows("1,Anna Neu,A,,new,,,,\n2,Berta,B,,,,,,\n");
        var anna = (await customers.Read<CustomersDbContext, CustomerId>(db => db.Customers.Where(c => c.Code == "A").Select(c => c.Id).SingleAsync())).Value;
        await customers.Given(new PersonErasureRequestedV1(anna, customers.Time.GetUtcNow()), $"person-erasure/{Guid.CreateVersion7()}", 1);

        (await customers.UndoImport(Intake.Module, import.Id)).Counts.ShouldBe((0, 1, 0, 0));

        (await customers.Read<CustomersDbContext, int>(db => db.Set<ImportImage>().CountAsync(i => i.RecordId == anna))).ShouldBe(0);
        (await customers.Find(anna))!.Name.ShouldBe("");
    }

    [Fact]
    public async Task Whatever_files_say_undone_they_leave_no_trace_in_what_was_there()
    {
        await using var customers = await CustomerDesk.Open(DatabaseProvider.Sqlite);
        for (var seed = 1; seed <= 12; seed++)
        {
            var random = new Random(seed);
            await customers.ImportRows(Rows(random, 8));
            var before = await customers.Everything();
            var imports = new List<Guid>();
            for (var i = random.Next(1, 4); i > 0; i--)
            {
                var import = await customers.ImportRows(Rows(random, 6), random.Next(2) == 0 ? Intake.Profile : Intake.With("update", "taxId", "email"));
                if (import.Created + import.Updated > 0) imports.Add(import.Id);
            }

            imports.Reverse();
            foreach (var import in imports) (await customers.UndoImport(Intake.Module, import)).Left.ShouldBe(0, $"seed {seed}");

            (await customers.Everything()).ShouldBe(before, $"seed {seed}");
        }
    }

    [Fact]
    public async Task Whatever_people_said_between_an_import_and_its_undoing_stays_and_the_rest_is_as_before()
    {
        await using var customers = await CustomerDesk.Open(DatabaseProvider.Sqlite);
        for (var seed = 101; seed <= 108; seed++)
        {
            var random = new Random(seed);
            await customers.ImportRows(Rows(random, 8));
            var before = await Said(customers);
            var import = await customers.ImportRows(Rows(random, 12), Intake.With("update", "taxId", "email"));
            var touched = before.Keys.Where(_ => random.Next(2) == 0).ToList();
            foreach (var (id, customer) in (await Said(customers)).Where(c => touched.Contains(c.Key))) await customers.Send(new ChangeCustomer(id, ByHand(customer, seed)));

            if (import.Created + import.Updated > 0) await customers.UndoImport(Intake.Module, import.Id);

            var now = await Said(customers);
            foreach (var (id, was) in before)
                Json(now[id]).ShouldBe(Json(touched.Contains(id) ? ByHand(was, seed) : was), $"seed {seed}, {was.Code}");
        }
    }

    private static CustomerInput ByHand(CustomerInput customer, int seed) => customer with { Industry = $"by hand {seed}", Tags = [.. customer.Tags.Where(t => t != $"t{seed}"), $"t{seed}"] };

    private static string Json(CustomerInput customer) => System.Text.Json.JsonSerializer.Serialize(customer);

    // By its id: files change codes.
    private static Task<Dictionary<Guid, CustomerInput>> Said(ModuleHarness customers) => customers.Read<CustomersDbContext, Dictionary<Guid, CustomerInput>>(async db =>
        (await db.Customers.AsNoTracking().AsSplitQuery().ToListAsync()).ToDictionary(c => c.Key, CustomerInput.Of));

    private static string Rows(Random random, int most)
    {
        var rows = Enumerable.Range(0, random.Next(1, most)).Select(_ => random.Next(20)).Distinct().Select(id =>
            $"{id},{Pick("Anna", "Berta", "Cilly")} {id},N{id},{Pick("", $"DE{random.Next(6)}")},{Pick("", "good", "bad")},{Pick("", "Bonn", "Ulm")},"
            + $"{Pick("", "030 1234567", "0171 7654321")},{Pick("", $"m{random.Next(6)}@x.example")},{Pick("", "Carl", "Dora")}");
        return string.Join('\n', rows) + "\n";

        string Pick(params string[] values) => values[random.Next(values.Length)];
    }

    private static async Task<Guid> Change(ModuleHarness customers, string code, Func<CustomerInput, CustomerInput> change)
    {
        var customer = await customers.Read<CustomersDbContext, Customer>(db => db.Customers.AsNoTracking().AsSplitQuery().SingleAsync(c => c.Code == code));
        return (await customers.Send(new ChangeCustomer(customer.Key, change(CustomerInput.Of(customer))))).Id;
    }
}
