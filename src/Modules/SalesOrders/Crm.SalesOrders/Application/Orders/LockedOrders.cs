using Crm.BuildingBlocks;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Application.Orders;

/// <summary>
/// Money moves while the orders it concerns are locked: whoever wants the same orders waits instead of being refused for a version that
/// somebody else has changed. Stock, where it is needed too, is locked before the orders.
/// </summary>
internal static class LockedOrders
{
    /// <summary>The order, locked until the end of the transaction: 404 when the caller may not see it, 412 when its If-Match names another version.</summary>
    public static async Task<Order> LockOrder(this SalesOrdersDbContext db, Guid id, CancellationToken ct)
    {
        var order = (await db.LockOrders([new OrderId(id)], ct)).Values.Single();
        db.CheckExpectedVersion(order);
        return order;
    }

    /// <summary>The orders by their ids, locked one after the other in the order of their ids.</summary>
    public static async Task<IReadOnlyDictionary<OrderId, Order>> LockOrders(this SalesOrdersDbContext db, IReadOnlyCollection<OrderId> ids, CancellationToken ct)
    {
        await db.Dialect.Locked<Order, OrderId>(db, nameof(Order.Id), ids).IgnoreAutoIncludes().LoadAsync(ct);
        // What is locked is tracked already and stays as it was read under the lock; this adds the lines, of what the caller may see.
        var found = await db.Orders.Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, ct);
        foreach (var id in ids.Where(id => !found.ContainsKey(id))) throw new ResourceNotFound("order", id.Value.ToString());
        return found;
    }

    /// <inheritdoc cref="LockOrder"/>
    /// <returns>The order, with the stock of its products, which is locked before it.</returns>
    public static async Task<(Order Order, LockedStock Stock)> LockOrderAndStock(this SalesOrdersDbContext db, Guid id, CancellationToken ct)
    {
        var stock = await db.StockOf(new OrderId(id), ct);
        var order = await db.LockOrder(id, ct);
        RequireSame(order, stock);
        return (order, stock);
    }

    /// <summary>A refund with its order, which is locked first: who changes a refund always holds its order.</summary>
    public static async Task<(Refund Refund, Order Order)> RefundForChange(this SalesOrdersDbContext db, Guid id, CancellationToken ct)
    {
        var of = await db.OrderOfRefund(id, ct);
        var order = (await db.LockOrders([of], ct))[of];
        return (await db.ForChange<Refund, RefundId>(new RefundId(id), ct), order);
    }

    /// <inheritdoc cref="RefundForChange"/>
    /// <returns>The same, with the stock of the order's products, which is locked before both.</returns>
    public static async Task<(Refund Refund, Order Order, LockedStock Stock)> RefundAndStock(this SalesOrdersDbContext db, Guid id, CancellationToken ct)
    {
        var stock = await db.StockOf(await db.OrderOfRefund(id, ct), ct);
        var (refund, order) = await db.RefundForChange(id, ct);
        RequireSame(order, stock);
        return (refund, order, stock);
    }

    /// <summary>A payment with the orders it concerns, which are locked first.</summary>
    public static async Task<(Payment Payment, IReadOnlyDictionary<OrderId, Order> Orders)> PaymentForChange(
        this SalesOrdersDbContext db, Guid id, CancellationToken ct)
    {
        var key = new PaymentId(id);
        var of = await db.PaymentEntries.Where(e => EF.Property<PaymentId>(e, "PaymentId") == key).Select(e => e.OrderId).Distinct().ToListAsync(ct);
        if (of.Count == 0) throw new ResourceNotFound("payment", id.ToString());
        var orders = await db.LockOrders(of, ct);
        return (await db.ForChange<Payment, PaymentId>(key, ct), orders);
    }

    private static async Task<OrderId> OrderOfRefund(this SalesOrdersDbContext db, Guid id, CancellationToken ct)
    {
        var key = new RefundId(id);
        return await db.Refunds.Where(r => r.Id == key).Select(r => (OrderId?)r.OrderId).SingleOrDefaultAsync(ct)
            ?? throw new ResourceNotFound("refund", id.ToString());
    }

    // Stock comes before the order, so which stock is read from an order that somebody may be changing just now. The unit of work begins again.
    private static void RequireSame(Order order, LockedStock stock)
    {
        if (!stock.IsOf(order)) throw new DbUpdateConcurrencyException($"{order.Number} got other goods while its stock was being locked.");
    }

    private static async Task<LockedStock> StockOf(this SalesOrdersDbContext db, OrderId id, CancellationToken ct)
    {
        var goods = await db.Orders.Where(o => o.Id == id).SelectMany(o => o.Lines, (o, l) => new { o.Warehouse, l.ProductId }).ToListAsync(ct);
        return await db.LockStock(goods.Select(g => g.ProductId), goods.Select(g => g.Warehouse).FirstOrDefault(Warehouses.Default), ct);
    }
}
