using System.Text;
using Crm.BuildingBlocks.Hosting.Imports;
using Crm.BuildingBlocks.Hosting.Imports.Guessing;
using Shouldly;
using Xunit;

namespace Crm.BuildingBlocks.Tests.Imports;

public sealed class GuessTests
{
    static GuessTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("utf-8", "Name;Ort\nMüller;Köln\n", "utf-8", ";")]
    [InlineData("windows-1252", "Name;Ort\nMüller;Köln\nJäger;Würzburg\n", "windows-1252", ";")]
    [InlineData("gb18030", "姓名,城市\n王小明,北京\n李华,上海\n", "gb18030", ",")]
    [InlineData("utf-16", "Name\tCity\nAnna\tBonn\n", "utf-16", "\t")]
    [InlineData("utf-8", "Id,Note\n1,\"a;b;c;d\"\n2,\"e;f;g;h\"\n", "utf-8", ",")]
    [InlineData("utf-8", "Id|Amount\n1|1,5\n2|2,5\n", "utf-8", "|")]
    public void The_encoding_and_the_delimiter_of_a_file_are_told_from_its_beginning(string written, string text, string encoding, string delimiter)
    {
        var format = FileGuess.FormatOf(FileEncodings.Find(written)!.GetBytes(text));

        (format.Encoding, format.Delimiter).ShouldBe((encoding, delimiter));
    }

    [Fact]
    public void A_byte_order_mark_speaks_for_itself() =>
        FileGuess.FormatOf([.. Encoding.UTF8.Preamble, .. "a,b\n"u8]).Encoding.ShouldBeNull();

    [Theory]
    [InlineData("1/2/2003 3/4/2005", "M/d/yyyy", true)]
    [InlineData("1/2/2003 13/4/2005", "d/M/yyyy", false)]
    [InlineData("1/1/2003 2/2/2005", "M/d/yyyy", false)]
    [InlineData("2003-11-27", "yyyy-MM-dd", false)]
    public void Days_that_can_be_read_in_two_ways_are_told_as_unsure(string values, string format, bool isUnsure)
    {
        var content = new ColumnContent(values.Split(' '));

        (content.DateFormat, content.IsDateUnsure).ShouldBe((format, isUnsure));
    }

    [Theory]
    [InlineData("Billing_Street", "billing street")]
    [InlineData("billingStreet", "billing street")]
    [InlineData("E-Mail", "e mail")]
    [InlineData("Straße", "strasse")]
    [InlineData("(Do Not Modify) Account", "do not modify account")]
    public void Headers_are_compared_as_words(string header, string words) => HeaderWords.WordsOf(header).ShouldBe(words);
}
