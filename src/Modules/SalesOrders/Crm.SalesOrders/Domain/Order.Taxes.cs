using Crm.BuildingBlocks;

namespace Crm.SalesOrders.Domain;

internal sealed partial class Order
{
    /// <summary>Fraction.</summary>
    public decimal FreightTaxRate { get; private set; }

    /// <summary>
    /// The tax within a part of an invoice or credit note: what is contained in all that stands on documents with it, less what is without it. So
    /// the parts of a line add up to its tax, and to nothing when all is credited. Goodwill is a payment without anything in return and bears no tax.
    /// </summary>
    private (decimal Rate, decimal Tax) TaxWithin(InvoicePart part) => part switch
    {
        // It was taken off the order: what is credited of it contains tax as it was invoiced.
        { Line: { Gross: 0m } line } => (line.TaxRate, Currencies.Round(part.Amount * line.TaxRate / (1m + line.TaxRate), Currency)),
        { Line: { } line } => (line.TaxRate, Within(line.Tax, line.Gross, line.InvoicedNet + part.Amount) - Within(line.Tax, line.Gross, line.InvoicedNet)),
        { Kind: RefundItemKind.Freight } => (FreightTaxRate,
            Within(FreightTax, Freight + FreightTax, FreightInvoiced + part.Amount) - Within(FreightTax, Freight + FreightTax, FreightInvoiced)),
        _ => (0m, 0m),
    };

    private decimal Within(decimal tax, decimal gross, decimal part) => gross == 0m ? 0m : Currencies.Round(tax * part / gross, Currency);
}
