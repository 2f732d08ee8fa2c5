using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Settings;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Persistence;

namespace Crm.SalesOrders.Application.Exchange;

/// <summary>Money for an order that is not binding yet is booked by a rate, which the order then keeps. Only an order that has none costs a read.</summary>
internal sealed class RateOfMoney(SalesOrdersDbContext db, ISettings settings, CallerContext caller, TimeProvider time)
{
    /// <summary>Refuses money for an order that cannot be paid now, or of whose currency nobody knows what it is worth.</summary>
    public async Task RequireMayPay(Order order, CancellationToken ct)
    {
        order.RequireMayPay();
        if (!order.LacksRateForMoney) return;
        await Take(order, ct);
        order.RequireRate();
    }

    /// <summary>Takes the rate in force, where there is one.</summary>
    public async Task Take(Order order, CancellationToken ct)
    {
        if (!order.LacksRateForMoney) return;
        var company = await settings.Text(CompanySettings.Currency, ct);
        order.TakeRate(await db.RateOf(order.Currency, company, BusinessDay.Of(time, caller.Caller), ct));
    }
}
