using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Planning.Application.Promotions;
using Crm.Planning.Contracts;
using Crm.Planning.Domain.Promotions;
using Crm.Testing;
using Crm.Testing.Databases;
using Shouldly;
using Xunit;
using static Crm.Planning.Tests.Module.PlanningDesk;
using static Crm.Planning.Tests.Module.Promotions.PromotionDesk;

namespace Crm.Planning.Tests.Module.Promotions;

public sealed class PromotionUsageTests
{
    [SkippableTheory, EveryProvider]
    public async Task A_spent_promotion_stays_off_after_a_cancellation(DatabaseProvider provider)
    {
        await using var planning = await Open(provider);
        var promotion = await planning.Published();
        var (first, second) = (Guid.CreateVersion7(), Guid.CreateVersion7());

        await planning.Redeemed(first);
        (await planning.Promotion(promotion.Id)).State.ShouldBe(PromotionState.Published);
        await planning.Redeemed(second);
        (await planning.Promotion(promotion.Id)).State.ShouldBe(PromotionState.Suspended);
        await planning.Released(first, position: 4);

        (await planning.Promotion(promotion.Id)).State.ShouldBe(PromotionState.Suspended);
        (await planning.Told()).OfType<PromotionSuspendedV1>().Single().Reason.ShouldBe(Promotion.Spent);
        var usage = await planning.Usage(promotion.Id);
        (usage.Redeemed, usage.Left.Uses, usage.IsSuspended, usage.Reason).ShouldBe((1, 1, true, Promotion.Spent));
        (await planning.Send(new ResumePromotion(promotion.Id, "one is free again"))).State.ShouldBe(PromotionState.Published);
    }

    [SkippableTheory, EveryProvider]
    public async Task The_running_total_is_what_orders_have_whatever_is_told_twice_or_late(DatabaseProvider provider)
    {
        await using var planning = await Open(provider);
        var promotion = await planning.Published(FiveOff() with { MaxUses = null, Budget = 20m });
        var (first, second) = (Guid.CreateVersion7(), Guid.CreateVersion7());

        await planning.Redeemed(first, position: 3);
        await planning.Redeemed(first, position: 3);
        await planning.Released(first, position: 5);
        await planning.Redeemed(first, position: 6, amount: 7m);
        await planning.Released(first, position: 5);
        await planning.Redeemed(second, amount: 4.5m);
        await planning.Redeemed(second, code: "of-somebody-else", position: 4);

        var usage = await planning.Usage(promotion.Id);
        usage.Amounts.ShouldBe([new Money(11.5m, "EUR")]);
        (usage.Redeemed, usage.Customers, usage.Left.Budget).ShouldBe((2, 1, new Money(8.5m, "EUR")));
        usage.ByDay.Select(d => (d.On, d.Redeemed, d.Amount)).ShouldBe([(Today, 2, new Money(11.5m, "EUR"))]);
        await planning.Redeemed(Guid.CreateVersion7(), amount: 8.5m);
        (await planning.Promotion(promotion.Id)).TurnReason.ShouldBe(Promotion.Spent);
    }
}
