namespace Crm.SalesOrders.Domain;

/// <summary>How an order ends of which the rest will not come.</summary>
internal sealed partial class Order
{
    /// <summary>
    /// Each line becomes what was shipped or accepted of it, at the price per unit that it had: nobody pays more per unit because the rest does
    /// not come. What was promised to the rest is free again.
    /// </summary>
    /// <param name="reason">Why the rest does not come.</param>
    /// <param name="by">Who says so.</param>
    /// <param name="stock">Of all products of the order.</param>
    /// <param name="now">When it is recorded.</param>
    /// <returns>As what it is kept: a change that was proposed and accepted in one step.</returns>
    public OrderChange Close(string reason, Guid by, LockedStock stock, DateTimeOffset now)
    {
        Require(OrderAction.Close);
        var open = _lines.Where(l => l.Open > 0).ToList();
        var gross = _lines.Sum(l => l.PriceOfShipped(Currency).Gross) + Freight + FreightTax;
        var forecast = new ChangeForecast(
            gross, PriceHash ?? "", [.. open.Where(l => l.Allocated > 0).Select(l => new StockEffect(l.Sku, -l.Allocated, stock.AvailableFor(l)))]);
        var change = new OrderChange(this, [.. open.Select(l => new LineWish(l.Shipped, l.Id))], forecast, reason, approvals: [], by, now);
        foreach (var line in open)
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
        change.Accept(by, now);
        return change;
    }
}
