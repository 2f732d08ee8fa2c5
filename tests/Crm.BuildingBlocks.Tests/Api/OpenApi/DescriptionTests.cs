using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Json;
using Crm.BuildingBlocks.Hosting.Api.Lists;
using Crm.BuildingBlocks.Hosting.Api.OpenApi;
using Crm.BuildingBlocks.Hosting.Api.Writing;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Tests.Api.Lists;
using Crm.BuildingBlocks.Tests.Api.Writing;
using Crm.Testing.Databases;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Shouldly;
using Xunit;

namespace Crm.BuildingBlocks.Tests.Api.OpenApi;

/// <summary>The conventions over real HTTP, as an endpoint uses them, and what the API description says of them.</summary>
public sealed class DescriptionTests : IAsyncLifetime
{
    private readonly HttpClient _client = new();
    private TestDatabase _database = null!;
    private WebApplication _app = null!;

    public sealed record Change(string Name, ParcelState State, DateTimeOffset At, decimal Price);

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.Empty(DatabaseProvider.Sqlite);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore().AddScoped<CallerContext>().AddScoped(_ => Depot.On(DatabaseProvider.Sqlite, _database.ConnectionString));
        builder.Services.ConfigureHttpJsonOptions(o => CrmJson.Apply(o.SerializerOptions));
        builder.Services.AddOpenApi(o => o.AddConventions());
        _app = builder.Build();
        _app.MapGet("/parcels", (ListRequest request, Depot db, CancellationToken ct) => ParcelList.Spec.Page(db.Parcels, request, ct)).WithList(ParcelList.Spec);
        _app.MapGet("/parcels/{id:guid}", (Guid id, OneRequest request) => request.Answer("parcels", new Change($"{id:N}"[..4], ParcelState.OnTheWay, DateTimeOffset.UnixEpoch, 1.50m), 3));
        _app.MapPatch("/parcels/{id:guid}", (Guid id, MergePatch patch) => patch.Apply(new Change("old", ParcelState.Packed, DateTimeOffset.UnixEpoch, 1)));
        _app.MapPut("/parcels/{id:guid}", (Guid id, Change change) => change);
        _app.MapPost("/parcels/batch", async (BatchRequest<Change> batch, CancellationToken ct) => await batch.Run(
            (change, _) => Task.FromResult(change), (work, inner) => work(inner), _ => new() { Status = 400 }, ct));
        _app.MapOpenApi();
        await _app.StartAsync();
        _client.BaseAddress = new Uri(_app.Urls.Single());

        await using var scope = _app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Depot>();
        await db.Database.EnsureCreatedAsync();
        db.AddRange(Enumerable.Range(1, 3).Select(i => new Parcel { Id = new(Guid.CreateVersion7()), Number = $"{i}", SentAt = DateTimeOffset.UnixEpoch }));
        await db.SaveChangesAsync();
    }

    public async Task DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task A_list_a_record_a_patch_and_a_batch_work_over_HTTP()
    {
        (await Get("/parcels?filter[number][in]=1,2&sort=-number&fields=number"))["items"]!.ToJsonString().ShouldBe("""[{"number":"2"},{"number":"1"}]""");
        (await Get("/parcels?limit=2"))["nextCursor"].ShouldNotBeNull();
        (await Get($"/parcels/{Guid.Empty}?fields=price")).ToJsonString().ShouldBe("""{"price":1.50}""");

        using var known = new HttpRequestMessage(HttpMethod.Get, $"/parcels/{Guid.Empty}") { Headers = { { "If-None-Match", "\"3\"" } } };
        (await _client.SendAsync(known)).StatusCode.ShouldBe(HttpStatusCode.NotModified);

        using var patch = new StringContent("""{"state":"delivered"}""", Encoding.UTF8, MergePatch.ContentType);
        (await Read(await _client.PatchAsync($"/parcels/{Guid.Empty}", patch)))["state"]!.GetValue<string>().ShouldBe("delivered");

        using var batch = new StringContent("""{"items":[{"name":"a","state":"packed","at":"2026-01-31T08:30:00Z","price":1}]}""", Encoding.UTF8, "application/json");
        (await Read(await _client.PostAsync("/parcels/batch?onError=skip", batch)))["succeeded"]!.GetValue<int>().ShouldBe(1);
    }

    [Fact]
    public async Task The_description_lists_every_parameter_of_a_list()
    {
        var operation = (await Get("/openapi/v1.json"))["paths"]!["/parcels"]!["get"]!;
        var parameters = operation["parameters"]!.AsArray().ToDictionary(p => p!["name"]!.GetValue<string>(), p => p!);

        parameters.Keys.ShouldBe(
            [.. ParcelList.Spec.Describe().Fields.Select(f => $"filter[{f.Name}]"), "sort", "limit", "cursor", "fields", "expand", "total", "q"]);
        parameters["filter[state]"]["schema"]!["enum"]!.ToJsonString().ShouldBe("""["packed","onTheWay","delivered"]""");
        parameters["filter[price]"]["description"]!.GetValue<string>().ShouldContain("`isNull`");
        parameters["sort"]["schema"]!["default"]!.GetValue<string>().ShouldBe("-sentAt");
        parameters["sort"]["description"]!.GetValue<string>().ShouldNotContain("receiverId");
        operation["description"]!.GetValue<string>().ShouldContain("`receiver.name`");
    }

    [Fact]
    public async Task The_description_knows_the_types_that_our_own_converters_read()
    {
        var document = await Get("/openapi/v1.json");
        var schemas = document["components"]!["schemas"]!;

        var change = schemas["Change"]!["properties"]!;
        change["name"]!["type"]!.GetValue<string>().ShouldBe("string");
        change["at"]!["format"]!.GetValue<string>().ShouldBe("date-time");
        change["price"]!["type"]!.GetValue<string>().ShouldBe("number");
        schemas["ParcelRow"]!["properties"]!["note"]!["type"]!.ToJsonString().ShouldBe("""["null","string"]""");
        schemas["ParcelState"]!["enum"]!.ToJsonString().ShouldBe("""["packed","onTheWay","delivered"]""");
        schemas["PageOfParcelRow"]!["properties"]!["items"]!["items"]!["$ref"]!.GetValue<string>().ShouldBe("#/components/schemas/ParcelRow");
        document["paths"]!["/parcels/{id}"]!["get"]!["parameters"]!.AsArray().Select(p => p!["name"]!.GetValue<string>()).ShouldBe(["id", "fields"]);
        document["paths"]!["/parcels/{id}"]!["patch"]!["requestBody"]!["content"]![MergePatch.ContentType].ShouldNotBeNull();
        document["paths"]!["/parcels/batch"]!["post"]!["requestBody"]!["content"]!["application/json"]!["schema"]!["$ref"]!.GetValue<string>().ShouldBe("#/components/schemas/BatchOfChange");
        document["paths"]!["/parcels/batch"]!["post"]!["parameters"]!.AsArray().Select(p => p!["name"]!.GetValue<string>())
            .ShouldBe(["onError", "If-Match", "Idempotency-Key"]);
    }

    private async Task<JsonNode> Get(string address) => await Read(await _client.GetAsync(address));

    private static async Task<JsonNode> Read(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        response.StatusCode.ShouldBe(HttpStatusCode.OK, text);
        return JsonNode.Parse(text)!;
    }
}
