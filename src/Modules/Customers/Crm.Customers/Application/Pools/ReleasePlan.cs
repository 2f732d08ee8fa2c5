using System.Runtime.CompilerServices;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Customers.Application.Opportunities;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Figures;
using Crm.Customers.Domain.Opportunities;
using Crm.Customers.Domain.Pools;
using Crm.Customers.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Application.Pools;

/// <summary>A customer that a rule takes from its owner, or will when the grace is over.</summary>
/// <param name="CustomerId">Of the customer.</param>
/// <param name="OwnerId">From whom.</param>
/// <param name="Pool">Into which pool.</param>
/// <param name="NoticedOn">The first day on which everything the rule says holds, as far as the rule has looked.</param>
/// <param name="ReleaseOn">The day on which it is taken.</param>
/// <param name="IsNoticed">It is written down that it was noticed.</param>
/// <param name="Reasons">Why.</param>
internal sealed record PlannedRelease(CustomerId CustomerId, Guid OwnerId, Pool Pool, DateOnly NoticedOn, DateOnly ReleaseOn, bool IsNoticed, IReadOnlyList<Phrase> Reasons);

/// <summary>
/// Whom the rules of the pools take on a day: what the job does, and what is answered to whoever asks beforehand. Of a day to come it says
/// what the job will do if it runs every day and nothing else happens: what is open stays open, and what is only planned does not take place; of a day in the past, what it would have done by what had happened then.
/// </summary>
internal sealed class ReleasePlan(CustomersDbContext db, CompanyDay days)
{
    private const int AtOnce = 500;

    /// <summary>Those that are taken up to the day, and those that are noticed by then.</summary>
    public async IAsyncEnumerable<PlannedRelease> On(DateOnly day, [EnumeratorCancellation] CancellationToken ct)
    {
        var pools = await Ruled(ct);
        if (pools.Count == 0) yield break;
        for (var last = ""; ;)
        {
            var after = last;
            var batch = await Owned().Where(c => c.Code.CompareTo(after) > 0).OrderBy(c => c.Code).Take(AtOnce).Select(c => new { c.Id, c.Code }).ToListAsync(ct);
            foreach (var planned in await Of(batch.ConvertAll(c => c.Id), pools, day, ct)) yield return planned;
            if (batch.Count < AtOnce) yield break;
            last = batch[^1].Code;
        }
    }

    /// <summary>One customer, as <see cref="On"/> would say.</summary>
    public async Task<PlannedRelease?> Of(CustomerId customer, DateOnly day, CancellationToken ct) => (await Of([customer], await Ruled(ct), day, ct)).SingleOrDefault();

    private Task<List<Pool>> Ruled(CancellationToken ct) => db.Pools.AsNoTracking().Where(p => p.IsActive && p.Rule != null).OrderBy(p => p.Code).ToListAsync(ct);

    private IQueryable<Customer> Owned() => db.Customers.Where(c => c.OwnerId != null && c.PoolId == null && !c.IsProtected && c.Name != "" && c.MergedIntoId == null);

    private async Task<List<PlannedRelease>> Of(IReadOnlyList<CustomerId> ids, IReadOnlyList<Pool> pools, DateOnly day, CancellationToken ct)
    {
        var today = await days.Today(ct);
        var customers = await Owned().Where(c => ids.Contains(c.Id)).OrderBy(c => c.Id)
            .Select(c => new { c.Id, c.OwnerId, c.Lifecycle, c.UnitId, c.IsProtected, c.OwnedSince, c.RegisteredAt }).ToListAsync(ct);
        var facts = await Facts(customers.ConvertAll(c => c.Id), day, ct);
        var notices = await db.PoolNotices.AsNoTracking().Where(n => ids.Contains(n.CustomerId)).ToDictionaryAsync(n => (n.CustomerId, n.PoolId), n => n.NoticedOn, ct);
        var planned = new List<PlannedRelease>();
        foreach (var customer in customers)
        {
            var since = await days.Of(customer.OwnedSince ?? customer.RegisteredAt, ct);
            var (lastActivity, lastOrder, isOpen) = facts[customer.Id];
            var owned = new OwnedCustomer(customer.Lifecycle, customer.UnitId, customer.IsProtected, since, lastActivity, lastOrder, isOpen);
            if (pools.Select(p => Planned(p, owned, customer.Id, customer.OwnerId!.Value)).OfType<PlannedRelease>().MinBy(p => p.ReleaseOn) is { } release) planned.Add(release);
        }

        return planned;

        PlannedRelease? Planned(Pool pool, OwnedCustomer owned, CustomerId id, Guid owner)
        {
            if (pool.Rule!.HoldsFrom(owned) is not { } holdsFrom || holdsFrom > day) return null;
            // What was noticed before something happened counts no more.
            var isNoticed = notices.TryGetValue((id, pool.Id), out var noticed) && noticed >= holdsFrom;
            var first = isNoticed ? noticed : day < today || holdsFrom > today ? holdsFrom : today;
            var releaseOn = first.AddDays(pool.Rule.GraceDays);
            return new PlannedRelease(id, owner, pool, first, releaseOn, isNoticed, pool.Rule.Reasons(owned, releaseOn <= day ? releaseOn : day));
        }
    }

    /// <summary>What had happened by the end of the day, with the customers and with those that were found to be them.</summary>
    private async Task<Dictionary<CustomerId, (DateOnly? LastActivity, DateOnly? LastOrder, bool HasOpen)>> Facts(List<CustomerId> ids, DateOnly day, CancellationToken ct)
    {
        var merged = await db.Customers.IgnoreQueryFilters().Where(c => c.SurvivorId != null && ids.Contains(c.SurvivorId.Value)).Select(c => new { c.Id, c.SurvivorId }).ToListAsync(ct);
        var family = merged.Select(m => (Member: m.Id, Survivor: m.SurvivorId!.Value)).Concat(ids.Select(id => (Member: id, Survivor: id))).ToLookup(m => m.Survivor, m => m.Member);
        var all = ids.Concat(merged.Select(m => m.Id)).ToList();
        var end = await days.Begin(day.AddDays(1), ct);
        var orders = await db.Set<OrderAccount>().Where(a => all.Contains(a.CustomerId) && a.OrderedOn <= day && (a.CancelledOn == null || a.CancelledOn > day))
            .GroupBy(a => a.CustomerId).Select(g => new { g.Key, Last = g.Max(a => a.OrderedOn) }).ToDictionaryAsync(g => g.Key, g => g.Last, ct);
        var activities = await db.HeldActivities.Where(a => all.Contains(a.CustomerId) && a.HappenedAt < end)
            .GroupBy(a => a.CustomerId).Select(g => new { g.Key, Last = g.Max(a => a.HappenedAt) }).ToDictionaryAsync(g => g.Key, g => g.Last, ct);
        var open = (await db.Opportunities.IgnoreQueryFilters(new[] { ModuleDbContext.ScopeFilter })
            .Where(o => all.Contains(o.CustomerId) && o.OpenedAt < end && (o.State == OpportunityState.Open || o.ClosedOn > day)).Select(o => o.CustomerId).Distinct().ToListAsync(ct)).ToHashSet();
        var zone = await days.Zone(ct);
        return ids.ToDictionary(id => id, id => (
            family[id].Select(m => activities.GetValueOrDefault(m)).Max() is { } at ? DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime) : (DateOnly?)null,
            family[id].Select(m => orders.GetValueOrDefault(m)).Max(),
            family[id].Any(open.Contains)));
    }
}
