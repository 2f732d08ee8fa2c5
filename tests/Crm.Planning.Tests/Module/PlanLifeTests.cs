using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Messaging;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Planning.Api;
using Crm.Planning.Application;
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

public sealed class PlanLifeTests
{
    private static readonly Guid Anna = new("0192aaaa-0000-7000-8000-000000000001");

    [SkippableTheory, EveryProvider]
    public async Task A_plan_is_drafted_changed_given_targets_approved_and_closed(DatabaseProvider provider)
    {
        await using var planning = await Open(provider);

        var draft = await planning.Send(FirstQuarter(Company(TargetMetric.NetSales, 100, 200)));
        var changed = await planning.Send(new ChangePlan(draft.Id, FirstQuarter() with { Name = "Spring" }), ifMatch: draft.Version);
        var set = await planning.Send(new SetTargets(draft.Id, [Company(TargetMetric.NetSales, 150, 200), Of(Anna, 80)]), ifMatch: changed.Version);
        var approved = await planning.Send(new ApprovePlan(draft.Id));
        var closed = await planning.Send(new ClosePlan(draft.Id));

        (set.State, approved.State, closed.State).ShouldBe((PlanState.Draft, PlanState.Approved, PlanState.Closed));
        var view = await Find(planning, draft.Id);
        (view.Name, view.Version).ShouldBe(("Spring", closed.Version));
        view.Targets.Select(t => (t.Scope, t.PersonId, t.Months.Sum(m => m.Value))).ShouldBe([(TargetScope.Company, null, 350m), (TargetScope.Person, Anna, 80m)]);
    }

    [SkippableTheory, EveryProvider]
    public async Task Approving_publishes_each_target_with_all_its_months(DatabaseProvider provider)
    {
        await using var planning = await Open(provider);
        var plan = await planning.Send(FirstQuarter(Of(Anna, 10.5m, 20), Company(TargetMetric.Units, 7)));
        (await Published(planning)).ShouldBeEmpty();

        await planning.Send(new ApprovePlan(plan.Id));

        var published = await Published(planning);
        published.Select(t => (t.PlanId, t.PlanName, t.Metric, t.ScopeKind, t.ScopeKey, t.Currency)).ShouldBe(
        [
            (plan.Id, "First quarter", "netSales", "person", Anna.ToString(), "EUR"),
            (plan.Id, "First quarter", "units", "company", null, null),
        ]);
        published[0].Months.ShouldBe([new TargetMonthV1(January, 10.5m), new TargetMonthV1(February, 20)]);
    }

    [SkippableTheory, EveryProvider]
    public async Task Republishing_gives_every_target_in_force_the_place_of_its_last_event(DatabaseProvider provider)
    {
        await using var planning = await Open(provider);
        var plan = await planning.Send(FirstQuarter(Of(Anna, 10), Company(TargetMetric.Units, 7)));
        await planning.Send(FirstQuarter(Company(TargetMetric.Orders, 1)));
        await planning.Send(new ApprovePlan(plan.Id));
        await planning.Send(new SetTargets(plan.Id, [Of(Anna, 12), Company(TargetMetric.Units, 7)]));

        var state = await planning.Read<PlanningDbContext, List<StateEvent>>(db => new PlanningState(db).Read(CancellationToken.None).ToListAsync().AsTask());

        var outbox = await planning.Read<PlanningDbContext, List<(string, int)>>(async db =>
            [.. (await db.Outbox.OrderBy(m => m.StreamPosition).ToListAsync()).Select(m => (m.Stream, m.StreamPosition))]);
        state.Select(s => (s.Stream, s.StreamPosition)).ShouldBe(outbox.TakeLast(2));
        state.Select(s => ((TargetSetV1)s.Event).Months.Single().Value).ShouldBe([7m, 12m]);
    }

    [SkippableTheory, EveryProvider]
    public async Task A_change_based_on_an_older_version_is_refused(DatabaseProvider provider)
    {
        await using var planning = await Open(provider);
        var draft = await planning.Send(FirstQuarter(Company(TargetMetric.Orders, 1)));
        await planning.Send(new SetTargets(draft.Id, [Company(TargetMetric.Orders, 2)]), ifMatch: draft.Version);

        await Should.ThrowAsync<VersionMismatch>(() => planning.Send(new SetTargets(draft.Id, [Company(TargetMetric.Orders, 3)]), ifMatch: draft.Version));
        await Should.ThrowAsync<VersionMismatch>(() => planning.Send(new ApprovePlan(draft.Id), ifMatch: draft.Version));
    }

    [SkippableTheory, EveryProvider]
    public async Task A_deleted_draft_is_gone_until_it_is_restored(DatabaseProvider provider)
    {
        await using var planning = await Open(provider);
        var draft = await planning.Send(FirstQuarter(Company(TargetMetric.Orders, 1)));

        await planning.Send(new DeletePlan(draft.Id));
        await Should.ThrowAsync<ResourceNotFound>(() => Find(planning, draft.Id));
        await planning.Send(new RestorePlan(draft.Id));

        (await Find(planning, draft.Id)).Targets.Count.ShouldBe(1);
        (await Should.ThrowAsync<RuleBroken>(() => planning.Send(new RestorePlan(draft.Id)))).Rule.Code.ShouldBe("planning.plan-not-deleted");
    }

    [SkippableTheory, EveryProvider]
    public async Task Only_the_plans_within_reach_exist(DatabaseProvider provider)
    {
        await using var planning = await Open(provider);
        var (north, south) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var anna = Person(Anna, north, RowScope.Own);
        var bert = Person(Guid.CreateVersion7(), south, RowScope.Unit);
        var hers = await planning.Send(FirstQuarter(), anna);

        (await Find(planning, hers.Id, anna)).OwnerId.ShouldBe(Anna);
        (await Find(planning, hers.Id, Person(Guid.CreateVersion7(), north, RowScope.Unit))).UnitId.ShouldBe(north);
        await Should.ThrowAsync<ResourceNotFound>(() => Find(planning, hers.Id, bert));
        await Should.ThrowAsync<ResourceNotFound>(() => planning.Send(new SetTargets(hers.Id, []), bert));
        await Should.ThrowAsync<ResourceNotFound>(() => planning.AttainmentOf(hers.Id, bert));
    }

    [SkippableTheory, EveryProvider]
    public async Task What_is_wrong_with_a_plan_is_said_where_it_is(DatabaseProvider provider)
    {
        await using var planning = await Open(provider);
        var wrong = FirstQuarter(
            new TargetInput(TargetMetric.NetSales, TargetScope.Person, [new MonthInput(January.AddDays(3), -1)]),
            new TargetInput(TargetMetric.NetSales, TargetScope.Company, [], Channel: "web"));
        wrong = wrong with { Name = "", Currency = "XXX", LastMonth = new(2025, 12, 1) };

        var refused = await Should.ThrowAsync<InvalidInput>(() => planning.Send(wrong));
        var change = await Should.ThrowAsync<InvalidInput>(() => planning.Send(new ChangePlan(Guid.CreateVersion7(), FirstQuarter() with { Name = "" })));

        refused.Errors.Select(e => e.Pointer).ShouldBe(
            [
                "/name", "/currency", "/lastMonth", "/targets/0/personId", "/targets/0/months/0/month", "/targets/0/months/0/value",
                "/targets/1/channel", "/targets/1/months",
            ],
            ignoreOrder: true);
        change.Errors.Select(e => e.Pointer).ShouldBe(["/name"]);
    }

    internal static Caller Person(Guid id, Guid unit, RowScope scope) => new(id, CallerKind.Person, "somebody")
    {
        UnitId = unit,
        UnitsBelow = [unit],
        Permissions = new Dictionary<string, RowScope> { [PlanningPermissions.Write.Name] = scope },
    };

    private static Task<PlanView> Find(ModuleHarness planning, Guid id, Caller? caller = null) =>
        planning.Read<PlanningDbContext, PlanView>(async db => PlanView.Of(await PlanEndpoints.Find(db, id, CancellationToken.None)), caller);

    private static async Task<List<TargetSetV1>> Published(ModuleHarness planning) =>
        [.. (await planning.Published<PlanningDbContext>(typeof(TargetSetV1))).Cast<TargetSetV1>()];
}
