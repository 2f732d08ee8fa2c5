using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Planning.Api;
using Crm.Planning.Application;
using Crm.Planning.Application.Targets;
using Crm.Planning.Domain;
using Crm.Planning.Persistence;
using Crm.Platform.Contracts;
using Crm.Testing;
using Crm.Testing.Databases;
using Shouldly;
using Xunit;
using static Crm.Planning.Tests.Module.PlanningDesk;
using static Crm.Planning.Tests.Module.Sales;

namespace Crm.Planning.Tests.Module;

public sealed class TargetWorkTests
{
    private static readonly Guid Anna = new("0192aaaa-0000-7000-8000-000000000001");
    private static readonly Guid Bert = new("0192aaaa-0000-7000-8000-000000000002");
    private static readonly Guid North = new("0192bbbb-0000-7000-8000-000000000001");
    private static readonly Guid Harbour = new("0192bbbb-0000-7000-8000-000000000002");

    [SkippableTheory, EveryProvider]
    public async Task A_target_is_distributed_broken_down_and_rolled_up_as_was_sold_a_year_before(DatabaseProvider provider)
    {
        await using var planning = await Open(provider);
        await SoldLastYear(planning);
        var plan = (await planning.Send(FirstQuarter(Company(TargetMetric.NetSales, 1)))).Id;
        var company = (await Targets(planning, plan)).Single().Id;

        await planning.Send(new DistributeTarget(plan, company, new DistributionInput(100, DistributionPattern.LastYear, Stretch: 110)));
        await planning.Send(new BreakDownTarget(plan, company, new BreakDownInput(TargetScope.Person, BreakDownPattern.LastYear)));

        var targets = await Targets(planning, plan);
        targets.Single(t => t.Id == company).Months.ShouldBe([new(January, 60, 66), new(February, 40, 44), new(March, 0, 0)]);
        targets.Where(t => t.ParentId == company).Select(t => (t.PersonId, t.Months[0].Value, t.Months[1].Value))
            .ShouldBe([(Anna, 20m, 40m), (Bert, 40m, 0m)], ignoreOrder: true);

        await planning.Send(new BreakDownTarget(plan, company, new BreakDownInput(TargetScope.Channel, BreakDownPattern.Shares, ["web", "shop"], [1, 2])));
        targets = await Targets(planning, plan);
        targets.Where(t => t.ParentId == company).Select(t => (t.Channel, t.Months[0].Value)).ShouldBe([("shop", 40m), ("web", 20m)], ignoreOrder: true);
        targets.Count.ShouldBe(3);

        var shop = targets.Single(t => t.Channel == "shop").Id;
        await planning.Send(new DistributeTarget(plan, shop, new DistributionInput(9, DistributionPattern.Own, Weights: [0, 1, 2])));
        (await Tree(planning, plan)).Targets.Single().Imbalance.Count.ShouldBe(3);
        await planning.Send(new RollUpTarget(plan, company));
        var tree = (await Tree(planning, plan)).Targets.Single();
        (tree.Total, tree.Imbalance.Count, tree.Children.Count).ShouldBe((42.33m, 0, 2));
        await planning.Send(new ApprovePlan(plan));
        (await Refused(planning, new RollUpTarget(plan, company))).ShouldBe(PlanningRules.PlanNotDraft);
    }

    [SkippableTheory, EveryProvider]
    public async Task What_was_sold_becomes_targets_with_growth_and_so_do_the_targets_of_another_plan(DatabaseProvider provider)
    {
        await using var planning = await Open(provider);
        await SoldLastYear(planning);
        var plan = (await planning.Send(FirstQuarter())).Id;
        var sold = new ActualsInput([TargetMetric.NetSales, TargetMetric.Orders], [TargetScope.Company, TargetScope.Person]);

        await planning.Send(new CopyTargets(plan, new CopyInput(FromActuals: sold, Growth: 0.1m)));
        var next = (await planning.Send(FirstQuarter() with { Name = "April", FirstMonth = new(2026, 4, 1), LastMonth = new(2026, 4, 1) })).Id;
        await planning.Send(new CopyTargets(next, new CopyInput(FromPlanId: plan, Growth: -0.5m)));

        var targets = await Targets(planning, plan);
        var company = targets.Single(t => t is { Metric: TargetMetric.NetSales, Scope: TargetScope.Company });
        company.Months.ShouldBe([new(January, 330), new(February, 220)]);
        targets.Where(t => t.ParentId == company.Id).Select(t => (t.PersonId, t.Months.Sum(m => m.Value))).ShouldBe([(Anna, 330m), (Bert, 220m)], ignoreOrder: true);
        targets.Count(t => t.Metric == TargetMetric.Orders).ShouldBe(3);
        (await Targets(planning, next)).Single(t => t is { Metric: TargetMetric.NetSales, Scope: TargetScope.Company }).Months.ShouldBe([new(new(2026, 4, 1), 165)]);
        await planning.Send(new ApprovePlan(plan));
    }

    [Fact]
    public async Task Targets_are_not_made_of_nothing_of_hidden_orders_or_of_other_money()
    {
        await using var planning = await Open(DatabaseProvider.Sqlite);
        var anna = PlanLifeTests.Person(Anna, North, RowScope.Own);
        var plan = (await planning.Send(FirstQuarter(Company(TargetMetric.NetSales, 100)), anna)).Id;
        var company = (await Targets(planning, plan)).Single().Id;
        var dollars = (await planning.Send(FirstQuarter(Company(TargetMetric.NetSales, 1)) with { Currency = "USD" })).Id;
        var persons = new BreakDownInput(TargetScope.Person, BreakDownPattern.LastYear);

        (await Refused(planning, new DistributeTarget(plan, company, new DistributionInput(1, DistributionPattern.LastYear)))).ShouldBe(PlanningRules.NothingSold);
        (await Refused(planning, new BreakDownTarget(plan, company, persons))).ShouldBe(PlanningRules.NothingSold);
        (await Refused(planning, new RollUpTarget(plan, company))).ShouldBe(PlanningRules.TargetWithoutParts);
        (await Refused(planning, new CopyTargets(plan, new CopyInput(FromPlanId: dollars)))).ShouldBe(PlanningRules.OtherCurrency);
        await SoldLastYear(planning);
        (await Refused(planning, new BreakDownTarget(plan, company, persons), anna)).ShouldBe(PlanningRules.SalesHidden);
        await planning.Send(new DistributeTarget(plan, company, new DistributionInput(7, DistributionPattern.LastYear)), anna);
        await Should.ThrowAsync<ResourceNotFound>(() => planning.Send(new RollUpTarget(plan, Guid.CreateVersion7())));
    }

    [Fact]
    public async Task What_is_wrong_with_work_on_targets_is_said_where_it_is()
    {
        await using var planning = await Open(DatabaseProvider.Sqlite);
        var plan = (await planning.Send(FirstQuarter(Company(TargetMetric.Orders, 1)))).Id;
        var company = (await Targets(planning, plan)).Single().Id;

        (await Pointers(new DistributeTarget(plan, company, new DistributionInput(-1, DistributionPattern.Even, -2, [1])))).ShouldBe(["/total", "/stretch", "/weights"], ignoreOrder: true);
        (await Pointers(new DistributeTarget(plan, company, new DistributionInput(5, DistributionPattern.Own, Weights: [1, 1])))).ShouldBe(["/weights"]);
        (await Pointers(new BreakDownTarget(plan, company, new BreakDownInput(TargetScope.Company, BreakDownPattern.Even)))).ShouldBe(["/scope", "/keys"], ignoreOrder: true);
        (await Pointers(new BreakDownTarget(plan, company, new BreakDownInput(TargetScope.Person, BreakDownPattern.Shares, ["x"], [0])))).ShouldBe(["/keys", "/shares"], ignoreOrder: true);
        (await Pointers(new BreakDownTarget(plan, company, new BreakDownInput(TargetScope.Unit, BreakDownPattern.LastYear)))).ShouldBe(["/keys"]);
        (await Pointers(new CopyTargets(plan, new CopyInput(Growth: 11)))).ShouldBe(["/fromPlanId", "/growth"], ignoreOrder: true);
        (await Pointers(new CopyTargets(plan, new CopyInput(FromActuals: new ActualsInput([], [TargetScope.Unit], 0))))).ShouldBe(
            ["/fromActuals/shiftYears", "/fromActuals/metrics", "/fromActuals/scopes"], ignoreOrder: true);
        (await Refused(planning, new DistributeTarget(plan, company, new DistributionInput(0.5m, DistributionPattern.Even)))).ShouldBe(PlanningRules.ValueTooFine);

        async Task<IEnumerable<string>> Pointers(BuildingBlocks.Hosting.Pipeline.ICommand<PlanReply> command) =>
            (await Should.ThrowAsync<InvalidInput>(() => planning.Send(command))).Errors.Select(e => e.Pointer);
    }

    [SkippableTheory, EveryProvider]
    public async Task A_unit_counts_all_below_it(DatabaseProvider provider)
    {
        await using var planning = await Open(provider);
        await planning.Given(new OrgUnitChangedV1(North, "north", "North", null), $"org-unit/{North}", 1);
        await planning.Given(new OrgUnitChangedV1(Harbour, "harbour", "Harbour", North), $"org-unit/{Harbour}", 1);
        await planning.Given(Confirmed(Guid.CreateVersion7(), January, 10, unit: North));
        await planning.Given(Confirmed(Guid.CreateVersion7(), January, 20, unit: Harbour));
        await planning.Given(Confirmed(Guid.CreateVersion7(), January, 40));
        TargetInput Of(Guid unit) => new(TargetMetric.NetSales, TargetScope.Unit, [new MonthInput(January, 100, 120)], UnitId: unit);
        var plan = (await planning.Send(FirstQuarter(Of(North), Of(Harbour) with { Parent = new TargetRefInput(TargetScope.Unit, UnitId: North) }))).Id;

        var attained = (await planning.AttainmentOf(plan)).Targets.ToDictionary(t => t.UnitId!.Value);
        var behind = await planning.OrdersBehind(plan, attained[North].TargetId);

        (attained[North].Total.Actual, attained[Harbour].Total.Actual, attained[Harbour].Months[0].Stretch).ShouldBe((30m, 20m, 120m));
        attained[Harbour].ParentId.ShouldBe(attained[North].TargetId);
        behind.Select(o => o.Net.Amount).Order().ShouldBe([10m, 20m]);
    }

    private static async Task SoldLastYear(ModuleHarness planning)
    {
        await planning.Given(Confirmed(Guid.CreateVersion7(), new(2025, 1, 3), 100, Anna));
        await planning.Given(Confirmed(Guid.CreateVersion7(), new(2025, 1, 4), 200, Bert));
        await planning.Given(Confirmed(Guid.CreateVersion7(), new(2025, 2, 5), 200, Anna));
    }

    private static async Task<Rule> Refused(ModuleHarness planning, BuildingBlocks.Hosting.Pipeline.ICommand<PlanReply> command, Caller? caller = null) =>
        (await Should.ThrowAsync<RuleBroken>(() => planning.Send(command, caller))).Rule;

    private static Task<TargetTreeView> Tree(ModuleHarness planning, Guid plan) =>
        planning.Read<PlanningDbContext, TargetTreeView>(async db => (await PlanContentEndpoints.Tree(plan, db, CancellationToken.None)).Value!);

    private static Task<IReadOnlyList<TargetView>> Targets(ModuleHarness planning, Guid plan) =>
        planning.Read<PlanningDbContext, IReadOnlyList<TargetView>>(async db => PlanView.Of(await PlanEndpoints.Find(db, plan, CancellationToken.None)).Targets);
}
