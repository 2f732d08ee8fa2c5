using System.Text;
using Crm.BuildingBlocks.Hosting.Operations;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Tests.LongWork;
using Shouldly;
using Xunit;
using static Crm.BuildingBlocks.Tests.LongWork.LongWorkHost;

namespace Crm.BuildingBlocks.Tests.Imports;

public sealed class HostileFileTests
{
    private const string Chinese = "Id,Name,Price\n1,斧头,10\n";

    [Theory]
    [InlineData("nothing", "imports.no-header")]
    [InlineData("missing column", "imports.column-missing")]
    [InlineData("column twice", "imports.column-twice")]
    [InlineData("open quote", "imports.quote-open")]
    [InlineData("ten megabytes", "imports.record-too-long")]
    [InlineData("open quote in a long file", "imports.record-too-long")]
    [InlineData("endless header", "imports.record-too-long")]
    [InlineData("columns without end", "imports.too-many-columns")]
    public async Task A_file_that_cannot_be_read_to_its_end_changes_nothing(string what, string code)
    {
        await using var database = await Database(DatabaseProvider.Sqlite);
        await using var host = Start(database);
        var csv = what switch
        {
            "nothing" => "",
            "missing column" => "Id,Name\n1,Axe\n",
            "column twice" => "Id,Name,Price,Name\n1,Axe,1,Bow\n",
            "open quote" => "Id,Name,Price\n1,Axe,1\n2,\"Bow,2\n3,Cup,3\n",
            "ten megabytes" => $"Id,Name,Price\n1,Axe,1\n2,{new string('x', 10_000_000)},3\n",
            "open quote in a long file" => $"Id,Name,Price\n1,Axe,1\n2,\"{new string('\n', 2_000_000)}",
            "columns without end" => $"Id,Name,Price,{string.Join(',', Enumerable.Range(0, 17_000))}\n",
            _ => $"{new string('x', 3_000_000)}\n",
        };

        var outcome = await host.Imported(csv);

        outcome.State.ShouldBe(OperationState.Failed);
        outcome.Problems.Select(p => p.Code).ShouldBe([code]);
        (await host.Gadgets()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("2,B\"o\"w,2", "imports.malformed")]
    [InlineData("2,\"Bow\"s,2", "imports.malformed")]
    [InlineData("2,Bow", "imports.field-count")]
    [InlineData("2,Bow,2,3", "imports.field-count")]
    [InlineData("2,B\0w,2", "imports.control-character")]
    [InlineData("2\u0007,Bow,2", "imports.control-character")]
    [InlineData(",Bow,2", "imports.no-key")]
    [InlineData("2,,2", "imports.required")]
    [InlineData("2,A name of more than twenty characters,2", "imports.too-long")]
    [InlineData("2,Bow,1e5", "imports.not-a-number")]
    [InlineData("2,Bow,\"1,000.00\"", "imports.not-a-number")]
    [InlineData("2,Bow,NaN", "imports.not-a-number")]
    [InlineData("2,Bow,99999999999999999999999999999999", "imports.not-a-number")]
    [InlineData("2,Bow,79228162514264337593543950335", "imports.unexpected")]
    [InlineData("2,Bow,-1", "imports.invalid")]
    public async Task One_bad_row_is_told_apart_and_the_others_come_in(string row, string code)
    {
        await using var database = await Database(DatabaseProvider.Sqlite);
        await using var host = Start(database);

        var outcome = await host.Imported($"Id,Name,Price\n1,Axe,1\n{row}\n\n3,Cup,3\r\n");

        outcome.Counts.ShouldBe((2, 0, 0, 1));
        outcome.Problems.Select(p => (p.Line, p.Code)).ShouldBe([(3, code)]);
        (await host.Gadgets()).Select(g => g.ExternalId).ShouldBe(["1", "3"]);
    }

    [Fact]
    public async Task A_line_number_is_that_of_the_file_also_behind_fields_with_line_breaks()
    {
        await using var database = await Database(DatabaseProvider.Sqlite);
        await using var host = Start(database);

        var outcome = await host.Imported("Id,Name,Price\r\n1,\"A\r\nx\r\ne\",1\r\n\r\n2,Bow,much\r\n");

        outcome.Problems.Select(p => p.Line).ShouldBe([6]);
        (await host.Gadgets()).Single().Name.ShouldBe("A\r\nx\r\ne");
    }

    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    public async Task The_byte_order_mark_says_the_encoding(string encoding, bool hasMark)
    {
        await using var database = await Database(DatabaseProvider.Sqlite);
        await using var host = Start(database);
        var chosen = Encoding.GetEncoding(encoding);

        await host.Imported([.. hasMark ? chosen.GetPreamble() : [], .. chosen.GetBytes(Chinese)]);

        (await host.Gadgets()).Single().Name.ShouldBe("斧头");
    }

    [Fact]
    public async Task Without_a_mark_the_profile_says_the_encoding()
    {
        await using var database = await Database(DatabaseProvider.Sqlite);
        await using var host = Start(database);
        var gbk = CodePagesEncodingProvider.Instance.GetEncoding(936)!;

        await host.Imported(gbk.GetBytes(Chinese), profile: ProfileIn("gbk"));
        await host.Imported(Encoding.Latin1.GetBytes("Id,Name,Price\n2,Überzug,10\n"), profile: ProfileIn("latin-1"));

        (await host.Gadgets()).Select(g => g.Name).ShouldBe(["斧头", "Überzug"]);
    }

    [Fact]
    public async Task Bytes_of_another_encoding_are_refused_rather_than_stored_as_rubbish()
    {
        await using var database = await Database(DatabaseProvider.Sqlite);
        await using var host = Start(database);

        var outcome = await host.Imported(CodePagesEncodingProvider.Instance.GetEncoding(936)!.GetBytes(Chinese));

        outcome.Problems.ShouldBe([(2, "name", "imports.not-text")]);
        (await host.Gadgets()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_profile_with_faults_is_refused_before_anything_is_kept()
    {
        await using var database = await Database(DatabaseProvider.Sqlite);
        await using var host = Start(database);
        const string profile = """
            { "target": "long-work.gadgets", "format": { "delimiter": "||", "encoding": "klingon", "decimalSeparator": "x" }, "key": { "system": "", "columns": [] },
              "fields": { "colour": { "column": "C" }, "name": { "column": "Name", "constant": "both" } },
              "details": { "field": "wheels", "key": [], "fields": {} } }
            """;

        var refused = await Should.ThrowAsync<InvalidInput>(() => host.Import("Id\n1\n", profile: profile, details: "Gadget\n"));

        refused.Errors.Select(e => e.Pointer).ShouldBe(
            ["/format/delimiter", "/format/encoding", "/format/decimalSeparator", "/key", "/fields/colour", "/fields/name", "/fields", "/details/field"],
            ignoreOrder: true);
        (await Should.ThrowAsync<InvalidInput>(() => host.Import("Id\n1\n", profile: "{ \"target\": 5 }"))).Errors.ShouldNotBeEmpty();
        (await Should.ThrowAsync<InvalidInput>(() => host.Import("Id\n1\n", profile: "{"))).Errors.ShouldNotBeEmpty();
        await Should.ThrowAsync<ResourceNotFound>(() => host.Import("Id\n1\n", profile: "no-such-profile"));
    }

    [Theory]
    [InlineData("d.M.yyyy", true)]
    [InlineData("yyyy-MM-dd HH:mm:ss", true)]
    [InlineData("yyyy年M月d日", true)]
    [InlineData("d.M.yyyy'", false)]
    [InlineData("%", false)]
    [InlineData("", false)]
    [InlineData("yyyy-mm-dd", false)]
    [InlineData("dd.MM.", false)]
    [InlineData("day", false)]
    public async Task A_form_of_dates_must_write_a_day_that_it_reads_again(string format, bool isOne)
    {
        await using var database = await Database(DatabaseProvider.Sqlite);
        await using var host = Start(database);
        var ofFile = Uploads.Profile.Replace("\"key\"", $"\"format\": {{ \"dateFormat\": \"{format}\" }}, \"key\"");
        var ofField = Uploads.Profile.Replace("\"name\": {", $"\"name\": {{ \"dateFormat\": \"{format}\",");

        foreach (var (profile, pointer) in new[] { (ofFile, "/format/dateFormat"), (ofField, "/fields/name/dateFormat") })
        {
            if (isOne) await host.Import("Id,Name,Price\n", profile: profile);
            else (await Should.ThrowAsync<InvalidInput>(() => host.Import("Id,Name,Price\n", profile: profile))).Errors.Select(e => e.Pointer).ShouldBe([pointer]);
        }
    }

    private static string ProfileIn(string encoding) => Uploads.Profile.Replace("\"key\"", $"\"format\": {{ \"encoding\": \"{encoding}\" }}, \"key\"");
}
