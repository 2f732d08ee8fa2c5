using Crm.BuildingBlocks;

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
        var lines = back.Lines.Select(l => (l.LineId, Units: Math.Min(units(l), Line(l.LineId).SentAndCreditable))).Where(l => l.Units > 0)
            .ToDictionary(l => l.LineId, l => l.Units);
        return lines.Count == 0 ? null : CreditReturn(new RefundWish { Lines = lines }, back.Key, back.Reason, now);
    }

    /// <summary>
    /// Of goods that were credited before they came, some did not come: the customer keeps them and owes them again. What has not gone back
    /// for them stays here.
    /// </summary>
    /// <param name="back">With what came.</param>
    /// <param name="given">What was granted for all that was agreed.</param>
    /// <param name="now">When it is recorded.</param>
    /// <returns>What takes the credit back where the money is gone; null where nothing has to be.</returns>
    public Refund? TakeBackCredit(GoodsReturn back, Refund given, DateTimeOffset now)
    {
        if (given.State is not (RefundState.Approved or RefundState.Settled)) return null;
        var kept = given.Items.Select(i => (Item: i, Units: i.Quantity - back.Lines.Single(l => l.LineId == i.LineId).Received)).Where(k => k.Units > 0)
            .Select(k => RefundItem.OfLine(k.Item.Kind, Line(k.Item.LineId!.Value), -k.Units, -k.Item.PartOf(k.Units, Currency))).ToList();
        if (kept.Count == 0) return null;
        foreach (var item in kept) Line(item.LineId!.Value).TakeBackCredit(item.Kind, -item.Quantity, -item.Amount);
        if (given.State == RefundState.Settled)
        {
            var taken = new Refund(this, kept, amount: 0m, back.Reason, now, back.Key);
            Reserve(taken);
            taken.Grant(this, now);
            return taken;
        }

        var before = (given.Credit, given.Amount);
        given.Lower(kept);
        Credited -= before.Credit - given.Credit;
        RefundReserved -= before.Amount - given.Amount;
        Derive();
        Raise(new RefundWasReleased(given));
        return null;
    }

    private FulfilmentState FulfilmentFromFacts()
    {
        var returned = _lines.Sum(l => (long)l.Returned);
        if (returned > 0) return IsFullyShipped && _lines.TrueForAll(l => l.IsService || l.Returned == l.Shipped) ? FulfilmentState.Returned : FulfilmentState.PartlyReturned;
        if (IsFullyShipped) return IsFullyDelivered ? FulfilmentState.Delivered : FulfilmentState.Full;
        return _lines.Exists(l => l.Shipped > 0) ? FulfilmentState.Partial : FulfilmentState.None;
    }
}
