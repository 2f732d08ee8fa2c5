using System.Linq.Expressions;
using Crm.SalesOrders.Domain;
using Microsoft.EntityFrameworkCore.Query;

namespace Crm.SalesOrders.Application.Invoices;

internal static class OverdueInvoices
{
    private static readonly Expression<Func<Invoice, bool>> IsOpen =
        WithUncovered<bool>((_, uncovered) => uncovered > 0m);

    /// <summary>Invoices that were due before the day and are not paid in full.</summary>
    public static IQueryable<Invoice> OverdueOn(this IQueryable<Invoice> invoices, DateOnly day) =>
        invoices.Where(i => i.Kind == InvoiceKind.Invoice && i.DueOn < day).Where(IsOpen);

    /// <summary>Something that is asked of an invoice and of its <see cref="Invoice.Uncovered"/>.</summary>
    public static Expression<Func<Invoice, TResult>> WithUncovered<TResult>(Expression<Func<Invoice, decimal, TResult>> asked)
    {
        var invoice = Invoice.Uncovered.Parameters[0];
        return Expression.Lambda<Func<Invoice, TResult>>(
            ReplacingExpressionVisitor.Replace(asked.Parameters[1], Invoice.Uncovered.Body, ReplacingExpressionVisitor.Replace(asked.Parameters[0], invoice, asked.Body)), invoice);
    }
}
