using System.Linq.Expressions;
using Crm.SalesOrders.Domain;
using Microsoft.EntityFrameworkCore.Query;

namespace Crm.SalesOrders.Application.Invoices;

/// <summary>What is open of invoices, for the database.</summary>
internal static class OverdueInvoices
{
    /// <summary>
    /// <see cref="Invoice.Open"/> before it is limited to the total: what is owed and stands on the order's invoices, less what came in and less
    /// the invoices after this one.
    /// </summary>
    private static readonly Expression<Func<Invoice, decimal>> Uncovered = i => i.Kind == InvoiceKind.CreditNote || i.Order!.State == OrderState.Cancelled
        ? 0m
        : (i.Order.Invoiced < i.Order.Gross - i.Order.Credited ? i.Order.Invoiced : i.Order.Gross - i.Order.Credited)
            - i.Order.Paid + i.Order.Refunded - (i.Order.Invoiced + i.Order.CreditNoted - i.CoversUpTo);

    private static readonly Expression<Func<Invoice, bool>> IsOpen = WithUncovered((_, uncovered) => uncovered > 0m);

    /// <summary>Invoices that were due before the day and are not paid in full.</summary>
    public static IQueryable<Invoice> OverdueOn(this IQueryable<Invoice> invoices, DateOnly day) =>
        invoices.Where(i => i.Kind == InvoiceKind.Invoice && i.DueOn < day).Where(IsOpen);

    /// <summary>Something that is asked of an invoice and of what is uncovered up to it, up to the total of which it is open.</summary>
    public static Expression<Func<Invoice, TResult>> WithUncovered<TResult>(Expression<Func<Invoice, decimal, TResult>> asked)
    {
        var invoice = Uncovered.Parameters[0];
        return Expression.Lambda<Func<Invoice, TResult>>(
            ReplacingExpressionVisitor.Replace(asked.Parameters[1], Uncovered.Body, ReplacingExpressionVisitor.Replace(asked.Parameters[0], invoice, asked.Body)), invoice);
    }
}
