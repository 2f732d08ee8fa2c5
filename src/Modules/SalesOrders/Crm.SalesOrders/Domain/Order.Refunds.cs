using Crm.BuildingBlocks;

namespace Crm.SalesOrders.Domain;

internal sealed partial class Order
{
    /// <summary>
    /// Asks for money back. It is reserved at once, so that what is asked for by several at a time never exceeds what came in, and what is
    /// credited never what the order came to. Units that have not left are not sent any more.
    /// </summary>
    /// <param name="wish">What for. Of the units of a line first those that have not left.</param>
    /// <param name="reason">As the customer says.</param>
    /// <param name="stock">Of all products of the order.</param>
    /// <param name="now">When it is recorded.</param>
    /// <param name="requestedBy">Who cannot approve it.</param>
    public Refund RequestRefund(RefundWish wish, string? reason, LockedStock stock, DateTimeOffset now, Guid? requestedBy = null)
    {
        if (wish.IsCredit && !IsSold && State != OrderState.Cancelled) throw SalesOrdersRules.NothingOwedYet.Broken();
        var items = Reserve(wish, (line, units) => Math.Min(units, line.Open));
        FreeUnwanted(stock);
        var amount = items.Sum(i => i.Amount);
        if (amount == 0m && !items.Exists(i => i.Kind == RefundItemKind.Unsent)) throw SalesOrdersRules.NothingToRefund.Broken();
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
        var items = Reserve(returned, (_, _) => 0);
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

    /// <summary>
    /// Takes back what was reserved or granted for a refund that comes to nothing. Units that are to be sent after all take what is free at once.
    /// </summary>
    public void Release(Refund refund, LockedStock stock)
    {
        foreach (var item in refund.Items)
        {
            if (item.Kind == RefundItemKind.Freight) FreightCredited -= item.Amount;
            if (item.LineId is { } id) Reopen(Line(id), item, stock);
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

    private void Reopen(OrderLine line, RefundItem item, LockedStock stock)
    {
        line.TakeBackCredit(item.Kind, item.Quantity, item.Amount);
        if (State == OrderState.Cancelled)
        {
            line.CancelOpen();
            return;
        }

        if (line.Open > 0) State = OrderState.Confirmed;
        Allocate(line, Math.Min(line.BackOrdered, stock.AvailableFor(line)), stock);
    }

    /// <param name="wish">What for.</param>
    /// <param name="unsent">How many of so many units of a line have not left.</param>
    private List<RefundItem> Reserve(RefundWish wish, Func<OrderLine, int, int> unsent)
    {
        var excess = Excess;
        var creditable = Creditable;
        var items = new List<RefundItem>();
        foreach (var (lineId, quantity) in wish.Lines)
        {
            var line = Line(lineId);
            var open = unsent(line, quantity);
            if (quantity - open > line.SentAndCreditable) throw SalesOrdersRules.CreditsTooMuch.Broken(line.Sku, line.SentAndCreditable + open, quantity);
            if (open > 0) Add(RefundItem.OfLine(RefundItemKind.Unsent, line, open, line.CallOff(open, Currency, creditable)));
            if (quantity > open) Add(RefundItem.OfLine(RefundItemKind.Line, line, quantity - open, line.Credit(quantity - open, Currency, creditable)));
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
