using System.Text.Json;
using Crm.BuildingBlocks.Hosting.Api.Json;
using Crm.BuildingBlocks.Hosting.Api.Writing;
using Microsoft.AspNetCore.Http;
using Shouldly;
using Xunit;

namespace Crm.BuildingBlocks.Tests.Api.Writing;

public sealed class MergePatchTests
{
    public sealed record Address(string City, string? Street);

    public sealed record ChangePartner(string Name, string? Phone, int Rating, Address Depot, Address? Plant, IReadOnlyList<string> Marks, IReadOnlyDictionary<string, string> Fields);

    private static readonly ChangePartner Current = new(
        "Hut", "12", 3, new Address("Ulm", "Weg 1"), null, ["a", "b"], new Dictionary<string, string> { ["x"] = "1", ["y"] = "2" });

    [Fact]
    public void Only_what_is_named_changes()
    {
        var changed = Apply("""{"name":"Hat","depot":{"street":"Weg 2"},"marks":["c"],"fields":{"x":null,"z":"3"},"plant":{"city":"Bonn","street":null}}""");

        changed.Name.ShouldBe("Hat");
        (changed.Phone, changed.Rating).ShouldBe(("12", 3));
        changed.Depot.ShouldBe(new Address("Ulm", "Weg 2"));
        changed.Plant.ShouldBe(new Address("Bonn", null));
        changed.Marks.ShouldBe(["c"]);
        changed.Fields.OrderBy(f => f.Key).ShouldBe([new("y", "2"), new("z", "3")]);
    }

    [Fact]
    public void Null_removes_what_may_be_absent()
    {
        Apply("""{"phone":null}""").Phone.ShouldBeNull();
        Apply("{}").ShouldBe(Current with { Marks = null!, Fields = null! }, new IgnoringLists());
    }

    [Theory]
    [InlineData("""{"colour":"red"}""", "/colour")]
    [InlineData("""{"colour":null}""", "/colour")]
    [InlineData("""{"depot":{"zip":1}}""", "/depot/zip")]
    [InlineData("""{"name":null}""", "/name")]
    [InlineData("""{"depot":{"city":null}}""", "/depot/city")]
    [InlineData("""{"depot":null}""", "/depot")]
    [InlineData("""{"depot":"Ulm"}""", "/depot")]
    [InlineData("""{"rating":{"a":1}}""", "/rating")]
    [InlineData("""{"rating":"3"}""", "/rating")]
    [InlineData("""{"plant":{"street":"x"}}""", "/plant/city")]
    [InlineData("""{"marks":["a",null,5]}""", "/marks/2")]
    [InlineData("""{"name":"\ud800"}""", "/name")]
    [InlineData("""{"name":"\u0000"}""", "/name")]
    [InlineData("""{"fields":{"\ud800":"a"}}""", "")]
    [InlineData("""{"\ud800":"a"}""", "")]
    [InlineData("""{"fields":{"\u0000":"a"}}""", "/fields")]
    [InlineData("""{"\ud800":1,"\ud800":2}""", "")]
    [InlineData("""{"name":"a","name":"b"}""", "")]
    [InlineData("[1]", "")]
    [InlineData("null", "")]
    public async Task What_does_not_fit_is_refused_where_it_stands(string patch, string pointer)
    {
        var refused = await Should.ThrowAsync<InvalidInput>(async () => (await Bound(patch)).Apply(Current));
        refused.Errors.Single().Pointer.ShouldBe(pointer);
    }

    [Theory]
    [InlineData("application/merge-patch+json")]
    [InlineData("application/json; charset=utf-8")]
    public async Task Both_content_types_are_taken(string contentType) => (await Bound("{}", contentType)).ShouldNotBeNull();

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/json-patch+json")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData(null)]
    public async Task Another_content_type_is_refused(string? contentType) =>
        (await Should.ThrowAsync<BadHttpRequestException>(() => Bound("{}", contentType))).StatusCode.ShouldBe(415);

    private static ChangePartner Apply(string patch) => MergePatch.Parse(JsonDocument.Parse(patch, CrmJson.DocumentOptions).RootElement).Apply(Current);

    private static async Task<MergePatch> Bound(string body, string? contentType = MergePatch.ContentType) => (await MergePatch.BindAsync(Bodies.Context(body, contentType), null!))!;

    private sealed class IgnoringLists : IEqualityComparer<ChangePartner>
    {
        public bool Equals(ChangePartner? x, ChangePartner? y) => x! with { Marks = null!, Fields = null! } == y! with { Marks = null!, Fields = null! };

        public int GetHashCode(ChangePartner obj) => 0;
    }
}
