using Crm.BuildingBlocks.Hosting.Access;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Loyalty;
using Crm.SalesOrders.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Application.Loyalty;

/// <summary>
/// Books the points by which a promotion made an order cheaper: they are spent with the confirmation and come back with a cancellation. Always
/// the last thing that is done, because the account is locked after everything else.
/// </summary>
internal sealed class OffsetPoints(SalesOrdersDbContext db, CallerContext caller, TimeProvider time)
{
    /// <summary>Spends what a confirmed order uses.</summary>
    public Task Spend(Order order, CancellationToken ct) => order.State == OrderState.Confirmed ? Book(order, order.PointsUsed, ct) : Task.CompletedTask;

    /// <summary>Whether <see cref="Spend"/> would succeed; it stays so until the end of the transaction.</summary>
    public async Task<bool> Suffice(Order order, CancellationToken ct) =>
        order.PointsUsed == 0 || PointsAccount.Available(await Accounts(order, ct), BusinessDay.Of(time, caller.Caller)) >= order.PointsUsed;

    /// <param name="order">As it is now.</param>
    /// <param name="before">Points that it used before.</param>
    /// <param name="ct">Cancels.</param>
    public Task Replace(Order order, long before, CancellationToken ct) => Book(order, order.PointsUsed - before, ct);

    /// <summary>Gives back what an order used that was confirmed.</summary>
    public Task GiveBack(Order order, CancellationToken ct) => Book(order, -order.PointsUsed, ct);

    private async Task Book(Order order, long more, CancellationToken ct)
    {
        if (more == 0) return;
        var (today, now) = (BusinessDay.Of(time, caller.Caller), time.GetUtcNow());
        var accounts = await Accounts(order, ct);
        if (more > 0) PointsAccount.Spend(PointsKind.Offset, accounts, more, order.Id, today, now);
        else await GiveBack(order, -more, accounts, today, ct);
    }

    // Also those of others who were the same customer when it was confirmed: each gets its own back.
    private async Task GiveBack(Order order, long points, List<PointsAccount> accounts, DateOnly today, CancellationToken ct)
    {
        var program = await db.LoyaltyPrograms.AsNoTracking().SingleOrDefaultAsync(ct);
        var spent = await db.PointsEntries.Where(e => e.OrderId == order.Id && (e.Kind == PointsKind.Offset || e.Kind == PointsKind.OffsetReturned))
            .GroupBy(e => EF.Property<PointsAccountId>(e, "AccountId")).Select(g => new { Account = g.Key, Points = -g.Sum(e => e.Points) }).ToDictionaryAsync(g => g.Account, g => g.Points, ct);
        foreach (var account in accounts)
        {
            var part = Math.Min(points, spent.GetValueOrDefault(account.Id));
            if (part > 0) account.Add(PointsKind.OffsetReturned, part, order.Id, today, program?.ValidUntil(today), time.GetUtcNow());
            points -= part;
        }
    }

    private async Task<List<PointsAccount>> Accounts(Order order, CancellationToken ct)
    {
        var family = await db.Family(order.CustomerId, ct);
        var spenders = await db.PointsAccounts.Where(a => a.Entries.Any(e => e.OrderId == order.Id && e.Kind == PointsKind.Offset)).Select(a => a.CustomerId).ToListAsync(ct);
        return await db.LockPoints([.. family.Union(spenders)], ct);
    }
}
