using System.Text;
using Crm.Rendering;
using Crm.Rendering.Files;
using CsvHelper;
using Shouldly;
using Xunit;

namespace Crm.BuildingBlocks.Tests.Rendering;

public sealed class CsvTableTests
{
    [Fact]
    public async Task Numbers_are_invariant_and_unrounded_dates_iso_and_instants_utc()
    {
        var table = Table.Of(
            [Table.Column("n", ValueFormat.Decimal(1)), Table.Column("p", ValueFormat.Percent()), Table.Column("d", ValueFormat.Date), Table.Column("i", ValueFormat.Instant)],
            [-1234567.895m, 0.12345m, new DateOnly(2026, 2, 3), new DateTimeOffset(2026, 2, 3, 4, 5, 6, TimeSpan.FromHours(8))]);

        var lines = await Lines(table, ReaderFormat.Chinese);

        lines.ShouldBe(["n,p,d,i", "-1234567.895,0.12345,2026-02-03,2026-02-02T20:05:06Z"]);
    }

    [Theory]
    [InlineData("=cmd|' /C calc'!A0")]
    [InlineData("+1+1")]
    [InlineData("-2+3")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    public async Task Text_that_a_spreadsheet_would_run_is_made_text(string hostile)
    {
        var rows = await ReadBack(Table.Of([Table.Column("t", ValueFormat.Text)], [hostile]));

        rows.ShouldHaveSingleItem().ShouldBe(["'" + hostile]);
    }

    [Fact]
    public async Task Text_comes_back_as_it_went_in()
    {
        string[] texts = ["say \"hi\", twice", "two\r\nlines", "客户名称", "ünï", "<script>", " spaces "];
        var table = Table.Of(
            [.. texts.Select((_, i) => Table.Column($"c{i}", ValueFormat.Text))],
            [.. texts]);

        (await ReadBack(table)).ShouldHaveSingleItem().ShouldBe(texts);
    }

    [Fact]
    public async Task Characters_no_file_can_hold_are_replaced()
    {
        var rows = await ReadBack(Table.Of([Table.Column("t", ValueFormat.Text)], ["a\0b\uD800c\u0001"]));

        rows.ShouldHaveSingleItem().ShouldBe(["a\uFFFDb\uFFFDc\uFFFD"]);
    }

    [Fact]
    public async Task Money_of_mixed_currencies_becomes_amount_and_currency()
    {
        var table = Table.Of([Table.Column("net", ValueFormat.MixedMoney)], [new Money(12.5m, "USD")], [new Money(900m, "JPY")], [null]);

        (await Lines(table, ReaderFormat.English)).ShouldBe(["net,netCurrency", "12.5,USD", "900,JPY", ","]);
    }

    [Fact]
    public async Task Titles_in_the_readers_language_can_head_the_file()
    {
        var lines = await Lines(SalesReport.Customers.AsStream(), ReaderFormat.Chinese, new CsvOptions { Header = CsvHeader.Titles, ByteOrderMark = false });

        lines[0].ShouldBe("客户,订单数,净额（EUR）,占比,最近下单");
        lines.Count.ShouldBe(5, "totals are no data");
    }

    [Fact]
    public async Task A_byte_order_mark_is_written_unless_it_is_not_wanted()
    {
        var with = await Bytes(SalesReport.Customers.AsStream(), ReaderFormat.English, new CsvOptions());
        var without = await Bytes(SalesReport.Customers.AsStream(), ReaderFormat.English, new CsvOptions { ByteOrderMark = false });

        with[..3].ShouldBe([0xEF, 0xBB, 0xBF]);
        with[3..].ShouldBe(without);
    }

    [Fact]
    public async Task A_row_that_does_not_fit_the_columns_is_refused()
    {
        var table = Table.Of([Table.Column("a", ValueFormat.Text), Table.Column("b", ValueFormat.Text)], ["only one"]);

        await Should.ThrowAsync<ArgumentException>(() => Bytes(table, ReaderFormat.English, null));
    }

    private static async Task<byte[]> Bytes(TableStream table, ReaderFormat reader, CsvOptions? options)
    {
        using var file = new MemoryStream();
        await CsvTableWriter.Write(file, table, reader, options);
        return file.ToArray();
    }

    private static async Task<IReadOnlyList<string>> Lines(TableStream table, ReaderFormat reader, CsvOptions? options = null) =>
        Encoding.UTF8.GetString(await Bytes(table, reader, options)).TrimStart('\uFEFF').TrimEnd('\r', '\n').Split("\r\n");

    private static async Task<IReadOnlyList<string[]>> ReadBack(TableStream table)
    {
        using var csv = CsvReader.Create(new MemoryStream(await Bytes(table, ReaderFormat.English, null)));
        csv.ReadHeader();
        var rows = new List<string[]>();
        while (csv.Read())
            rows.Add([.. Enumerable.Range(0, table.Columns.Count).Select(csv.GetString)]);

        return rows;
    }
}
