using Crm.BuildingBlocks.Hosting.Api.Lists;
using Crm.BuildingBlocks.Hosting.Api.Writing;
using Crm.BuildingBlocks.Tests.Api.Lists;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Crm.BuildingBlocks.Tests.Api.Writing;

public sealed class ETagTests
{
    public sealed record Partner(string Name, string? TaxId);

    [Theory]
    [InlineData("\"7\"", new[] { 7 })]
    [InlineData("\"7\", \"12\"", new[] { 7, 12 })]
    public void If_match_names_versions(string header, int[] versions) => ETags.IfMatch(Request(ifMatch: header)).ShouldBe(versions);

    [Fact]
    public void Without_the_header_no_version_is_named() => ETags.IfMatch(Request()).ShouldBeEmpty();

    [Theory]
    [InlineData("*")]
    [InlineData("W/\"7\"")]
    [InlineData("7")]
    [InlineData("\"-7\"")]
    [InlineData("\"abc\"")]
    [InlineData("\"7\", x")]
    [InlineData("")]
    public void What_does_not_say_which_version_was_seen_is_refused(string header) =>
        Should.Throw<InvalidInput>(() => ETags.IfMatch(Request(ifMatch: header))).Errors.Single().Pointer.ShouldBe("If-Match");

    [Theory]
    [InlineData("\"7\"", 304)]
    [InlineData("W/\"7\"", 304)]
    [InlineData("\"6\", \"7\"", 304)]
    [InlineData("*", 304)]
    [InlineData("\"6\"", 200)]
    [InlineData("nonsense", 200)]
    [InlineData(null, 200)]
    public async Task A_record_that_the_caller_already_has_is_not_sent_again(string? ifNoneMatch, int status)
    {
        var context = new DefaultHttpContext { RequestServices = new ServiceCollection().BuildServiceProvider() };
        using var body = new MemoryStream();
        context.Response.Body = body;
        await new OneRequest(Request(ifNoneMatch: ifNoneMatch), Caller.Nobody).Answer("partners", new Partner("Hut", null), 7).ExecuteAsync(context);
        await context.Response.BodyWriter.FlushAsync();

        context.Response.StatusCode.ShouldBe(status);
        context.Response.Headers.ETag.ToString().ShouldBe("\"7\"");
        (body.Length > 0).ShouldBe(status == 200);
    }

    [Fact]
    public async Task A_record_is_masked_and_cut_to_fields_like_a_row()
    {
        var caller = Caller.Nobody with { Masks = new Dictionary<string, FieldMask> { ["partners.taxId"] = FieldMask.Omit } };
        var partner = new Partner("Hut", "DE1");

        (await DepotDatabase.Written(new OneRequest(Request(), caller).Answer("partners", partner, 1))).ToJsonString().ShouldBe("""{"name":"Hut"}""");
        (await DepotDatabase.Written(new OneRequest(Request(query: "?fields=taxId"), Caller.Nobody).Answer("partners", partner, 1)))
            .ToJsonString().ShouldBe("""{"taxId":"DE1"}""");
        Should.Throw<InvalidInput>(() => new OneRequest(Request(query: "?fields=taxId"), caller).Answer("partners", partner, 1));
        Should.Throw<InvalidInput>(() => new OneRequest(Request(query: "?expand=x"), caller).Answer("partners", partner, 1)).Errors.Single().Pointer.ShouldBe("expand");
    }

    private static HttpRequest Request(string? ifMatch = null, string? ifNoneMatch = null, string query = "")
    {
        var request = new DefaultHttpContext().Request;
        request.QueryString = new QueryString(query);
        if (ifMatch is not null) request.Headers.IfMatch = ifMatch;
        if (ifNoneMatch is not null) request.Headers.IfNoneMatch = ifNoneMatch;
        return request;
    }
}
