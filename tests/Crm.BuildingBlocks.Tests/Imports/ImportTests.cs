using System.Text;
using Crm.BuildingBlocks.Hosting.Imports;
using Crm.BuildingBlocks.Hosting.Operations;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Tests.LongWork;
using Crm.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;
using static Crm.BuildingBlocks.Tests.LongWork.LongWorkHost;

namespace Crm.BuildingBlocks.Tests.Imports;

public sealed class ImportTests
{
    [SkippableTheory, EveryProvider]
    public async Task A_file_that_comes_again_creates_updates_or_leaves_alone(DatabaseProvider provider)
    {
        await using var database = await Database(provider);
        await using var host = Start(database);

        (await host.Imported("Id,Name,Price\n1,Axe,10.5\n2,Bow,20\n")).Counts.ShouldBe((2, 0, 0, 0));
        (await host.Imported("Id,Name,Price\n1,Axe,10.5\n2,Bow,21\n3,Cup,1\n")).Counts.ShouldBe((1, 1, 1, 0));

        (await host.Gadgets()).Select(g => (g.ExternalId, g.Name, g.Price)).ShouldBe([("1", "Axe", 10.5m), ("2", "Bow", 21m), ("3", "Cup", 1m)]);
    }

    [SkippableTheory, EveryProvider]
    public async Task A_dry_run_predicts_what_a_real_run_does_and_changes_nothing(DatabaseProvider provider)
    {
        await using var database = await Database(provider);
        await using var host = Start(database, ("Imports:BatchSize", "4"));
        await host.Imported("Id,Name,Price\n1,Axe,10\n2,Bow,20\n");
        var lines = Enumerable.Range(3, 28).Select(id => id switch
        {
            7 => "7,Thing 7,dear",
            11 => "3,Again,1",
            15 => "15,explosive,1",
            20 => "20,cursed,1",
            25 => "25,Axe,1",
            28 => "28,Low,-1",
            _ => $"{id},Thing {id},{id}",
        });
        var file = $"Id,Name,Price\n1,Axe,10\n2,Bow,25\n{string.Join('\n', lines)}\n";

        var predicted = await host.Imported(file, isDryRun: true);
        (await host.Gadgets()).Count.ShouldBe(2);
        var real = await host.Imported(file);

        predicted.Counts.ShouldBe((22, 1, 1, 6));
        real.Counts.ShouldBe(predicted.Counts);
        real.Problems.ShouldBe(predicted.Problems);
        real.Problems.ShouldBe(
        [
            (8, "price", "imports.not-a-number"), (12, null, "imports.key-twice"), (16, null, "long-work.cursed"),
            (21, null, "long-work.cursed"), (26, null, "imports.unexpected"), (29, "price", "imports.invalid"),
        ], ignoreOrder: true);
        (await host.Gadgets()).Count.ShouldBe(24);
    }

    [SkippableTheory, EveryProvider]
    public async Task Columns_become_fields_as_the_profile_says(DatabaseProvider provider)
    {
        await using var database = await Database(provider);
        await using var host = Start(database);
        const string profile = """
            { "target": "long-work.gadgets", "format": { "delimiter": ";", "decimalSeparator": ",", "dateFormat": "d.M.yyyy" },
              "key": { "system": "shop", "columns": ["Shop", "No"], "separator": "-" },
              "fields": { "name": { "columns": ["First", "Second"], "separator": "+" }, "price": { "column": "Price", "default": "7" },
                          "madeOn": { "column": "Made" }, "kind": { "column": "K", "map": { "x": "fancy", "*": "plain" } } } }
            """;

        var outcome = await host.Imported(
            "Shop;No;First;Second;Price;Made;K\nA;1; Big ;Axe;12,50;3.4.2025;x\nB;2;Bow;;;;q\nB;3;Cup;;1.5;31.2.2025;\n", profile: profile);

        outcome.Counts.ShouldBe((2, 0, 0, 1));
        outcome.Problems.ShouldBe([(4, "price", "imports.not-a-number"), (4, "madeOn", "imports.not-a-date")]);
        (await host.Gadgets()).Select(g => (g.ExternalId, g.Name, g.Price, g.MadeOn, g.Kind))
            .ShouldBe([("A-1", "Big+Axe", 12.5m, new DateOnly(2025, 4, 3), GadgetKind.Fancy), ("B-2", "Bow", 7m, null, GadgetKind.Plain)]);
    }

    [SkippableTheory, EveryProvider]
    public async Task Rows_of_a_second_file_find_theirs_in_whatever_order(DatabaseProvider provider)
    {
        await using var database = await Database(provider);
        await using var host = Start(database, ("Imports:BatchSize", "2"));

        var outcome = await host.Imported(
            "Id,Name,Price\n1,Axe,1\n2,Bow,2\n3,Cup,3\n4,Dice,4\n",
            profile: Uploads.ProfileWithParts,
            details: "Gadget,Part,Count\n2,string,1\n1,blade,1\n9,ghost,1\n2,wood,2\n3,clay,many\n1,handle,3\n,nobody,1\n");

        outcome.Counts.ShouldBe((3, 0, 0, 1));
        outcome.Problems.ShouldBe(
            [(8, "parts.Gadget", "imports.no-key"), (6, "parts.count", "imports.not-a-whole-number"), (4, "parts", "imports.detail-alone")], ignoreOrder: true);
        (await host.Gadgets()).Select(g => (g.ExternalId, g.Parts)).ShouldBe([("1", "blade*1 handle*3"), ("2", "string*1 wood*2"), ("4", "")]);
        (await host.In(Root, (_, db) => db.Set<ImportDetail>().CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task What_is_wrong_with_keys_codes_and_details_is_named_line_by_line()
    {
        await using var database = await Database(DatabaseProvider.Sqlite);
        await using var host = Start(database, ("Imports:MostDetails", "1"));
        const string kinds = """
            { "target": "long-work.gadgets", "key": { "system": "shop", "columns": ["Id"] },
              "fields": { "name": { "column": "Name" }, "price": { "constant": "1" }, "kind": { "column": "K", "map": { "x": "fancy", "y": "odd" } } } }
            """;

        var rows = await host.Imported($"Id,Name,K\n1,Axe,x\n2,Bow,z\n3,Cup,y\n{new string('k', 201)},Long,x\n", profile: kinds);
        var details = await host.Imported("Id,Name,Price\n7,Gun,1\n8,Hat,1\n", profile: Uploads.ProfileWithParts, details: "Gadget,Part,Count\n7,a,1\n8,b,1\n8,c,1\n");

        rows.Counts.ShouldBe((1, 0, 0, 3));
        rows.Problems.ShouldBe([(3, "kind", "imports.not-mapped"), (4, "kind", "imports.not-among"), (5, "Id", "imports.key-too-long")], ignoreOrder: true);
        details.Counts.ShouldBe((1, 0, 0, 1));
        details.Problems.Select(p => p.Item3).ShouldBe(["imports.too-many-details"]);
    }

    [Theory]
    [InlineData(typeof(bool), "maybe", "imports.not-a-flag")]
    [InlineData(typeof(Guid), "7", "imports.not-an-id")]
    [InlineData(typeof(bool), "Yes", null)]
    [InlineData(typeof(Guid), "0193f6a0-0000-7000-8000-000000000001", null)]
    public void A_text_is_exactly_what_its_field_is_or_is_refused(Type type, string text, string? code) =>
        (TextValues.Read(text, new FieldShape("field", type, IsRequired: true, Default: null, MaxLength: 40, Text: null, Element: null, ElementType: null), ".", dateFormat: null)
            .Rule?.Code).ShouldBe(code);

    [Fact]
    public async Task An_import_into_a_target_that_keeps_no_images_cannot_be_undone()
    {
        await using var database = await Database(DatabaseProvider.Sqlite);
        await using var host = Start(database);
        await host.Imported("Id,Name,Price\n1,Axe,10.5\n");

        var undo = host.In(Root, async (services, db) => await services.GetRequiredService<ImportDesk>()
            .Undo(LongWorkModule.ModuleName, await db.Set<Import>().Select(i => i.Id).SingleAsync(), isDryRun: false, default));

        (await Should.ThrowAsync<RuleBroken>(() => undo)).Rule.ShouldBe(ImportRules.NotRevertible);
    }

    [SkippableTheory, EveryProvider]
    public async Task Every_record_an_import_changed_is_audited_as_its_caller_did_it(DatabaseProvider provider)
    {
        await using var database = await Database(provider);
        await using var host = Start(database);
        await host.Imported("Id,Name,Price\n1,Axe,10.5\n");

        var gadget = (await host.Gadgets()).Single();
        var entry = await host.In(Root, (_, db) => db.Audit.SingleAsync(a => a.RecordId == gadget.Key));

        (entry.Action, entry.CallerId, entry.RecordType).ShouldBe(("long-work.import", Root.Id, "gadget"));
    }

    [SkippableTheory, EveryProvider]
    public async Task An_interrupted_import_goes_on_without_losing_or_doubling_a_row(DatabaseProvider provider)
    {
        await using var database = await Database(provider);
        await using var host = Start(database, ("Imports:BatchSize", "10"));
        var import = await host.Import(GadgetFile(100));
        using var stop = new CancellationTokenSource();
        host.Hook.Before = (line, _) => line == 51 ? stop.CancelAsync() : Task.CompletedTask;

        await host.Runner.RunNext(stop.Token);
        (await host.View(Root, import)).State.ShouldBe(OperationState.Running);
        var outcome = await host.Finished(import);

        outcome.Counts.ShouldBe((100, 0, 0, 0));
        (await host.Gadgets()).Count.ShouldBe(100);
        (await host.In(Root, (_, db) => db.Set<ImportedRow>().CountAsync(r => r.OperationId == import.Value))).ShouldBe(100);
    }

    internal static string GadgetFile(int rows)
    {
        var file = new StringBuilder("Id,Name,Price\n");
        for (var id = 1; id <= rows; id++) file.Append($"{id},Thing {id},{id}\n");
        return file.ToString();
    }
}
