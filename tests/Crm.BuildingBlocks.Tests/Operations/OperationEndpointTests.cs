using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Crm.BuildingBlocks.Hosting.Operations;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Tests.LongWork;
using Crm.Testing.Databases;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Shouldly;
using Xunit;
using static Crm.BuildingBlocks.Tests.LongWork.LongWorkHost;

namespace Crm.BuildingBlocks.Tests.Operations;

public sealed class OperationEndpointTests
{
    [SkippableTheory, EveryProvider]
    public async Task Asking_for_long_work_answers_202_with_the_address_at_which_to_watch_it(DatabaseProvider provider)
    {
        await using var database = await Database(provider);
        await using var web = await LongWorkWeb.Start(database, MapCount);
        using var ann = web.Client(Ann);

        var accepted = await ann.PostAsync("/api/v1/long-work/count?to=100", null);

        accepted.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var address = accepted.Headers.Location!.ToString();
        address.ShouldStartWith("/api/v1/operations/long-work~");
        (await Json(ann, address)).GetProperty("state").GetString().ShouldBe("waiting");
        await web.RunAll();
        var view = await Json(ann, address);
        view.GetProperty("state").GetString().ShouldBe("succeeded");
        (await ann.GetAsync(view.GetProperty("links").GetProperty("problems").GetString())).StatusCode.ShouldBe(HttpStatusCode.OK);
        using var ben = web.Client(Ben);
        foreach (var path in new[] { "", "/events", "/problems", "/problems.csv" })
            (await ben.GetAsync(address + path)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await ann.DeleteAsync(address)).StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    [SkippableTheory, EveryProvider]
    public async Task Events_are_sent_until_the_work_has_ended(DatabaseProvider provider)
    {
        await using var database = await Database(provider);
        await using var web = await LongWorkWeb.Start(database, MapCount);
        using var ann = web.Client(Ann);
        var address = (await ann.PostAsync("/api/v1/long-work/count?to=100", null)).Headers.Location;
        using var response = await ann.GetAsync($"{address}/events", HttpCompletionOption.ResponseHeadersRead);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/event-stream");
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync());
        (await Event(lines)).ShouldBe(("progress", "waiting"));

        await web.RunAll();
        web.Time.Advance(TimeSpan.FromSeconds(1));

        (await Event(lines)).ShouldBe(("finished", "succeeded"));
        (await lines.ReadToEndAsync()).Trim().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_host_that_is_asked_to_stop_does_not_wait_for_those_who_watch()
    {
        await using var database = await Database(DatabaseProvider.Sqlite);
        await using var web = await LongWorkWeb.Start(database, MapCount);
        using var ann = web.Client(Ann);
        var address = (await ann.PostAsync("/api/v1/long-work/count?to=100", null)).Headers.Location;
        using var response = await ann.GetAsync($"{address}/events", HttpCompletionOption.ResponseHeadersRead);
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync());
        (await Event(lines)).ShouldBe(("progress", "waiting"));

        web.AskToStop();

        (await lines.ReadToEndAsync()).Trim().ShouldBeEmpty();
    }

    [SkippableTheory, EveryProvider]
    public async Task Problems_come_in_pages_and_as_a_file_that_a_spreadsheet_cannot_run(DatabaseProvider provider)
    {
        await using var database = await Database(provider);
        await using var web = await LongWorkWeb.Start(database, MapCount);
        using var ann = web.Client(Ann, Language.Chinese);
        var address = (await ann.PostAsync("/api/v1/long-work/count?to=500", null)).Headers.Location;
        await web.RunAll();

        var lines = new List<long>();
        string? cursor = null;
        do
        {
            var page = await Json(ann, $"{address}/problems?limit=2{(cursor is null ? "" : $"&cursor={cursor}")}");
            lines.AddRange(page.GetProperty("items").EnumerateArray().Select(p => p.GetProperty("line").GetInt64()));
            cursor = page.TryGetProperty("nextCursor", out var next) ? next.GetString() : null;
        }
        while (cursor is not null);

        lines.ShouldBe([100, 200, 300, 400, 500]);
        var file = await ann.GetAsync($"{address}/problems.csv");
        file.Content.Headers.ContentDisposition!.FileName.ShouldBe("problems.csv");
        var text = Encoding.UTF8.GetString(await file.Content.ReadAsByteArrayAsync());
        text.ShouldStartWith("\uFEFF行号,字段,原值,代码,说明\r\n100,number,\"'=100\",long-work.round,100 是个可疑的整数。\r\n");
        text.TrimEnd().Split("\r\n").Length.ShouldBe(6);
        foreach (var bad in new[] { "limit=0", "limit=501", "cursor=x", "cursor=-1" })
            (await ann.GetAsync($"{address}/problems?{bad}")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    private static void MapCount(RouteGroupBuilder routes) =>
        routes.MapPost("/count", async (int to, OperationStarter starter, LongWorkDbContext db, CancellationToken ct) =>
        {
            var id = await starter.Start(db, CountUp.Kind, new CountUp.Input(to, 50), ct);
            await db.SaveChangesAsync(ct);
            return Hosting.Operations.Operations.Accepted(id);
        });

    private static async Task<JsonElement> Json(HttpClient client, string path) => await client.GetFromJsonAsync<JsonElement>(path);

    private static async Task<(string Type, string State)> Event(StreamReader lines)
    {
        var type = (await lines.ReadLineAsync())!.Replace("event: ", "");
        var data = (await lines.ReadLineAsync())!.Replace("data: ", "");
        (await lines.ReadLineAsync()).ShouldBeEmpty();
        return (type, JsonDocument.Parse(data).RootElement.GetProperty("state").GetString()!);
    }
}
