using Crm.BuildingBlocks.Hosting.Operations;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Tests.LongWork;
using Crm.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;
using static Crm.BuildingBlocks.Tests.LongWork.LongWorkHost;

namespace Crm.BuildingBlocks.Tests.Operations;

public sealed class OperationTests
{
    [SkippableTheory, EveryProvider]
    public async Task Work_begins_if_and_only_if_the_command_that_asked_for_it_commits(DatabaseProvider provider)
    {
        await using var database = await Database(provider);
        await using var host = Start(database);
        await host.In(Ann, async (services, db) =>
        {
            await using var transaction = await db.Dialect.BeginWrite(db, default);
            await services.GetRequiredService<OperationStarter>().Start(db, CountUp.Kind, new CountUp.Input(3, 1), default);
            return await db.SaveChangesAsync();
        });
        (await host.Runner.RunNext(default)).ShouldBeFalse();

        var id = await host.Ask(Ann, CountUp.Kind, new CountUp.Input(250, 60));
        (await host.View(Ann, id)).State.ShouldBe(OperationState.Waiting);
        (await host.Runner.RunNext(default)).ShouldBeTrue();

        var view = await host.View(Ann, id);
        view.State.ShouldBe(OperationState.Succeeded);
        view.Percent.ShouldBe(100);
        view.Links.Result.ShouldBe("/api/v1/long-work/tallies?to=250");
        view.Result!.Value.GetProperty("numbers").GetInt32().ShouldBe(250);
        view.Problems.Select(p => (p.Line, p.Value, p.Message)).ShouldBe([(100, "=100", "100 is suspiciously round."), (200, "=200", "200 is suspiciously round.")]);
        await Counted(host, id, 250);
    }

    [Fact]
    public async Task Work_that_nobody_knows_any_more_fails_in_words()
    {
        await using var database = await Database(DatabaseProvider.Sqlite);
        await using var host = Start(database);
        var id = await host.Ask(Ann, CountUp.Kind, new CountUp.Input(3, 1));
        await host.In(Root, (_, db) => db.Operations.ExecuteUpdateAsync(set => set.SetProperty(o => o.Kind, "long-work.of-old")));

        await host.RunAll();

        var view = await host.View(Ann, id);
        view.State.ShouldBe(OperationState.Failed);
        view.Problems.ShouldHaveSingleItem().Code.ShouldBe(OperationRules.UnknownKind.Code);
    }

    [SkippableTheory, EveryProvider]
    public async Task Progress_tells_percent_rate_and_remaining_time(DatabaseProvider provider)
    {
        await using var database = await Database(provider);
        await using var host = Start(database);
        var id = await host.Ask(Ann, CountUp.Kind, new CountUp.Input(400, 100));
        var seen = new List<(decimal?, double?, double?)>();
        host.Hook.Before = (_, _) => Task.Run(() => host.Time.Advance(TimeSpan.FromSeconds(4)));
        host.Hook.After = async (_, _) =>
        {
            var view = await host.View(Ann, id);
            seen.Add((view.Percent, view.RatePerSecond, view.RemainingSeconds));
        };

        await host.RunAll();

        seen.ShouldBe([(25, 25, 12), (50, 25, 8), (75, 25, 4), (100, 25, 0)]);
    }

    [SkippableTheory, EveryProvider]
    public async Task Work_that_was_interrupted_goes_on_behind_its_last_step(DatabaseProvider provider)
    {
        await using var database = await Database(provider);
        await using var host = Start(database);
        var id = await host.Ask(Ann, CountUp.Kind, new CountUp.Input(10, 2));
        var failures = 0;
        host.Hook.Before = (to, _) => to == 6 && failures++ < 2 ? throw new TimeoutException("The database blinked.") : Task.CompletedTask;

        await host.RunAll();
        (await host.View(Ann, id)).Done.ShouldBe(4);
        host.Time.Advance(TimeSpan.FromSeconds(2));
        await host.RunAll();
        host.Time.Advance(TimeSpan.FromSeconds(4));
        await host.RunAll();

        (await host.View(Ann, id)).State.ShouldBe(OperationState.Succeeded);
        failures.ShouldBe(3);
        await Counted(host, id, 10);
    }

    [SkippableTheory, EveryProvider]
    public async Task Work_that_never_gets_further_is_given_up_and_says_so(DatabaseProvider provider)
    {
        await using var database = await Database(provider);
        await using var host = Start(database);
        var id = await host.Ask(Ann, CountUp.Kind, new CountUp.Input(10, 2));
        host.Hook.Before = (to, _) => to == 6 ? throw new InvalidDataException("A defect.") : Task.CompletedTask;

        for (var minute = 0; minute < 10; minute++)
        {
            await host.RunAll();
            host.Time.Advance(TimeSpan.FromMinutes(1));
        }

        var view = await host.View(Ann, id);
        (view.State, view.Done).ShouldBe((OperationState.Failed, 4));
        view.Problems.ShouldHaveSingleItem().Code.ShouldBe(OperationRules.Unexpected.Code);
        await Counted(host, id, 4);
    }

    [Fact]
    public async Task Work_of_which_every_host_died_is_given_up_and_says_so()
    {
        await using var database = await Database(DatabaseProvider.Sqlite);
        await using var host = Start(database);
        var id = await host.Ask(Ann, CountUp.Kind, new CountUp.Input(3, 1));
        await host.In(Root, (_, db) => db.Operations.Where(o => o.Id == id.Value).ExecuteUpdateAsync(set => set.SetProperty(o => o.Attempts, new OperationOptions().Attempts)));

        await host.RunAll();

        var view = await host.View(Ann, id);
        (view.State, view.Problems.ShouldHaveSingleItem().Code).ShouldBe((OperationState.Failed, OperationRules.GaveUp.Code));
    }

    [SkippableTheory, EveryProvider]
    public async Task A_refusal_ends_the_work_with_its_own_code_and_no_second_try(DatabaseProvider provider)
    {
        await using var database = await Database(provider);
        await using var host = Start(database);
        var id = await host.Ask(Ann, CountUp.Kind, new CountUp.Input(4, 2));
        host.Hook.Before = (_, _) => throw new Rule("long-work.closed", "Closed until {0}.", "关闭至 {0}。").Broken("Monday");

        await host.RunAll();

        var view = await host.View(Ann, id);
        view.State.ShouldBe(OperationState.Failed);
        view.Problems.Select(p => (p.Code, p.Message)).ShouldBe([("long-work.closed", "Closed until Monday.")]);
    }

    [SkippableTheory, EveryProvider]
    public async Task A_host_that_went_silent_loses_its_work_to_another_and_can_no_longer_write(DatabaseProvider provider)
    {
        await using var database = await Database(provider);
        await using var silent = Start(database);
        await using var other = Start(database);
        var id = await silent.Ask(Ann, CountUp.Kind, new CountUp.Input(10, 2));
        var (reached, goOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        silent.Hook.After = async (to, _) =>
        {
            if (to != 4) return;
            reached.SetResult();
            await goOn.Task;
        };
        var lost = silent.Runner.RunNext(default);
        await reached.Task;

        (await other.Runner.RunNext(default)).ShouldBeFalse();
        other.Time.Advance(TimeSpan.FromSeconds(31));
        (await other.Runner.RunNext(default)).ShouldBeTrue();
        goOn.SetResult();
        await lost;

        (await other.View(Ann, id)).State.ShouldBe(OperationState.Succeeded);
        await Counted(other, id, 10);
    }

    [SkippableTheory, EveryProvider]
    public async Task A_host_that_stops_leaves_its_work_to_the_next_at_once(DatabaseProvider provider)
    {
        await using var database = await Database(provider);
        await using var first = Start(database);
        await using var second = Start(database);
        var id = await first.Ask(Ann, CountUp.Kind, new CountUp.Input(10, 2));
        using var stop = new CancellationTokenSource();
        first.Hook.After = (to, ct) => to == 4 ? stop.CancelAsync() : Task.CompletedTask;

        await first.Runner.RunNext(stop.Token);
        await second.RunAll();

        (await second.View(Ann, id)).State.ShouldBe(OperationState.Succeeded);
        await Counted(second, id, 10);
    }

    private static async Task Counted(LongWorkHost host, OperationId id, int to)
    {
        var tallies = await host.In(Root, (_, db) => db.Tallies.Where(t => t.OperationId == id.Value).ToListAsync());
        tallies.Select(t => t.Number).Order().ShouldBe(Enumerable.Range(1, to));
        tallies.ShouldAllBe(t => t.CallerId == Ann.Id);
    }
}
