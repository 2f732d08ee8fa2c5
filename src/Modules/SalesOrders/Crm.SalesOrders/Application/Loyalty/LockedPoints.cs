using Crm.SalesOrders.Domain.Loyalty;
using Crm.SalesOrders.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Application.Loyalty;

internal static class LockedPoints
{
    /// <summary>The account of a customer with what is left on it, locked until the end of the transaction; orders are locked before it.</summary>
    public static async Task<PointsAccount> LockPoints(this SalesOrdersDbContext db, Guid customer, CancellationToken ct)
    {
        var account = await db.Dialect.Locked<PointsAccount, Guid>(db, nameof(PointsAccount.CustomerId), [customer]).SingleOrDefaultAsync(ct);
        // Two that open it at once: the second one's save fails on the customer, and its work is done again.
        if (account is null) db.PointsAccounts.Add(account = new PointsAccount(customer));
        else await db.Entry(account).Collection(a => a.Entries).Query().Where(e => e.Left > 0).LoadAsync(ct);
        return account;
    }
}
