using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Prices;
using Crm.SalesOrders.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Application.Prices;

/// <summary>
/// Counts what confirmed orders use of limited promotions and vouchers, in the confirming transaction and under the locks of the counters,
/// which are taken before those of the stock. Promotions without limits cost nothing.
/// </summary>
internal sealed class PromotionUses(SalesOrdersDbContext db, PriceBooks books)
{
    /// <summary>Counts them all, or none and says which promotions, that nobody asked for by a coupon, are used up.</summary>
    /// <returns>Null: they are counted.</returns>
    /// <exception cref="Crm.BuildingBlocks.RuleBroken">A voucher that was asked for is used up.</exception>
    public async Task<RefusedUses?> TryCount(IReadOnlyList<Redemption>? redemptions, CancellationToken ct)
    {
        var counters = Counters(redemptions);
        if (counters.Count == 0) return null;
        var uses = await Lock(counters, ct);
        var refused = counters.FindAll(c => !uses[c.Counter.Key].Allows(c.Redemption.Amount, c.Counter.Limit));
        // What a customer has had of a promotion is read whenever an order is priced, and decides by itself what is left.
        var usedUp = refused.FindAll(c => c.Counter.Customer is null).ConvertAll(c => c.Redemption);
        if (usedUp.Find(r => r.Coupon is not null) is { } voucher) throw PriceRules.PromotionUsedUp.Broken(voucher.Coupon);
        if (refused.Count > 0) return new RefusedUses([.. usedUp.Select(r => r.Promotion).Distinct()], [.. refused.Select(c => c.Redemption.Promotion).Distinct()]);
        foreach (var (counter, redemption) in counters) uses[counter.Key].Take(redemption.Amount);
        await TellWhatTurned(counters, uses, books.Latest, ct);
        return null;
    }

    /// <summary>Counts what an order uses whose prices were told before, or refuses it.</summary>
    public async Task Count(Order order, CancellationToken ct)
    {
        if (await TryCount(order.Redemptions, ct) is { } refused) throw PriceRules.PromotionUsedUp.Broken(string.Join(", ", refused.All));
    }

    /// <summary>Whether <see cref="Count"/> would succeed; it stays so until the end of the transaction.</summary>
    public async Task<bool> Allow(Order order, CancellationToken ct)
    {
        var counters = Counters(order.Redemptions);
        if (counters.Count == 0) return true;
        var uses = await Lock(counters, ct);
        return counters.TrueForAll(c => uses[c.Counter.Key].Allows(c.Redemption.Amount, c.Counter.Limit));
    }

    /// <summary>Gives back what a confirmed order used.</summary>
    public async Task Release(Order order, CancellationToken ct)
    {
        var counters = order.State == OrderState.Confirmed ? Counters(order.Redemptions) : [];
        if (counters.Count == 0) return;
        var uses = await Lock(counters, ct);
        foreach (var (counter, redemption) in counters) uses[counter.Key].Release(redemption.Amount);
        await TellWhatTurned(counters, uses, await books.Present(db, ct), ct);
    }

    /// <summary>Gives back what an order used before and counts what it uses now, or refuses it.</summary>
    public async Task Replace(IReadOnlyList<Redemption>? before, IReadOnlyList<Redemption>? now, CancellationToken ct)
    {
        var (released, taken) = (Counters(before), Counters(now));
        if (released.Count + taken.Count == 0) return;
        // All at once: two who change in opposite directions would wait for each other.
        List<Counted> both = [.. released, .. taken];
        var uses = await Lock(both, ct);
        foreach (var (counter, redemption) in released) uses[counter.Key].Release(redemption.Amount);
        var refused = taken.Where(c => !uses[c.Counter.Key].Allows(c.Redemption.Amount, c.Counter.Limit)).Select(c => c.Counter.Coupon ?? c.Redemption.Promotion).Distinct().ToList();
        if (refused.Count > 0) throw PriceRules.PromotionUsedUp.Broken(string.Join(", ", refused));
        foreach (var (counter, redemption) in taken) uses[counter.Key].Take(redemption.Amount);
        await TellWhatTurned(both, uses, await books.Present(db, ct), ct);
    }

    /// <summary>Refuses vouchers that are used up, as of now and without a lock.</summary>
    public async Task RequireUnused(IReadOnlyList<Redemption> redemptions, CancellationToken ct)
    {
        var limits = redemptions.SelectMany(r => r.Counters()).Where(c => c.Coupon is not null).DistinctBy(c => c.Key).ToDictionary(c => c.Key, c => c.Limit);
        if (limits.Count == 0) return;
        var keys = limits.Keys.ToList();
        var uses = await db.PromotionUses.AsNoTracking().Where(u => keys.Contains(u.Key)).ToListAsync(ct);
        if (uses.Find(u => limits[u.Key].IsUsedUp(u.Used, u.Spent)) is { } usedUp) throw PriceRules.PromotionUsedUp.Broken(usedUp.Coupon);
    }

    private static List<Counted> Counters(IReadOnlyList<Redemption>? redemptions) =>
        [.. (redemptions ?? []).SelectMany(r => r.Counters().Select(c => new Counted(c, r)))];

    private async Task<Dictionary<string, PromotionUse>> Lock(List<Counted> counters, CancellationToken ct)
    {
        var uses = await db.Dialect.Locked<PromotionUse, string>(db, nameof(PromotionUse.Key), [.. counters.Select(c => c.Counter.Key).Distinct()]).ToDictionaryAsync(u => u.Key, ct);
        foreach (var (counter, redemption) in counters.Where(c => !uses.ContainsKey(c.Counter.Key)))
        {
            // Two that begin to count the same at once: the second one's save fails on the key, and its work is done again.
            var begun = db.PromotionUses.Local.SingleOrDefault(u => u.Key == counter.Key);
            if (begun is null) db.PromotionUses.Add(begun = new PromotionUse(redemption.Promotion, counter));
            uses.TryAdd(counter.Key, begun);
        }

        return uses;
    }

    // Every host must leave out, or take in again, a promotion whose last use is taken or given back, by the limits of any of its versions.
    private async Task TellWhatTurned(List<Counted> counters, Dictionary<string, PromotionUse> uses, SalesPriceBook book, CancellationToken ct)
    {
        var hasTurned = counters.Where(c => c.Counter.IsOfAll)
            .Any(c => book.LimitsOf(c.Redemption.Promotion).Append(c.Counter.Limit).Any(limit => HasTurned(uses[c.Counter.Key], limit)));
        if (hasTurned) (await PriceStamp.Lock(db, ct)).Raise(db);
    }

    private bool HasTurned(PromotionUse use, UseLimit limit)
    {
        var entry = db.Entry(use);
        var before = entry.State == EntityState.Added
            ? (Used: 0, Spent: 0m)
            : (Used: entry.Property(u => u.Used).OriginalValue, Spent: entry.Property(u => u.Spent).OriginalValue);
        return limit.IsUsedUp(before.Used, before.Spent) != limit.IsUsedUp(use.Used, use.Spent);
    }

    private sealed record Counted(UseCounter Counter, Redemption Redemption);
}

/// <param name="UsedUp">Promotions of which nothing is left for anybody.</param>
/// <param name="All">Those, and the ones of which the customer has had the most.</param>
internal sealed record RefusedUses(IReadOnlyCollection<string> UsedUp, IReadOnlyCollection<string> All);
