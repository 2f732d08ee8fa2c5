using System.Globalization;
using System.Runtime.CompilerServices;
using Crm.SalesOrders.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Crm.SalesOrders.Application.Orders;

/// <summary>
/// Numbers of orders, from blocks that this host reserves: a counter that every order held to its commit would let only one order happen
/// at a time. Numbers are unique and rise within a host; there are gaps where an order failed or a host stopped.
/// </summary>
internal sealed class OrderNumbers
{
    private const string Series = "orders";
    private const int BlockSize = 1000;

    // What an open transaction has reserved is its own until it commits: an import that places many orders at once takes one block.
    private readonly ConditionalWeakTable<IDbContextTransaction, Block> _reserved = new();
    private readonly Lock _gate = new();
    private long _next;
    private long _end;

    public async ValueTask<string> Next(SalesOrdersDbContext db, CancellationToken ct)
    {
        if (TryTake(db) is { } number) return Text(number);
        var found = await db.Dialect.Locked<NumberSeries, string>(db, nameof(NumberSeries.Name), [Series]).ToListAsync(ct);
        // While this one waited for the row, another order of this host may have brought a block.
        if (TryTake(db) is { } brought) return Text(brought);
        return Text(Reserve(db, found.SingleOrDefault()));
    }

    private static string Text(long number) => string.Create(CultureInfo.InvariantCulture, $"SO-{number:D8}");

    private long Reserve(SalesOrdersDbContext db, NumberSeries? series)
    {
        if (series is null) db.NumberSeries.Add(series = new NumberSeries(Series));
        var block = new Block(series.Reserve(BlockSize), BlockSize);
        _reserved.AddOrUpdate(db.Database.CurrentTransaction!, block);
        // The rest of the block is this host's only if the reservation is committed.
        db.AfterCommit(() => Keep(block));
        return block.Next++;
    }

    private long? TryTake(SalesOrdersDbContext db)
    {
        if (db.Database.CurrentTransaction is { } transaction && _reserved.TryGetValue(transaction, out var own) && own.Next < own.End) return own.Next++;
        lock (_gate) return _next < _end ? _next++ : null;
    }

    private void Keep(Block block)
    {
        lock (_gate) (_next, _end) = (block.Next, block.End);
    }

    private sealed class Block(long first, int size)
    {
        public long Next { get; set; } = first;

        public long End { get; } = first + size;
    }
}
