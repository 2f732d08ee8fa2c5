using System.Text.Json.Nodes;
using Crm.BuildingBlocks.Hosting.Imports;
using Crm.BuildingBlocks.Hosting.Imports.Undoing;
using Shouldly;
using Xunit;

namespace Crm.BuildingBlocks.Tests.Imports;

public sealed class RowValueTests
{
    [Theory]
    [InlineData("1980-04-01 00:00:00", "yyyy-MM-dd HH:mm:ss", true)]
    [InlineData("1980-04-01 07:30:00", "yyyy-MM-dd HH:mm:ss", false)]
    [InlineData("1980-04-01", null, true)]
    [InlineData("1980-04-31", null, false)]
    public void A_day_may_have_a_time_of_midnight_and_no_other(string text, string? format, bool isDay)
    {
        var field = new FieldShape("day", typeof(DateOnly), IsRequired: false, Default: null, MaxLength: 200, Text: null, Element: null, ElementType: null);

        var (value, rule, _) = TextValues.Read(text, field, ".", format);

        value.ShouldBe(isDay ? new DateOnly(1980, 4, 1) : null);
        rule.ShouldBe(isDay ? null : ImportRules.NotADate);
    }

    [Theory]
    [InlineData("""{ "a": 1, "new": null, "list": [], "part": {}, "flag": false }""", true)]
    [InlineData("""{ "a": 1, "list": [{ "x": null }] }""", false)]
    [InlineData("""{ "a": 1, "new": "" }""", false)]
    [InlineData("""{ "a": 2 }""", false)]
    public void A_member_that_says_nothing_makes_no_other_record(string later, bool isSame) =>
        (ImageLedger.HashOf(JsonNode.Parse(later)!.AsObject()) == ImageLedger.HashOf(new JsonObject { ["a"] = 1 })).ShouldBe(isSame);
}
