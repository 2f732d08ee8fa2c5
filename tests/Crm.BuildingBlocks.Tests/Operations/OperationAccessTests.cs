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

public sealed class OperationAccessTests
{
    [SkippableTheory, EveryProvider]
    public async Task Only_whoever_asked_for_it_and_an_administrator_see_an_operation(DatabaseProvider provider)
    {
        await using var database = await Database(provider);
        await using var host = Start(database);
        var id = await host.Ask(Ann, CountUp.Kind, new CountUp.Input(3, 1));

        (await host.View(Ann, id)).Id.ShouldBe($"long-work~{id.Value}");
        (await host.View(Root, id)).Id.ShouldBe($"long-work~{id.Value}");
        await Should.ThrowAsync<ResourceNotFound>(() => host.View(Ben, id));
        await Should.ThrowAsync<ResourceNotFound>(() => Cancel(host, Ben, id));
        await Should.ThrowAsync<ResourceNotFound>(() => host.View(Caller.Nobody, id));
    }

    [Theory]
    [InlineData("")]
    [InlineData("long-work")]
    [InlineData("~0192f0c4-0000-7000-8000-000000000000")]
    [InlineData("no-such-module~0192f0c4-0000-7000-8000-000000000000")]
    [InlineData("long-work~{0192f0c4-0000-7000-8000-000000000000}")]
    [InlineData("long-work~0192f0c4-0000-7000-8000-000000000000")]
    public async Task What_is_no_id_of_an_operation_does_not_exist(string text)
    {
        await using var database = await Database(DatabaseProvider.Sqlite);
        await using var host = Start(database);

        await Should.ThrowAsync<ResourceNotFound>(() =>
            host.In(Root, (services, _) => services.GetRequiredService<OperationReader>().View(text, default)));
    }

    [SkippableTheory, EveryProvider]
    public async Task Cancelling_work_that_waits_ends_it_at_once(DatabaseProvider provider)
    {
        await using var database = await Database(provider);
        await using var host = Start(database);
        var id = await host.Ask(Ann, CountUp.Kind, new CountUp.Input(3, 1));

        await Cancel(host, Ann, id);
        await host.RunAll();

        (await host.View(Ann, id)).State.ShouldBe(OperationState.Cancelled);
        (await host.In(Root, (_, db) => db.Tallies.CountAsync())).ShouldBe(0);
        await Cancel(host, Ann, id);
    }

    [SkippableTheory, EveryProvider]
    public async Task Cancelling_work_that_runs_undoes_its_present_step_and_keeps_the_ones_before(DatabaseProvider provider)
    {
        await using var database = await Database(provider);
        await using var host = Start(database);
        var id = await host.Ask(Ann, CountUp.Kind, new CountUp.Input(10, 2));
        host.Hook.After = (to, _) => to == 4 ? Cancel(host, Ann, id) : Task.CompletedTask;

        await host.RunAll();

        var view = await host.View(Ann, id);
        (view.State, view.Done).ShouldBe((OperationState.Cancelled, 4));
        (await host.In(Root, (_, db) => db.Tallies.CountAsync())).ShouldBe(4);
    }

    [SkippableTheory, EveryProvider]
    public async Task Finished_work_cannot_be_cancelled(DatabaseProvider provider)
    {
        await using var database = await Database(provider);
        await using var host = Start(database);
        var id = await host.Ask(Ann, CountUp.Kind, new CountUp.Input(3, 1));
        await host.RunAll();

        (await Should.ThrowAsync<RuleBroken>(() => Cancel(host, Ann, id))).Rule.ShouldBe(OperationRules.AlreadyFinished);
    }

    [SkippableTheory, EveryProvider]
    public async Task One_caller_does_not_keep_the_others_waiting(DatabaseProvider provider)
    {
        await using var database = await Database(provider);
        await using var host = Start(database, ("Operations:PerCaller", "1"));
        var first = await host.Ask(Ann, CountUp.Kind, new CountUp.Input(2, 2));
        host.Time.Advance(TimeSpan.FromSeconds(1));
        var second = await host.Ask(Ann, CountUp.Kind, new CountUp.Input(2, 2));
        var others = await host.Ask(Ben, CountUp.Kind, new CountUp.Input(2, 2));
        var (reached, goOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        host.Hook.After = (_, _) => reached.TrySetResult() ? goOn.Task : Task.CompletedTask;
        var running = host.Runner.RunNext(default);
        await reached.Task;

        await host.RunAll();

        (await host.View(Ann, second)).State.ShouldBe(OperationState.Waiting);
        (await host.View(Ben, others)).State.ShouldBe(OperationState.Succeeded);
        goOn.SetResult();
        await running;
        await host.RunAll();
        (await host.View(Ann, first)).State.ShouldBe(OperationState.Succeeded);
        (await host.View(Ann, second)).State.ShouldBe(OperationState.Succeeded);
    }

    [SkippableTheory, EveryProvider]
    public async Task A_caller_with_too_much_unfinished_work_gets_no_more(DatabaseProvider provider)
    {
        await using var database = await Database(provider);
        await using var host = Start(database);
        for (var i = 0; i < ClientLimits.Default.ConcurrentOperations; i++) await host.Ask(Ann, CountUp.Kind, new CountUp.Input(2, 2));

        var refused = await Should.ThrowAsync<TooManyRequests>(() => host.Ask(Ann, CountUp.Kind, new CountUp.Input(2, 2)));

        refused.Limit.ShouldBe(OperationRules.TooManyUnfinished);
        await host.Ask(Ben, CountUp.Kind, new CountUp.Input(2, 2));
    }

    private static Task Cancel(LongWorkHost host, Caller caller, OperationId id) => host.In(caller, async (services, _) =>
    {
        await services.GetRequiredService<OperationReader>().Cancel(id.ToString(), default);
        return true;
    });
}
