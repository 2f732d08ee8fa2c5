using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Crm.BuildingBlocks.Hosting.Files;
using Crm.BuildingBlocks.Hosting.Imports;
using Crm.BuildingBlocks.Hosting.Operations;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Tests.LongWork;
using Crm.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;
using static Crm.BuildingBlocks.Tests.LongWork.LongWorkHost;

namespace Crm.BuildingBlocks.Tests.Imports;

/// <summary>What is asked for twice is done once, and what may not be imported is not even kept.</summary>
public sealed class RepeatedImportTests
{
    private const string Imports = "/api/v1/long-work/imports";
    private const string OneAxe = "Id,Name,Price\n1,Axe,1\n";

    private static readonly Caller Importer = Ann with
    {
        Permissions = new Dictionary<string, RowScope> { [LongWorkModule.WriteGadgets.Name] = RowScope.All },
    };

    [SkippableTheory, EveryProvider]
    public async Task Of_many_who_run_one_import_at_once_one_starts_it_and_the_others_hear_that_it_is_running(DatabaseProvider provider)
    {
        await using var database = await Database(provider);
        await using var web = await LongWorkWeb.Start(database, routes => routes.MapImports(LongWorkModule.ModuleName));
        using var ann = web.Client(Importer);
        var import = await Checked(web, ann);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => ann.PostAsync($"{import}/run", null)));

        answers.Count(a => a.StatusCode == HttpStatusCode.Accepted).ShouldBe(1);
        answers.Count(a => a.StatusCode == HttpStatusCode.Conflict).ShouldBe(7);
        (await Operations(database)).ShouldBe(2);
    }

    [SkippableTheory, EveryProvider]
    public async Task A_run_repeated_under_its_key_answers_with_the_operation_that_it_started(DatabaseProvider provider)
    {
        await using var database = await Database(provider);
        await using var web = await LongWorkWeb.Start(database, routes => routes.MapImports(LongWorkModule.ModuleName));
        using var ann = web.Client(Importer);
        var import = await Checked(web, ann);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Post(ann, $"{import}/run", "run-1")));
        await web.RunAll();
        var late = await Post(ann, $"{import}/run", "run-1");

        answers.Append(late).ShouldAllBe(a => a.StatusCode == HttpStatusCode.Accepted);
        answers.Append(late).Select(a => a.Headers.Location).Distinct().ShouldHaveSingleItem();
        late.Headers.GetValues("Idempotency-Replayed").ShouldBe(["true"]);
        (await Operations(database)).ShouldBe(2);
        (await Post(ann, $"{import}/check", "run-1")).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [SkippableTheory, EveryProvider]
    public async Task An_upload_repeated_under_its_key_is_the_same_import_whatever_its_boundary_and_another_file_is_refused(DatabaseProvider provider)
    {
        await using var database = await Database(provider);
        await using var web = await LongWorkWeb.Start(database, routes => routes.MapImports(LongWorkModule.ModuleName));
        using var ann = web.Client(Importer);

        var first = await Post(ann, Imports, "up-1", Upload(Uploads.Profile, OneAxe));
        var again = await Post(ann, Imports, "up-1", Upload(Uploads.Profile, OneAxe));
        var other = await Post(ann, Imports, "up-1", Upload(Uploads.Profile, OneAxe + "2,Saw,2\n"));

        first.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        again.Headers.Location.ShouldBe(first.Headers.Location);
        other.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Kept(database)).ShouldBe((1, 1));
    }

    [Fact]
    public async Task Nothing_of_a_file_is_kept_for_whoever_may_not_import_it()
    {
        await using var database = await Database(DatabaseProvider.Sqlite);
        await using var web = await LongWorkWeb.Start(database, routes => routes.MapImports(LongWorkModule.ModuleName));
        using var ben = web.Client(Ben);
        using var ann = web.Client(Importer);
        using var fileFirst = new MultipartFormDataContent { { new StringContent(OneAxe), "file", "a.csv" }, { new StringContent(Uploads.Profile), "profile" } };

        (await ben.PostAsync(Imports, Upload(Uploads.Profile, OneAxe))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await ann.PostAsync(Imports, fileFirst)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);

        await using var host = LongWorkHost.Start(database);
        (await host.In(Root, (_, db) => db.Set<StoredFile>().CountAsync())).ShouldBe(0);
    }

    private static async Task<string> Checked(LongWorkWeb web, HttpClient client)
    {
        var accepted = await client.PostAsync(Imports, Upload(Uploads.Profile, OneAxe));
        await web.RunAll();
        var operation = await client.GetFromJsonAsync<JsonElement>(accepted.Headers.Location);
        return operation.GetProperty("links").GetProperty("result").GetString()!;
    }

    private static Task<HttpResponseMessage> Post(HttpClient client, string address, string key, HttpContent? content = null) =>
        client.SendAsync(new HttpRequestMessage(HttpMethod.Post, address) { Content = content, Headers = { { "Idempotency-Key", key } } });

    private static MultipartFormDataContent Upload(string profile, string csv) =>
        new() { { new StringContent(profile), "profile" }, { new StringContent(csv), "file", "gadgets.csv" } };

    private static async Task<int> Operations(TestDatabase database)
    {
        await using var host = LongWorkHost.Start(database);
        return await host.In(Root, (_, db) => db.Set<Operation>().CountAsync());
    }

    private static async Task<(int Files, int Pieces)> Kept(TestDatabase database)
    {
        await using var host = LongWorkHost.Start(database);
        return await host.In(Root, async (_, db) =>
            (await db.Set<StoredFile>().CountAsync(f => f.IsKept), await db.Set<StoredFilePiece>().CountAsync()));
    }
}
