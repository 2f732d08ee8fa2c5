using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Crm.BuildingBlocks.Hosting.Api.Json;
using Shouldly;
using Xunit;

namespace Crm.BuildingBlocks.Tests.Api.Json;

public sealed class CrmJsonTests
{
    private const string Id = "0198c5a0-7b1e-7c3a-9d2f-3f1f0e6a5b4c";

    public enum Colour
    {
        Red,
        DarkBlue,
    }

    public sealed record Line(string Sku, int Quantity);

    [JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
    [JsonDerivedType(typeof(Circle), "circle")]
    [JsonDerivedType(typeof(Square), "square")]
    public abstract record Shape;

    public sealed record Circle(decimal Radius) : Shape;

    public sealed record Square(decimal Side) : Shape;

    public sealed record Drawing(Shape Shape);

    public sealed record Everything(
        string Name,
        Colour? Colour = null,
        decimal? Amount = null,
        double? Ratio = null,
        long? Count = null,
        bool? Truth = null,
        Guid? Key = null,
        DateOnly? Day = null,
        DateTimeOffset? At = null,
        IReadOnlyList<Line>? Lines = null,
        IReadOnlyDictionary<string, string>? Tags = null);

    [Fact]
    public void Values_are_written_as_the_conventions_say()
    {
        var written = JsonSerializer.Serialize(
            new Everything(
                "é", Colour.DarkBlue, 12.340m, 0.5, 1, true, Guid.Parse(Id), new(2026, 1, 31), new DateTimeOffset(2026, 1, 31, 9, 30, 0, 120, TimeSpan.FromHours(1)),
                [new("a", 1)], new Dictionary<string, string> { ["Own Name"] = "x" }),
            CrmJson.Options);

        written.ShouldBe(
            """{"name":"é","colour":"darkBlue","amount":12.340,"ratio":0.5,"count":1,"truth":true,"key":"0198c5a0-7b1e-7c3a-9d2f-3f1f0e6a5b4c","day":"2026-01-31","at":"2026-01-31T08:30:00.12Z","lines":[{"sku":"a","quantity":1}],"tags":{"Own Name":"x"}}""");
        JsonSerializer.Deserialize<Everything>(written, CrmJson.Options)!.At.ShouldBe(new DateTimeOffset(2026, 1, 31, 8, 30, 0, 120, TimeSpan.Zero));
    }

    [Theory]
    [InlineData("""{"shape":{"radius":1}}""", "/shape/type")]
    [InlineData("""{"shape":{}}""", "/shape/type")]
    [InlineData("""{"shape":{"type":"triangle"}}""", "/shape/type")]
    [InlineData("""{"shape":{"type":7}}""", "/shape/type")]
    public void An_object_that_does_not_say_which_kind_it_is_is_refused_with_the_kinds_there_are(string json, string pointer)
    {
        var exception = Should.Throw<JsonException>(() => JsonSerializer.Deserialize<Drawing>(json, CrmJson.Options));

        var error = JsonErrors.From(exception, typeof(Drawing));
        error.Pointer.ShouldBe(pointer);
        error.Values.ShouldBe(["circle, square"]);
    }

    [Theory]
    [InlineData("""{"name":"a","at":"2026-01-31T10:30:00+02:00"}""")]
    [InlineData("""{"name":"a","at":"2026-01-31T08:30Z"}""")]
    public void An_instant_with_an_offset_is_kept_in_UTC(string json)
    {
        var at = JsonSerializer.Deserialize<Everything>(json, CrmJson.Options)!.At!.Value;
        at.ShouldBe(new DateTimeOffset(2026, 1, 31, 8, 30, 0, TimeSpan.Zero));
        at.Offset.ShouldBe(TimeSpan.Zero);
    }

    [Theory]
    [InlineData("", "", "well-formed")]
    [InlineData("{", "", "well-formed")]
    [InlineData("null", "", "null")]
    [InlineData("[]", "", "object")]
    [InlineData("""{"name":"a",}""", "", "well-formed")]
    [InlineData("""{"name":"a"} x""", "", "well-formed")]
    [InlineData("""{"name":"a"/*x*/}""", "", "well-formed")]
    [InlineData("{}", "/name", "required")]
    [InlineData("""{"name":null}""", "/name", "null")]
    [InlineData("""{"name":"a","size":3}""", "/size", "name, colour, amount")]
    [InlineData("""{"Name":"a"}""", "/Name", "not known")]
    [InlineData("""{"name":"a","a/b~c":3}""", "/a~1b~0c", "not known")]
    [InlineData("""{"name":"a","name":"b"}""", "/name", "twice")]
    [InlineData("""{"name":5}""", "/name", "Text")]
    [InlineData("""{"name":"a\u0000"}""", "/name", "U+0000")]
    [InlineData("""{"name":"\ud800"}""", "/name", "surrogate")]
    [InlineData("""{"name":"\udc00x"}""", "/name", "surrogate")]
    [InlineData("""{"name":"a","colour":1}""", "/colour", "red, darkBlue")]
    [InlineData("""{"name":"a","colour":"1"}""", "/colour", "red, darkBlue")]
    [InlineData("""{"name":"a","colour":"green"}""", "/colour", "red, darkBlue")]
    [InlineData("""{"name":"a","colour":"red, darkBlue"}""", "/colour", "red, darkBlue")]
    [InlineData("""{"name":"a","amount":"5"}""", "/amount", "number")]
    [InlineData("""{"name":"a","amount":79228162514264337593543950336}""", "/amount", "number")]
    [InlineData("""{"name":"a","amount":1e400}""", "/amount", "number")]
    [InlineData("""{"name":"a","amount":NaN}""", "/amount", "well-formed")]
    [InlineData("""{"name":"a","ratio":1e400}""", "/ratio", "number")]
    [InlineData("""{"name":"a","ratio":"Infinity"}""", "/ratio", "number")]
    [InlineData("""{"name":"a","count":1.5}""", "/count", "whole")]
    [InlineData("""{"name":"a","count":9223372036854775808}""", "/count", "whole")]
    [InlineData("""{"name":"a","truth":"true"}""", "/truth", "true or false")]
    [InlineData("""{"name":"a","key":"7"}""", "/key", "UUID")]
    [InlineData("""{"name":"a","key":"{0198c5a0-7b1e-7c3a-9d2f-3f1f0e6a5b4c}"}""", "/key", "UUID")]
    [InlineData("""{"name":"a","day":"2026-02-30"}""", "/day", "exists")]
    [InlineData("""{"name":"a","day":"2026-1-3"}""", "/day", "exists")]
    [InlineData("""{"name":"a","day":"2026-01-31T00:00:00Z"}""", "/day", "exists")]
    [InlineData("""{"name":"a","at":"2026-01-31T08:30:00"}""", "/at", "instant")]
    [InlineData("""{"name":"a","at":"2026-01-31"}""", "/at", "instant")]
    [InlineData("""{"name":"a","at":"2026-02-30T08:30:00Z"}""", "/at", "instant")]
    [InlineData("""{"name":"a","at":"0001-01-01T00:00:00+14:00"}""", "/at", "instant")]
    [InlineData("""{"name":"a","at":1767225600}""", "/at", "instant")]
    [InlineData("""{"name":"a","at":"\ud800"}""", "/at", "surrogate")]
    [InlineData("""{"name":"a","lines":{}}""", "/lines", "list")]
    [InlineData("""{"name":"a","lines":[{"sku":"a","quantity":1},{"sku":"b","quantity":"x"}]}""", "/lines/1/quantity", "whole")]
    [InlineData("""{"name":"a","lines":[{"sku":"a"}]}""", "/lines/0/quantity", "required")]
    [InlineData("""{"name":"a","lines":[7]}""", "/lines/0", "object")]
    [InlineData("""{"name":"a","tags":{"a.b":7}}""", "/tags/a.b", "Text")]
    [InlineData("""{"name":"a","tags":{"x\u0000":"y"}}""", "/tags/x\0", "U+0000")]
    [InlineData("""{"name":"a","\ud800":1}""", "", "surrogate")]
    [InlineData("""{"name":"a","tags":{"x":"1","x":"2"}}""", "/tags/x", "twice")]
    public void What_does_not_fit_is_refused_where_it_stands(string json, string pointer, string says)
    {
        var error = Refused(Encoding.UTF8.GetBytes(json));
        error.Text.In(Language.English, error.Values).ShouldContain(says);
        error.Pointer.ShouldBe(pointer);
        error.Text.Chinese.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public void Nesting_beyond_the_limit_is_refused()
    {
        var error = Refused(Encoding.UTF8.GetBytes($$"""{"name":"a","lines":{{new string('[', 100)}}{{new string(']', 100)}}}"""));
        error.Pointer.ShouldStartWith("/lines");
        var document = Should.Throw<JsonException>(() => JsonDocument.Parse($"{new string('[', 100)}{new string(']', 100)}", CrmJson.DocumentOptions));
        JsonErrors.From(document).Text.ShouldBe(JsonPhrases.TooDeep);
    }

    [Fact]
    public void Bytes_that_are_not_UTF_8_are_refused() =>
        Refused([.. """{"name":"a"""u8, 0xC3, 0x28, .. "\"}"u8]).Pointer.ShouldBe("/name");

    [Fact]
    public void Long_text_and_long_numbers_are_read_or_refused_but_never_fail()
    {
        JsonSerializer.Deserialize<Everything>($$"""{"name":"{{new string('x', 1_000_000)}}"}""", CrmJson.Options)!.Name.Length.ShouldBe(1_000_000);
        Refused(Encoding.UTF8.GetBytes($$"""{"name":"a","amount":{{new string('9', 100_000)}}}""")).Pointer.ShouldBe("/amount");
        Refused(Encoding.UTF8.GetBytes($$"""{"name":"a","count":-{{new string('9', 100_000)}}}""")).Pointer.ShouldBe("/count");
    }

    [Theory]
    [InlineData("$", "")]
    [InlineData("$.lines[0].sku", "/lines/0/sku")]
    [InlineData("$[3]", "/3")]
    [InlineData("$.tags['a.b'].x", "/tags/a.b/x")]
    [InlineData("$['a/b'][0]", "/a~1b/0")]
    [InlineData("$['it's']", "/it's")]
    public void A_path_becomes_a_pointer(string path, string pointer) => JsonPointer.FromPath(path).ShouldBe(pointer);

    private static InputError Refused(byte[] json)
    {
        try
        {
            _ = JsonSerializer.Deserialize<Everything>(json, CrmJson.Options) ?? throw new JsonException("doesn't allow null values");
        }
        catch (JsonException e)
        {
            return JsonErrors.From(e, typeof(Everything));
        }

        throw new InvalidOperationException($"Was accepted: {Encoding.UTF8.GetString(json)}");
    }

    [Theory]
    [InlineData("""{"name":"x","lines":[{"sku":"a","quantity":1},null]}""", "/lines/1")]
    [InlineData("""{"name":"x","tags":{"a":null}}""", "/tags/a")]
    public void Null_among_the_items_of_a_list_is_refused_at_its_place(string json, string pointer)
    {
        var refused = Should.Throw<JsonException>(() => JsonSerializer.Deserialize<Everything>(json, CrmJson.Options));

        JsonErrors.From(refused, typeof(Everything)).Pointer.ShouldBe(pointer);
    }

    [Theory]
    [InlineData("""{"name":"x","words":null}""", typeof(Besides))]
    [InlineData("""{"words":null}""", typeof(Alone))]
    public void Null_for_a_member_that_allows_none_is_refused_whether_the_record_has_a_constructor_or_not(string json, Type type)
    {
        var refused = Should.Throw<JsonException>(() => JsonSerializer.Deserialize(json, type, CrmJson.Options));

        var error = JsonErrors.From(refused, type);
        (error.Pointer, error.Text).ShouldBe(("/words", JsonPhrases.NotNull));
    }

    [Fact]
    public void A_member_that_allows_null_or_is_left_out_is_read() =>
        JsonSerializer.Deserialize<Besides>("""{"name":"x","note":null}""", CrmJson.Options)!.Words.ShouldBeEmpty();

    [Fact]
    public void Null_items_are_read_where_they_are_declared() =>
        JsonSerializer.Deserialize<Gaps>("""{"words":["a",null],"numbers":[1,null]}""", CrmJson.Options)!.Words.ShouldBe(["a", null]);

    public sealed record Besides(string Name)
    {
        public IReadOnlyList<string> Words { get; init; } = [];

        public string? Note { get; init; }
    }

    public sealed record Alone
    {
        public IReadOnlyList<string> Words { get; init; } = [];
    }

    public sealed record Gaps(IReadOnlyList<string?> Words, IReadOnlyList<int?> Numbers);
}
