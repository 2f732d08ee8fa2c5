using System.Reflection;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Dunning;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Persistence;

public abstract partial class SalesOrdersDbContext
{
    // Under the name of the row scope: it is the same question, asked of the order, and who has a reason to ignore the one ignores the other.
    private void LimitDocuments(ModelBuilder model)
    {
        foreach (var document in model.Model.GetEntityTypes().Select(e => e.ClrType).Where(typeof(IOfOrder).IsAssignableFrom).ToList())
            typeof(SalesOrdersDbContext).GetMethod(nameof(LimitToOrders), BindingFlags.Instance | BindingFlags.NonPublic)!.MakeGenericMethod(document).Invoke(this, [model]);
        model.Entity<Payment>().HasQueryFilter(ScopeFilter, p => ReachesAll || p.Entries.Any(e => Orders.Any(o => o.Id == e.OrderId)));
        model.Entity<Reminder>().HasQueryFilter(ScopeFilter, r => ReachesAll || Invoices.Any(i => i.Id == r.InvoiceId));
    }

    private void LimitToOrders<TDocument>(ModelBuilder model)
        where TDocument : class, IOfOrder =>
        model.Entity<TDocument>().HasQueryFilter(ScopeFilter, d => ReachesAll || Orders.Any(o => o.Id == d.OrderId));
}
