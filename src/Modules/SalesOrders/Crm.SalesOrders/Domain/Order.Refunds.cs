using Crm.BuildingBlocks;

namespace Crm.SalesOrders.Domain;

internal sealed partial class Order
{
    /// <summary>
    /// Asks for money back. It is reserved at once, so that what is asked for by several at a time never exceeds what came in, and what is
    /// credited never what the order came to.
    /// </summary>
    public Refund RequestRefund(RefundWish wish, string? reason, DateTimeOffset now, Guid? requestedBy = null)
    {
        if (State is OrderState.Draft or OrderState.Quoted) throw SalesOrdersRules.OrderNotPlaced.Broken();
        if (State == OrderState.Expired) throw SalesOrdersRules.OrderExpired.Broken();
        var items = Reserve(wish);
        var amount = items.Sum(i => i.Amount);
        if (amount == 0m) throw SalesOrdersRules.NothingToRefund.Broken();
        if (amount > Refundable) throw SalesOrdersRules.RefundTooLarge.Broken(amount, Currency, Refundable);
        var refund = new Refund(this, items, amount, reason, now, requestedBy: requestedBy);
        Reserve(refund);
        return refund;
    }

    /// <summary>
    /// Credits goods that come back. Paid back is what is then no longer owed: nothing while the order is not paid.
    /// </summary>
    public Refund CreditReturn(RefundWish returned, Guid returnId, string? reason, DateTimeOffset now)
    {
        var items = Reserve(returned);
        var credit = items.Sum(i => i.Amount);
        var debtAfterwards = Creditable - credit;
        var amount = Math.Min(credit, Math.Max(0m, Refundable - debtAfterwards));
        var refund = new Refund(this, items, amount, reason, now, returnId);
        Reserve(refund);
        refund.Grant(this, now);
        return refund;
    }

    /// <summary>The credit counts from now on.</summary>
    public void Grant(Refund refund)
    {
        CreditReserved -= refund.Credit;
        Credited += refund.Credit;
        Derive();
        Raise(new RefundWasGranted(refund));
    }

    /// <summary>Takes back what was reserved or granted for a refund that comes to nothing.</summary>
    public void Release(Refund refund)
    {
        foreach (var item in refund.Items)
        {
            if (item.Kind == RefundItemKind.Freight) FreightCredited -= item.Amount;
            if (item.LineId is { } line) Line(line).TakeBackCredit(item.Quantity, item.Amount);
        }

        if (refund.State == RefundState.Requested) CreditReserved -= refund.Credit;
        else Credited -= refund.Credit;
        RefundReserved -= refund.Amount;
        Derive();
        Raise(new RefundWasReleased(refund));
    }

    /// <summary>The money went back, by the entries that the payments of the order took for it.</summary>
    public void Settle(Refund refund)
    {
        RefundReserved -= refund.Amount;
        Derive();
        Raise(new RefundWasSettled(refund, Balance));
    }

    private void Reserve(Refund refund)
    {
        CreditReserved += refund.Credit;
        RefundReserved += refund.Amount;
        Derive();
        Raise(new RefundWasReserved(refund));
    }

    private List<RefundItem> Reserve(RefundWish wish)
    {
        var excess = Excess;
        var creditable = Creditable;
        var items = new List<RefundItem>();
        foreach (var (lineId, quantity) in wish.Lines)
        {
            var line = Line(lineId);
            if (quantity > line.Creditable) throw SalesOrdersRules.CreditsTooMuch.Broken(line.Sku, line.Creditable, quantity);
            Add(RefundItem.OfLine(line, quantity, line.Credit(quantity, Currency, creditable)));
        }

        if (wish.Freight > 0m)
        {
            if (wish.Freight > Freight + FreightTax - FreightCredited) throw SalesOrdersRules.FreightCreditTooLarge.Broken(wish.Freight, Freight + FreightTax - FreightCredited, Currency);
            Add(RefundItem.Of(RefundItemKind.Freight, Math.Min(wish.Freight, creditable)));
            FreightCredited += items[^1].Amount;
        }

        if (wish.Goodwill > creditable) throw SalesOrdersRules.GoodwillTooLarge.Broken(wish.Goodwill, creditable, Currency);
        if (wish.Goodwill > 0m) Add(RefundItem.Of(RefundItemKind.Goodwill, wish.Goodwill));
        if (wish.Overpayment > excess) throw SalesOrdersRules.NotOverpaid.Broken(wish.Overpayment, excess, Currency);
        if (wish.Overpayment > 0m) items.Add(RefundItem.Of(RefundItemKind.Overpayment, wish.Overpayment));
        RequireWhole(items);
        return items;

        void Add(RefundItem item)
        {
            items.Add(item);
            creditable -= item.Amount;
        }
    }

    private void RequireWhole(IEnumerable<RefundItem> items)
    {
        if (items.FirstOrDefault(i => Currencies.Round(i.Amount, Currency) != i.Amount) is { } item)
            throw SalesOrdersRules.AmountNotWhole.Broken(item.Amount, Currency, Currencies.Digits(Currency));
    }

    private OrderLine Line(Guid id) => _lines.Find(l => l.Id == id) ?? throw SalesOrdersRules.LineUnknown.Broken(id);
}
