using System.Globalization;
using Crm.BuildingBlocks.Hosting.Jobs;
using Crm.SalesOrders.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Crm.SalesOrders.Application.Loyalty;

/// <summary>Counts the points of orders to which something happened, and takes away those whose last day is over everywhere on earth.</summary>
internal sealed class CountPoints(SalesOrdersDbContext db, IServiceScopeFactory scopes, TimeProvider time, ILogger<CountPoints> log) : IScheduledJob
{
    public const string Name = "count-points";

    private const int AtOnce = 500;

    public async Task<string> Run(CancellationToken ct)
    {
        var (counted, left) = (0, 0);
        // What failed in this run is still there, and comes first.
        while (await db.PointsDue.OrderBy(d => d.Id).Select(d => d.OrderId).Skip(left).Take(AtOnce).ToListAsync(ct) is { Count: > 0 } due)
        {
            foreach (var notes in due.GroupBy(order => order))
            {
                if (await scopes.Try<SettlePoints, SettledPoints>(Name, new SettlePoints(notes.Key.Value), log, ct) is null) left += notes.Count();
                else counted += notes.Count();
            }
        }

        var today = BusinessDay.LastOnEarth(time);
        var (expired, failed) = (0, 0);
        while (await Expired(today, failed, ct) is { Count: > 0 } customers)
        {
            foreach (var customer in customers)
            {
                if (await scopes.Try<ExpirePoints, PointsExpired>(Name, new ExpirePoints(customer, today), log, ct) is null) failed++;
                else expired++;
            }
        }

        return string.Create(CultureInfo.InvariantCulture, $"points counted after {counted} changes, expired for {expired} customers, {left + failed} failed");
    }

    private Task<List<Guid>> Expired(DateOnly today, int failed, CancellationToken ct) => db.PointsAccounts
        .Where(a => a.Entries.Any(e => e.Left > 0 && e.ValidUntil < today)).OrderBy(a => a.Id).Select(a => a.CustomerId).Skip(failed).Take(AtOnce).ToListAsync(ct);
}
