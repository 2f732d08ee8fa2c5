namespace Crm.SalesOrders.Domain;

/// <summary>How an order ends of which the rest will not come.</summary>
internal sealed partial class Order
{
    /// <summary>What the customer would pay if it were closed now.</summary>
    public decimal GrossWhenClosed => _lines.Sum(l => l.PriceOfShipped(Currency).Gross) + Freight + FreightTax;

    /// <summary>
    /// Each line becomes what was shipped or accepted of it, at the price per unit that it had: nobody pays more per unit because the rest does
    /// not come. What was promised to the rest is free again.
    /// </summary>
    /// <param name="change">What it is recorded as.</param>
    /// <param name="stock">Of all products of the order.</param>
    public void Close(OrderChange change, LockedStock stock)
    {
        Require(OrderAction.Close);
        foreach (var line in _lines.Where(l => l.Open > 0))
        {
            if (line.Allocated > 0) stock.Of(line).Release(line.Allocated);
            line.EndWithShipped(Currency);
        }

        // A line of which nothing came stays only where something names it.
        _lines.RemoveAll(l => l.Quantity == 0 && !l.IsNamed);
        (Net, NetExact, Tax) = (_lines.Sum(l => l.Net), _lines.Sum(l => l.NetExact), _lines.Sum(l => l.Tax) + FreightTax);
        Gross = Net + Freight + Tax;
        Derive();
        Raise(new OrderWasAmended(change.Key));
    }
}
