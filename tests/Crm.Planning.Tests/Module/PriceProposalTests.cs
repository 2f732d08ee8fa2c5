using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Api.Shaping;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Planning.Application.PriceLists;
using Crm.Planning.Application.Proposals;
using Crm.Planning.Domain.PriceLists;
using Crm.Planning.Domain.Proposals;
using Crm.Planning.Persistence;
using Crm.Pricing.Rules;
using Crm.Testing;
using Crm.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;
using static Crm.Planning.Tests.Module.PlanningDesk;
using static Crm.Planning.Tests.Module.PriceListDesk;

namespace Crm.Planning.Tests.Module;

public sealed class PriceProposalTests
{
    [SkippableTheory, EveryProvider]
    public async Task The_competitors_price_is_undercut_within_the_floor_and_written_into_the_draft_when_accepted(DatabaseProvider provider)
    {
        await using var planning = await Open(provider);
        await planning.Product("TEA", cost: 5m);
        await planning.Product("CUP", cost: 9m, category: "china");
        var list = await planning.Send(Ruled("retail", new PriceLine("CUP", UnitPrice: 20m), new PriceLine("TEA"), new PriceLine("TEA", 10, Rule: new ListRule("retail", 0.9m))));

        var proposal = await planning.Proposed(list.Id, planning.Seen("TEA", "rival", 10m), planning.Seen("CUP", "rival", 8m));
        var rows = await planning.RowsOf(proposal);
        var reply = await planning.Send(new DecideProposal(proposal.Key, new ProposalDecisions(Accept: ["TEA"], Reject: ["CUP"])));

        rows.Select(r => (r.Sku, r.FromQuantity, r.Present, r.Proposed, r.Floor)).ShouldBe(
            [("CUP", 1, 20m, 10m, 10m), ("TEA", 1, null, 9.5m, 5.55555556m), ("TEA", 10, null, 8.55m, 5.55555556m)]);
        rows[0].ChangeRate.ShouldBe(-0.5m);
        rows[1].MarginRate.ShouldBe(0.473684m);
        ProposalExplanation.Of(rows[0], Language.English).Reasons.Select(r => r.Kind).ShouldContain(PriceReasonKind.Floor);
        (reply.State, reply.Accepted, reply.Rejected, reply.Open).ShouldBe((ProposalState.Decided, 2, 1, 0));
        var draft = await Draft(planning, list.Id);
        draft.Lines.Select(l => (l.Sku, l.UnitPrice)).ShouldBe([("CUP", 20m), ("TEA", 9.5m), ("TEA", 8.55m)]);
        draft.Lines[1].Floor.ShouldBe(5.55555556m);
        (await PriceListTests.Broken(() => planning.Send(new DecideProposal(proposal.Key, new ProposalDecisions(Accept: ["TEA"]))))).ShouldBe(PriceListRules.NothingProposed);
    }

    [SkippableFact]
    public async Task Prices_that_were_proposed_for_another_draft_are_not_taken()
    {
        await using var planning = await Open(DatabaseProvider.Sqlite);
        await planning.Product("TEA", cost: 5m);
        var input = Ruled("retail", new PriceLine("TEA"));
        var list = await planning.Send(input);
        var proposal = await planning.Proposed(list.Id, planning.Seen("TEA", "rival", 10m));
        await planning.Send(new ProposePrices(list.Id, []));

        await planning.Send(new ChangePriceList(list.Id, input.With(c => c with { Priority = 3 })));
        await planning.RunOperations();

        (await PriceListTests.Broken(() => planning.Send(new DecideProposal(proposal.Key, new ProposalDecisions(AcceptsRest: true))))).ShouldBe(PriceListRules.ProposalStale);
        var states = await planning.Read<PlanningDbContext, List<ProposalState>>(db => db.Set<PriceProposal>().OrderBy(p => p.Id).Select(p => p.State).ToListAsync());
        states.ShouldBe([ProposalState.Open, ProposalState.Stale]);
    }

    [SkippableFact]
    public async Task What_is_not_known_in_the_money_of_the_list_gives_no_price_and_says_why()
    {
        await using var planning = await Open(DatabaseProvider.Sqlite);
        await planning.Product("TEA", cost: 5m, currency: "USD");
        await planning.Product("CUP", cost: 4m);
        var list = await planning.Send(Ruled("retail", new PriceLine("TEA", UnitPrice: 3m), new PriceLine("CUP"), new PriceLine("POT")));

        var proposal = await planning.Proposed(list.Id);
        var rows = await planning.RowsOf(proposal);

        (proposal.State, proposal.RowCount, proposal.FailureCount, proposal.OpenCount).ShouldBe((ProposalState.Decided, 3, 3, 0));
        rows.Select(r => (r.Sku, r.Failure, r.Decision)).ShouldBe(
            [("CUP", "noObservations", ProposalDecision.None), ("POT", "noCost", ProposalDecision.None), ("TEA", "noCost", ProposalDecision.None)]);
        ProposalExplanation.Of(rows[0], Language.Chinese).Failure!.Kind.ShouldBe(PriceFailure.NoObservations);
    }

    [SkippableFact]
    public async Task Who_is_not_shown_costs_learns_none_from_prices_that_follow_from_them()
    {
        await using var planning = await Open(DatabaseProvider.Sqlite);
        var list = await planning.Send(Ruled("retail", new PriceLine("TEA")));
        var proposal = await planning.Proposed(list.Id);
        var blind = PlanLifeTests.Person(Guid.CreateVersion7(), Guid.CreateVersion7(), RowScope.All) with { Masks = new Dictionary<string, FieldMask> { ["products.cost"] = FieldMask.Omit } };

        (await PriceListTests.Broken(() => planning.Send(new ProposePrices(list.Id, []), blind))).ShouldBe(UnseenFields.Masked);
        (await PriceListTests.Broken(() => planning.Send(new DecideProposal(proposal.Key, new ProposalDecisions(AcceptsRest: true)), blind))).ShouldBe(UnseenFields.Masked);
        await using var scope = planning.Scope(blind);
        var evaluation = scope.ServiceProvider.GetRequiredService<RuleEvaluation>();
        var question = new RuleQuestion { Rule = new MarkupRule(0.4m), Currency = "EUR", Skus = ["TEA"] };
        (await PriceListTests.Broken(() => evaluation.Answer(question, CancellationToken.None))).ShouldBe(UnseenFields.Masked);
    }

    [SkippableFact]
    public async Task Prices_of_more_products_than_one_step_takes_are_all_proposed_once()
    {
        await using var planning = await Open(DatabaseProvider.Sqlite);
        var list = List("long", [.. Enumerable.Range(0, 4_500).Select(i => new PriceLine($"S{i:0000}", Rule: new FixedRule(i + 1)))]);
        var made = await planning.Send(list);

        var rows = await planning.RowsOf(await planning.Proposed(made.Id));

        rows.Select(r => (r.Sku, r.Proposed)).ShouldBe(Enumerable.Range(0, 4_500).Select(i => ($"S{i:0000}", (decimal?)(i + 1))));
    }

    private static CreatePriceList Ruled(string code, params PriceLine[] lines)
    {
        var list = List(code, lines);
        return list with { Content = list.Content with { Rule = new CompetitorRule(UndercutRate: 0.05m), Bounds = new PriceBounds(FloorMargin: 0.1m) } };
    }

    private static Task<PriceListContent> Draft(ModuleHarness planning, Guid id) => planning.Read<PlanningDbContext, PriceListContent>(async db =>
        PriceListContent.Read(await db.Set<PlannedPriceList>().Where(l => l.Id == new PlannedPriceListId(id)).Select(l => l.Draft).SingleAsync()));
}
