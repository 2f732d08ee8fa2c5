namespace Crm.SalesOrders.Domain;

internal sealed partial class Order
{
    /// <summary>Goods came in: lines that wait take what is free of them, in the order of the lines.</summary>
    /// <returns>Units that were taken.</returns>
    public int FillBackOrders(LockedStock stock)
    {
        var taken = 0;
        foreach (var line in _lines.Where(l => l.BackOrdered > 0).OrderBy(l => l.Position))
        {
            var free = Math.Min(line.BackOrdered, stock.AvailableFor(line));
            if (free == 0) continue;
            Allocate(line, free, stock);
            taken += free;
        }

        if (taken > 0) Raise(new BackOrderWasFilled(taken));
        return taken;
    }
}
