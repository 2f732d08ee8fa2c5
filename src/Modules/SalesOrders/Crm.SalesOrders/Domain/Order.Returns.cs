namespace Crm.SalesOrders.Domain;

internal sealed partial class Order
{
    /// <summary>Agrees to take goods back later; so many units of a line are spoken for from now on.</summary>
    /// <param name="quantities">Line id to units; null means everything that was shipped and is still with the customer.</param>
    /// <param name="reason">As the customer says.</param>
    /// <param name="now">When it is recorded.</param>
    public GoodsReturn RequestReturn(IReadOnlyDictionary<Guid, int>? quantities, string? reason, DateTimeOffset now)
    {
        var wanted = quantities is null
            ? _lines.Where(l => l.Returnable > 0).Select(l => (Line: l, Quantity: l.Returnable)).ToList()
            : [.. quantities.Select(q => (Line: Line(q.Key), Quantity: q.Value))];
        if (wanted.Count == 0) throw SalesOrdersRules.NothingToReturn.Broken();
        foreach (var (line, quantity) in wanted)
        {
            if (quantity > line.Returnable) throw SalesOrdersRules.ReturnsTooMuch.Broken(line.Sku, line.Returnable, quantity);
            line.ReserveReturn(quantity);
        }

        var back = new GoodsReturn(this, wanted.Select(w => new ReturnLine(w.Line, w.Quantity)), reason, now);
        Derive();
        Raise(new ReturnWasReserved(back));
        return back;
    }

    public void ReleaseReturn(GoodsReturn back)
    {
        foreach (var line in back.Lines) Line(line.LineId).ReserveReturn(-line.Quantity);
        Raise(new ReturnWasReserved(back));
    }

    /// <summary>What came is no longer with the customer; what was agreed and did not come is not spoken for any more.</summary>
    public void TakeBack(GoodsReturn back)
    {
        foreach (var line in back.Lines) Line(line.LineId).TakeBack(line.Quantity, line.Received);
        Derive();
        Raise(new ReturnWasReceived(back));
    }

    /// <summary>What is credited for goods that come back: of each line no more than was not credited before.</summary>
    /// <returns>Null where nothing is left to be credited.</returns>
    public Refund? CreditGoods(GoodsReturn back, Func<ReturnLine, int> units, DateTimeOffset now)
    {
        var lines = back.Lines.Select(l => (l.LineId, Units: Math.Min(units(l), Line(l.LineId).Creditable))).Where(l => l.Units > 0)
            .ToDictionary(l => l.LineId, l => l.Units);
        return lines.Count == 0 ? null : CreditReturn(new RefundWish { Lines = lines }, back.Key, back.Reason, now);
    }

    private FulfilmentState FulfilmentFromFacts()
    {
        var returned = _lines.Sum(l => (long)l.Returned);
        if (returned > 0) return IsFullyShipped && _lines.TrueForAll(l => l.IsService || l.Returned == l.Shipped) ? FulfilmentState.Returned : FulfilmentState.PartlyReturned;
        if (IsFullyShipped) return IsFullyDelivered ? FulfilmentState.Delivered : FulfilmentState.Full;
        return _lines.Exists(l => l.Shipped > 0) ? FulfilmentState.Partial : FulfilmentState.None;
    }
}
