using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Crm.BuildingBlocks.Hosting.Imports;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Tests.LongWork;
using Crm.Testing.Databases;
using Shouldly;
using Xunit;
using static Crm.BuildingBlocks.Tests.LongWork.LongWorkHost;

namespace Crm.BuildingBlocks.Tests.Imports;

public sealed class ImportEndpointTests
{
    private const string Imports = "/api/v1/long-work/imports";

    private static readonly Caller Importer = Ann with
    {
        Permissions = new Dictionary<string, RowScope> { [LongWorkModule.WriteGadgets.Name] = RowScope.All },
    };

    [SkippableTheory, EveryProvider]
    public async Task A_file_is_checked_with_a_stored_profile_then_run_and_its_errors_fetched(DatabaseProvider provider)
    {
        await using var database = await Database(provider);
        await using var web = await LongWorkWeb.Start(database, routes => routes.MapImports(LongWorkModule.ModuleName));
        using var ann = web.Client(Importer);
        var profile = JsonDocument.Parse(Uploads.Profile).RootElement;
        (await ann.PutAsJsonAsync("/api/v1/long-work/import-profiles/shop", profile)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await ann.GetFromJsonAsync<JsonElement>("/api/v1/long-work/import-profiles")).EnumerateArray().Single().GetProperty("name").GetString().ShouldBe("shop");

        var accepted = await ann.PostAsync(Imports, Upload("shop", "Id,Name,Price\n1,Axe,1\n2,=cmd(),x\n"));
        accepted.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        await web.RunAll();
        var operation = await ann.GetFromJsonAsync<JsonElement>(accepted.Headers.Location);
        var import = operation.GetProperty("links").GetProperty("result").GetString()!;
        (await State(ann, import)).ShouldBe(("checked", 1, 1));

        (await ann.PostAsync($"{import}/run", null)).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        (await Refused(ann, $"{import}/run")).ShouldContain("imports.still-running");
        await web.RunAll();
        (await Refused(ann, $"{import}/run")).ShouldContain("imports.already-done");

        (await State(ann, import)).ShouldBe(("done", 1, 1));
        (await ann.GetStringAsync($"{import}/errors")).ShouldContain("3,price,x,imports.not-a-number,");
        (await ann.GetFromJsonAsync<JsonElement>(Imports)).GetProperty("items").GetArrayLength().ShouldBe(1);
        (await ann.GetFromJsonAsync<JsonElement>("/api/v1/long-work/import-targets"))[0].GetProperty("fields").GetArrayLength().ShouldBe(5);
    }

    [SkippableTheory, EveryProvider]
    public async Task A_profile_is_replaced_only_by_whoever_says_which_version_they_saw(DatabaseProvider provider)
    {
        const string address = "/api/v1/long-work/import-profiles/shop";
        await using var database = await Database(provider);
        await using var web = await LongWorkWeb.Start(database, routes => routes.MapImports(LongWorkModule.ModuleName));
        using var ann = web.Client(Importer);
        var profile = JsonDocument.Parse(Uploads.Profile).RootElement;

        var atOnce = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => ann.PutAsJsonAsync(address, profile)));
        (await ann.GetAsync(address)).Headers.ETag!.Tag.ShouldBe("\"1\"");
        var replaced = await Put(ann, address, profile, version: 1);
        var stale = await Put(ann, address, profile, version: 1);

        atOnce.Select(r => (int)r.StatusCode).Order().ShouldBe([200, 428, 428, 428]);
        (replaced.StatusCode, replaced.Headers.ETag!.Tag).ShouldBe((HttpStatusCode.OK, "\"2\""));
        stale.StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
    }

    private static Task<HttpResponseMessage> Put(HttpClient client, string address, JsonElement profile, int version)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, address) { Content = JsonContent.Create(profile) };
        request.Headers.TryAddWithoutValidation("If-Match", $"\"{version}\"");
        return client.SendAsync(request);
    }

    [Fact]
    public async Task Whoever_lacks_the_permission_of_the_target_imports_nothing_and_sees_nothing_of_others()
    {
        await using var database = await Database(DatabaseProvider.Sqlite);
        await using var web = await LongWorkWeb.Start(database, routes => routes.MapImports(LongWorkModule.ModuleName));
        using var ann = web.Client(Importer);
        using var ben = web.Client(Ben);
        (await ann.PostAsync(Imports, Upload(Uploads.Profile, "Id,Name,Price\n1,Axe,1\n"))).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var import = $"{Imports}/{(await ann.GetFromJsonAsync<JsonElement>(Imports)).GetProperty("items")[0].GetProperty("id")}";

        (await ben.PostAsync(Imports, Upload(Uploads.Profile, "Id,Name,Price\n1,Axe,1\n"))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        foreach (var path in new[] { "", "/errors" }) (await ben.GetAsync(import + path)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await ben.PostAsync($"{import}/run", null)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await ben.GetFromJsonAsync<JsonElement>(Imports)).GetProperty("items").GetArrayLength().ShouldBe(0);
    }

    [Theory]
    [InlineData("application/json", "{}", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("multipart/form-data", "", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("multipart/form-data; boundary=x", "", HttpStatusCode.BadRequest)]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\nId,Na", HttpStatusCode.BadRequest)]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"virus\"\r\n\r\n1\r\n--x--\r\n", HttpStatusCode.BadRequest)]
    public async Task A_body_that_is_no_upload_is_refused(string type, string body, HttpStatusCode expected)
    {
        await using var database = await Database(DatabaseProvider.Sqlite);
        await using var web = await LongWorkWeb.Start(database, routes => routes.MapImports(LongWorkModule.ModuleName));
        using var ann = web.Client(Importer);
        using var content = new StringContent(body);
        content.Headers.Remove("Content-Type");
        content.Headers.TryAddWithoutValidation("Content-Type", type);

        (await ann.PostAsync(Imports, content)).StatusCode.ShouldBe(expected);
    }

    private static async Task<string> Refused(HttpClient client, string address)
    {
        var answer = await client.PostAsync(address, null);
        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        return await answer.Content.ReadAsStringAsync();
    }

    private static MultipartFormDataContent Upload(string profile, string csv) =>
        new() { { new StringContent(profile), "profile" }, { new StringContent(csv), "file", "gadgets.csv" } };

    private static async Task<(string? State, long Created, long Failed)> State(HttpClient client, string import)
    {
        var view = await client.GetFromJsonAsync<JsonElement>(import);
        return (view.GetProperty("state").GetString(), view.GetProperty("created").GetInt64(), view.GetProperty("failed").GetInt64());
    }
}
