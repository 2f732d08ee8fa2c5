namespace Crm.SalesOrders.Domain;

internal sealed partial class Order
{
    /// <summary>Sum of the invoices less the credit notes.</summary>
    public decimal Invoiced { get; private set; }

    /// <summary>Sum of the credit notes.</summary>
    public decimal CreditNoted { get; private set; }

    /// <summary>Of the freight, what stands on invoices less what stands on credit notes.</summary>
    public decimal FreightInvoiced { get; private set; }

    /// <summary>Of the tax of the freight, what stands on invoices less what stands on credit notes.</summary>
    public decimal FreightTaxInvoiced { get; private set; }

    /// <summary>Of the goodwill, what stands on credit notes.</summary>
    public decimal GoodwillNoted { get; private set; }

    /// <summary>Given without anything in return; nothing once the order is cancelled, because all of it goes back then.</summary>
    private decimal Goodwill => IsSold ? Credited - WrittenOff - _lines.Sum(l => l.CreditedNet) - FreightCredited : 0m;

    private bool IsSold => State is OrderState.Confirmed or OrderState.Completed;

    /// <summary>Invoiced in full, and nothing is owed by either side.</summary>
    public bool IsSettled => Invoicing == InvoicingState.FullyInvoiced && Balance == 0m;

    /// <summary>An invoice over everything that has been sold and is not invoiced yet.</summary>
    /// <param name="number">The next of its series.</param>
    /// <param name="terms">When it is issued and due.</param>
    /// <param name="fromOrdered">Invoices what was ordered; otherwise what was shipped.</param>
    public Invoice IssueInvoice(FiscalNumber number, InvoiceTerms terms, bool fromOrdered)
    {
        if (!IsSold) throw SalesOrdersRules.OrderNotConfirmed.Broken();
        return Issue(InvoiceKind.Invoice, number, terms, Parts(InvoiceKind.Invoice, fromOrdered));
    }

    /// <summary>A credit note over everything that stands on invoices and is no longer owed.</summary>
    public Invoice IssueCreditNote(FiscalNumber number, InvoiceTerms terms, bool fromOrdered) =>
        Issue(InvoiceKind.CreditNote, number, terms, Parts(InvoiceKind.CreditNote, fromOrdered));

    /// <summary>Whether a document of the kind has anything to say now: asked before a number is taken.</summary>
    public void RequireSomethingFor(InvoiceKind kind, bool fromOrdered)
    {
        // What is asked for and not decided would stand on no document or on a wrong one.
        if (CreditReserved > 0m) throw SalesOrdersRules.RefundUndecided.Broken();
        if (Parts(kind, fromOrdered).Count == 0)
            throw (kind == InvoiceKind.Invoice ? SalesOrdersRules.NothingToInvoice : SalesOrdersRules.NothingToCredit).Broken();
    }

    private Invoice Issue(InvoiceKind kind, FiscalNumber number, InvoiceTerms terms, List<InvoicePart> parts)
    {
        var sign = kind == InvoiceKind.Invoice ? 1 : -1;
        var total = sign * parts.Sum(p => p.Amount);
        Invoiced += sign * total;
        if (kind == InvoiceKind.CreditNote) CreditNoted += total;
        var lines = new List<InvoiceLine>();
        foreach (var part in parts)
        {
            var tax = TaxWithin(part);
            lines.Add(new InvoiceLine(lines.Count + 1, part, sign, tax));
            part.Line?.Invoice(part.Quantity, part.Amount, tax.Tax);
            if (part.Kind == RefundItemKind.Freight) (FreightInvoiced, FreightTaxInvoiced) = (FreightInvoiced + part.Amount, FreightTaxInvoiced + tax.Tax);
            if (part.Kind == RefundItemKind.Goodwill) GoodwillNoted -= part.Amount;
        }

        var invoice = new Invoice(this, kind, number, terms, lines, total, coversUpTo: Invoiced + CreditNoted);
        Derive();
        Raise(new InvoiceWasIssued(invoice));
        return invoice;
    }

    /// <summary>
    /// What a document of the kind has to say now. Goodwill is noted, and stays noted, up to what stands on invoices with it: a
    /// credit note that leaves less takes the rest of the goodwill back.
    /// </summary>
    private List<InvoicePart> Parts(InvoiceKind kind, bool fromOrdered)
    {
        var isInvoice = kind == InvoiceKind.Invoice;
        var parts = Differences(fromOrdered).Where(d => isInvoice ? d.Amount > 0m : d.Amount < 0m).ToList();
        var stays = _lines.Sum(l => l.InvoicedNet) + FreightInvoiced + parts.Sum(p => p.Amount);
        var noted = isInvoice ? Math.Min(Goodwill, GoodwillNoted) : Math.Min(Math.Max(Goodwill, GoodwillNoted), stays);
        if (noted != GoodwillNoted) parts.Add(new InvoicePart(RefundItemKind.Goodwill, Line: null, 1, GoodwillNoted - noted));
        return parts;
    }

    /// <summary>What is to stand on documents less what stands on them, for every line and the freight.</summary>
    private IEnumerable<InvoicePart> Differences(bool fromOrdered)
    {
        foreach (var line in _lines.OrderBy(l => l.Position))
        {
            var (quantity, net) = IsSold ? line.ToInvoice(Sold(line), Currency) : (0, 0m);
            if (net != line.InvoicedNet) yield return new InvoicePart(RefundItemKind.Line, line, quantity - line.Invoiced, net - line.InvoicedNet);
        }

        // Shipping was done with the first goods, also where they have come back since; when no more are to come, it is what is left to pay.
        var freight = IsSold && (_lines.Exists(l => Sold(l) > 0) || _lines.TrueForAll(l => l.Open == 0)) ? Freight + FreightTax - FreightCredited : 0m;
        if (freight != FreightInvoiced) yield return new InvoicePart(RefundItemKind.Freight, Line: null, 1, freight - FreightInvoiced);

        int Sold(OrderLine line) => fromOrdered ? line.Sold : line.Shipped;
    }

    private InvoicingState InvoicingFromFacts() => this switch
    {
        { Invoiced: 0m, CreditNoted: 0m } => InvoicingState.NotInvoiced,
        _ when Invoiced == Owed + WrittenOff => InvoicingState.FullyInvoiced,
        _ => InvoicingState.PartlyInvoiced,
    };
}

/// <param name="Kind">What of the order.</param>
/// <param name="Line">For goods.</param>
/// <param name="Quantity">Units; negative where fewer are to be invoiced than are.</param>
/// <param name="Amount">Negative where less is to be invoiced than is.</param>
internal sealed record InvoicePart(RefundItemKind Kind, OrderLine? Line, int Quantity, decimal Amount);
