using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Planning.Application;
using Crm.Planning.Domain;
using Crm.Planning.Persistence;
using Crm.Platform.Contracts;
using Crm.Testing;
using Crm.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;
using static Crm.Planning.Tests.Module.PlanningDesk;
using static Crm.Planning.Tests.Module.Sales;

namespace Crm.Planning.Tests.Module;

public sealed class ReachTests
{
    private static readonly Guid Anna = new("0192aaaa-0000-7000-8000-000000000001");
    private static readonly Guid Bert = new("0192aaaa-0000-7000-8000-000000000002");
    private static readonly Guid Carl = new("0192aaaa-0000-7000-8000-000000000003");
    private static readonly Guid North = new("0192bbbb-0000-7000-8000-000000000001");
    private static readonly Guid South = new("0192bbbb-0000-7000-8000-000000000002");

    [SkippableTheory]
    [EveryProvider(RowScope.Own, new[] { 10 })]
    [EveryProvider(RowScope.Unit, new[] { 10, 20, 50 })]
    [EveryProvider(RowScope.UnitAndBelow, new[] { 10, 20, 50 })]
    [EveryProvider(RowScope.All, new[] { 10, 20, 30, 40, 50 })]
    public async Task Orders_and_persons_behind_a_figure_are_those_within_reach_and_the_company_stays_whole(DatabaseProvider provider, RowScope scope, int[] seen)
    {
        await using var planning = await Open(provider);
        var anna = PlanLifeTests.Person(Anna, North, scope);
        var plan = await planning.Send(FirstQuarter(Company(TargetMetric.NetSales, 100)), anna);
        await planning.Given(Confirmed(Guid.CreateVersion7(), January, 10, Anna, unit: North));
        await planning.Given(Confirmed(Guid.CreateVersion7(), January, 20, Bert, unit: North));
        await planning.Given(Confirmed(Guid.CreateVersion7(), January, 30, Carl, unit: South));
        await planning.Given(Confirmed(Guid.CreateVersion7(), January, 40));
        await planning.Given(Confirmed(Guid.CreateVersion7(), January, 50, unit: North));

        var attainment = await planning.AttainmentOf(plan.Id, anna);
        var orders = await planning.OrdersBehind(plan.Id, attainment.Targets[0].TargetId, caller: anna);
        var persons = await planning.ActualsOf(plan.Id, "person", anna);
        var channels = await planning.ActualsOf(plan.Id, "channel", anna);

        var isLimited = scope != RowScope.All;
        orders.Select(o => o.Net.Amount).Order().ShouldBe(seen.Select(s => (decimal)s));
        persons.Rows.Sum(r => r.Months[0].NetSales).ShouldBe(seen.Sum());
        persons.Rows.Sum(r => r.Months[0].Orders).ShouldBe(seen.Length);
        persons.Company[0].NetSales.ShouldBe(150);
        channels.Rows.ShouldHaveSingleItem().Months[0].NetSales.ShouldBe(150);
        attainment.Targets[0].Total.Actual.ShouldBe(150);
        (attainment.IsLimited, persons.IsLimited, channels.IsLimited).ShouldBe((isLimited, isLimited, false));
        (await planning.OrdersPage(plan.Id, caller: anna)).IsLimited.ShouldBe(isLimited);
    }

    [SkippableTheory]
    [EveryProvider(RowScope.Unit)]
    [EveryProvider(RowScope.UnitAndBelow)]
    public async Task Without_a_unit_only_the_own_orders_are_within_reach_and_not_those_that_belong_to_no_unit(DatabaseProvider provider, RowScope scope)
    {
        await using var planning = await Open(provider);
        var anna = PlanLifeTests.Person(Anna, North, scope) with { UnitId = null, UnitsBelow = [] };
        var plan = await planning.Send(FirstQuarter(Company(TargetMetric.NetSales, 100)), anna);
        await planning.Given(Confirmed(Guid.CreateVersion7(), January, 10, Anna));
        await planning.Given(Confirmed(Guid.CreateVersion7(), January, 20, Bert));

        var page = await planning.OrdersPage(plan.Id, caller: anna);

        page.Items.ShouldHaveSingleItem().Net.Amount.ShouldBe(10);
        page.IsLimited.ShouldBe(true);
    }

    [SkippableTheory, EveryProvider]
    public async Task The_orders_behind_a_target_are_limited_when_orders_of_that_target_are_out_of_reach(DatabaseProvider provider)
    {
        await using var planning = await Open(provider);
        var anna = PlanLifeTests.Person(Anna, North, RowScope.Own);
        var plan = await planning.Send(FirstQuarter(Of(Anna, 100), Of(Bert, 100)), anna);
        await planning.Given(Confirmed(Guid.CreateVersion7(), January, 10, Anna, unit: North));
        await planning.Given(Confirmed(Guid.CreateVersion7(), January, 20, Bert, unit: North));
        var targets = (await planning.AttainmentOf(plan.Id, anna)).Targets;

        (await planning.OrdersPage(plan.Id, targets.Single(t => t.PersonId == Anna).TargetId, caller: anna)).IsLimited.ShouldBe(false);
        (await planning.OrdersPage(plan.Id, targets.Single(t => t.PersonId == Bert).TargetId, caller: anna)).IsLimited.ShouldBe(true);
    }

    [SkippableTheory, EveryProvider]
    public async Task A_person_whose_name_is_masked_has_none_in_figures_either(DatabaseProvider provider)
    {
        await using var planning = await Open(provider);
        var anna = PlanLifeTests.Person(Anna, North, RowScope.All) with { Masks = new Dictionary<string, FieldMask> { ["users.name"] = FieldMask.Omit } };
        await planning.Given(new UserChangedV1(Bert, "bert", "Bert Tal", "bert@example.com", null, null, "UTC", Active: true), $"user/{Bert}", 1);
        var plan = await planning.Send(FirstQuarter(Of(Bert, 100)), anna);
        await planning.Given(Confirmed(Guid.CreateVersion7(), January, 20, Bert));

        (await planning.AttainmentOf(plan.Id)).Targets[0].PersonName.ShouldBe("Bert Tal");
        (await planning.AttainmentOf(plan.Id, anna)).Targets[0].PersonName.ShouldBeNull();
        (await planning.ActualsOf(plan.Id, "person", anna)).Rows.ShouldHaveSingleItem().Name.ShouldBeNull();
    }

    [SkippableTheory, EveryProvider]
    public async Task Figures_of_which_everything_is_within_reach_are_not_limited(DatabaseProvider provider)
    {
        await using var planning = await Open(provider);
        var anna = PlanLifeTests.Person(Anna, North, RowScope.Own);
        var plan = await planning.Send(FirstQuarter(Company(TargetMetric.NetSales, 100)), anna);
        await planning.Given(Confirmed(Guid.CreateVersion7(), January, 10, Anna, unit: North));
        await planning.Given(Confirmed(Guid.CreateVersion7(), March.AddMonths(1), 20, Bert, unit: South));

        (await planning.AttainmentOf(plan.Id, anna)).IsLimited.ShouldBeFalse();
        (await planning.ActualsOf(plan.Id, "person", anna)).Rows.ShouldHaveSingleItem().Key.ShouldBe(Anna.ToString());
    }

    [SkippableTheory, EveryProvider]
    public async Task A_plan_is_handed_over_only_within_reach(DatabaseProvider provider)
    {
        await using var planning = await Open(provider);
        var (anna, head) = (PlanLifeTests.Person(Anna, North, RowScope.Own), PlanLifeTests.Person(Carl, North, RowScope.Unit));
        var plan = await planning.Send(FirstQuarter(), anna);
        var input = new PlanInput { Name = "Handed over", FirstMonth = January, LastMonth = March, Currency = "EUR" };

        await Should.ThrowAsync<NotAllowed>(() => planning.Send(new ChangePlan(plan.Id, input with { OwnerId = Bert }), anna));
        await Should.ThrowAsync<NotAllowed>(() => planning.Send(new ChangePlan(plan.Id, input with { OwnerId = Bert, UnitId = South }), head));
        await planning.Send(new ChangePlan(plan.Id, input with { OwnerId = Bert }), head);

        (await planning.Read<PlanningDbContext, Guid?>(db => db.Plans.Select(p => p.OwnerId).SingleAsync())).ShouldBe(Bert);
    }
}
