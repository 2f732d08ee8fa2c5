using System.Net;
using System.Text.Json;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Host.Jobs;
using Crm.Host.Tests.App;
using Crm.Testing.Databases;
using Microsoft.Extensions.DependencyInjection;
using Quartz;
using Shouldly;
using Xunit;

namespace Crm.Host.Tests.Jobs;

public sealed class JobApiTests
{
    private const string Jobs = "/admin/v1/jobs";
    private const string Cleaning = $"{Jobs}/customers/clean-messages";

    [SkippableTheory, EveryProvider]
    public async Task A_job_that_is_asked_for_runs_and_its_run_can_be_read(DatabaseProvider provider)
    {
        await using var app = await CrmApp.Start(provider, ("Jobs:Enabled", "true"));
        var administrator = app.Administrator();

        var asked = await administrator.Post($"{Cleaning}/run", new { });

        await asked.Json(HttpStatusCode.Accepted);
        var run = await FirstRun(administrator, asked.Headers.Location!.ToString());
        run.Text("outcome").ShouldBe("succeeded");
        run.Text("summary").ShouldBe("0 delivered, 0 handled");
        run.GetProperty("wasAskedFor").GetBoolean().ShouldBeTrue();
        (await (await administrator.GetAsync(Cleaning)).Json()).Text("lastOutcome").ShouldBe("succeeded");
    }

    [Fact]
    public async Task A_paused_job_waits_until_it_is_resumed()
    {
        await using var app = await CrmApp.Start();
        var administrator = app.Administrator();

        var paused = await (await administrator.Post($"{Cleaning}/pause", new { })).Json();
        var resumed = await (await administrator.Post($"{Cleaning}/resume", new { })).Json();

        paused.GetProperty("isPaused").GetBoolean().ShouldBeTrue();
        paused.TryGetProperty("nextRunAt", out var next).ShouldBe(next.ValueKind != JsonValueKind.Undefined);
        resumed.GetProperty("isPaused").GetBoolean().ShouldBeFalse();
        resumed.GetProperty("nextRunAt").ValueKind.ShouldBe(JsonValueKind.String);
    }

    [Fact]
    public async Task A_pause_that_was_written_down_and_never_given_is_made_good_by_the_same_request()
    {
        await using var app = await CrmApp.Start();
        var administrator = app.Administrator();
        await administrator.Post($"{Cleaning}/pause", new { }, key: "pause-for-good");
        var scheduler = await app.Services.GetRequiredService<JobSchedule>().Open(default);
        await scheduler.ResumeJob(new JobKey("clean-messages", "customers"));

        var again = await (await administrator.Post($"{Cleaning}/pause", new { }, key: "pause-for-good")).Json();

        again.GetProperty("isPaused").GetBoolean().ShouldBeTrue();
    }

    [SkippableTheory, EveryProvider]
    public async Task A_run_that_was_asked_for_twice_with_one_key_happens_once(DatabaseProvider provider)
    {
        await using var app = await CrmApp.Start(provider, ("Jobs:Enabled", "true"));
        var administrator = app.Administrator();
        var runs = (await administrator.Post($"{Cleaning}/run", new { }, key: "once")).Headers.Location!.ToString();
        await FirstRun(administrator, runs);

        await (await administrator.Post($"{Cleaning}/run", new { }, key: "once")).Json(HttpStatusCode.Accepted);

        await administrator.Post($"{Jobs}/platform/clean-messages/run", new { });
        await FirstRun(administrator, $"{Jobs}/platform/clean-messages/runs");
        (await (await administrator.GetAsync(runs)).Json()).GetProperty("items").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task A_run_that_was_written_down_and_never_given_is_made_good_by_the_same_request()
    {
        await using var app = await CrmApp.Start();
        var administrator = app.Administrator();
        await administrator.Post($"{Cleaning}/run", new { }, key: "lost");
        var scheduler = await app.Services.GetRequiredService<JobSchedule>().Open(default);
        var asked = (await Waiting(scheduler)).ShouldHaveSingleItem();
        await scheduler.UnscheduleJob(asked);

        await (await administrator.Post($"{Cleaning}/run", new { }, key: "lost")).Json(HttpStatusCode.Accepted);

        (await Waiting(scheduler)).ShouldBe([asked]);
    }

    [Fact]
    public async Task The_calendar_follows_the_code()
    {
        await using var app = await CrmApp.Start();
        var scheduler = await app.Services.GetRequiredService<JobSchedule>().Open(default);
        var (moved, gone) = (new JobKey("clean-messages", "customers"), new JobKey("of-an-older-release", "customers"));
        await Schedule(scheduler, moved, "0 0 12 * * ?");
        await Schedule(scheduler, gone, "0 0 12 * * ?");
        await scheduler.PauseJob(moved);

        await app.Services.GetRequiredService<ScheduleSync>().Run(scheduler, default);

        (await scheduler.Exists(gone)).ShouldBeFalse();
        ((ICronTrigger)(await scheduler.GetTrigger(new TriggerKey(moved.Name, moved.Group)))!).CronExpressionString.ShouldBe("0 20 3 * * ?");
        (await scheduler.GetTriggerState(new TriggerKey(moved.Name, moved.Group))).ShouldBe(TriggerState.Paused, "an administrator's pause outlives a release");
    }

    private static async Task<IReadOnlyList<TriggerKey>> Waiting(IScheduler scheduler)
    {
        var job = new JobKey("clean-messages", "customers");
        return [.. (await scheduler.QueryTriggers(new TriggerQuery { Job = job })).Items.Select(t => t.Key).Where(t => t.Name != job.Name)];
    }

    private static async Task Schedule(IScheduler scheduler, JobKey key, string cron) => await scheduler.ScheduleJob(
        JobBuilder.Create<ScheduledJobRun>().WithIdentity(key).StoreDurably().Build(),
        [TriggerBuilder.Create().WithIdentity(key.Name, key.Group).ForJob(key).WithSchedule(CronScheduleBuilder.Create(cron)).Build()],
        ScheduleJobOptions.Replacing);

    private static async Task<JsonElement> FirstRun(HttpClient administrator, string path)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var glance = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (true)
        {
            var runs = (await (await administrator.GetAsync(path, limit.Token)).Json()).GetProperty("items");
            if (runs.GetArrayLength() > 0) return runs[0];
            await glance.WaitForNextTickAsync(limit.Token);
        }
    }
}
