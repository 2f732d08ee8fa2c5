using Crm.BuildingBlocks.Hosting.Jobs;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Application.Orders;

/// <summary>Finds the quotes whose last day is over.</summary>
internal sealed class ExpireQuotes(SalesOrdersDbContext db, ICommandHandler<ExpireQuote, OrderSaved> expire, TimeProvider time) : IScheduledJob
{
    private const int AtOnce = 500;
    private static readonly TimeSpan WesternmostZone = TimeSpan.FromHours(-12);

    public async Task<string> Run(CancellationToken ct)
    {
        var today = DateOnly.FromDateTime((time.GetUtcNow() + WesternmostZone).UtcDateTime);
        var expired = 0;
        while (await Due(today, ct) is { Count: > 0 } due)
        {
            foreach (var id in due) await expire.Handle(new ExpireQuote(id.Value, today), ct);
            expired += due.Count;
        }

        return $"{expired} quotes expired";
    }

    private Task<List<OrderId>> Due(DateOnly today, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        return db.Orders.Where(o => o.State == OrderState.Quoted && o.ValidUntil < today).OrderBy(o => o.Id).Select(o => o.Id).Take(AtOnce).ToListAsync(ct);
    }
}
