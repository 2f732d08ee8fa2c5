using System.Globalization;
using Crm.BuildingBlocks.Hosting.Jobs;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Crm.SalesOrders.Application.Orders;

/// <summary>Finds the quotes whose last day is over.</summary>
internal sealed class ExpireQuotes(SalesOrdersDbContext db, IServiceScopeFactory scopes, TimeProvider time, ILogger<ExpireQuotes> log) : IScheduledJob
{
    public const string Name = "expire-quotes";

    private const int AtOnce = 500;

    public async Task<string> Run(CancellationToken ct)
    {
        var today = BusinessDay.LastOnEarth(time);
        var (expired, failed) = (0, 0);
        while (await Due(today, failed, ct) is { Count: > 0 } due)
        {
            foreach (var id in due)
            {
                if (await scopes.Try<ExpireQuote, OrderSaved>(Name, new ExpireQuote(id.Value, today), log, ct) is null) failed++;
                else expired++;
            }
        }

        return string.Create(CultureInfo.InvariantCulture, $"{expired} quotes expired, {failed} failed");
    }

    /// <summary>What failed in this run is still due, and comes first.</summary>
    private Task<List<OrderId>> Due(DateOnly today, int failed, CancellationToken ct) => db.Orders.IgnoreAutoIncludes()
        .Where(o => o.State == OrderState.Quoted && o.ValidUntil < today).OrderBy(o => o.Id).Select(o => o.Id).Skip(failed).Take(AtOnce).ToListAsync(ct);
}
