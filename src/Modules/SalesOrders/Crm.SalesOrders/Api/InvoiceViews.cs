using System.Linq.Expressions;
using Crm.BuildingBlocks;
using Crm.SalesOrders.Application;
using Crm.SalesOrders.Application.Invoices;
using Crm.SalesOrders.Domain;

namespace Crm.SalesOrders.Api;

/// <summary>An invoice or credit note in a list.</summary>
/// <param name="Uncovered">What is owed of the order's invoices up to and with this one: up to the total of it is open.</param>
internal sealed record InvoiceRow(
    Guid Id,
    InvoiceKind Kind,
    string Number,
    Guid OrderId,
    string OrderNumber,
    InvoiceCustomer Customer,
    DateOnly IssuedOn,
    DateOnly DueOn,
    Money Total,
    Money Uncovered,
    int Version)
{
    public static readonly Expression<Func<Invoice, InvoiceRow>> FromInvoice = OverdueInvoices.WithUncovered((i, uncovered) => new InvoiceRow(
        i.Id.Value, i.Kind, i.Number, i.OrderId.Value, i.OrderNumber, new InvoiceCustomer(i.CustomerId, i.CustomerName), i.IssuedOn, i.DueOn,
        new Money(i.Total, i.Currency).Rounded(),
        new Money(uncovered, i.Currency).Rounded(),
        i.Version));
}

/// <param name="Id">In Customers.</param>
/// <param name="Name">When it was issued; null once the person was erased.</param>
internal sealed record InvoiceCustomer(Guid Id, [property: MaskedAs(CustomerFields.Name)] string? Name);

/// <summary>An invoice or credit note with its lines.</summary>
/// <param name="Open">What is still to be paid of it.</param>
/// <param name="Taxes">What the lines come to per tax rate.</param>
/// <param name="CompanyCurrency">In which the company keeps its books; null where no rate was known.</param>
/// <param name="CompanyRate">Its units for one unit of the currency, as the order froze it.</param>
internal sealed record InvoiceView(
    Guid Id,
    InvoiceKind Kind,
    string Number,
    int FiscalYear,
    Guid OrderId,
    string OrderNumber,
    InvoiceCustomer Customer,
    DateOnly IssuedOn,
    DateOnly DueOn,
    Money Total,
    Money Open,
    IReadOnlyList<InvoiceTaxView> Taxes,
    IReadOnlyList<InvoiceLineView> Lines,
    string? CompanyCurrency,
    decimal? CompanyRate,
    int Version)
{
    public static InvoiceView Of(Invoice i)
    {
        return new InvoiceView(
            i.Id.Value, i.Kind, i.Number, i.FiscalYear, i.OrderId.Value, i.OrderNumber, new InvoiceCustomer(i.CustomerId, i.CustomerName), i.IssuedOn, i.DueOn,
            In(i.Total), In(i.Open), [.. i.Taxes.Select(t => new InvoiceTaxView(t.Rate, In(t.Net), In(t.Tax)))],
            [.. i.Lines.OrderBy(l => l.Position).Select(l => new InvoiceLineView(l.Position, l.Kind, l.LineId, l.Sku, l.Description, l.Unit, l.Quantity, In(l.Amount), l.TaxRate, In(l.Tax)))],
            i.CompanyCurrency, i.CompanyRate, i.Version);

        Money In(decimal amount) => new Money(amount, i.Currency).Rounded();
    }
}

internal sealed record InvoiceLineView(int Position, RefundItemKind Kind, Guid? LineId, string? Sku, string? Description, string? Unit, int Quantity, Money Amount, decimal TaxRate, Money Tax);

/// <param name="Rate">Fraction.</param>
/// <param name="Net">Without tax.</param>
/// <param name="Tax">On the net.</param>
internal sealed record InvoiceTaxView(decimal Rate, Money Net, Money Tax);
