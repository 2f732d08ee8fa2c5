using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Messaging;
using Crm.Planning.Api.Promotions;
using Crm.Planning.Application.Promotions;
using Crm.Planning.Contracts;
using Crm.Planning.Domain.Promotions;
using Crm.Planning.Persistence;
using Crm.Pricing;
using Crm.SalesOrders.Contracts;
using Crm.Testing;
using Microsoft.EntityFrameworkCore;
using Promotion = Crm.Planning.Domain.Promotions.Promotion;

namespace Crm.Planning.Tests.Module.Promotions;

/// <summary>Promotions as their planners use them. The clock of the tests says 2 March 2026.</summary>
internal static class PromotionDesk
{
    public static readonly DateOnly Today = new(2026, 3, 2);
    public static readonly Guid CostOwner = new("0192aaaa-0000-7000-8000-0000000000c0");

    /// <summary>Five off every order of March, for two orders at most.</summary>
    public static PromotionContent FiveOff() => new()
    {
        Phase = PricePhase.OrderPromotions,
        Action = new AmountOff(5m),
        Scope = new PriceScope { From = Today, To = new DateOnly(2026, 3, 31) },
        Currency = "EUR",
        MaxUses = 2,
    };

    public static CreatePromotion Draft(string code = "spring", PromotionContent? content = null) =>
        new() { Code = code, Name = new Phrase("Spring", "春季"), CostOwnerId = CostOwner, Content = content ?? FiveOff() };

    public static PromotionInput Input(PromotionContent content, Guid? costOwner = null) =>
        new() { Name = new Phrase("Spring", "春季"), CostOwnerId = costOwner ?? CostOwner, Content = content };

    public static async Task<PromotionReply> Published(this ModuleHarness planning, PromotionContent? content = null, string code = "spring")
    {
        var draft = await planning.Send(Draft(code, content));
        await planning.Send(new ApprovePromotion(draft.Id));
        return await planning.Send(new PublishPromotion(draft.Id));
    }

    public static Task<Promotion> Promotion(this ModuleHarness planning, Guid id) => planning.Read<PlanningDbContext, Promotion>(
        db => db.Set<Promotion>().AsNoTracking().SingleAsync(p => p.Id == new PromotionId(id)));

    public static Task<UsageView> Usage(this ModuleHarness planning, Guid id) => planning.Read<PlanningDbContext, UsageView>(
        async db => await UsageView.Of(db, await db.Set<Promotion>().AsNoTracking().SingleAsync(p => p.Id == new PromotionId(id)), CancellationToken.None));

    public static Task Redeemed(this ModuleHarness planning, Guid order, int position = 3, decimal amount = 5m, string code = "spring", string currency = "EUR", string? coupon = null) =>
        planning.Given(new PromotionRedeemedV1(order, CostOwner, code, 1, coupon, amount, currency, Today), $"order/{order}", position);

    public static Task Released(this ModuleHarness planning, Guid order, int position, decimal amount = 5m, string code = "spring") =>
        planning.Given(new PromotionReleasedV1(order, CostOwner, code, 1, null, amount, "EUR", Today), $"order/{order}", position);

    /// <summary>What was told of promotions and codes, oldest first.</summary>
    public static Task<List<IIntegrationEvent>> Told(this ModuleHarness planning) => planning.Published<PlanningDbContext>(
        typeof(PromotionPublishedV1), typeof(PromotionSuspendedV1), typeof(PromotionResumedV1), typeof(PromotionEndedV1), typeof(SegmentWantedV1),
        typeof(VoucherBatchIssuedV1), typeof(VouchersWithdrawnV1));

    /// <summary>What somebody would be told who begins to listen now.</summary>
    public static Task<List<StateEvent>> ToldAgain(this ModuleHarness planning) => planning.Read<PlanningDbContext, List<StateEvent>>(
        db => new Application.PlanningState(db).Read(CancellationToken.None).ToListAsync().AsTask());
}
