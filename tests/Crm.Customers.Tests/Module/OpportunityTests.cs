using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Customers.Api.Opportunities;
using Crm.Customers.Application;
using Crm.Customers.Application.Opportunities;
using Crm.Customers.Contracts;
using Crm.Customers.Domain.Opportunities;
using Crm.Customers.Persistence;
using Crm.Platform.Contracts;
using Crm.Testing;
using Crm.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Crm.Customers.Tests.Module;

/// <summary>What customers may buy, from the first word to the yes or no.</summary>
public sealed class OpportunityTests
{
    private static readonly DateOnly Close = new(2026, 4, 30);

    [SkippableTheory, EveryProvider]
    public async Task An_opportunity_goes_through_its_stages_with_both_probabilities_and_is_won_lost_and_open_again(DatabaseProvider provider)
    {
        await using var customers = await CustomerDesk.Open(provider);
        var anna = (await customers.Register(CustomerDesk.Acme() with { Contacts = [new ContactInput("Anna")] })).Id;
        var contact = (await customers.Find(anna))!.Contacts.Single().Id;
        var opened = await customers.Send(Tea(anna) with
        {
            ContactId = contact,
            Competitors = ["Brew Ltd"],
            Lines = [new(3m, Sku: "TEA", UnitPrice: 19.999m, DiscountRate: 0.1m), new(2m, Description: "Cups", UnitPrice: 5m)],
        });
        var first = await See(customers, opened.Id);
        (first.Amount, first.AmountBasis, first.Stage, first.Probability, first.ProbabilityBasis, first.Weighted).ShouldBe(
            (64m, AmountBasis.Lines, "qualification", 0.1m, ProbabilityBasis.Model, 6.4m));

        customers.Time.Advance(TimeSpan.FromHours(36));
        await customers.Send(new MoveOpportunity { Id = opened.Id, Stage = "proposal", Note = "sent" });
        await customers.Send(new ChangeOpportunity(opened.Id, Tea(anna) with { Amount = 80m, Lines = [new(1m)], ManualProbability = 0.75m, ManualReason = "she called", Category = ForecastCategory.Commit }));
        var estimated = await See(customers, opened.Id);
        (estimated.Amount, estimated.AmountBasis, estimated.ModelProbability, estimated.ManualProbability, estimated.Probability, estimated.ProbabilityBasis, estimated.Weighted).ShouldBe(
            (80m, AmountBasis.Typed, 0.5m, 0.75m, 0.75m, ProbabilityBasis.Manual, 60m));
        (estimated.ModelCategory, estimated.Category).ShouldBe((ForecastCategory.BestCase, ForecastCategory.Commit));
        await customers.Send(new MoveOpportunity { Id = opened.Id, Stage = "negotiation" });
        (await See(customers, opened.Id)).ProbabilityBasis.ShouldBe(ProbabilityBasis.Model);

        customers.Time.Advance(TimeSpan.FromHours(12));
        await customers.Send(new WinOpportunity { Id = opened.Id, Reason = "product" });
        await customers.Send(new ReopenOpportunity { Id = opened.Id, Reason = "she thinks again" });
        customers.Time.Advance(TimeSpan.FromDays(1));
        await customers.Send(new LoseOpportunity { Id = opened.Id, Reason = "competitor", Competitor = "Brew Ltd" });

        var lost = await See(customers, opened.Id);
        (lost.State, lost.Probability, lost.Weighted, lost.ClosedOn, lost.LostTo).ShouldBe((OpportunityState.Lost, 0m, 0m, new DateOnly(2026, 3, 5), "Brew Ltd"));
        lost.Stays.Select(s => (s.Stage, s.Hours)).ShouldBe([("qualification", 36m), ("proposal", 0m), ("negotiation", 12m), ("negotiation", 24m)]);
        var told = await customers.Published<CustomersDbContext>(typeof(OpportunityOpenedV1), typeof(OpportunityMovedV1), typeof(OpportunityWonV1), typeof(OpportunityLostV1));
        told.Select(e => e.GetType().Name).ShouldBe(
            ["OpportunityOpenedV1", "OpportunityMovedV1", "OpportunityMovedV1", "OpportunityMovedV1", "OpportunityWonV1", "OpportunityMovedV1", "OpportunityLostV1"]);
        var won = told.OfType<OpportunityWonV1>().Single();
        (won.CustomerId, won.Title, won.Amount, won.WonOn, won.Lines.Single().Quantity).ShouldBe((anna, "Tea for the canteen", 80m, new DateOnly(2026, 3, 4), 1m));
        told.OfType<OpportunityMovedV1>().Select(m => (m.Opportunity.State, m.Opportunity.Stage)).Last().ShouldBe(("open", "negotiation"));
    }

    [SkippableTheory, EveryProvider]
    public async Task What_is_named_must_be_there_and_what_has_ended_stays(DatabaseProvider provider)
    {
        await using var customers = await CustomerDesk.Open(provider);
        var anna = (await customers.Register(CustomerDesk.Acme())).Id;
        var bert = (await customers.Register(new CustomerInput { Name = "Bert", Contacts = [new ContactInput("His")] })).Id;
        var his = (await customers.Find(bert))!.Contacts.Single().Id;
        var opened = await customers.Send(Tea(anna));

        (await Code(customers, Tea(anna) with { ContactId = his })).ShouldBe("customers.contact-unknown");
        (await Code(customers, Tea(anna) with { Pipeline = "none" })).ShouldBe("customers.pipeline-unknown");
        (await Code(customers, Tea(anna) with { Stage = "none" })).ShouldBe("customers.stage-unknown");
        (await Code(customers, new WinOpportunity { Id = opened.Id, Reason = "no-budget" })).ShouldBe("customers.outcome-reason-unknown");
        (await Code(customers, new ReopenOpportunity { Id = opened.Id, Reason = "why" })).ShouldBe("customers.opportunity-open");
        (await Code(customers, new RestoreOpportunity(opened.Id))).ShouldBe("customers.opportunity-not-deleted");
        await Should.ThrowAsync<ResourceNotFound>(() => customers.Send(Tea(Guid.CreateVersion7())));
        await customers.Send(new WinOpportunity { Id = opened.Id, Reason = "price" });
        (await Code(customers, new ChangeOpportunity(opened.Id, Tea(anna)))).ShouldBe("customers.opportunity-closed");
        (await Code(customers, new MoveOpportunity { Id = opened.Id, Stage = "verbal" })).ShouldBe("customers.opportunity-closed");
        (await Code(customers, new LoseOpportunity { Id = opened.Id, Reason = "price" })).ShouldBe("customers.opportunity-closed");
        (await Code(customers, new DeleteOpportunity(opened.Id))).ShouldBe("customers.opportunity-won");
    }

    [SkippableTheory, EveryProvider]
    public async Task There_is_always_one_usual_pipeline_and_no_stage_goes_while_something_is_in_it(DatabaseProvider provider)
    {
        await using var customers = await CustomerDesk.Open(provider);
        var anna = (await customers.Register(CustomerDesk.Acme())).Id;
        await customers.Send(Tea(anna));
        var standard = await customers.Read<CustomersDbContext, Pipeline>(db => db.Pipelines.SingleAsync());
        var first = new PipelineContent.Stage("first", new Phrase("First", "第一"), 0.3m, ForecastCategory.Pipeline);
        ChangePipeline Standard(bool isDefault, params PipelineContent.Stage[] stages) =>
            new() { Id = standard.Key, Names = new Phrase("Standard", "标准"), IsDefault = isDefault, Stages = stages };

        (await Code(customers, Standard(isDefault: false, first))).ShouldBe("customers.pipeline-default-needed");
        (await Code(customers, Standard(isDefault: true, first))).ShouldBe("customers.stage-in-use");
        var partners = await customers.Send(new LayPipeline { Code = "partners", Names = new Phrase("Partners", "伙伴"), IsDefault = true, Stages = [first] });
        var second = await customers.Send(Tea(anna));

        second.Stage.ShouldBe("first");
        (await See(customers, second.Id)).PipelineId.ShouldBe(partners.Id);
        (await customers.Read<CustomersDbContext, List<string>>(db => db.Pipelines.Where(p => p.IsDefault).Select(p => p.Code).ToListAsync())).ShouldBe(["partners"]);
        (await Code(customers, new LayPipeline { Code = "partners", Names = new Phrase("Partners", "伙伴"), Stages = [first] })).ShouldBe("customers.pipeline-taken");
        (await Code(customers, new MakeOutcomeReason { Outcome = OpportunityState.Won, Code = "price", Names = new Phrase("Price", "价格") })).ShouldBe("customers.outcome-reason-taken");
    }

    [SkippableTheory, EveryProvider]
    public async Task Each_day_is_written_down_once_and_can_be_added_up_later_as_it_was(DatabaseProvider provider)
    {
        await using var customers = await CustomerDesk.Open(provider);
        customers.Services.GetRequiredService<TestSettings>().Choose("platform.time-zone", "Asia/Shanghai");
        var anna = (await customers.Register(CustomerDesk.Acme())).Id;
        var tea = await customers.Send(Tea(anna) with { Amount = 100m });
        var cups = await customers.Send(Tea(anna) with { Amount = 50m, ExpectedClose = new DateOnly(2026, 5, 1) });
        await customers.Send(Tea(anna) with { Amount = 7m, Currency = "JPY" });
        // The second of March is over in Shanghai at 16:00 UTC.
        customers.Time.MoveTo(new DateTimeOffset(2026, 3, 2, 16, 1, 0, TimeSpan.Zero));
        (await customers.WriteDownTheDay()).ShouldBe("3 opportunities as of 2026-03-02");

        await customers.Send(new MoveOpportunity { Id = tea.Id, Stage = "proposal" });
        await customers.Send(new LoseOpportunity { Id = cups.Id, Reason = "timing" });
        (await customers.WriteDownTheDay()).ShouldBe("2026-03-02 is written");
        customers.Time.Advance(TimeSpan.FromDays(2));
        // On the third nobody wrote: what was lost then is told with the fourth.
        (await customers.WriteDownTheDay()).ShouldBe("3 opportunities as of 2026-03-04");

        var then = await customers.SumUp(SummaryBy.Stage, on: new DateOnly(2026, 3, 3));
        (then.AsOf, then.IsPresent).ShouldBe((new DateOnly(2026, 3, 2), false));
        var standard = await customers.Read<CustomersDbContext, Guid>(db => db.Pipelines.Select(p => p.Id.Value).SingleAsync());
        then.WrittenAt.ShouldBe(new DateTimeOffset(2026, 3, 2, 16, 1, 0, TimeSpan.Zero));
        then.Rows.ShouldBe([new("qualification", "EUR", 2, 150m, 15m, standard), new("qualification", "JPY", 1, 7m, 1m, standard)]);
        var now = await customers.SumUp(SummaryBy.Stage);
        now.IsPresent.ShouldBeTrue();
        now.Rows.ShouldBe([new("proposal", "EUR", 1, 100m, 50m, standard), new("qualification", "JPY", 1, 7m, 1m, standard)]);
        (await customers.SumUp(SummaryBy.Month, on: new DateOnly(2026, 3, 2))).Rows.ShouldBe([new("2026-04", "EUR", 1, 100m, 10m), new("2026-04", "JPY", 1, 7m, 1m), new("2026-05", "EUR", 1, 50m, 5m)]);
        (await customers.SumUp(SummaryBy.Category)).Rows.Select(r => r.Key).ShouldBe(["bestCase", "pipeline"]);
        var before = await customers.SumUp(SummaryBy.Owner, on: new DateOnly(2026, 3, 1));
        (before.AsOf, before.Rows.Count).ShouldBe((null, 0));
        var stranger = CustomerDesk.Person(Guid.CreateVersion7(), Guid.CreateVersion7(), RowScope.Own);
        (await customers.SumUp(SummaryBy.Stage, on: new DateOnly(2026, 3, 2), caller: stranger)).Rows.ShouldBeEmpty();
    }

    [SkippableTheory, EveryProvider]
    public async Task An_erased_customer_leaves_figures_and_no_words_and_nothing_open(DatabaseProvider provider)
    {
        await using var customers = await CustomerDesk.Open(provider);
        var anna = (await customers.Register(CustomerDesk.Acme("Anna Berg"))).Id;
        var open = await customers.Send(Tea(anna) with { Title = "Sofa for Anna Berg", NextStep = "call Anna Berg", Notes = "Anna Berg haggles" });
        var won = await customers.Send(Tea(anna) with { Title = "Anna Berg again" });
        await customers.Send(new WinOpportunity { Id = won.Id, Reason = "price", Note = "Anna Berg likes us" });

        for (var time = 1; time <= 2; time++) await customers.Given(new PersonErasureRequestedV1(anna, customers.Time.GetUtcNow()), $"person-erasure/{anna}", position: time);

        var (left, kept) = (await See(customers, open.Id), await See(customers, won.Id));
        (left.Title, left.NextStep, left.Notes, left.State, left.Amount, left.Version).ShouldBe(("", null, null, OpportunityState.Lost, 100m, 2));
        (kept.Title, kept.ReasonNote, kept.State, kept.Amount, kept.Version).ShouldBe(("", null, OpportunityState.Won, 100m, 3));
        (await Code(customers, new ReopenOpportunity { Id = won.Id, Reason = "no" })).ShouldBe("customers.erased");
        (await Code(customers, Tea(anna))).ShouldBe("customers.erased");
    }

    private static OpenOpportunity Tea(Guid customer) => new() { CustomerId = customer, Title = "Tea for the canteen", Currency = "EUR", Amount = 100m, ExpectedClose = Close };

    private static Task<OpportunityView> See(ModuleHarness customers, Guid id) => customers.Read<CustomersDbContext, OpportunityView>(
        async db => OpportunityView.Of(await db.Opportunities.AsSplitQuery().SingleAsync(o => o.Id == new OpportunityId(id)), customers.Time.GetUtcNow()));

    private static async Task<string> Code<TResult>(ModuleHarness customers, ICommand<TResult> command) =>
        (await Should.ThrowAsync<RuleBroken>(() => customers.Send(command))).Rule.Code;
}
