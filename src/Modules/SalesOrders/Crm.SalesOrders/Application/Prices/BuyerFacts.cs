using System.Collections.Frozen;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Prices;
using Crm.SalesOrders.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Application.Prices;

/// <summary>What is known of a buyer beside the customer itself.</summary>
/// <param name="Segments">Those of the asked ones that the buyer is in.</param>
/// <param name="IsFirstOrder">Null: nobody asked.</param>
/// <param name="Left">By promotion the most that it may still take off for the buyer.</param>
internal sealed record BuyerFacts(IReadOnlyList<Guid> Segments, bool? IsFirstOrder, IReadOnlyDictionary<string, decimal> Left)
{
    private static readonly BuyerFacts Nothing = new([], null, FrozenDictionary<string, decimal>.Empty);

    /// <summary>Reads what the book asks on the day of the sale, and nothing else.</summary>
    public static async Task<BuyerFacts> Read(SalesOrdersDbContext db, Sale sale, Decided decided, CancellationToken ct)
    {
        var asked = sale.Book.AsksOn(sale.Day);
        var facts = Nothing;
        if (asked.Segments.Count > 0) facts = facts with { Segments = await SegmentsOf(db, sale.Buyer.Id, asked.Segments, ct) };
        if (asked.AsksFirstOrder) facts = facts with { IsFirstOrder = !await HasOrdered(db, sale.Buyer.Id, decided.OrderId, ct) };
        if (asked.Counted.Count > 0) facts = facts with { Left = await LeftFor(db, sale.Buyer.Id, asked.Counted, decided, ct) };
        return facts;
    }

    // Whoever was found to be the buyer counts for it.
    private static async Task<IReadOnlyList<Guid>> SegmentsOf(SalesOrdersDbContext db, Guid buyer, IReadOnlyList<Guid> segments, CancellationToken ct)
    {
        var found = await db.SegmentMembers.Where(m => (m.CustomerId == buyer || db.CustomerCopies.Any(c => c.Id == m.CustomerId && c.SurvivorId == buyer))
                && EF.Parameter(segments).Contains(m.SegmentId) && db.SegmentLists.Any(l => l.SegmentId == m.SegmentId && l.InForce == m.FreezeId))
            .Select(m => m.SegmentId).Distinct().ToListAsync(ct);
        return [.. found.Order()];
    }

    // Also orders that the caller may not see, and those that were sold and taken back.
    private static Task<bool> HasOrdered(SalesOrdersDbContext db, Guid buyer, OrderId? changed, CancellationToken ct) =>
        db.Orders.IgnoreQueryFilters([ModuleDbContext.ScopeFilter]).AnyAsync(
            o => (o.CustomerId == buyer || db.CustomerCopies.Any(c => c.Id == o.CustomerId && c.SurvivorId == buyer))
                && (o.State == OrderState.Confirmed || o.State == OrderState.Completed) && o.Id != changed,
            ct);

    private static async Task<IReadOnlyDictionary<string, decimal>> LeftFor(
        SalesOrdersDbContext db, Guid buyer, IReadOnlyList<PublishPromotion> counted, Decided decided, CancellationToken ct)
    {
        var keys = counted.Select(p => Redemption.KeyOf(p.Code, buyer)).ToList();
        var uses = await db.PromotionUses.AsNoTracking().Where(u => EF.Parameter(keys).Contains(u.Key)).ToDictionaryAsync(u => u.Promotion, ct);
        var left = new Dictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var promotion in counted)
        {
            // What the order that is changed has had of it is given back to it first.
            var own = decided.Had.Where(r => r.Promotion == promotion.Code && r.Customer == buyer).ToList();
            var use = uses.GetValueOrDefault(promotion.Code);
            var (used, spent) = ((use?.Used ?? 0) - own.Count, (use?.Spent ?? 0m) - own.Sum(r => r.Amount));
            if (used >= promotion.MaxUsesPerCustomer) left[promotion.Code] = 0m;
            else if (promotion.MostPerCustomer is { } most) left[promotion.Code] = Math.Max(most - spent, 0m);
        }

        return left;
    }
}
