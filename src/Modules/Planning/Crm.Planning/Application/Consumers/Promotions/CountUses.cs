using Crm.BuildingBlocks.Hosting.Messaging;
using Crm.Planning.Domain.Promotions;
using Crm.Planning.Persistence;
using Crm.SalesOrders.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Crm.Planning.Application.Consumers.Promotions;

/// <summary>Adds up what orders use of promotions, and suspends those whose limits are reached. Who sells had stopped by itself before.</summary>
internal sealed class CountUses(PlanningDbContext db, TimeProvider time) : IBatchConsumer
{
    public static readonly Type[] Events = [typeof(PromotionRedeemedV1), typeof(PromotionReleasedV1)];

    public async Task Consume(IReadOnlyList<Received> batch, CancellationToken ct)
    {
        var told = batch.Select(Told.Of).OfType<Told>().ToList();
        var codes = told.Select(t => t.Code).Distinct().ToList();
        // Whoever counts uses of the same promotion at the same moment waits here.
        await db.Dialect.Locked<Promotion, string>(db, nameof(Promotion.Code), codes).Select(p => p.Id).ToListAsync(ct);
        var promotions = await db.Set<Promotion>().AsSplitQuery().Where(p => EF.Parameter(codes).Contains(p.Code)).ToDictionaryAsync(p => p.Code, ct);
        var usages = (await db.Set<PromotionUsage>().Where(u => EF.Parameter(codes).Contains(u.Code)).ToListAsync(ct)).ToDictionary(u => (u.Code, u.Currency));
        var redemptions = await Known(told, ct);
        // What Planning has not planned is not for it to count.
        var counted = told.Where(t => promotions.ContainsKey(t.Code)).ToList();
        foreach (var one in counted) Count(one, usages, redemptions);
        foreach (var last in counted.GroupBy(t => t.Code).Select(g => g.Last()))
            promotions[last.Code].Count([.. usages.Values.Where(u => u.Code == last.Code)], last.OrderedOn, time.GetUtcNow());
    }

    private async Task<Dictionary<Told.Use, PromotionRedemption>> Known(List<Told> told, CancellationToken ct)
    {
        var orders = told.Select(t => t.OrderId).Distinct().ToList();
        var known = await db.Set<PromotionRedemption>().Where(r => EF.Parameter(orders).Contains(r.OrderId)).ToListAsync(ct);
        return known.ToDictionary(r => new Told.Use(r.OrderId, r.Code, r.Number, r.Coupon));
    }

    private void Count(Told told, Dictionary<(string Code, string Currency), PromotionUsage> usages, Dictionary<Told.Use, PromotionRedemption> redemptions)
    {
        if (!redemptions.TryGetValue(told.Key, out var redemption))
            redemptions.Add(told.Key, redemption = db.Add(PromotionRedemption.Of(told.OrderId, told.Code, told.Number, told.Coupon, told.CustomerId, told.Currency)).Entity);
        if (!usages.TryGetValue((told.Code, told.Currency), out var usage))
            usages.Add((told.Code, told.Currency), usage = db.Add(PromotionUsage.Of(told.Code, told.Currency)).Entity);
        var before = redemption.Counted;
        redemption.Take(told.Position, told.Amount, told.OrderedOn, told.IsReleased);
        var after = redemption.Counted;
        usage.Add(after.Orders - before.Orders, after.Amount - before.Amount, told.At);
    }

    private sealed record Told(
        int Position, DateTimeOffset At, Guid OrderId, Guid CustomerId, string Code, int Number, string? Coupon, decimal Amount, string Currency, DateOnly OrderedOn, bool IsReleased)
    {
        public Use Key => new(OrderId, Code, Number, Coupon ?? "");

        public static Told? Of(Received received) => received.Event switch
        {
            PromotionRedeemedV1 e => new(
                received.StreamPosition, received.OccurredAt, e.OrderId, e.CustomerId, e.Code, e.Version, e.Coupon, e.Amount, e.Currency, e.OrderedOn, IsReleased: false),
            PromotionReleasedV1 e => new(
                received.StreamPosition, received.OccurredAt, e.OrderId, e.CustomerId, e.Code, e.Version, e.Coupon, e.Amount, e.Currency, e.OrderedOn, IsReleased: true),
            _ => null,
        };

        public readonly record struct Use(Guid OrderId, string Code, int Number, string Coupon);
    }
}
