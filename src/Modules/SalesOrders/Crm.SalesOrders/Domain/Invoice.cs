using System.Globalization;
using Crm.BuildingBlocks;

namespace Crm.SalesOrders.Domain;

/// <summary>An invoice or credit note as it was sent. Never changed, except that the name goes when the customer is erased.</summary>
internal sealed class Invoice : AggregateRoot, IOfOrder
{
    private readonly List<InvoiceLine> _lines = [];

    private Invoice()
    {
    }

    public Invoice(
        Order order, InvoiceKind kind, FiscalNumber number, InvoiceTerms terms, IEnumerable<InvoiceLine> lines, decimal total, decimal coversUpTo)
    {
        Id = new InvoiceId(Guid.CreateVersion7());
        (Kind, FiscalYear, Sequence, Number) = (kind, number.Year, number.Sequence, number.Text(kind));
        (Order, OrderId, OrderNumber, CustomerId, CustomerName) = (order, order.Id, order.Number, order.CustomerId, terms.CustomerName);
        (Currency, IssuedOn, DueOn, Total, CoversUpTo) = (order.Currency, terms.IssuedOn, terms.IssuedOn.AddDays(terms.PaymentDays), total, coversUpTo);
        (CompanyCurrency, CompanyRate) = (order.CompanyRate is null ? null : order.CompanyCurrency, order.CompanyRate);
        _lines.AddRange(lines);
        Raise(new DocumentWasIssued());
    }

    public InvoiceId Id { get; private set; }

    public override Guid Key => Id.Value;

    public InvoiceKind Kind { get; private set; }

    /// <summary>Without gaps within its kind and fiscal year.</summary>
    public string Number { get; private set; } = "";

    /// <summary>The year in which the fiscal year begins.</summary>
    public int FiscalYear { get; private set; }

    public long Sequence { get; private set; }

    public OrderId OrderId { get; private set; }

    public string OrderNumber { get; private set; } = "";

    /// <summary>Once it is issued, only there when a query asks for it.</summary>
    public Order? Order { get; private set; }

    [PersonKey]
    public Guid CustomerId { get; private set; }

    [PersonalInCopies]
    public string? CustomerName { get; private set; }

    public string Currency { get; private set; } = "";

    /// <summary>In which the company keeps its books; null where no rate was known.</summary>
    public string? CompanyCurrency { get; private set; }

    /// <summary>Units of it for one unit of <see cref="Currency"/>: that which the order froze.</summary>
    public decimal? CompanyRate { get; private set; }

    /// <summary>Business date.</summary>
    public DateOnly IssuedOn { get; private set; }

    /// <summary>Business date; of an invoice.</summary>
    public DateOnly DueOn { get; private set; }

    /// <summary>More than zero, on a credit note too; zero where a credit note takes back as much goodwill.</summary>
    public decimal Total { get; private set; }

    /// <summary>
    /// Sum of the order's invoices up to and with this one. Money of the order pays its invoices in their order, so what is open of this one
    /// follows from it and the sums of the order alone.
    /// </summary>
    public decimal CoversUpTo { get; private set; }

    public IReadOnlyList<InvoiceLine> Lines => _lines;

    /// <summary>What the lines come to per tax rate, the lowest rate first.</summary>
    public IReadOnlyList<TaxedAmount> Taxes =>
        [.. _lines.GroupBy(l => l.TaxRate).OrderBy(g => g.Key).Select(g => new TaxedAmount(g.Key, g.Sum(l => l.Net), g.Sum(l => l.Tax)))];

    /// <summary>
    /// What is still to be paid of it; its order must have been read with it. Of what the order owes and has invoiced, the newest invoices are
    /// open, because the oldest are paid first; credit notes count wherever they come from.
    /// </summary>
    public decimal Open => Kind == InvoiceKind.CreditNote || Order!.State == OrderState.Cancelled
        ? 0m
        : Math.Clamp(Order.Debt.Receivable - (Order.Invoiced + Order.CreditNoted - CoversUpTo), 0m, Total);
}

internal sealed class InvoiceLine
{
    private InvoiceLine()
    {
    }

    /// <param name="position">From 1.</param>
    /// <param name="part">What of the order.</param>
    /// <param name="sign">-1 on a credit note.</param>
    /// <param name="tax">Rate, and what is contained in the part.</param>
    public InvoiceLine(int position, InvoicePart part, int sign, (decimal Rate, decimal Tax) tax)
    {
        Id = Guid.CreateVersion7();
        (Position, Kind, LineId) = (position, part.Kind, part.Line?.Id);
        (Sku, Description, Unit) = (part.Line?.Sku, part.Line?.ProductName, part.Line?.Unit);
        (Quantity, Amount) = (Math.Max(0, sign * part.Quantity), sign * part.Amount);
        (TaxRate, Tax) = (tax.Rate, sign * tax.Tax);
        if (part.Kind != RefundItemKind.Line) Quantity = 1;
    }

    public Guid Id { get; private set; }

    public int Position { get; private set; }

    public RefundItemKind Kind { get; private set; }

    /// <summary>Line of the order.</summary>
    public Guid? LineId { get; private set; }

    public string? Sku { get; private set; }

    /// <summary>Of goods: their name when they were sold.</summary>
    public string? Description { get; private set; }

    public string? Unit { get; private set; }

    /// <summary>Zero where only an amount is corrected.</summary>
    public int Quantity { get; private set; }

    /// <summary>More than zero, with all discounts taken off and with tax; negative where a credit note takes goodwill back.</summary>
    public decimal Amount { get; private set; }

    /// <summary>Fraction.</summary>
    public decimal TaxRate { get; private set; }

    /// <summary>Contained in the amount, in whole digits of the currency.</summary>
    public decimal Tax { get; private set; }

    public decimal Net => Amount - Tax;
}

/// <param name="Rate">Fraction.</param>
/// <param name="Net">Without tax.</param>
/// <param name="Tax">On the net, as it was allotted to the lines.</param>
internal sealed record TaxedAmount(decimal Rate, decimal Net, decimal Tax);

/// <summary>A number of a series that has no gaps.</summary>
/// <param name="Year">The year in which the fiscal year begins.</param>
/// <param name="Sequence">From 1.</param>
internal sealed record FiscalNumber(int Year, long Sequence)
{
    public static int YearOf(DateOnly day, int firstMonth) => day.Month >= firstMonth ? day.Year : day.Year - 1;

    public static string Series(InvoiceKind kind, int year) => string.Create(CultureInfo.InvariantCulture, $"{(kind == InvoiceKind.Invoice ? "invoices" : "credit-notes")}-{year}");

    public string Text(InvoiceKind kind) => string.Create(CultureInfo.InvariantCulture, $"{(kind == InvoiceKind.Invoice ? "INV" : "CN")}-{Year}-{Sequence:D6}");
}

/// <param name="CustomerName">As it is now.</param>
/// <param name="IssuedOn">Business date.</param>
/// <param name="PaymentDays">Until it is due.</param>
internal sealed record InvoiceTerms(string? CustomerName, DateOnly IssuedOn, int PaymentDays);

internal enum InvoiceKind
{
    [Label("Invoice", "发票")]
    Invoice,
    [Label("Credit note", "贷记单")]
    CreditNote,
}

internal sealed record DocumentWasIssued : DomainEvent;
