using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Operations;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Planning.Application;
using Crm.Planning.Domain;
using Crm.Planning.Persistence;
using Crm.Testing;
using Crm.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;
using static Crm.Planning.Tests.Module.PlanningDesk;
using static Crm.Planning.Tests.Module.Sales;

namespace Crm.Planning.Tests.Module;

public sealed class RebuildTests
{
    [SkippableTheory, EveryProvider]
    public async Task Figures_rebuilt_from_the_kept_events_are_the_same(DatabaseProvider provider)
    {
        await using var planning = await Open(provider);
        var plan = await planning.Send(FirstQuarter(Company(TargetMetric.NetSales, 1, 1, 1)));
        // More events than one step takes.
        await planning.GivenAll(AttainmentTests.History(seed: 5, orders: 450));
        var (before, view) = (await planning.Figures(), await planning.AttainmentOf(plan.Id));

        await planning.Send(new StartFiguresRebuild());
        await planning.RunOperations();

        var after = await planning.Figures();
        (after.Hash, after.Events, after.Orders).ShouldBe((before.Hash, before.Events, before.Orders));
        before.RebuiltAt.ShouldBeNull();
        after.RebuiltAt.ShouldBe(planning.Time.GetUtcNow());
        (await planning.AttainmentOf(plan.Id)).Targets.Single().Months.ShouldBe(view.Targets.Single().Months);
        (await State(planning)).ShouldBe(OperationState.Succeeded);
    }

    [SkippableTheory, EveryProvider]
    public async Task A_rebuild_mends_figures_that_were_spoilt_and_leaves_nothing_of_them(DatabaseProvider provider)
    {
        await using var planning = await Open(provider);
        await planning.GivenAll(AttainmentTests.History(seed: 6, orders: 30));
        var right = (await planning.Figures()).Hash;
        await planning.Read<PlanningDbContext, int>(db => db.MonthlySales.ExecuteUpdateAsync(set => set.SetProperty(m => m.Orders, m => m.Orders + 1)));
        (await planning.Figures()).Hash.ShouldNotBe(right);

        await planning.Send(new StartFiguresRebuild());
        await planning.RunOperations();

        (await planning.Figures()).Hash.ShouldBe(right);
        var generations = await planning.Read<PlanningDbContext, List<int>>(db =>
            db.MonthlySales.Select(m => m.Generation).Union(db.OrderCredits.Select(c => c.Generation)).ToListAsync());
        generations.ShouldBe([1]);
    }

    [SkippableTheory, EveryProvider]
    public async Task What_arrives_after_a_rebuild_is_counted_into_the_new_figures(DatabaseProvider provider)
    {
        await using var planning = await Open(provider);
        var order = Guid.CreateVersion7();
        await planning.Given(Confirmed(order, January, 20));
        await planning.Send(new StartFiguresRebuild());
        await planning.RunOperations();

        await planning.Given(Confirmed(Guid.CreateVersion7(), January, 30));
        await planning.Given(Cancelled(order, January));

        (await planning.Figures()).Orders.ShouldBe(1);
    }

    [SkippableTheory, EveryProvider]
    public async Task The_order_in_which_events_arrive_makes_no_difference(DatabaseProvider provider)
    {
        await using var first = await Open(provider);
        await using var second = await Open(provider);
        var history = AttainmentTests.History(seed: 7, orders: 40);
        var shuffled = history.ToArray();
        new Random(1).Shuffle(shuffled);

        foreach (var (happened, stream, position) in history) await first.GivenAll([(happened, stream, position)]);
        foreach (var some in shuffled.Chunk(9)) await second.GivenAll(some);

        (await second.Figures()).Hash.ShouldBe((await first.Figures()).Hash);
    }

    [SkippableTheory, EveryProvider]
    public async Task An_order_cancelled_before_it_was_confirmed_is_kept_and_never_counted(DatabaseProvider provider)
    {
        await using var planning = await Open(provider);
        var draft = Guid.CreateVersion7();

        await planning.Given(Cancelled(draft, January, wasConfirmed: false), position: 2);

        var figures = await planning.Figures();
        (figures.Events, figures.Orders).ShouldBe((1, 0));
        (await planning.Read<PlanningDbContext, int>(db => db.OrderCredits.CountAsync())).ShouldBe(0);
    }

    private static Task<OperationState> State(ModuleHarness planning) =>
        planning.Read<PlanningDbContext, OperationState>(db => db.Operations.Select(o => o.State).SingleAsync());
}
