using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net;
using System.Text.Json;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Messaging;
using Crm.Host.Platform.Persistence;
using Crm.Host.Startup;
using Crm.Host.Tests.App;
using Crm.Host.Tests.Northwind;
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
        var (traced, measured) = (new ConcurrentBag<string>(), new ConcurrentBag<string>());
        using var activities = new ActivityListener
        {
            ShouldListenTo = source => TelemetrySetup.Sources.Contains(source.Name),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStarted = activity => traced.Add($"{activity.Source.Name} {activity.OperationName}"),
        };
        ActivitySource.AddActivityListener(activities);
        using var meters = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (TelemetrySetup.Meters.Contains(instrument.Meter.Name)) listener.EnableMeasurementEvents(instrument);
            },
        };
        meters.SetMeasurementEventCallback<double>((instrument, _, tags, _) => measured.Add($"{instrument.Name} {string.Join(' ', tags.ToArray().Select(t => t.Value))}"));
        meters.Start();

        var accepted = await administrator.Post("/admin/v1/modules/customers/republish?to=platform", new { });

        await accepted.Json(HttpStatusCode.Accepted);
        var finished = await administrator.Finished(accepted);
        finished.Text("state").ShouldBe("succeeded");
        finished.GetProperty("done").GetInt32().ShouldBe(1);
        traced.ShouldContain("Crm.Commands RepublishState");
        traced.ShouldContain("Crm.Operations platform.republish");
        measured.ShouldContain("crm.command.duration platform RepublishState done");
        (await Audited(app, "RepublishState")).ShouldBe(1);
    }

    [Fact]
    public async Task Whoever_may_manage_operations_sees_those_of_everybody_and_nobody_else_does()
    {
        await using var app = await CrmApp.Start();
        var accepted = await app.Administrator().Post("/admin/v1/modules/customers/republish?to=platform", new { });
        var operation = (await accepted.Json(HttpStatusCode.Accepted)).Text("id")!;
        var operations = await app.CallerWith(["platform.operations.manage"]);
        var somebody = await app.CallerWith(["platform.messages.read"]);

        (await operations.Finished(accepted)).Text("state").ShouldBe("succeeded");
        var listed = await (await operations.GetAsync("/admin/v1/operations/platform?filter[kind]=platform.republish")).Json();
        (await (await operations.GetAsync("/admin/v1/operations")).Json()).GetProperty("items").GetArrayLength().ShouldBe(0);
        var row = listed.GetProperty("items").EnumerateArray().ShouldHaveSingleItem();
        $"platform~{row.Id()}".ShouldBe(operation);
        row.Text("callerName").ShouldBe("administrator");
        await (await somebody.GetAsync($"/api/v1/operations/{operation}")).Problem(404, "urn:crm:not-found");
        await (await somebody.GetAsync("/admin/v1/operations/platform")).Problem(403, "urn:crm:forbidden");
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
}
