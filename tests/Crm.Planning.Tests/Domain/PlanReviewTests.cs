using Crm.BuildingBlocks;
using Crm.Planning.Domain;
using Crm.Planning.Domain.Forecasts;
using Crm.Planning.Domain.Policy;
using Shouldly;
using Xunit;

namespace Crm.Planning.Tests.Domain;

public sealed class PlanReviewTests
{
    private static readonly Guid Anna = new("0192aaaa-0000-7000-8000-000000000001");
    private static readonly Guid Bert = new("0192aaaa-0000-7000-8000-000000000002");
    private static readonly PolicyTerms FourEyes = PolicyTerms.Usual with { ApproveOwn = false };

    [Fact]
    public void Who_submitted_may_not_approve_where_four_eyes_are_wanted()
    {
        var plan = Plans.Draft(Plans.Company(TargetMetric.Orders, 1));

        Refused(() => plan.Approve(Bert, Plans.Now, FourEyes), Approval.NotSubmitted);
        plan.Submit(Anna, Plans.Now);
        Refused(() => plan.Approve(Anna, Plans.Now, FourEyes), Approval.OwnApproval);
        plan.Approve(Bert, Plans.Now, FourEyes);

        (plan.State, plan.SubmittedById, plan.ApprovedById).ShouldBe((PlanState.Approved, Anna, Bert));
    }

    [Fact]
    public void Nothing_of_a_plan_in_review_changes_until_it_is_returned()
    {
        var plan = Plans.Draft(Plans.Company(TargetMetric.Orders, 1));
        Refused(() => plan.Return(null), PlanningRules.PlanNotInReview);
        plan.Submit(Anna, Plans.Now);

        Refused(() => plan.SetTargets([]), PlanningRules.PlanInReview);
        Refused(() => plan.Change(Plans.FirstQuarter, null, null), PlanningRules.PlanInReview);
        Refused(() => plan.SetStrategies([]), PlanningRules.PlanInReview);
        Refused(() => plan.Delete(Plans.Now), PlanningRules.PlanNotDraft);
        plan.Return(" too low ");

        (plan.State, plan.SubmittedById, plan.ReturnedBecause).ShouldBe((PlanState.Draft, null, "too low"));
        plan.SetTargets([Plans.Company(TargetMetric.Orders, 2)]);
    }

    [Fact]
    public void A_plan_is_activated_once_approved_and_when_its_period_has_begun()
    {
        Refused(() => Plans.Draft(Plans.Company(TargetMetric.Orders, 1)).Activate(Plans.January, Plans.Now), PlanningRules.PlanNotApproved);
        Refused(() => Plans.Draft().Submit(Anna, Plans.Now), PlanningRules.PlanWithoutTargets);
        var plan = Plans.Approved(Plans.Company(TargetMetric.Orders, 1));

        Refused(() => plan.Activate(Plans.January.AddDays(-1), Plans.Now), PlanningRules.PeriodNotBegun);
        plan.Activate(Plans.January, Plans.Now);
        plan.SetTargets([Plans.Company(TargetMetric.Orders, 2)]);
        plan.Close(Plans.Now);

        (plan.State, plan.ClosedSince).ShouldBe((PlanState.Closed, plan.Version));
        plan.ActiveSince.ShouldBe(plan.Raised.OfType<PlanWasActivated>().Single().Position);
    }

    [Fact]
    public void A_revision_says_what_the_plan_says_and_only_one_that_was_approved_is_revised()
    {
        var company = TargetSubject.OfCompany(TargetMetric.NetSales);
        var plan = Plans.Draft(Plans.Company(TargetMetric.NetSales, 10), Plans.Person(Anna, 10) with { Parent = company });
        Refused(() => plan.Revise(2, Plans.Now), PlanningRules.NothingToRevise);
        plan.SetChannelMix([new ChannelShare("web", 0.4m), new ChannelShare("shop", 0.6m)]);
        plan.SetBudgetLines([new BudgetTerms("ads", null, "Advertising", 99.5m)]);
        plan.Approve(Anna, Plans.Now);

        var revision = plan.Revise(2, Plans.Now);

        (revision.State, revision.Number, revision.RootId, revision.RevisionOf).ShouldBe((PlanState.Draft, 2, plan.Id.Value, plan.Id.Value));
        revision.Targets.Select(t => t.Subject).ShouldBe(plan.Targets.Select(t => t.Subject));
        revision.Targets.Single(t => t.ParentId is not null).ParentId.ShouldBe(revision.Targets.Single(t => t.Scope == TargetScope.Company).Id);
        (revision.ChannelMix.Count, revision.BudgetPlanned).ShouldBe((2, 99.5m));
    }

    [Fact]
    public void A_channel_mix_sums_to_one_or_is_refused()
    {
        var plan = Plans.Draft();

        Refused(() => plan.SetChannelMix([new ChannelShare("web", 0.5m), new ChannelShare("shop", 0.49m)]), PlanningRules.MixNotWhole);
        plan.SetChannelMix([new ChannelShare("web", 0.333333m), new ChannelShare("shop", 0.666667m)]);
        plan.SetChannelMix([]);

        plan.ChannelMix.ShouldBeEmpty();
    }

    [Fact]
    public void Mix_budget_and_objectives_are_planned_in_a_draft_and_strategies_as_long_as_they_are_followed()
    {
        var plan = Plans.Approved(Plans.Company(TargetMetric.Orders, 1));

        Refused(() => plan.SetChannelMix([]), PlanningRules.PlanNotDraft);
        Refused(() => plan.SetBudgetLines([]), PlanningRules.PlanNotDraft);
        Refused(() => plan.SetObjectives([]), PlanningRules.PlanNotDraft);
        plan.SetStrategies([new StrategyTerms("Fairs", null, null, null, [new ActionTerms("Book", null, null, true)])]);
        plan.Close(Plans.Now);
        Refused(() => plan.SetStrategies([]), PlanningRules.PlanClosed);
    }

    [Fact]
    public void A_budget_is_planned_in_the_digits_of_the_currency()
    {
        var plan = Plans.Draft();

        Refused(() => plan.SetBudgetLines([new BudgetTerms("ads", null, "Ads", 0.001m)]), PlanningRules.BudgetTooFine);
        var fine = Plans.Draft();
        fine.SetBudgetLines([new BudgetTerms("ads", null, "Ads", 0.5m)]);
        Refused(() => fine.Change(Plans.FirstQuarter with { Currency = "JPY" }, null, null), PlanningRules.BudgetTooFine);
    }

    [Theory]
    [InlineData(90, 100, "-0.1")]
    [InlineData(100, 300, "-0.666667")]
    [InlineData(5, 0, null)]
    public void An_error_is_what_was_promised_too_much_by_what_came(int forecast, int actual, string? rate) =>
        new ForecastError(forecast, actual).Rate.ShouldBe(rate is null ? null : decimal.Parse(rate, System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void Errors_of_both_signs_add_up_in_size_and_cancel_out_in_bias()
    {
        ForecastError[] errors = [new(90, 100), new(130, 100), new(7, 0)];

        (ForecastError.MeanAbsolute(errors), ForecastError.Bias(errors)).ShouldBe((0.2m, 0.1m));
        ForecastError.Bias([]).ShouldBeNull();
    }

    [Fact]
    public void An_adjustment_is_no_finer_than_the_currency()
    {
        var submission = ForecastSubmission.Of(Plans.January, Anna, null, "JPY", ForecastAmounts.None, ForecastAmounts.None, null, Plans.Now);

        Refused(() => ForecastAdjustment.Of(submission, Bert, ForecastCategory.Commit, 0.5m, "no", Plans.Now), ForecastRules.AmountTooFine);
    }

    private static void Refused(Action act, Rule rule) => Should.Throw<RuleBroken>(act).Rule.ShouldBe(rule);
}
