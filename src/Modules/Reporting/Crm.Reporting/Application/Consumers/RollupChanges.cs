using Crm.BuildingBlocks;
using Crm.Reporting.Persistence;
using Crm.Reporting.Persistence.Facts;
using Microsoft.EntityFrameworkCore;

namespace Crm.Reporting.Application.Consumers;

/// <summary>What a batch changes in the roll-ups, added up in memory so that each row is read and written once.</summary>
internal sealed class RollupChanges(ReportingDbContext db, int generation)
{
    private readonly Dictionary<Guid, Change> _changes = [];
    private readonly List<SalesRollup> _reduced = [];

    public void Add(OrderFact order, IReadOnlyList<OrderLineFact> lines) => Move(order, lines, sign: 1);

    public void Subtract(OrderFact order, IReadOnlyList<OrderLineFact> lines) => Move(order, lines, sign: -1);

    /// <summary>Part of a line that is counted was refunded. It stays counted as sold; what came back is added up beside it.</summary>
    public void Return(OrderLineFact line, int units, decimal net, decimal netExact)
    {
        foreach (var key in Keys(line))
        {
            var sum = ChangeOf(line, key).Sum;
            sum.ReturnedUnits += units;
            sum.ReturnedNet += net;
            sum.ReturnedRemainder += netExact - net;
        }
    }

    /// <summary>Brings the rows up to date, except for extremes that may have been taken back.</summary>
    public async Task Apply(CancellationToken ct)
    {
        // Most changes only add; taking back may empty a row or move an extreme, for which the row has to be looked at.
        List<SalesRollup> added = [.. _changes.Values.Where(c => !c.WasReduced).Select(c => c.Sum)];
        var isDone = added.Count > 0 && await db.Dialect.TryAddUp(db, added, SalesRollup.Additive, ct);
        var changes = _changes.Values.Where(c => c.WasReduced || !isDone).ToList();
        if (changes.Count == 0) return;
        var ids = changes.ConvertAll(c => c.Sum.Id);
        var known = await db.SalesRollups.Where(r => r.Generation == generation && EF.Parameter(ids).Contains(r.Id)).ToDictionaryAsync(r => r.Id, ct);
        foreach (var change in changes) Apply(change, known.GetValueOrDefault(change.Sum.Id));
    }

    /// <summary>
    /// Adding only ever widens the range from smallest to largest; what was taken back may have been at its edge. Then the facts of the
    /// days and keys concerned, which must be saved by now, tell the new edge.
    /// </summary>
    /// <returns>Whether there was anything to find.</returns>
    public async Task<bool> FindNewExtremes(CancellationToken ct)
    {
        if (_reduced.Count == 0) return false;
        foreach (var slice in _reduced.GroupBy(r => r.Slice))
        {
            var extremes = await new LineExtremes(db, generation).Of(slice.Key, [.. slice], ct);
            foreach (var row in slice) (row.Smallest, row.Largest) = extremes[row.Id];
        }

        return true;
    }

    private void Apply(Change change, SalesRollup? row)
    {
        var sum = change.Sum;
        if (row is null)
        {
            if (sum.Lines > 0) db.SalesRollups.Add(sum);
            if (sum.Lines > 0 && change.MayHaveShrunk(sum)) _reduced.Add(sum);
            return;
        }

        row.Orders += sum.Orders;
        row.Lines += sum.Lines;
        row.Units += sum.Units;
        row.Net += sum.Net;
        row.NetRemainder += sum.NetRemainder;
        row.Gross += sum.Gross;
        row.GrossRemainder += sum.GrossRemainder;
        row.Cost += sum.Cost;
        row.LinesWithoutCost += sum.LinesWithoutCost;
        row.Freight += sum.Freight;
        row.ReturnedUnits += sum.ReturnedUnits;
        row.ReturnedNet += sum.ReturnedNet;
        row.ReturnedRemainder += sum.ReturnedRemainder;
        row.Smallest = Math.Min(row.Smallest, sum.Smallest);
        row.Largest = Math.Max(row.Largest, sum.Largest);
        if (row.Lines == 0) db.SalesRollups.Remove(row);
        else if (change.MayHaveShrunk(row)) _reduced.Add(row);
    }

    private void Move(OrderFact order, IReadOnlyList<OrderLineFact> lines, int sign)
    {
        var counted = new HashSet<Guid>();
        foreach (var line in lines)
        {
            foreach (var key in Keys(line))
            {
                var change = ChangeOf(line, key);
                if (sign < 0) change.Reduce(line.NetExact);
                Move(change.Sum, line, sign);
                if (!counted.Add(change.Sum.Id)) continue;
                change.Sum.Orders += sign;
                if (key.Slice is not (Slice.Product or Slice.Category)) change.Sum.Freight += sign * order.Freight;
            }
        }
    }

    private static void Move(SalesRollup sum, OrderLineFact line, int sign)
    {
        var gross = Currencies.Round(line.GrossExact, line.Currency);
        sum.Lines += sign;
        sum.Units += sign * line.Quantity;
        sum.Net += sign * line.Net;
        sum.NetRemainder += sign * (line.NetExact - line.Net);
        sum.Gross += sign * gross;
        sum.GrossRemainder += sign * (line.GrossExact - gross);
        sum.Cost += sign * (line.Cost ?? 0);
        sum.ReturnedUnits += sign * line.ReturnedQuantity;
        sum.ReturnedNet += sign * line.ReturnedNet;
        sum.ReturnedRemainder += sign * (line.ReturnedNetExact - line.ReturnedNet);
        if (line.Cost is null) sum.LinesWithoutCost += sign;
        sum.Smallest = Math.Min(sum.Smallest, line.NetExact);
        sum.Largest = Math.Max(sum.Largest, line.NetExact);
    }

    private Change ChangeOf(OrderLineFact line, (Slice Slice, string Key) key)
    {
        var id = IdOf(line, key);
        if (_changes.TryGetValue(id, out var change)) return change;
        return _changes[id] = new Change(new SalesRollup
        {
            Generation = generation,
            Id = id,
            Slice = key.Slice,
            Day = line.OrderedOn,
            Currency = line.Currency,
            OwnerId = line.OwnerId,
            UnitId = line.UnitId,
            Key = key.Key,
            Smallest = line.NetExact,
            Largest = line.NetExact,
        });
    }

    private static Guid IdOf(OrderLineFact line, (Slice Slice, string Key) key) =>
        SalesRollup.IdOf(key.Slice, line.OrderedOn, line.Currency, line.OwnerId, line.UnitId, key.Key);

    private static IEnumerable<(Slice Slice, string Key)> Keys(OrderLineFact line)
    {
        yield return (Slice.Total, "");
        yield return (Slice.Customer, line.CustomerId.ToString());
        yield return (Slice.Product, line.ProductId.ToString());
        yield return (Slice.Category, line.Category ?? "");
        yield return (Slice.Country, line.Country ?? "");
        yield return (Slice.Channel, line.Channel);
    }

    private sealed class Change(SalesRollup sum)
    {
        private decimal? _smallestTaken;
        private decimal? _largestTaken;

        public SalesRollup Sum { get; } = sum;

        /// <summary>Something that was counted before was taken back.</summary>
        public bool WasReduced => _smallestTaken is not null;

        public void Reduce(decimal taken)
        {
            _smallestTaken = Math.Min(_smallestTaken ?? taken, taken);
            _largestTaken = Math.Max(_largestTaken ?? taken, taken);
        }

        /// <summary>Whether what was taken back was at an edge of the range, which holds it by now.</summary>
        public bool MayHaveShrunk(SalesRollup row) => _smallestTaken <= row.Smallest || _largestTaken >= row.Largest;
    }
}
