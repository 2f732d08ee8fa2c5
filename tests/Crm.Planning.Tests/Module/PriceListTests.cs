using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Messaging;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Planning.Application;
using Crm.Planning.Application.PriceLists;
using Crm.Planning.Contracts;
using Crm.Planning.Domain.PriceLists;
using Crm.Planning.Persistence;
using Crm.Pricing.Rules;
using Crm.Testing;
using Crm.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;
using static Crm.Planning.Tests.Module.PlanningDesk;
using static Crm.Planning.Tests.Module.PriceListDesk;

namespace Crm.Planning.Tests.Module;

public sealed class PriceListTests
{
    [SkippableTheory, EveryProvider]
    public async Task A_published_version_never_changes(DatabaseProvider provider)
    {
        await using var planning = await Open(provider);
        var list = List("retail", new PriceLine("TEA", UnitPrice: 10m, Floor: 8m));
        var published = await planning.Publish(list);

        var changed = await planning.Send(new ChangePriceList(published.Id, list.With(c => c with { Lines = [new PriceLine("TEA", UnitPrice: 12m)] })));

        (published.State, published.Next, published.Number).ShouldBe((PriceListState.Published, NextVersion.None, 1));
        (changed.State, changed.Next, changed.Number).ShouldBe((PriceListState.Published, NextVersion.Draft, 1));
        var texts = await planning.Read<PlanningDbContext, List<string>>(db => db.Set<PublishedListText>().Select(t => t.Text).ToListAsync());
        PublishedText.Read(texts.Single()).Items.ShouldBe([new("TEA", 10m, 1, 8m)]);
        (await Broken(() => planning.Send(new PublishPriceList(published.Id)))).ShouldBe(PriceListRules.NotApproved);
        await planning.Send(new ApprovePriceList(published.Id));
        (await planning.Send(new PublishPriceList(published.Id))).Number.ShouldBe(2);
        (await Told(planning)).Select(t => (t.Version, PublishedText.Read(t.Text).Items.Single().UnitPrice)).ShouldBe([(1, 10m), (2, 12m)]);
        (await Broken(() => planning.Send(new ApprovePriceList(published.Id)))).ShouldBe(PriceListRules.NothingDrafted);
        (await Broken(() => planning.Send(new DeletePriceList(published.Id)))).ShouldBe(PriceListRules.NotDeletable);
        (await Broken(() => planning.Send(new ChangePriceList(published.Id, list.With(c => c) with { Code = "other" })))).ShouldBe(PriceListRules.CodeStays);
    }

    [SkippableTheory, EveryProvider]
    public async Task Two_lists_of_one_scope_and_priority_never_overlap(DatabaseProvider provider)
    {
        await using var planning = await Open(provider);
        var line = new PriceLine("TEA", UnitPrice: 10m);
        await planning.Publish(List("winter", line).Scoped(January, February.AddDays(-1), "web", "shop"));
        var overlapping = await planning.Send(List("snow", line).Scoped(February.AddDays(-1), null, "shop", "web"));
        await planning.Send(new ApprovePriceList(overlapping.Id));

        (await Broken(() => planning.Send(new PublishPriceList(overlapping.Id)))).ShouldBe(PriceListRules.Overlap);
        await planning.Publish(List("spring", line).Scoped(February, null, "web", "shop"));
        await planning.Publish(List("shops", line).Scoped(January, null, "shop"));
        await planning.Publish(List("better", line).Scoped(January, null, "web", "shop") is var better ? better with { Content = better.Content with { Priority = 1 } } : better);
    }

    [SkippableTheory, EveryProvider]
    public async Task Of_two_that_publish_overlapping_lists_at_the_same_moment_one_is_refused(DatabaseProvider provider)
    {
        await using var planning = await Open(provider);
        var lists = new List<PriceListReply>();
        foreach (var code in new[] { "one", "two" })
        {
            lists.Add(await planning.Send(List(code, new PriceLine("TEA", UnitPrice: 10m))));
            await planning.Send(new ApprovePriceList(lists[^1].Id));
        }

        var outcomes = await Task.WhenAll(lists.Select(async list =>
        {
            try
            {
                return (await planning.Send(new PublishPriceList(list.Id))).State.ToString();
            }
            catch (RuleBroken refused)
            {
                return refused.Rule.Code;
            }
        }));

        outcomes.ShouldBe(["Published", PriceListRules.Overlap.Code], ignoreOrder: true);
    }

    [SkippableTheory, EveryProvider]
    public async Task Suspended_resumed_and_ended_the_others_are_told_each_time_and_republishing_says_how_it_stands(DatabaseProvider provider)
    {
        await using var planning = await Open(provider);
        var list = await planning.Publish(List("retail", new PriceLine("TEA", UnitPrice: 10m)));

        (await Broken(() => planning.Send(new TurnPriceList(list.Id, PriceListTurn.Resumed, null)))).ShouldBe(PriceListRules.NotInForce);
        await planning.Send(new TurnPriceList(list.Id, PriceListTurn.Suspended, "wrong price"));
        await planning.Send(new TurnPriceList(list.Id, PriceListTurn.Resumed, null));
        (await State(planning)).Select(s => s.Event.GetType()).ShouldBe([typeof(PriceListPublishedV1), typeof(PriceListResumedV1)]);
        await planning.Send(new TurnPriceList(list.Id, PriceListTurn.Ended, "season over"));
        (await Broken(() => planning.Send(new ChangePriceList(list.Id, List("retail").With(c => c))))).ShouldBe(PriceListRules.Over);
        var archived = await planning.Send(new TurnPriceList(list.Id, PriceListTurn.Archived, null));

        archived.State.ShouldBe(PriceListState.Archived);
        var told = await planning.Published<PlanningDbContext>(typeof(PriceListSuspendedV1), typeof(PriceListResumedV1), typeof(PriceListEndedV1));
        told.Select(t => t.GetType()).ShouldBe([typeof(PriceListSuspendedV1), typeof(PriceListResumedV1), typeof(PriceListEndedV1)]);
        told.OfType<PriceListSuspendedV1>().Single().Reason.ShouldBe("wrong price");
        told.OfType<PriceListEndedV1>().Single().IsEarly.ShouldBeTrue();
        var outbox = await planning.Read<PlanningDbContext, List<(string, int)>>(async db => [.. (await db.Outbox.OrderBy(m => m.StreamPosition).ToListAsync()).Select(m => (m.Stream, m.StreamPosition))]);
        (await State(planning)).Select(s => (s.Stream, s.StreamPosition)).ShouldBe([outbox[0], outbox[^1]]);
    }

    [SkippableFact]
    public async Task A_long_list_is_told_in_parts_that_are_the_list_again()
    {
        await using var planning = await Open(DatabaseProvider.Sqlite);
        await planning.Publish(List("long", [.. Enumerable.Range(0, 8_000).Select(i => new PriceLine($"SKU-{i:00000}-𠮷", UnitPrice: i / 100m))]));

        var told = await Told(planning);
        var again = (await State(planning)).Select(s => ((PriceListPublishedV1)s.Event).Text);

        told.Count.ShouldBeGreaterThan(2);
        told.Select(t => (t.Part, t.Parts)).ShouldBe(Enumerable.Range(1, told.Count).Select(i => (i, told.Count)));
        PublishedText.Read(string.Concat(told.Select(t => t.Text))).Items.Count.ShouldBe(8_000);
        again.ShouldBe(told.Select(t => t.Text));
    }

    [SkippableFact]
    public async Task A_price_below_the_floor_needs_an_exception()
    {
        await using var planning = await Open(DatabaseProvider.Sqlite);
        var list = List("retail", new PriceLine("TEA", UnitPrice: 7m, Floor: 8m));
        var draft = await planning.Send(list);

        (await Broken(() => planning.Send(new ApprovePriceList(draft.Id)))).ShouldBe(PriceListRules.BelowFloor);
        await planning.Send(new ChangePriceList(draft.Id, list.With(c => c with { Lines = [c.Lines[0] with { UnitPrice = null }] })));
        (await Broken(() => planning.Send(new ApprovePriceList(draft.Id)))).ShouldBe(PriceListRules.PriceMissing);
        await planning.Send(new ChangePriceList(draft.Id, list.With(c => c with { Lines = [c.Lines[0] with { ExceptionReason = "clearance" }] })));
        await planning.Send(new ApprovePriceList(draft.Id));
        await planning.Send(new PublishPriceList(draft.Id));

        PublishedText.Read((await Told(planning)).Single().Text).Items.ShouldBe([new("TEA", 7m, 1, 7m)]);
    }

    [SkippableFact]
    public async Task A_deleted_draft_can_be_restored_unless_its_code_is_taken_by_then()
    {
        await using var planning = await Open(DatabaseProvider.Sqlite);
        var first = await planning.Send(List("retail"));
        (await Broken(() => planning.Send(List("retail")))).ShouldBe(PriceListRules.CodeTaken);
        (await Broken(() => planning.Send(new RestorePriceList(first.Id)))).ShouldBe(PriceListRules.NotDeleted);

        await planning.Send(new DeletePriceList(first.Id));
        var second = await planning.Send(List("retail"));
        (await Broken(() => planning.Send(new RestorePriceList(first.Id)))).ShouldBe(PriceListRules.CodeTaken);
        await planning.Send(new DeletePriceList(second.Id));

        (await planning.Send(new RestorePriceList(first.Id))).State.ShouldBe(PriceListState.Draft);
    }

    [SkippableFact]
    public async Task What_is_wrong_with_a_list_is_said_where_it_is()
    {
        await using var planning = await Open(DatabaseProvider.Sqlite);
        var wrong = List("retail", new PriceLine("", 0, -1m), new PriceLine("TEA"), new PriceLine("TEA"), new PriceLine("CUP", Rule: new MarginRule(1m))).Scoped(March, January);
        wrong = wrong with { Content = wrong.Content with { Currency = "XXX", RuleFor = [new("tea", new FixedRule(1m)), new("tea", new FixedRule(2m))] } };

        var refused = await Should.ThrowAsync<InvalidInput>(() => planning.Send(wrong));
        var code = await Should.ThrowAsync<InvalidInput>(() => planning.Send(List("no blanks")));

        refused.Errors.Select(e => e.Pointer).ShouldBe(
            [
                "/content/currency", "/content/scope/to", "/content/ruleFor/1/category", "/content/lines/0/sku", "/content/lines/0/fromQuantity", "/content/lines/0/unitPrice",
                "/content/lines/2", "/content/lines/3/rule/rate",
            ],
            ignoreOrder: true);
        code.Errors.Select(e => e.Pointer).ShouldBe(["/code"]);
    }

    internal static async Task<Rule> Broken(Func<Task> act) => (await Should.ThrowAsync<RuleBroken>(act)).Rule;

    private static Task<List<StateEvent>> State(ModuleHarness planning) =>
        planning.Read<PlanningDbContext, List<StateEvent>>(db => new PlanningState(db).Read(CancellationToken.None).ToListAsync().AsTask());

    private static async Task<List<PriceListPublishedV1>> Told(ModuleHarness planning) =>
        [.. (await planning.Published<PlanningDbContext>(typeof(PriceListPublishedV1))).Cast<PriceListPublishedV1>()];
}
