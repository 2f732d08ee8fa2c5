using Crm.SalesOrders.Domain;

namespace Crm.SalesOrders.Application.Invoices;

internal static class OverdueInvoices
{
    /// <summary>Invoices that were due before the day and are not paid in full.</summary>
    public static IQueryable<Invoice> OverdueOn(this IQueryable<Invoice> invoices, DateOnly day) => invoices.Where(i =>
        i.Kind == InvoiceKind.Invoice && i.DueOn < day && i.Order!.State != OrderState.Cancelled
        && i.CoversUpTo - i.Order.Paid + i.Order.Refunded - i.Order.Credited > 0m);
}
