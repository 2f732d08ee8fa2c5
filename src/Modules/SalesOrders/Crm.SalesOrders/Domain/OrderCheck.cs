namespace Crm.SalesOrders.Domain;

/// <summary>
/// Recomputes an order from everything that happened to it, and names what the order says differently. Every sum and state that an order
/// keeps is the result of facts that are kept beside it; here they are added up anew, by nothing that wrote them.
/// </summary>
internal static class OrderCheck
{
    /// <param name="order">With all its lines, shipments, acceptances, holds and write-offs.</param>
    /// <param name="facts">Everything else that names it.</param>
    public static IReadOnlyList<OrderDifference> Differences(Order order, OrderFacts facts)
    {
        var found = new List<OrderDifference>();
        CheckTotals(order, found);
        foreach (var line in order.Lines) CheckLine(order, line, facts, found);
        CheckMoney(order, facts, found);
        CheckDocuments(order, facts, found);
        CheckLedger(order, facts, found);
        CheckStates(order, found);
        return found;
    }

    private static void CheckTotals(Order order, List<OrderDifference> found)
    {
        Same(found, "net", order.Net, order.Lines.Sum(l => l.Net));
        Same(found, "netExact", order.NetExact, order.Lines.Sum(l => l.NetExact));
        Same(found, "tax", order.Tax, order.Lines.Sum(l => l.Tax) + order.FreightTax);
        Same(found, "gross", order.Gross, order.Net + order.Freight + order.Tax);
        Same(found, "openHolds", order.OpenHolds, order.Holds.Count(h => h.IsOpen));
    }

    private static void CheckLine(Order order, OrderLine line, OrderFacts facts, List<OrderDifference> found)
    {
        var sent = order.Shipments.Where(s => s.State != ShipmentState.Lost).ToList();
        var shipped = Units(sent, line) + order.Acceptances.SelectMany(a => a.Lines).Where(l => l.LineId == line.Id).Sum(l => l.Quantity);
        var back = facts.Returns.SelectMany(r => r.Lines, (r, l) => (r.State, Line: l)).Where(r => r.Line.LineId == line.Id).ToList();
        var credits = facts.Refunds.Where(Stands).SelectMany(r => r.Items).Where(i => i.LineId == line.Id).ToList();
        var holdsStock = order.State == OrderState.Confirmed && line.IsStocked;
        Same("shipped", line.Shipped, shipped);
        Same("delivered", line.Delivered, Units(sent.Where(s => s.State == ShipmentState.Delivered), line));
        Same("returned", line.Returned, back.Where(r => r.State is ReturnState.Received or ReturnState.Inspected or ReturnState.Closed).Sum(r => r.Line.Received));
        Same("returnReserved", line.ReturnReserved, back.Where(r => r.State is ReturnState.Requested or ReturnState.Approved).Sum(r => r.Line.Quantity));
        if (order.State != OrderState.Cancelled) Same("calledOffOrCredited", line.Cancelled + line.Credited, credits.Sum(i => i.Quantity));
        Same("creditedAmount", line.CreditedNet, credits.Sum(i => i.Amount));
        Same("invoicedAmount", line.InvoicedNet, facts.Invoices.Sum(i => Sign(i) * i.Lines.Where(l => l.LineId == line.Id).Sum(l => l.Amount)));
        Same("invoicedTax", line.InvoicedTax, facts.Invoices.Sum(i => Sign(i) * i.Lines.Where(l => l.LineId == line.Id).Sum(l => l.Tax)));
        Same("backOrdered", line.BackOrdered, holdsStock ? line.Open - line.Allocated : 0);
        if (!holdsStock) Same("allocated", line.Allocated, 0);
        Holds("shipped + allocated <= quantity - cancelled - not given", line.Shipped + line.Allocated <= line.Sold);
        Holds("only gifts are not given", line.NotGiven == 0 || (line.IsGift && line.NotGiven > 0));
        Holds("0 <= allocated", line.Allocated >= 0);
        Holds("0 <= delivered <= shipped", line.Delivered >= 0 && line.Delivered <= line.Shipped);
        Holds("returned <= shipped", line.Returned + line.ReturnReserved <= line.Shipped);
        Holds("credited <= shipped", line.Credited <= line.Shipped && line.CreditedNet <= line.Gross);

        void Same(string what, decimal said, decimal explained) => OrderCheck.Same(found, $"lines[{line.Position}].{what}", said, explained);

        void Holds(string what, bool isTrue) => OrderCheck.Holds(found, $"lines[{line.Position}]: {what}", isTrue);
    }

    private static void CheckMoney(Order order, OrderFacts facts, List<OrderDifference> found)
    {
        var entries = facts.Entries.ToLookup(e => e.Kind, e => e.Amount);
        var granted = facts.Refunds.Where(r => r.State is RefundState.Approved or RefundState.Settled).ToList();
        var waiting = facts.Refunds.Where(r => r.State is RefundState.Requested or RefundState.Approved);
        Same(found, "paid", order.Paid, entries[PaymentEntryKind.Capture].Sum() - entries[PaymentEntryKind.ChargeBack].Sum());
        Same(found, "refunded", order.Refunded, entries[PaymentEntryKind.Refund].Sum());
        Same(found, "refunded by refunds", order.Refunded, facts.Refunds.Where(r => r.State == RefundState.Settled).Sum(r => r.Amount));
        Same(found, "authorised", order.Authorised, facts.Authorised);
        Same(found, "credited", order.Credited, granted.Sum(r => r.Credit) + order.WrittenOff);
        Same(found, "writtenOff", order.WrittenOff, order.WriteOffs.Sum(w => w.Amount));
        Same(found, "creditReserved", order.CreditReserved, facts.Refunds.Where(r => r.State == RefundState.Requested).Sum(r => r.Credit));
        Same(found, "refundReserved", order.RefundReserved, waiting.Sum(r => r.Amount));
        Same(found, "freightCredited", order.FreightCredited, facts.Refunds.Where(Stands).SelectMany(r => r.Items).Where(i => i.Kind == RefundItemKind.Freight).Sum(i => i.Amount));
    }

    private static void CheckDocuments(Order order, OrderFacts facts, List<OrderDifference> found)
    {
        Same(found, "invoiced", order.Invoiced, facts.Invoices.Sum(i => Sign(i) * i.Total));
        Same(found, "creditNoted", order.CreditNoted, facts.Invoices.Where(i => i.Kind == InvoiceKind.CreditNote).Sum(i => i.Total));
        Same(found, "freightInvoiced", order.FreightInvoiced, Of(RefundItemKind.Freight));
        Same(found, "freightTaxInvoiced", order.FreightTaxInvoiced, facts.Invoices.Sum(i => Sign(i) * i.Lines.Where(l => l.Kind == RefundItemKind.Freight).Sum(l => l.Tax)));
        Same(found, "goodwillNoted", order.GoodwillNoted, -Of(RefundItemKind.Goodwill));
        Holds(found, "goodwill on documents <= lines and freight", order.GoodwillNoted <= order.Lines.Sum(l => l.InvoicedNet) + order.FreightInvoiced);
        foreach (var document in facts.Invoices) Same(found, $"{document.Number}.total", document.Total, document.Lines.Sum(l => l.Amount));

        decimal Of(RefundItemKind kind) => facts.Invoices.Sum(i => Sign(i) * i.Lines.Where(l => l.Kind == kind).Sum(l => l.Amount));
    }

    /// <summary>What left the stock for the order is what its shipments say, those that were lost included; what came back is what was restocked.</summary>
    private static void CheckLedger(Order order, OrderFacts facts, List<OrderDifference> found)
    {
        var sent = order.Shipments.SelectMany(s => s.Lines).Where(l => facts.Stocked.Contains(l.ProductId)).ToLookup(l => l.ProductId, l => l.Quantity);
        var back = facts.Returns.SelectMany(r => r.Lines).ToLookup(l => l.ProductId, l => l.Restocked);
        var moved = facts.Movements.ToLookup(m => m.ProductId);
        foreach (var product in facts.Stocked)
        {
            Same(found, "ledger: issued", -moved[product].Where(m => m.Reason == MovementReason.Issue).Sum(m => m.Change), sent[product].Sum());
            Same(found, "ledger: returned", moved[product].Where(m => m.Reason == MovementReason.Return).Sum(m => m.Change), back[product].Sum());
        }
    }

    private static void CheckStates(Order order, List<OrderDifference> found)
    {
        var derived = order.DerivedStates();
        Same(found, "state", order.State, derived.State);
        Same(found, "fulfilment", order.Fulfilment, derived.Fulfilment);
        Same(found, "payment", order.Payment, derived.Payment);
        Same(found, "invoicing", order.Invoicing, derived.Invoicing);
        Same(found, "status", order.Status, derived.Status);
        Same(found, "told to be completed", order.IsToldCompleted, order.State == OrderState.Completed);
        Same(found, "told to be settled", order.IsToldSettled, order.IsSettled);
        Holds(found, "archived only at rest", order.ArchivedAt is null || OrderLife.IsAtRest(order));
        Holds(found, "nothing open in a cancelled order", order.State != OrderState.Cancelled || order.Lines.All(l => l.Open == 0));
    }

    private static bool Stands(Refund refund) => refund.State is not (RefundState.Rejected or RefundState.Failed);

    private static int Sign(Invoice document) => document.Kind == InvoiceKind.Invoice ? 1 : -1;

    private static int Units(IEnumerable<Shipment> shipments, OrderLine line) => shipments.SelectMany(s => s.Lines).Where(l => l.LineId == line.Id).Sum(l => l.Quantity);

    private static void Same<T>(List<OrderDifference> found, string what, T said, T explained)
        where T : struct
    {
        if (!said.Equals(explained)) found.Add(new OrderDifference(what, FormattableString.Invariant($"{said}"), FormattableString.Invariant($"{explained}")));
    }

    private static void Holds(List<OrderDifference> found, string what, bool isTrue)
    {
        if (!isTrue) found.Add(new OrderDifference(what, "false", "true"));
    }
}

/// <summary>What happened to an order beside what it keeps with itself.</summary>
internal sealed record OrderFacts
{
    public IReadOnlyCollection<PaymentEntry> Entries { get; init; } = [];

    /// <summary>Open in the authorisations for the order.</summary>
    public decimal Authorised { get; init; }

    public IReadOnlyCollection<Refund> Refunds { get; init; } = [];

    public IReadOnlyCollection<GoodsReturn> Returns { get; init; } = [];

    public IReadOnlyCollection<Invoice> Invoices { get; init; } = [];

    /// <summary>Rows of the stock ledger that name the order.</summary>
    public IReadOnlyCollection<StockMovement> Movements { get; init; } = [];

    /// <summary>Goods of the order.</summary>
    public IReadOnlySet<ProductId> Stocked { get; init; } = new HashSet<ProductId>();
}

/// <param name="What">Which sum, state or rule.</param>
/// <param name="Said">By the order.</param>
/// <param name="Explained">By what happened.</param>
internal sealed record OrderDifference(string What, string Said, string Explained);
