using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Settings;
using Crm.SalesOrders.Application.Orders;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Application.AfterSales;

/// <param name="Id">Of the return.</param>
/// <param name="OrderId">Whose goods.</param>
/// <param name="State">Where it stands.</param>
/// <param name="RefundId">What the customer gets for it, once that is decided.</param>
/// <param name="Version">Counts what happened to it.</param>
internal sealed record ReturnSaved(Guid Id, Guid OrderId, ReturnState State, Guid? RefundId, int Version)
{
    public static ReturnSaved Of(GoodsReturn r) => new(r.Id.Value, r.OrderId.Value, r.State, r.RefundId?.Value, r.Version);
}

/// <summary>What the steps of a return have in common.</summary>
internal sealed class Returns(SalesOrdersDbContext db, ISettings settings, TimeProvider time)
{
    /// <summary>A return with its order, which is locked first.</summary>
    public async Task<(GoodsReturn Return, Order Order)> ForChange(Guid id, CancellationToken ct)
    {
        var key = new ReturnId(id);
        var of = await OrderOf(key, ct);
        var order = (await db.LockOrders([of], ct))[of];
        return (await db.ForChange<GoodsReturn, ReturnId>(key, ct), order);
    }

    /// <summary>A return with the stock of its goods and its order: stock is always locked before orders.</summary>
    public async Task<(GoodsReturn Return, LockedStock Stock)> ForInspection(Guid id, CancellationToken ct)
    {
        var key = new ReturnId(id);
        var of = await OrderOf(key, ct);
        var goods = await db.Returns.Where(r => r.Id == key).SelectMany(r => r.Lines.Select(l => l.ProductId)).Distinct().ToListAsync(ct);
        var warehouse = await db.Orders.Where(o => o.Id == of).Select(o => o.Warehouse).SingleAsync(ct);
        var stock = await db.LockStock(goods, warehouse, ct);
        await db.LockOrders([of], ct);
        return (await db.ForChange<GoodsReturn, ReturnId>(key, ct), stock);
    }

    /// <summary>
    /// Credits the goods where the company's policy says so at this step, and takes back what was credited before for goods that did not come.
    /// What has not to be paid back is settled at once.
    /// </summary>
    /// <param name="back">The return.</param>
    /// <param name="order">Its order.</param>
    /// <param name="isBack">The goods have come.</param>
    /// <param name="on">Business date.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task Credit(GoodsReturn back, Order order, bool isBack, DateOnly on, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        if (back.RefundId is { } id)
        {
            if (isBack) TakeBack(back, order, await db.ForChange<Refund, RefundId>(id, ct), on, now);
            return;
        }

        if (!(isBack || await settings.YesNo(SalesSettings.RefundBeforeReceipt, ct))) return;
        if (order.CreditGoods(back, line => isBack ? line.Received : line.Quantity, now) is not { } refund) return;
        SettleNothing(refund, order, on, now);
        db.Refunds.Add(refund);
        back.GiveBack(refund);
    }

    private void TakeBack(GoodsReturn back, Order order, Refund given, DateOnly on, DateTimeOffset now)
    {
        var taken = order.TakeBackCredit(back, given, now);
        SettleNothing(given, order, on, now);
        if (taken is null) return;
        SettleNothing(taken, order, on, now);
        db.Refunds.Add(taken);
    }

    private static void SettleNothing(Refund refund, Order order, DateOnly on, DateTimeOffset now)
    {
        if (refund is { State: RefundState.Approved, Amount: 0m }) refund.Settle(order, [], new Booking(on, Method: null, Reference: null, now));
    }

    private async Task<OrderId> OrderOf(ReturnId key, CancellationToken ct) =>
        await db.Returns.Where(r => r.Id == key).Select(r => (OrderId?)r.OrderId).SingleOrDefaultAsync(ct)
        ?? throw new ResourceNotFound("return", key.Value.ToString());
}
