using Crm.SalesOrders.Domain.Loyalty;
using Crm.SalesOrders.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Application.Loyalty;

internal static class LockedPoints
{
    /// <summary>The account of a customer with what is left on it, locked until the end of the transaction; orders are locked before it.</summary>
    public static async Task<PointsAccount> LockPoints(this SalesOrdersDbContext db, Guid customer, CancellationToken ct)
    {
        return (await db.LockPoints([customer], ct)).SingleOrDefault() ?? db.OpenPoints(customer);
    }

    /// <summary>Two that open it at once: the second one's save fails on the customer, and its work is done again.</summary>
    public static PointsAccount OpenPoints(this SalesOrdersDbContext db, Guid customer) => db.PointsAccounts.Add(new PointsAccount(customer)).Entity;

    /// <summary>Those of the accounts of these customers that there are, locked in one order.</summary>
    public static async Task<List<PointsAccount>> LockPoints(this SalesOrdersDbContext db, IReadOnlyCollection<Guid> customers, CancellationToken ct)
    {
        var accounts = await db.Dialect.Locked<PointsAccount, Guid>(db, nameof(PointsAccount.CustomerId), customers).ToListAsync(ct);
        foreach (var account in accounts) await db.Entry(account).Collection(a => a.Entries).Query().Where(e => e.Left > 0).LoadAsync(ct);
        return accounts;
    }
}
