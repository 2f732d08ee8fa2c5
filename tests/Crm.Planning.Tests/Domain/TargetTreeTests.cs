using Crm.BuildingBlocks;
using Crm.Planning.Domain;
using Crm.Planning.Domain.Policy;
using Shouldly;
using Xunit;

namespace Crm.Planning.Tests.Domain;

public sealed class TargetTreeTests
{
    private static readonly Guid Anna = new("0192aaaa-0000-7000-8000-000000000001");
    private static readonly Guid Bert = new("0192aaaa-0000-7000-8000-000000000002");
    private static readonly TargetSubject Company = TargetSubject.OfCompany(TargetMetric.NetSales);

    [Fact]
    public void Children_that_do_not_sum_stop_the_approval()
    {
        var plan = Plans.Draft(Plans.Company(TargetMetric.NetSales, 100), Plans.Person(Anna, 60) with { Parent = Company }, Plans.Person(Bert, 39) with { Parent = Company });

        var refused = Should.Throw<RuleBroken>(() => plan.Approve(Anna, Plans.Now));

        refused.Rule.ShouldBe(PlanningRules.PartsDoNotSum);
        refused.Values.ShouldBe(["netSales", "company", Plans.January, 100m, 99m]);
        plan.State.ShouldBe(PlanState.Draft);
        plan.Approve(Anna, Plans.Now, PolicyTerms.Usual with { TargetTolerance = 0.01m });
        plan.State.ShouldBe(PlanState.Approved);
    }

    [Fact]
    public void A_month_of_which_only_the_parts_have_a_target_does_not_sum_either() =>
        Refused(() => Plans.Approved(Plans.Company(TargetMetric.NetSales, 100), Plans.Person(Anna, 100, 1) with { Parent = Company }), PlanningRules.PartsDoNotSum);

    [Fact]
    public void Parts_of_a_plan_in_force_must_go_on_adding_up()
    {
        var plan = Plans.Approved(Plans.Company(TargetMetric.NetSales, 100), Plans.Person(Anna, 100) with { Parent = Company });

        Refused(() => plan.SetTargets([Plans.Company(TargetMetric.NetSales, 100), Plans.Person(Anna, 90) with { Parent = Company }]), PlanningRules.PartsDoNotSum);
    }

    [Fact]
    public void A_target_is_part_of_one_that_the_plan_has() =>
        Refused(() => Plans.Draft(Plans.Person(Anna, 1) with { Parent = Company }), PlanningRules.ParentUnknown);

    [Fact]
    public void No_target_is_a_part_of_itself()
    {
        var (anna, bert) = (Plans.Person(Anna, 1), Plans.Person(Bert, 1));

        Refused(() => Plans.Draft(anna with { Parent = anna.Subject }), PlanningRules.TargetInCircle);
        Refused(() => Plans.Draft(anna with { Parent = bert.Subject }, bert with { Parent = anna.Subject }), PlanningRules.TargetInCircle);
    }

    [Fact]
    public void Parts_of_two_kinds_would_count_the_same_sales_twice() => Refused(
        () => Plans.Draft(Plans.Company(TargetMetric.NetSales, 2), Plans.Person(Anna, 1) with { Parent = Company }, Plans.Channel("web", 1) with { Parent = Company }),
        PlanningRules.PartsOfTwoKinds);

    [Fact]
    public void Who_gets_another_parent_or_stretch_is_told_of_anew()
    {
        var plan = Plans.Approved(Plans.Company(TargetMetric.NetSales, 100), Plans.Person(Anna, 100));
        plan.ForgetRaised();

        plan.SetTargets([Plans.Company(TargetMetric.NetSales, 100), Plans.Person(Anna, 100) with { Parent = Company }]);
        plan.SetTargets(
        [
            new TargetTerms(Company, [new MonthlyValue(Plans.January, 100, 120)]), Plans.Person(Anna, 100) with { Parent = Company },
        ]);

        plan.Raised.OfType<TargetCameIntoForce>().Select(e => e.TargetId).ShouldBe([plan.Targets[1].Id, plan.Targets[0].Id]);
    }

    [Fact]
    public void A_unit_stands_below_all_above_it_and_a_circle_ends()
    {
        var (top, middle, low) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        var tree = new UnitTree([Unit(top, low), Unit(middle, top), Unit(low, middle)]);

        tree.Upwards(low).ShouldBe([low, middle, top]);
        new UnitTree([Unit(middle, top), Unit(low, middle)]).Downwards(middle).ShouldBe([middle, low], ignoreOrder: true);
        new UnitTree([]).Downwards(low).ShouldBe([low]);
    }

    private static UnitCopy Unit(Guid id, Guid? parent)
    {
        var unit = UnitCopy.Of(id);
        unit.Take(parent, 2);
        unit.Take(null, 1);
        return unit;
    }

    private static void Refused(Action act, Rule rule) => Should.Throw<RuleBroken>(act).Rule.ShouldBe(rule);
}
