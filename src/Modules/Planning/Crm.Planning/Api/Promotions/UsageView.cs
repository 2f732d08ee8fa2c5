using Crm.BuildingBlocks;
using Crm.Planning.Domain.Promotions;
using Crm.Planning.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.Planning.Api.Promotions;

/// <summary>What binding orders have had of a promotion, as far as it was heard.</summary>
/// <param name="Redeemed">Orders that have it.</param>
/// <param name="Amounts">That it took off them, one for each currency.</param>
/// <param name="Customers">Different customers.</param>
/// <param name="Left">By the limits of the newest version.</param>
/// <param name="IsSuspended">Nobody new gets it.</param>
/// <param name="Reason">Why; <c>spent</c>: its limits were reached.</param>
/// <param name="LastAt">When it was used or given back last.</param>
/// <param name="ByDay">By the business date of the orders.</param>
internal sealed record UsageView(
    int Redeemed, IReadOnlyList<Money> Amounts, int Customers, UsageLeft Left, bool IsSuspended, string? Reason, DateTimeOffset? LastAt, IReadOnlyList<UsageOfDay> ByDay)
{
    public static async Task<UsageView> Of(PlanningDbContext db, Promotion promotion, CancellationToken ct)
    {
        var code = promotion.Code;
        var usages = await db.Set<PromotionUsage>().AsNoTracking().Where(u => u.Code == code).OrderBy(u => u.Currency).ToListAsync(ct);
        var counted = db.Set<PromotionRedemption>().AsNoTracking().Where(r => r.Code == code && !r.IsReleased);
        var days = await counted.GroupBy(r => new { r.OrderedOn, r.Currency })
            .Select(g => new { g.Key.OrderedOn, g.Key.Currency, Orders = g.Count(), Amount = g.Sum(r => r.Amount) }).ToListAsync(ct);
        var customers = await counted.Select(r => r.CustomerId).Distinct().CountAsync(ct);
        var isSuspended = promotion.State == PromotionState.Suspended;
        return new UsageView(
            usages.Sum(u => u.Redeemed), [.. usages.Select(u => new Money(u.Amount, u.Currency))], customers, UsageLeft.Of(promotion.Newest, usages), isSuspended,
            isSuspended ? promotion.TurnReason : null, usages.Count == 0 ? null : usages.Max(u => u.LastAt),
            [.. days.OrderBy(d => d.OrderedOn).ThenBy(d => d.Currency, StringComparer.Ordinal).Select(d => new UsageOfDay(d.OrderedOn, d.Orders, new Money(d.Amount, d.Currency)))]);
    }
}

/// <param name="Uses">Orders that may still have it; null: any number.</param>
/// <param name="Budget">That it may still take off; null: any amount.</param>
internal sealed record UsageLeft(int? Uses, Money? Budget)
{
    public static UsageLeft Of(PromotionVersion? version, IReadOnlyList<PromotionUsage> usages)
    {
        var uses = version?.MaxUses - usages.Sum(u => u.Redeemed);
        var budget = version?.Budget - usages.Where(u => u.Currency == version?.Currency).Sum(u => u.Amount);
        return new UsageLeft(uses is { } left ? Math.Max(left, 0) : null, budget is { } amount ? new Money(Math.Max(amount, 0m), version!.Currency!) : null);
    }
}

/// <param name="On">Business date.</param>
/// <param name="Redeemed">Orders of that day that have it.</param>
/// <param name="Amount">That it took off them.</param>
internal sealed record UsageOfDay(DateOnly On, int Redeemed, Money Amount);
