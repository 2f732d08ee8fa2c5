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
        order.PointsUsed == 0 || (await db.LockPoints(order.CustomerId, ct)).AvailableOn(BusinessDay.Of(time, caller.Caller)) >= order.PointsUsed;

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
        var account = await db.LockPoints(order.CustomerId, ct);
        if (more > 0)
        {
            account.Spend(PointsKind.Offset, more, order.Id, today, now);
            return;
        }

        var program = await db.LoyaltyPrograms.AsNoTracking().SingleOrDefaultAsync(ct);
        account.Add(PointsKind.OffsetReturned, -more, order.Id, today, program?.ValidUntil(today), now);
    }
}
