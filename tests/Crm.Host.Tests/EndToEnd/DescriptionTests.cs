using System.Net;
using System.Text.Json;
using Crm.Host.Tests.App;
using Shouldly;
using Xunit;

namespace Crm.Host.Tests.EndToEnd;

[Collection(OneHost.Name)]
public sealed class DescriptionTests(SharedApp shared)
{
    private static readonly string[] Methods = ["get", "put", "post", "delete", "patch"];

    [Theory]
    [InlineData("v1")]
    [InlineData("admin-v1")]
    public async Task Every_operation_says_what_it_belongs_to_how_to_sign_in_and_what_can_go_wrong(string name)
    {
        var document = await Document(name);

        foreach (var (id, operation) in Operations(document))
        {
            operation.GetProperty("tags").GetArrayLength().ShouldBe(1, id);
            operation.GetProperty("tags")[0].GetString()!.ShouldNotStartWith("Crm.", Case.Sensitive, id);
            operation.GetProperty("security")[0].TryGetProperty("bearer", out _).ShouldBeTrue(id);
            var responses = operation.GetProperty("responses");
            responses.EnumerateObject().ShouldContain(r => r.Name.StartsWith('2'), id);
            foreach (var status in new[] { "400", "401", "403", "429", "503" })
                responses.GetProperty(status).GetProperty("content").TryGetProperty("application/problem+json", out _).ShouldBeTrue($"{id} {status}");
        }
    }

    [Theory]
    [InlineData("v1")]
    [InlineData("admin-v1")]
    public async Task Every_write_documents_the_headers_that_make_it_safe(string name)
    {
        foreach (var (id, operation) in Operations(await Document(name)))
        {
            var headers = operation.TryGetProperty("parameters", out var parameters)
                ? parameters.EnumerateArray().Where(p => p.Text("in") == "header").Select(p => p.Text("name")).ToList()
                : [];
            headers.Contains("Idempotency-Key").ShouldBe(id.StartsWith("post ", StringComparison.Ordinal), id);
            headers.Contains("If-Match").ShouldBe(!id.StartsWith("get ", StringComparison.Ordinal), id);
            headers.Distinct().Count().ShouldBe(headers.Count, id);
        }
    }

    [Theory]
    [InlineData("v1")]
    [InlineData("admin-v1")]
    public async Task Every_reference_leads_to_a_schema_and_no_schema_is_there_twice(string name)
    {
        var document = await Document(name);
        var schemas = document.GetProperty("components").GetProperty("schemas").EnumerateObject().Select(s => s.Name).ToHashSet();

        foreach (var reference in References(document).Where(r => r.StartsWith("#/components/schemas/", StringComparison.Ordinal)))
            schemas.ShouldContain(Uri.UnescapeDataString(reference["#/components/schemas/".Length..]));
        // The framework tells two types of one name apart by a number.
        schemas.Where(s => char.IsAsciiDigit(s[^1])).ShouldBeEmpty();
        schemas.Where(s => !s.All(char.IsAsciiLetterOrDigit)).ShouldBeEmpty();
    }

    [Fact]
    public async Task No_two_operations_share_an_address()
    {
        var ids = Operations(await Document("v1")).Concat(Operations(await Document("admin-v1"))).Select(o => o.Id).ToList();

        ids.Distinct().Count().ShouldBe(ids.Count);
        ids.ShouldAllBe(id => id.Contains(" /api/v1/") || id.Contains(" /admin/v1/"));
    }

    [Fact]
    public async Task What_streams_says_so()
    {
        var operations = Operations(await Document("v1")).ToDictionary(o => o.Id, o => o.Operation);

        Content(operations["get /api/v1/operations/{id}/events"]).ShouldBe(["text/event-stream"]);
        Content(operations["get /api/v1/operations/{id}/problems.csv"]).ShouldBe(["text/csv"]);
    }

    [Fact]
    public async Task The_description_can_be_browsed_without_signing_in()
    {
        var page = await shared.App.Stranger().GetAsync("/docs/index.html");

        page.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await page.Content.ReadAsStringAsync()).ShouldContain("swagger-ui");
    }

    private Task<JsonElement> Document(string name) => shared.Description(name);

    private static IEnumerable<(string Id, JsonElement Operation)> Operations(JsonElement document) =>
        from path in document.GetProperty("paths").EnumerateObject()
        from operation in path.Value.EnumerateObject()
        where Methods.Contains(operation.Name)
        select ($"{operation.Name} {path.Name}", operation.Value);

    private static IEnumerable<string> Content(JsonElement operation) =>
        operation.GetProperty("responses").GetProperty("200").GetProperty("content").EnumerateObject().Select(c => c.Name);

    private static IEnumerable<string> References(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => p is { Name: "$ref", Value.ValueKind: JsonValueKind.String } ? [p.Value.GetString()!] : References(p.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(References),
        _ => [],
    };
}
