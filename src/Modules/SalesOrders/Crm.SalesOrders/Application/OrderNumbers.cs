using System.Globalization;
using Crm.SalesOrders.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Application;

/// <summary>
/// Numbers of orders, from blocks that this host reserves: a counter that every order held to its commit would let only one order happen
/// at a time. Numbers are unique and rise within a host; there are gaps where an order failed or a host stopped.
/// </summary>
internal sealed class OrderNumbers
{
    private const string Series = "orders";
    private const int BlockSize = 1000;

    private readonly Lock _gate = new();
    private long _next;
    private long _end;

    public async ValueTask<string> Next(SalesOrdersDbContext db, CancellationToken ct)
    {
        if (TryTake() is { } number) return Text(number);
        var found = await db.Dialect.Locked<NumberSeries, string>(db, nameof(NumberSeries.Name), [Series]).ToListAsync(ct);
        // While this one waited for the row, another order of this host may have brought a block.
        if (TryTake() is { } brought) return Text(brought);
        return Text(Reserve(db, found.SingleOrDefault()));
    }

    private static string Text(long number) => string.Create(CultureInfo.InvariantCulture, $"SO-{number:D8}");

    private long Reserve(SalesOrdersDbContext db, NumberSeries? series)
    {
        if (series is null) db.NumberSeries.Add(series = new NumberSeries(Series));
        var first = series.Reserve(BlockSize);
        // The rest of the block is this host's only if the reservation is committed.
        db.AfterCommit(() => Keep(first + 1, first + BlockSize));
        return first;
    }

    private long? TryTake()
    {
        lock (_gate) return _next < _end ? _next++ : null;
    }

    private void Keep(long next, long end)
    {
        lock (_gate) (_next, _end) = (next, end);
    }
}
