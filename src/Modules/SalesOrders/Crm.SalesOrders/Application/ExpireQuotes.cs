using Crm.BuildingBlocks.Hosting.Jobs;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Application;

/// <summary>Ends a quote whose last day is over everywhere on earth.</summary>
internal sealed record ExpireQuote(Guid Id, DateOnly Today) : ICommand<OrderSaved>;

internal sealed class ExpireQuoteHandler(SalesOrdersDbContext db) : ICommandHandler<ExpireQuote, OrderSaved>
{
    public async Task<OrderSaved> Handle(ExpireQuote command, CancellationToken ct)
    {
        var order = await db.ForChange<Order, OrderId>(new OrderId(command.Id), ct);
        // Meanwhile it may have been accepted, or quoted again.
        if (order.State == OrderState.Quoted) order.Expire(command.Today);
        return OrderSaved.Of(order);
    }
}

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
