using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Api.Json;
using Crm.BuildingBlocks.Hosting.Jobs;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Planning.Application.Promotions;
using Crm.Planning.Contracts;
using Crm.Planning.Domain.Promotions;
using Crm.Planning.Persistence;
using Crm.Pricing;
using Crm.Testing;
using Crm.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;
using static Crm.Planning.Tests.Module.PlanningDesk;
using static Crm.Planning.Tests.Module.Promotions.PromotionDesk;

namespace Crm.Planning.Tests.Module.Promotions;

public sealed class PromotionLifeTests
{
    [SkippableTheory, EveryProvider]
    public async Task A_promotion_is_drafted_approved_published_suspended_resumed_ended_and_archived(DatabaseProvider provider)
    {
        await using var planning = await Open(provider);

        var draft = await planning.Send(Draft());
        var approved = await planning.Send(new ApprovePromotion(draft.Id));
        var published = await planning.Send(new PublishPromotion(draft.Id));
        var suspended = await planning.Send(new SuspendPromotion(draft.Id, "too dear"));
        var resumed = await planning.Send(new ResumePromotion(draft.Id, null));
        var ended = await planning.Send(new EndPromotion(draft.Id, "enough"));
        await planning.Send(new ArchivePromotion(draft.Id));

        new[] { draft, approved, published, suspended, resumed, ended }.Select(r => r.State).ShouldBe(
        [
            PromotionState.Draft, PromotionState.Approved, PromotionState.Published, PromotionState.Suspended, PromotionState.Published, PromotionState.Ended,
        ]);
        var told = await planning.Told();
        told.Select(t => t.GetType()).ShouldBe([typeof(PromotionPublishedV1), typeof(PromotionSuspendedV1), typeof(PromotionResumedV1), typeof(PromotionEndedV1)]);
        var first = (PromotionPublishedV1)told[0];
        (first.PromotionId, first.Code, first.Version, first.CostOwnerId, first.MaxUses, first.Part, first.Parts).ShouldBe((draft.Id, "spring", 1, CostOwner, 2, 1, 1));
        var offer = System.Text.Json.JsonSerializer.Deserialize<Pricing.Promotion>(first.Text, CrmJson.Options)!;
        (offer.Code, offer.Version, offer.Name, offer.Action).ShouldBe(("spring", 1, new Phrase("Spring", "春季"), new AmountOff(5m)));
        ((PromotionSuspendedV1)told[1]).Reason.ShouldBe("too dear");
        ((PromotionEndedV1)told[3]).IsEarly.ShouldBeTrue();
        (await planning.Promotion(draft.Id)).ArchivedAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task What_a_promotion_does_not_allow_at_its_stage_is_refused()
    {
        await using var planning = await Open(DatabaseProvider.Sqlite);
        var draft = await planning.Send(Draft());

        await Refused(new PublishPromotion(draft.Id), PromotionRules.NotApproved);
        await Refused(new SuspendPromotion(draft.Id, "early"), PromotionRules.NotRunning);
        await Refused(new ResumePromotion(draft.Id, null), PromotionRules.NotSuspended);
        await Refused(new EndPromotion(draft.Id, null), PromotionRules.NeverPublished);
        await Refused(new ArchivePromotion(draft.Id), PromotionRules.NotEnded);
        await Refused(Draft(), PromotionRules.CodeTaken);
        await planning.Send(new ApprovePromotion(draft.Id));
        await Refused(new ApprovePromotion(draft.Id), PromotionRules.NothingToApprove);
        await planning.Send(new PublishPromotion(draft.Id));
        await Refused(new DeletePromotion(draft.Id), PromotionRules.NotDraft);
        await planning.Send(new EndPromotion(draft.Id, null));
        await Refused(new ChangePromotion(draft.Id, Input(FiveOff())), PromotionRules.Ended);
        await Refused(new SuspendPromotion(draft.Id, "late"), PromotionRules.NotRunning);

        async Task Refused(BuildingBlocks.Hosting.Pipeline.ICommand<PromotionReply> command, Rule rule) =>
            (await Should.ThrowAsync<RuleBroken>(() => planning.Send(command))).Rule.ShouldBe(rule);
    }

    [Fact]
    public async Task A_promotion_without_window_limit_or_cost_owner_is_not_published()
    {
        await using var planning = await Open(DatabaseProvider.Sqlite);
        var draft = await planning.Send(Draft());
        PromotionInput[] unbounded =
        [
            Input(FiveOff() with { MaxUses = null, MaxUsesPerCoupon = 1 }),
            Input(FiveOff() with { Scope = new PriceScope { From = Today } }),
            Input(FiveOff() with { Scope = new PriceScope { To = Today } }),
            Input(FiveOff()) with { CostOwnerId = null },
        ];

        foreach (var input in unbounded)
        {
            await planning.Send(new ChangePromotion(draft.Id, input));
            (await Should.ThrowAsync<RuleBroken>(() => planning.Send(new ApprovePromotion(draft.Id)))).Rule.ShouldBe(PromotionRules.Unbounded);
        }

        await planning.Send(new ChangePromotion(draft.Id, Input(FiveOff() with { Scope = new PriceScope { From = Today.AddDays(-9), To = Today.AddDays(-1) } })));
        await planning.Send(new ApprovePromotion(draft.Id));
        (await Should.ThrowAsync<RuleBroken>(() => planning.Send(new PublishPromotion(draft.Id)))).Rule.ShouldBe(PromotionRules.Over);
        (await planning.Told()).ShouldBeEmpty();
    }

    [SkippableTheory, EveryProvider]
    public async Task A_published_version_never_changes_and_the_next_one_is_approved_by_itself(DatabaseProvider provider)
    {
        await using var planning = await Open(provider);
        var promotion = await planning.Published();

        var changed = await planning.Send(new ChangePromotion(promotion.Id, Input(FiveOff() with { Action = new AmountOff(7m), Budget = 70m })));
        changed.State.ShouldBe(PromotionState.Published);
        (await Should.ThrowAsync<RuleBroken>(() => planning.Send(new PublishPromotion(promotion.Id)))).Rule.ShouldBe(PromotionRules.NotApproved);
        await planning.Send(new ApprovePromotion(promotion.Id));
        await planning.Send(new ChangePromotion(promotion.Id, Input(FiveOff() with { Action = new AmountOff(8m), Budget = 80m })));
        (await Should.ThrowAsync<RuleBroken>(() => planning.Send(new PublishPromotion(promotion.Id)))).Rule.ShouldBe(PromotionRules.NotApproved);
        await planning.Send(new ApprovePromotion(promotion.Id));
        (await planning.Send(new PublishPromotion(promotion.Id))).Number.ShouldBe(2);

        var versions = (await planning.Promotion(promotion.Id)).Versions.OrderBy(v => v.Number).Select(PromotionContent.Of).ToList();
        versions.Select(v => (v.Action, v.Budget)).ShouldBe([(new AmountOff(5m), null), (new AmountOff(8m), 80m)]);
        (await planning.Told()).Cast<PromotionPublishedV1>().Select(t => (t.Version, t.Budget)).ShouldBe([(1, null), (2, 80m)]);
    }

    [SkippableTheory, EveryProvider]
    public async Task A_promotion_begins_and_ends_by_itself(DatabaseProvider provider)
    {
        await using var planning = await Open(provider);
        var promotion = await planning.Published(FiveOff() with { Scope = new PriceScope { From = Today.AddDays(7), To = Today.AddDays(9) } });
        promotion.State.ShouldBe(PromotionState.Scheduled);

        await Turned(0);
        (await planning.Promotion(promotion.Id)).State.ShouldBe(PromotionState.Scheduled);
        planning.Time.Advance(TimeSpan.FromDays(7));
        await Turned(1);
        (await planning.Promotion(promotion.Id)).State.ShouldBe(PromotionState.Published);
        planning.Time.Advance(TimeSpan.FromDays(3));
        await Turned(1);
        await Turned(0);

        (await planning.Promotion(promotion.Id)).State.ShouldBe(PromotionState.Ended);
        (await planning.Told()).OfType<PromotionEndedV1>().Single().IsEarly.ShouldBeFalse();

        async Task Turned(int count)
        {
            await using var scope = planning.Scope();
            var job = ActivatorUtilities.CreateInstance<TurnPromotions>(scope.ServiceProvider);
            (await ((IScheduledJob)job).Run(CancellationToken.None)).ShouldBe($"{count} of {count} promotions turned");
        }
    }

    [SkippableTheory, EveryProvider]
    public async Task A_deleted_draft_gives_its_code_back_and_is_restored_while_it_is_free(DatabaseProvider provider)
    {
        await using var planning = await Open(provider);
        var first = await planning.Send(Draft());
        (await Should.ThrowAsync<RuleBroken>(() => planning.Send(new RestorePromotion(first.Id)))).Rule.ShouldBe(PromotionRules.NotDeleted);
        await planning.Send(new DeletePromotion(first.Id));
        var second = await planning.Send(Draft());

        (await Should.ThrowAsync<RuleBroken>(() => planning.Send(new RestorePromotion(first.Id)))).Rule.ShouldBe(PromotionRules.CodeTaken);
        await planning.Send(new DeletePromotion(second.Id));
        await planning.Send(new RestorePromotion(first.Id));

        (await planning.Promotion(first.Id)).Code.ShouldBe("spring");
    }

    [SkippableTheory, EveryProvider]
    public async Task Who_begins_to_listen_is_told_every_version_where_it_was_told_and_what_became_of_it(DatabaseProvider provider)
    {
        await using var planning = await Open(provider);
        var promotion = await planning.Published();
        await planning.Send(new SuspendPromotion(promotion.Id, "too dear"));
        await planning.Send(new ChangePromotion(promotion.Id, Input(FiveOff() with { Budget = 9m })));
        await planning.Send(new ApprovePromotion(promotion.Id));
        (await planning.Send(new PublishPromotion(promotion.Id))).State.ShouldBe(PromotionState.Suspended);
        await planning.Send(Draft("never-published"));

        var told = await planning.Read<PlanningDbContext, List<(string, int)>>(async db =>
            [.. (await db.Outbox.OrderBy(m => m.StreamPosition).ToListAsync()).Select(m => (m.Stream, m.StreamPosition))]);
        var again = await planning.ToldAgain();

        again.Select(s => (s.Stream, s.StreamPosition)).ShouldBe(told);
        again.Select(s => s.Event).ShouldBe(await planning.Told());
    }

    [Fact]
    public async Task A_long_text_is_told_in_parts_that_are_the_whole()
    {
        await using var planning = await Open(DatabaseProvider.Sqlite);
        var customers = Enumerable.Range(0, 9_000).Select(_ => Guid.CreateVersion7().ToString()).ToList();

        await planning.Published(FiveOff() with { When = new OfCustomers(customers) });

        var parts = (await planning.Told()).Cast<PromotionPublishedV1>().ToList();
        parts.Select(p => (p.Part, p.Parts)).ShouldBe([(1, 2), (2, 2)]);
        var offer = System.Text.Json.JsonSerializer.Deserialize<Pricing.Promotion>(string.Concat(parts.Select(p => p.Text)), CrmJson.Options)!;
        ((OfCustomers)offer.When!).Customers.ShouldBe(customers);
        (await planning.ToldAgain()).Select(s => s.Event).ShouldBe(parts);
    }

    [Fact]
    public async Task The_segments_that_an_approved_promotion_asks_for_are_wanted_until_it_ends()
    {
        await using var planning = await Open(DatabaseProvider.Sqlite);
        var segment = Guid.CreateVersion7();
        var draft = await planning.Send(Draft(content: FiveOff() with { When = new Not(new AnyOf([new InSegment([segment.ToString()]), new FirstOrder()])) }));

        await planning.Send(new ApprovePromotion(draft.Id));

        var wanted = (await planning.Told()).Cast<SegmentWantedV1>().Single();
        (wanted.SegmentId, wanted.Until).ShouldBe((segment, new DateOnly(2026, 3, 31)));
    }

    [Fact]
    public async Task What_is_wrong_is_said_where_it_is_with_saving_and_without()
    {
        await using var planning = await Open(DatabaseProvider.Sqlite);
        var wrong = Input(FiveOff() with
        {
            Action = new AmountOff(-1m),
            When = new AllOf([new FirstOrder(), new AnyOf([])]),
            Scope = new PriceScope { From = Today, To = Today.AddDays(-1) },
            MaxUses = 0,
            Budget = 1.23456m,
        }) with { Name = new Phrase("", "春") };
        string[] expected = ["/name/english", "/content/maxUses", "/content/budget", "/content/action/amount", "/content/when/of/1/of", "/content/scope/to"];

        var refused = await Should.ThrowAsync<InvalidInput>(() => planning.Send(Draft() with { Name = wrong.Name, Content = wrong.Content }));
        await using var scope = planning.Scope();
        var checks = scope.ServiceProvider.GetRequiredService<PromotionChecks>();
        var checkedWrong = await checks.Of(wrong, Language.English, CancellationToken.None);
        var unbounded = await checks.Of(Input(FiveOff() with { MaxUses = null }), Language.Chinese, CancellationToken.None);

        refused.Errors.Select(e => e.Pointer).ShouldBe(expected, ignoreOrder: true);
        checkedWrong.Errors.Select(e => e.Pointer).ShouldBe(expected, ignoreOrder: true);
        (unbounded.Errors.Count, unbounded.Warnings.Single().Code).ShouldBe((0, PromotionRules.Unbounded.Code));
        (await Should.ThrowAsync<InvalidInput>(() => planning.Send(Draft("not a code")))).Errors.Single().Pointer.ShouldBe("/code");
        (await Should.ThrowAsync<InvalidInput>(() => planning.Send(Draft(content: FiveOff() with { When = new InSegment(["gold"]) })))).Errors.Single().Pointer.ShouldBe("/content/when");
    }
}
