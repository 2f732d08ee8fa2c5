using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Messaging;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Planning.Api;
using Crm.Planning.Application;
using Crm.Planning.Application.Plans;
using Crm.Planning.Application.Policy;
using Crm.Planning.Contracts;
using Crm.Planning.Domain;
using Crm.Planning.Persistence;
using Crm.Testing;
using Crm.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;
using static Crm.Planning.Tests.Module.PlanningDesk;

namespace Crm.Planning.Tests.Module;

public sealed class PlanVersionTests
{
    private static readonly Guid Anna = new("0192aaaa-0000-7000-8000-000000000001");

    [SkippableTheory, EveryProvider]
    public async Task A_revision_leaves_the_active_plan_alone_until_it_is_activated(DatabaseProvider provider)
    {
        await using var planning = await Open(provider);
        var first = await Written(planning);
        await planning.Send(new ApprovePlan(first));
        await planning.Send(new ActivatePlan(first));

        var revision = (await planning.Send(new RevisePlan(first))).Id;
        await planning.Send(new SetTargets(revision, [Company(TargetMetric.NetSales, 150)]));
        await planning.Send(new SetBudgetLines(revision, [new BudgetLineInput("ads", "Advertising", 80)]));
        await planning.Send(new ApprovePlan(revision));
        var (before, drafted) = (await Find(planning, first), await Find(planning, revision));
        var changed = PlanComparison.Of(await Plan(planning, first), await Plan(planning, revision));
        await planning.Send(new ActivatePlan(revision));

        (before.State, before.Targets.Single().Months[0].Value).ShouldBe((PlanState.Active, 100m));
        (drafted.Number, drafted.RevisionOf, drafted.Strategies.Single().Actions!.Single().Text, drafted.ChannelMix.Sum(m => m.Share)).ShouldBe((2, first, "Rent a stand", 1m));
        drafted.ChannelMix.Select(m => m.Share).ShouldBe([0.666667m, 0.333333m]);
        drafted.Objectives.ShouldBe(before.Objectives);
        changed.Fields.ShouldBeEmpty();
        changed.BudgetLines.ShouldBe([new ChangedNumber("ads", 50, 80, 30), new ChangedNumber("fair", 20.5m, null, -20.5m)]);
        changed.Targets.Single().Months.ShouldBe([new ChangedNumber("2026-01-01", 100, 150, 50)]);
        var after = await Find(planning, first);
        (after.State, after.SupersededById).ShouldBe((PlanState.Closed, revision));
        (await Find(planning, revision)).State.ShouldBe(PlanState.Active);
        var told = await planning.Published<PlanningDbContext>(typeof(PlanActivatedV1), typeof(PlanClosedV1));
        told.OfType<PlanActivatedV1>().Select(a => (a.PlanId, a.RootId, a.Number, a.From, a.To, a.BudgetPlanned)).ShouldBe(
            [(first, first, 1, January, new DateOnly(2026, 3, 31), 70.5m), (revision, first, 2, January, new DateOnly(2026, 3, 31), 80m)]);
        told.OfType<PlanClosedV1>().ShouldBe([new PlanClosedV1(first, revision)]);
        await RepeatsWhatWasTold(planning);
    }

    [SkippableTheory, EveryProvider]
    public async Task Versions_that_are_begun_or_activated_at_the_same_time_wait_for_each_other(DatabaseProvider provider)
    {
        await using var planning = await Open(provider);
        var first = await Written(planning);
        await planning.Send(new ApprovePlan(first));
        await planning.Send(new ActivatePlan(first));

        var revisions = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => planning.Send(new RevisePlan(first))));
        foreach (var revision in revisions) await planning.Send(new ApprovePlan(revision.Id));
        await Task.WhenAll(revisions.Select(async r =>
        {
            // Whoever comes after a higher number finds the own version closed by it.
            try { await planning.Send(new ActivatePlan(r.Id)); }
            catch (RuleBroken refused) { refused.Rule.ShouldBe(PlanningRules.PlanNotApproved); }
        }));

        var plans = await planning.Read<PlanningDbContext, List<SalesPlan>>(db => PlanVersions.Of(db.Plans.AsNoTracking().AsSplitQuery(), first).OrderBy(p => p.Number).ToListAsync());
        plans.Select(p => p.Number).ShouldBe([1, 2, 3, 4, 5]);
        plans.Count(p => p.State == PlanState.Active).ShouldBe(1);
    }

    [Fact]
    public async Task Where_the_settings_want_four_eyes_an_approval_needs_two_persons()
    {
        await using var planning = await Open(DatabaseProvider.Sqlite);
        var set = await planning.Send(new SetPlanningPolicy { ApproveOwn = false, TargetTolerance = 0.000125m });
        await Should.ThrowAsync<VersionMismatch>(() => planning.Send(new SetPlanningPolicy(), ifMatch: set.Version + 1));
        var (anna, bert) = (Everybody(Anna), Everybody(Guid.CreateVersion7()));
        var plan = await planning.Send(FirstQuarter(Company(TargetMetric.NetSales, 100)), anna);

        await planning.Send(new SubmitPlan(plan.Id), anna);
        var own = await Should.ThrowAsync<RuleBroken>(() => planning.Send(new ApprovePlan(plan.Id), anna));
        await planning.Send(new ReturnPlan(plan.Id, "Too low"), bert);
        await planning.Send(new SubmitPlan(plan.Id), anna);
        var approved = await planning.Send(new ApprovePlan(plan.Id), bert);

        (own.Rule.Code, approved.State).ShouldBe(("planning.own-approval", PlanState.Approved));
        (await planning.Read<PlanningDbContext, PolicyView>(async db => PolicyView.Of(await db.Policies.SingleAsync()))).ShouldBe(set);
    }

    [Fact]
    public async Task What_is_wrong_with_the_parts_of_a_plan_is_said_where_it_is()
    {
        await using var planning = await Open(DatabaseProvider.Sqlite);
        var plan = (await planning.Send(FirstQuarter())).Id;

        (await Pointers(new SetObjectives(plan, [new ObjectiveInput("")]))).ShouldBe(["/objectives/0/text"]);
        (await Pointers(new SetStrategies(plan, [new StrategyInput("", Actions: [new ActionInput("")])]))).ShouldBe(["/strategies/0/name", "/strategies/0/actions/0/text"], ignoreOrder: true);
        (await Pointers(new SetChannelMix(plan, [new ShareInput("web", 0.1234567m), new ShareInput(" web", 0)]))).ShouldBe(
            ["/channelMix", "/channelMix/0/share", "/channelMix/1/share"], ignoreOrder: true);
        (await Pointers(new SetBudgetLines(plan, [new BudgetLineInput("a b", "", -1), new BudgetLineInput("a b", "Twice", 0)]))).ShouldBe(
            ["/budgetLines", "/budgetLines/0/code", "/budgetLines/1/code", "/budgetLines/0/name", "/budgetLines/0/planned"], ignoreOrder: true);
        (await Pointers(new SetPlanningPolicy { TargetTolerance = 0.6m })).ShouldBe(["/targetTolerance"]);
        var stretch = Company(TargetMetric.NetSales) with { Months = [new MonthInput(January, 2, 1)], Parent = new TargetRefInput(TargetScope.Unit), UnitId = Anna };
        (await Pointers(new SetTargets(plan, [stretch]))).ShouldBe(["/targets/0/months/0/stretch", "/targets/0/parent/unitId", "/targets/0/unitId"], ignoreOrder: true);

        async Task<IEnumerable<string>> Pointers<TResult>(BuildingBlocks.Hosting.Pipeline.ICommand<TResult> command) =>
            (await Should.ThrowAsync<InvalidInput>(() => planning.Send(command))).Errors.Select(e => e.Pointer);
    }

    internal static Caller Everybody(Guid id) => PlanLifeTests.Person(id, Guid.CreateVersion7(), RowScope.All);

    private static async Task<Guid> Written(ModuleHarness planning)
    {
        var plan = (await planning.Send(FirstQuarter(Company(TargetMetric.NetSales, 100)))).Id;
        await planning.Send(new SetObjectives(plan, [new ObjectiveInput("More tea", "Share of tea", March), new ObjectiveInput("Fewer returns")]));
        await planning.Send(new SetObjectives(plan, [new ObjectiveInput("More tea for offices", "Share of tea", March)]));
        await planning.Send(new SetStrategies(plan, [new StrategyInput("Fairs", "People taste before they buy", Anna, "Leads", [new ActionInput("Rent a stand", Anna, February)])]));
        await planning.Send(new SetChannelMix(plan, [new ShareInput("web", 0.333333m), new ShareInput("shop", 0.666667m)]));
        await planning.Send(new SetBudgetLines(plan, [new BudgetLineInput("ads", "Advertising", 50, "Media"), new BudgetLineInput("fair", "Fair", 20.5m)]));
        return plan;
    }

    private static async Task RepeatsWhatWasTold(ModuleHarness planning)
    {
        var state = await planning.Read<PlanningDbContext, List<StateEvent>>(db => new PlanningState(db).Read(CancellationToken.None).ToListAsync().AsTask());
        var told = await planning.Read<PlanningDbContext, List<(string, int)>>(async db =>
            [.. (await db.Outbox.OrderBy(m => m.Stream).ThenBy(m => m.StreamPosition).ToListAsync()).Select(m => (m.Stream, m.StreamPosition))]);
        state.Select(s => (s.Stream, s.StreamPosition)).ShouldBe(told, ignoreOrder: true);
    }

    private static async Task<PlanView> Find(ModuleHarness planning, Guid id) => PlanView.Of(await Plan(planning, id));

    private static Task<SalesPlan> Plan(ModuleHarness planning, Guid id) =>
        planning.Read<PlanningDbContext, SalesPlan>(db => PlanEndpoints.Find(db, id, CancellationToken.None));
}
