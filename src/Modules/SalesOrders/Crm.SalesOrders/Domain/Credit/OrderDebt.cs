namespace Crm.SalesOrders.Domain.Credit;

/// <summary>What an order adds to the exposure of its customer, part by part.</summary>
/// <remarks>
/// unpaid = receivable + not invoiced, both at least zero. What one order has been paid too much takes nothing off another. Money that is
/// authorised has not come in and takes nothing off either.
/// </remarks>
/// <param name="Owed">Gross less what was credited.</param>
/// <param name="Received">Captured, less what went back to the customer or the bank.</param>
/// <param name="Invoiced">Invoices less credit notes.</param>
internal readonly record struct OrderDebt(decimal Owed, decimal Received, decimal Invoiced)
{
    /// <summary>The order's exposure.</summary>
    public decimal Unpaid => Math.Max(0m, Owed - Received);

    /// <summary>Of it, what stands on invoices. What was credited and stands on no credit note yet is not owed, and so is not in it.</summary>
    public decimal Receivable => Math.Clamp(Math.Min(Invoiced, Owed) - Received, 0m, Unpaid);

    /// <summary>Of it, what is sold and stands on no invoice yet.</summary>
    public decimal NotInvoiced => Unpaid - Receivable;
}

/// <summary>By how much an order would take its customer beyond the limit.</summary>
/// <param name="Exposure">With the order.</param>
/// <param name="Limit">In the same currency.</param>
/// <param name="IsBlocked">The customer gets no credit at all.</param>
internal sealed record CreditShortfall(decimal Exposure, decimal Limit, bool IsBlocked)
{
    public decimal Excess => Exposure - Limit;

    /// <summary>Of the amounts, where it is not that of the order.</summary>
    public string? Currency { get; init; }
}
