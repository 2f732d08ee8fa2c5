using Crm.SalesOrders.Domain.Channels;
using Crm.SalesOrders.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Application.Orders;

/// <summary>
/// Numbers of orders, from blocks that this host reserves: a counter that every order held to its commit would let only one order happen
/// at a time. Numbers are unique and rise within a host and a series; there are gaps where an order failed, a host stopped, or an order of the
/// past came in with its own number.
/// </summary>
internal sealed class OrderNumbers
{
    private const string Series = "orders";
    private const int BlockSize = 1000;

    private readonly Dictionary<string, Block> _blocks = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();

    /// <param name="db">In a transaction.</param>
    /// <param name="pattern">Of the channel by which the order comes.</param>
    /// <param name="year">Of the order.</param>
    /// <param name="ct">Cancels the wait for the counter.</param>
    public async ValueTask<string> Next(SalesOrdersDbContext db, NumberPattern pattern, int year, CancellationToken ct)
    {
        var prefix = pattern.PrefixIn(year);
        if (TryTake(db, prefix) is { } number) return pattern.Text(prefix, number);
        var series = prefix == NumberPattern.Usual.Prefix ? Series : $"{Series}/{prefix}";
        var found = await db.Dialect.Locked<NumberSeries, string>(db, nameof(NumberSeries.Name), [series]).ToListAsync(ct);
        // While this one waited for the row, another order of this host may have brought a block.
        if (TryTake(db, prefix) is { } brought) return pattern.Text(prefix, brought);
        return pattern.Text(prefix, await Reserve(db, pattern, prefix, found.SingleOrDefault() ?? Begin(db, series), ct));
    }

    private static NumberSeries Begin(SalesOrdersDbContext db, string series)
    {
        var begun = new NumberSeries(series);
        db.NumberSeries.Add(begun);
        return begun;
    }

    private async Task<long> Reserve(SalesOrdersDbContext db, NumberPattern pattern, string prefix, NumberSeries series, CancellationToken ct)
    {
        var block = await Free(db, pattern, prefix, series, ct);
        db.InTransaction<OwnBlocks>().ByPrefix[prefix] = block;
        // The rest of the block is this host's only if the reservation is committed.
        db.AfterCommit(() => Keep(prefix, block));
        return block.Next++;
    }

    // Orders of the past have numbers of their own, perhaps of this very series. Asked once for a thousand orders.
    private static async Task<Block> Free(SalesOrdersDbContext db, NumberPattern pattern, string prefix, NumberSeries series, CancellationToken ct)
    {
        while (true)
        {
            var first = series.Reserve(BlockSize);
            var texts = Enumerable.Range(0, BlockSize).ToDictionary(i => pattern.Text(prefix, first + i), i => first + i);
            var numbers = texts.Keys.ToList();
            var taken = await db.Orders.IgnoreQueryFilters().IgnoreAutoIncludes().Where(o => EF.Parameter(numbers).Contains(o.Number)).Select(o => o.Number).ToListAsync(ct);
            var begin = taken.Count == 0 ? first : taken.Max(t => texts[t]) + 1;
            if (begin < first + BlockSize) return new Block(begin, first + BlockSize);
        }
    }

    private long? TryTake(SalesOrdersDbContext db, string prefix)
    {
        if (db.InTransaction<OwnBlocks>().ByPrefix.TryGetValue(prefix, out var block) && block.Next < block.End) return block.Next++;
        lock (_gate) return _blocks.TryGetValue(prefix, out var kept) && kept.Next < kept.End ? kept.Next++ : null;
    }

    private void Keep(string prefix, Block block)
    {
        lock (_gate) _blocks[prefix] = block;
    }

    /// <summary>What an open transaction has reserved is its own until it commits: an import that places many orders at once takes one block.</summary>
    private sealed class OwnBlocks
    {
        public Dictionary<string, Block> ByPrefix { get; } = new(StringComparer.Ordinal);
    }

    private sealed class Block(long first, long end)
    {
        public long Next { get; set; } = first;

        public long End { get; } = end;
    }
}
