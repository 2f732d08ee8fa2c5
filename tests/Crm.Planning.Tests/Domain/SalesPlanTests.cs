using Crm.BuildingBlocks;
using Crm.Planning.Domain;
using Shouldly;
using Xunit;

namespace Crm.Planning.Tests.Domain;

public sealed class SalesPlanTests
{
    private static readonly Guid Anna = new("0192aaaa-0000-7000-8000-000000000001");

    [Fact]
    public void A_new_plan_is_a_draft_whose_targets_bind_nobody()
    {
        var plan = Plans.Draft(Plans.Company(TargetMetric.NetSales, 100, 200));

        plan.State.ShouldBe(PlanState.Draft);
        plan.Raised.ShouldHaveSingleItem().ShouldBeOfType<PlanWasCreated>();
        plan.Targets.Single().InForceSince.ShouldBe(0);
    }

    [Fact]
    public void Approving_puts_every_target_in_force_at_a_position_of_its_own()
    {
        var plan = Plans.Approved(Plans.Company(TargetMetric.NetSales, 100), Plans.Person(Anna, 40), Plans.Channel("web", 60));

        plan.Raised.OfType<TargetCameIntoForce>().Select(e => (e.TargetId, e.Position)).ShouldBe(plan.Targets.Select(t => (t.Id, t.InForceSince)));
        plan.Targets.Select(t => t.InForceSince).ShouldBe([3, 4, 5]);
        plan.Version.ShouldBe(5);
    }

    [Fact]
    public void A_plan_without_targets_is_not_approved() => Refused(() => Plans.Draft().Approve(Anna, Plans.Now), PlanningRules.PlanWithoutTargets);

    [Fact]
    public void A_plan_is_approved_once() =>
        Refused(() => Plans.Approved(Plans.Company(TargetMetric.Orders, 1)).Approve(Anna, Plans.Now), PlanningRules.PlanNotDraft);

    [Fact]
    public void Two_targets_for_the_same_metric_and_scope_are_refused()
    {
        Refused(() => Plans.Draft(Plans.Person(Anna, 1), Plans.Person(Anna, 2)), PlanningRules.TargetTwice);
        Refused(() => Plans.Draft(Plans.Channel("web", 1), Plans.Channel(" web ", 2)), PlanningRules.TargetTwice);
        Plans.Draft(Plans.Company(TargetMetric.Orders, 1), Plans.Company(TargetMetric.Units, 2)).Targets.Count.ShouldBe(2);
    }

    [Fact]
    public void A_month_outside_the_period_or_named_twice_is_refused()
    {
        Refused(() => Plans.Draft(Plans.Company(TargetMetric.Orders, 1, 1, 1, 1)), PlanningRules.MonthOutsidePeriod);
        var twice = new TargetTerms(TargetSubject.OfCompany(TargetMetric.Orders), [new(Plans.January, 1), new(Plans.January, 2)]);
        Refused(() => Plans.Draft(twice), PlanningRules.MonthTwice);
    }

    [Theory]
    [InlineData(nameof(TargetMetric.NetSales), "10.555", "EUR")]
    [InlineData(nameof(TargetMetric.NetSales), "10.5", "JPY")]
    [InlineData(nameof(TargetMetric.Orders), "10.5", "EUR")]
    public void A_value_finer_than_its_metric_is_refused(string metric, string value, string currency)
    {
        var terms = Plans.FirstQuarter with { Currency = currency };
        var target = new TargetTerms(TargetSubject.OfCompany(Enum.Parse<TargetMetric>(metric)), [new(Plans.January, decimal.Parse(value))]);

        Refused(() => SalesPlan.Create(terms, [target], null, null, Plans.Now), PlanningRules.ValueTooFine);
    }

    [Fact]
    public void The_period_of_a_draft_does_not_shrink_below_its_targets()
    {
        var plan = Plans.Draft(Plans.Company(TargetMetric.Orders, 1, 1, 1));

        Refused(() => plan.Change(Plans.FirstQuarter with { LastMonth = Plans.January }, null, null), PlanningRules.MonthOutsidePeriod);
    }

    [Fact]
    public void Setting_targets_keeps_the_identity_of_those_that_stay()
    {
        var plan = Plans.Draft(Plans.Company(TargetMetric.NetSales, 100), Plans.Person(Anna, 40));
        var kept = plan.Targets[1].Id;

        plan.SetTargets([Plans.Person(Anna, 50, 60), Plans.Channel("web", 10)]);

        plan.Targets.Select(t => t.ScopeKey).ShouldBe([Anna.ToString(), "web"]);
        plan.Targets[0].Id.ShouldBe(kept);
        plan.Targets[0].Months.Select(m => m.Value).ShouldBe([50, 60]);
    }

    [Fact]
    public void In_an_approved_plan_only_changed_and_new_targets_come_into_force_again()
    {
        var plan = Plans.Approved(Plans.Company(TargetMetric.NetSales, 100), Plans.Person(Anna, 40));
        plan.ForgetRaised();

        plan.SetTargets([Plans.Company(TargetMetric.NetSales, 100), Plans.Person(Anna, 45), Plans.Channel("web", 5)]);

        plan.Raised.OfType<TargetCameIntoForce>().Select(e => e.TargetId).ShouldBe([plan.Targets[1].Id, plan.Targets[2].Id]);
    }

    [Fact]
    public void An_approved_plan_loses_no_target_and_keeps_period_and_currency()
    {
        var plan = Plans.Approved(Plans.Company(TargetMetric.NetSales, 100), Plans.Person(Anna, 40));

        Refused(() => plan.SetTargets([Plans.Company(TargetMetric.NetSales, 100)]), PlanningRules.TargetNotRemovable);
        Refused(() => plan.Change(Plans.FirstQuarter with { Currency = "USD" }, null, null), PlanningRules.PlanNotDraft);
        Refused(() => plan.Delete(Plans.Now), PlanningRules.PlanNotDraft);
    }

    [Fact]
    public void Renaming_an_approved_plan_tells_the_others_about_all_its_targets()
    {
        var plan = Plans.Approved(Plans.Company(TargetMetric.NetSales, 100), Plans.Person(Anna, 40));
        plan.ForgetRaised();

        plan.Change(Plans.FirstQuarter with { Name = "Spring" }, null, null);

        plan.Raised.OfType<TargetCameIntoForce>().Count().ShouldBe(2);
    }

    [Fact]
    public void A_closed_plan_never_changes()
    {
        var plan = Plans.Approved(Plans.Company(TargetMetric.NetSales, 100));
        plan.Close(Plans.Now);

        Refused(() => plan.SetTargets([Plans.Company(TargetMetric.NetSales, 1)]), PlanningRules.PlanClosed);
        Refused(() => plan.Change(Plans.FirstQuarter, null, null), PlanningRules.PlanClosed);
        Refused(() => plan.Close(Plans.Now), PlanningRules.PlanNotApproved);
    }

    [Theory]
    [InlineData(100, 50, "0.5", 50)]
    [InlineData(3, 1, "0.333333", 2)]
    [InlineData(100, 150, "1.5", -50)]
    [InlineData(0, 10, null, -10)]
    public void Attainment_is_actual_by_target_and_the_gap_is_what_is_missing(int target, int actual, string? ratio, int gap)
    {
        var figure = new Attainment(target, actual);

        figure.Ratio.ShouldBe(ratio is null ? null : decimal.Parse(ratio, System.Globalization.CultureInfo.InvariantCulture));
        figure.Gap.ShouldBe(gap);
    }

    private static void Refused(Action act, Rule rule) => Should.Throw<RuleBroken>(act).Rule.ShouldBe(rule);
}
