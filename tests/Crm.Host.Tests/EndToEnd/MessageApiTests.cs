using System.Net;
using System.Text.Json;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Messaging;
using Crm.Host.Platform.Persistence;
using Crm.Host.Tests.App;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Crm.Host.Tests.EndToEnd;

public sealed class MessageApiTests
{
    private const string Messages = "/admin/v1/messages";
    private const string Secret = "the body that nobody may see";

    [Fact]
    public async Task A_parked_message_is_shown_without_its_body_and_can_be_discarded_with_a_reason()
    {
        await using var app = await CrmApp.Start();
        var administrator = app.Administrator();
        var position = await Park(app);

        var page = await (await administrator.GetAsync($"{Messages}?module=platform&state=parked")).Json();
        page.GetRawText().ShouldNotContain(Secret);
        page.GetProperty("items")[0].GetProperty("position").GetInt64().ShouldBe(position);
        var path = $"{Messages}/platform/{position}/discard";
        await (await administrator.Post(path, new { reason = " " })).Problem(400, "urn:crm:validation");
        (await administrator.Post(path, new { reason = "Made by a test." }, "discard")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await administrator.Post(path, new { reason = "Made by a test." }, "discard")).StatusCode.ShouldBe(HttpStatusCode.NoContent, "the same key, the same reply");
        await (await administrator.Post(path, new { reason = "Made by a test." })).Problem(409, "urn:crm:rule:messages.not-stuck");
        (await Audited(app, "DiscardMessage")).ShouldBe(1);
    }

    [Fact]
    public async Task A_replayed_message_is_to_do_again()
    {
        await using var app = await CrmApp.Start();
        var administrator = app.Administrator();
        var position = await Park(app);

        (await administrator.Post($"{Messages}/platform/{position}/replay", new { })).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        var counts = await (await administrator.GetAsync($"{Messages}/counts")).Json();
        var count = counts.GetProperty("items").EnumerateArray().ShouldHaveSingleItem();
        count.GetProperty("toDo").GetInt32().ShouldBe(1);
        count.GetProperty("parked").GetInt32().ShouldBe(0);
        (await (await administrator.GetAsync($"{Messages}?state=pending")).Json()).GetProperty("items").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task The_messages_of_all_modules_are_paged_one_inbox_after_the_other()
    {
        await using var app = await CrmApp.Start();
        var administrator = app.Administrator();
        long[] parked = [await Park(app), await Park(app), await Park(app)];
        var seen = new List<long>();
        string? cursor = null;
        do
        {
            var page = await (await administrator.GetAsync($"{Messages}?state=parked&limit=2{(cursor is null ? "" : $"&cursor={cursor}")}")).Json();
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(m => m.GetProperty("position").GetInt64()));
            cursor = page.TryGetProperty("nextCursor", out var next) ? next.GetString() : null;
        }
        while (cursor is not null);

        seen.ShouldBe(parked.Reverse());
    }

    [Fact]
    public async Task The_state_of_one_module_is_told_to_another_as_long_work()
    {
        await using var app = await CrmApp.Start();
        var administrator = app.Administrator();
        await (await administrator.Post("/api/v1/customers/customers", new { name = "Told again" })).Json(HttpStatusCode.Created);
        await app.EventsSettled();

        var accepted = await administrator.Post("/admin/v1/modules/customers/republish?to=platform", new { });

        await accepted.Json(HttpStatusCode.Accepted);
        var finished = await Finished(administrator, accepted.Headers.Location!.ToString());
        finished.Text("state").ShouldBe("succeeded");
        (await Audited(app, "RepublishState")).ShouldBe(1);
    }

    private static async Task<long> Park(CrmApp app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CallerContext>().ActAsJob("test");
        var db = scope.ServiceProvider.GetRequiredService<PlatformDbContext>();
        var now = TimeProvider.System.GetUtcNow();
        var id = Guid.CreateVersion7();
        // For a consumer of nobody, so that no loop takes it up.
        var message = new InboxMessage
        {
            MessageId = id,
            Consumer = "platform.nobody",
            EventName = "test.happened.v1",
            Body = $$"""{"text":"{{Secret}}"}""",
            Stream = $"test/{id}",
            StreamPosition = 1,
            OccurredAt = now,
            ReceivedAt = now,
            NextAttemptAt = now,
            ParkedAt = now,
            Attempts = 8,
            LastError = "It did not work.",
        };
        db.Inbox.Add(message);
        await db.SaveChangesAsync();
        return message.Position;
    }

    private static async Task<int> Audited(CrmApp app, string action)
    {
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CallerContext>().ActAsJob("test");
        return await scope.ServiceProvider.GetRequiredService<PlatformDbContext>().Audit.CountAsync(a => a.Action == action);
    }

    private static async Task<JsonElement> Finished(HttpClient administrator, string path)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var glance = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (true)
        {
            var operation = await (await administrator.GetAsync(path, limit.Token)).Json();
            if (operation.TryGetProperty("finishedAt", out var at) && at.ValueKind == JsonValueKind.String) return operation;
            await glance.WaitForNextTickAsync(limit.Token);
        }
    }
}
