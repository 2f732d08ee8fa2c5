using Crm.BuildingBlocks;

namespace Crm.SalesOrders.Domain;

internal sealed partial class Order
{
    /// <summary>Fraction.</summary>
    public decimal FreightTaxRate { get; private set; }

    /// <summary>
    /// The tax within a part of an invoice or credit note: what is contained in all that stands on documents with it, less what stands there
    /// already. So the parts of a line add up to its tax, and to nothing when all is credited or it was taken off. Goodwill is a payment without anything in return and bears no tax.
    /// </summary>
    private (decimal Rate, decimal Tax) TaxWithin(InvoicePart part) => part switch
    {
        { Line: { } line } => (line.TaxRate, Within(line.Tax, line.Gross, line.InvoicedNet + part.Amount) - line.InvoicedTax),
        { Kind: RefundItemKind.Freight } => (FreightTaxRate, Within(FreightTax, Freight + FreightTax, FreightInvoiced + part.Amount) - FreightTaxInvoiced),
        _ => (0m, 0m),
    };

    private decimal Within(decimal tax, decimal gross, decimal part) => gross == 0m ? 0m : Currencies.Round(tax * part / gross, Currency);
}
