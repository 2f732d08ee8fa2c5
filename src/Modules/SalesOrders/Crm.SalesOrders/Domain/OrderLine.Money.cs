using Crm.BuildingBlocks;

namespace Crm.SalesOrders.Domain;

/// <summary>What of a line was invoiced and credited.</summary>
internal sealed partial class OrderLine
{
    /// <summary>Units that stand on invoices, less those on credit notes.</summary>
    public int Invoiced { get; private set; }

    /// <summary>Of net and tax, what stands on invoices less what stands on credit notes.</summary>
    public decimal InvoicedNet { get; private set; }

    /// <summary>Of the tax, what stands on invoices less what stands on credit notes.</summary>
    public decimal InvoicedTax { get; private set; }

    /// <summary>Of the units that left, those that were credited or are asked to be.</summary>
    public int Credited { get; private set; }

    /// <summary>Of net and tax, credited for those units and for those that were called off, in whole digits of the currency.</summary>
    public decimal CreditedNet { get; private set; }

    /// <summary>Units that may still be credited.</summary>
    public int Creditable => Sold - Credited;

    /// <summary>Of them, units that left.</summary>
    public int SentAndCreditable => Shipped - Credited;

    /// <summary>Credits units that left.</summary>
    /// <inheritdoc cref="PartOfRest"/>
    public decimal Credit(int quantity, string currency, decimal most)
    {
        var amount = PartOfRest(quantity, currency, most);
        Credited += quantity;
        CreditedNet += amount;
        IsNamed = true;
        return amount;
    }

    /// <summary>Credits units that have not left and are not to be sent any more.</summary>
    /// <inheritdoc cref="PartOfRest"/>
    public decimal CallOff(int quantity, string currency, decimal most)
    {
        var amount = PartOfRest(quantity, currency, most);
        Cancelled += quantity;
        CreditedNet += amount;
        IsNamed = true;
        Wait();
        return amount;
    }

    /// <summary>What is to stand on invoices when so many units have been sold for good.</summary>
    /// <param name="sold">Shipped or ordered units, credited ones included.</param>
    /// <param name="currency">Of the order.</param>
    public (int Quantity, decimal Amount) ToInvoice(int sold, string currency)
    {
        var quantity = Math.Max(0, sold - Credited);
        var rest = Gross - CreditedNet;
        return (quantity, quantity >= Creditable ? rest : Currencies.Round(rest * quantity / Creditable, currency));
    }

    public void Invoice(int quantity, decimal net, decimal tax)
    {
        Invoiced += quantity;
        InvoicedNet += net;
        InvoicedTax += tax;
        IsNamed = true;
    }

    /// <summary>What was credited is owed again. Units that are not with the customer are to be sent again.</summary>
    public void TakeBackCredit(RefundItemKind kind, int quantity, decimal amount)
    {
        // Of units that had left, some may have got lost since: these are not to be sent until now.
        var sent = kind == RefundItemKind.Unsent ? 0 : Math.Min(quantity, Credited);
        Credited -= sent;
        Cancelled -= quantity - sent;
        CreditedNet -= amount;
        Wait();
    }

    /// <summary>
    /// The units' part of what is left of the line's net and tax, and for the last ones all of it: in whatever parts everything is credited,
    /// they add up to what the line came to.
    /// </summary>
    /// <param name="quantity">Not more than <see cref="Creditable"/>.</param>
    /// <param name="currency">Of the order.</param>
    /// <param name="most">What may still be credited of the order; goodwill may have given some of it before.</param>
    private decimal PartOfRest(int quantity, string currency, decimal most)
    {
        var rest = Gross - CreditedNet;
        return Math.Min(most, quantity == Creditable ? rest : Currencies.Round(rest * quantity / Creditable, currency));
    }
}
