using System.Linq.Expressions;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Catalogue;
using Crm.SalesOrders.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

namespace Crm.SalesOrders.Application.Orders;

/// <summary>Which products are sold on a business date. One that was deleted is not found at all, and so is not.</summary>
internal static class SoldProducts
{
    private static readonly Expression<Func<Product, DateOnly, bool>> OnDay = (p, day) => p.IsActive && !(p.ActiveFrom > day) && !(p.ActiveTo < day);

    /// <summary>Whether a product is sold on a day, in a query that is handed to <see cref="In"/>.</summary>
    public static bool IsSold(Product product, DateOnly day) => throw new InvalidOperationException($"{product.Sku} on {day}: for queries alone.");

    /// <summary>The query with what it asks of products said in full.</summary>
    public static Expression<TQuery> In<TQuery>(Expression<TQuery> query) => (Expression<TQuery>)new SaidInFull().Visit(query);

    /// <summary>Refuses to go on with an order for products that are not sold on a business date.</summary>
    public static async Task RequireSold(this SalesOrdersDbContext db, Order order, DateOnly day, CancellationToken ct)
    {
        var named = order.Lines.Where(l => l.Quantity > 0).ToList();
        var ids = named.Select(l => l.ProductId).Distinct().ToList();
        var sold = await db.Products.Where(In<Func<Product, bool>>(p => EF.Parameter(ids).Contains(p.Id) && IsSold(p, day))).Select(p => p.Id).ToListAsync(ct);
        var closed = named.Where(l => !sold.Contains(l.ProductId)).Select(l => l.Sku).Distinct().Order(StringComparer.Ordinal).ToList();
        if (closed.Count > 0) throw CatalogueRules.NotSoldOn.Broken(string.Join(", ", closed), day);
    }

    private sealed class SaidInFull : ExpressionVisitor
    {
        protected override Expression VisitMethodCall(MethodCallExpression node) =>
            node.Method.DeclaringType != typeof(SoldProducts) || node.Method.Name != nameof(IsSold) ? base.VisitMethodCall(node)
                : new ReplacingExpressionVisitor([.. OnDay.Parameters], [Visit(node.Arguments[0]), Visit(node.Arguments[1])]).Visit(OnDay.Body);
    }
}
