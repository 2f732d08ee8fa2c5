using System.Text;
using Crm.BuildingBlocks.Hosting.Imports.Sources;
using Crm.BuildingBlocks.Hosting.Operations;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Tests.LongWork;
using Crm.Testing.Databases;
using Shouldly;
using Xunit;
using static Crm.BuildingBlocks.Tests.LongWork.LongWorkHost;

namespace Crm.BuildingBlocks.Tests.Imports;

/// <summary>Workbooks come in like CSV files.</summary>
public sealed class WorkbookTests
{
    private static readonly string Header = Workbooks.Texts("Id", "Name", "Price", "Made");

    private const string German = """
        { "target": "long-work.gadgets", "format": { "decimalSeparator": ",", "dateFormat": "d.M.yyyy" }, "key": { "system": "shop", "columns": ["Id"] },
          "fields": { "name": { "column": "Name" }, "price": { "column": "Price" }, "madeOn": { "column": "Made" } } }
        """;

    [SkippableTheory, EveryProvider]
    public async Task A_workbook_says_the_same_as_a_file_of_commas(DatabaseProvider provider)
    {
        await using var database = await Database(provider);
        await using var host = Start(database, ("Imports:BatchSize", "2"));
        var rows = Header + """
            <row r="3"><c r="A3"><v>1</v></c><c r="B3" t="s"><v>0</v></c><c r="C3"><v>10.199999999999999</v></c><c r="D3" s="1"><v>45750</v></c></row>
            <row r="4"/><row r="7"><c r="D7" s="2"><v>45751.5</v></c><c r="A7" t="str"><v>2</v></c><c r="B7" t="s"><v>1</v></c><c r="C7"><v>1E+3</v></c></row>
            <row r="8"><c r="A8"><v>3</v></c><c r="B8" t="inlineStr"><is><t>A_x0042_C</t></is></c><c r="C8" t="inlineStr"><is><t>7,5</t></is></c></row>
            <row r="9"><c r="A9"><v>4</v></c><c r="B9" t="e"><v>#REF!</v></c><c r="C9"><v>1</v></c></row>
            <row r="10"><c r="A10"><v>5</v></c><c r="C10"><v>1</v></c></row>
            """;
        const string shared = """<si><t>Axe</t></si><si><r><t>Bo</t></r><r><rPr/><t>w</t></r><rPh sb="0" eb="1"><t>spoken</t></rPh></si>""";

        var outcome = await host.Imported(Workbooks.Of(rows, shared), profile: German);

        outcome.Problems.ShouldBe([(9, "Name", "imports.cell-error"), (10, "name", "imports.required")]);
        (await host.Gadgets()).Select(g => (g.ExternalId, g.Name, g.Price, g.MadeOn)).ShouldBe(
            [("1", "Axe", 10.2m, new DateOnly(2025, 4, 3)), ("2", "Bow", 1000m, new DateOnly(2025, 4, 4)), ("3", "ABC", 7.5m, null)]);
        outcome.Counts.ShouldBe((3, 0, 0, 2));
    }

    [Fact]
    public async Task A_number_that_is_none_fails_its_row_and_a_long_one_keeps_all_its_digits()
    {
        await using var database = await Database(DatabaseProvider.Sqlite);
        await using var host = Start(database);
        var rows = Header + string.Concat(new[] { ("1", "NaN", ""), ("1234567890123456", "1", ""), ("1234567890123457", "1.1000000000000001", ""), ("2", "INF", ""), ("3", "1", "2958465.9999999") }
            .Select(r => $"<row><c><v>{r.Item1}</v></c><c t=\"str\"><v>Axe {r.Item1}</v></c><c><v>{r.Item2}</v></c><c s=\"1\"><v>{r.Item3}</v></c></row>"));

        var outcome = await host.Imported(Workbooks.Of(rows), profile: German);

        outcome.Problems.Select(p => (p.Line, p.Code)).ShouldBe([(2, "imports.not-a-number"), (5, "imports.not-a-number")]);
        (await host.Gadgets()).Select(g => (g.ExternalId, g.Price, g.MadeOn)).ShouldBe(
            [("1234567890123456", 1m, null), ("1234567890123457", 1.1m, null), ("3", 1m, new DateOnly(9999, 12, 31))], ignoreOrder: true);
    }

    [Fact]
    public async Task A_profile_may_name_the_sheet_and_days_may_be_counted_from_1904()
    {
        await using var database = await Database(DatabaseProvider.Sqlite);
        await using var host = Start(database);
        var workbook = Workbooks.Of(Workbooks.Texts("Nothing"), properties: """<workbookPr date1904="1"/>""",
            second: Header + """<row><c t="inlineStr"><is><t>1</t></is></c><c t="inlineStr"><is><t>Axe</t></is></c><c><v>1</v></c><c s="1"><v>44288</v></c></row>""");
        var named = German.Replace("\"decimalSeparator\"", "\"sheet\": \"Other\", \"decimalSeparator\"");

        (await host.Imported(workbook, profile: named)).Counts.ShouldBe((1, 0, 0, 0));
        var missing = await host.Imported(workbook, profile: named.Replace("Other", "Third"));

        (await host.Gadgets()).Single().MadeOn.ShouldBe(new DateOnly(2025, 4, 3));
        missing.Problems.Single().Code.ShouldBe("imports.sheet-missing");
    }

    [Theory]
    [InlineData("no zip behind its first bytes", "imports.workbook-unreadable")]
    [InlineData("a workbook of before 2007 or with a password", "imports.workbook-unreadable")]
    [InlineData("no workbook in it", "imports.workbook-unreadable")]
    [InlineData("cut off", "imports.workbook-unreadable")]
    [InlineData("a text that is not there", "imports.workbook-unreadable")]
    [InlineData("entities", "imports.workbook-unreadable")]
    [InlineData("a row beyond the last", "imports.workbook-unreadable")]
    [InlineData("a row that was there before", "imports.workbook-unreadable")]
    [InlineData("a bomb of names", "imports.workbook-too-large")]
    [InlineData("a bomb of rows", "imports.workbook-too-large")]
    [InlineData("a bomb in one attribute", "imports.workbook-too-large")]
    [InlineData("a bomb in one text", "imports.workbook-too-large")]
    [InlineData("a bomb of different texts", "imports.workbook-too-large")]
    [InlineData("a bomb of runs in one text", "imports.workbook-too-large")]
    [InlineData("a bomb of runs in one shared text", "imports.workbook-too-large")]
    [InlineData("a bomb of cells in one row", "imports.workbook-too-large")]
    [InlineData("a bomb of what looks like tags", "imports.workbook-too-large")]
    [InlineData("elements without end", "imports.workbook-too-large")]
    [InlineData("a directory without end", "imports.workbook-too-large")]
    [InlineData("no rows", "imports.no-header")]
    public async Task A_hostile_workbook_is_refused_and_changes_nothing(string what, string code)
    {
        await using var database = await Database(DatabaseProvider.Sqlite);
        await using var host = Start(database, ("Imports:MostExpandedBytes", "20000000"), ("Imports:MostSharedBytes", "1000000"));
        const string row = "<row><c><v>1</v></c></row>";
        var run = $"<r><t>{new string('x', 900_000)}</t></r>";
        var good = Workbooks.Of(Header + row);
        var file = what switch
        {
            "no zip behind its first bytes" => "PK\u0003\u0004 and then nothing"u8.ToArray(),
            "a workbook of before 2007 or with a password" => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1],
            "no workbook in it" => Workbooks.Zip(("readme.txt", "hello")),
            "cut off" => good[..(good.Length / 2)],
            "a text that is not there" => Workbooks.Of(Header + """<row><c t="s"><v>9</v></c></row>"""),
            "entities" => Workbooks.Zip(("_rels/.rels", "<!DOCTYPE x [<!ENTITY a \"aaaa\">]><x>&a;</x>")),
            "a row beyond the last" => Workbooks.Of(Header + """<row r="9999999"><c><v>1</v></c></row>"""),
            "a row that was there before" => Workbooks.Of("""<row r="1"><c t="inlineStr"><is><t>Id</t></is></c><c t="inlineStr"><is><t>Name</t></is></c><c t="inlineStr"><is><t>Price</t></is></c></row><row r="1"><c><v>1</v></c></row>"""),
            "a bomb of names" => Workbooks.Of(Header + string.Concat(Enumerable.Range(0, 20_000).Select(i => $"<n{i}/>")) + row),
            "a bomb of rows" => Workbooks.Of(Header + Repeated(row, 21_000_000)),
            "a bomb in one attribute" => Workbooks.Of($"{Header}<row r=\"{new string('1', 3_000_000)}\"/>"),
            "a bomb in one text" => Workbooks.Of(Header + Workbooks.Texts(new string('x', 3_000_000))),
            "a bomb of different texts" => Workbooks.Of(Header, Repeated("<si><t>x</t></si>", 600_000)),
            "a bomb of runs in one text" => Workbooks.Of($"{Header}<row><c t=\"inlineStr\"><is>{Repeated(run, 3_000_000)}</is></c></row>"),
            "a bomb of runs in one shared text" => Workbooks.Of(Header + row, $"<si>{Repeated(run, 3_000_000)}</not-read-so-far>"),
            "a bomb of cells in one row" => Workbooks.Of(Header + Workbooks.Texts([.. Enumerable.Repeat(new string('x', 30_000), 100)])),
            "a bomb of what looks like tags" => Workbooks.Of($"{Header}<row><c><x><![CDATA[{new string('<', 3_000_000)}]]></x><v>1</v></c></row>"),
            "elements without end" => Workbooks.Of(Header + Repeated("<x>", 100_000)),
            "a directory without end" => Workbooks.Zip([.. Enumerable.Range(0, 40).Select(i => ($"{i}{new string('n', 250_000 / 4)}", ""))]),
            _ => Workbooks.Of(""),
        };

        var outcome = await host.Imported(file, profile: Uploads.Profile);

        (outcome.State, outcome.Problems.Single().Code).ShouldBe((OperationState.Failed, code));
        (await host.Gadgets()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_letter_with_the_byte_of_a_tag_in_it_is_no_way_round_the_bound()
    {
        await using var bounded = new BoundedStream(new MemoryStream(Encoding.Unicode.GetBytes(new string('㰀', 1000))), 10_000, 100);

        await Should.ThrowAsync<InvalidDataException>(async () => await bounded.ReadExactlyAsync(new byte[1024]));
    }

    [Theory]
    [InlineData("<t>12345678</t><t>12345678</t>", true)]
    [InlineData("<t><![CDATA[<<]]]></t><t>12345678</t>", true)]
    [InlineData("<t><![CDATA[<<<<<<<<<<<<<<<<<<", false)]
    [InlineData("<t>1234567890123456789012345", false)]
    public async Task So_many_bytes_may_stand_without_a_tag(string text, bool isRead)
    {
        await using var bounded = new BoundedStream(new MemoryStream(Encoding.UTF8.GetBytes(text)), 1000, 25);
        var one = new byte[1];
        var all = async () =>
        {
            while (await bounded.ReadAsync(one) > 0) continue;
        };

        if (isRead) await all();
        else await Should.ThrowAsync<WorkbookTooLarge>(all);
    }

    private static string Repeated(string text, int characters) => new StringBuilder().Insert(0, text, characters / text.Length).ToString();
}
