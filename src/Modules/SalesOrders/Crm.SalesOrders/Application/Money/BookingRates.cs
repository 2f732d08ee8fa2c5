using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Settings;
using Crm.SalesOrders.Application.Exchange;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Persistence;

namespace Crm.SalesOrders.Application.Money;

/// <summary>
/// By which rate money is booked for an order that is not confirmed yet: a payment and the invoice that follows must be worth the same. Where
/// the order was written down before anybody entered a rate, it takes the one in force when the money comes.
/// </summary>
internal sealed class BookingRates(SalesOrdersDbContext db, ISettings settings, CallerContext caller, TimeProvider time)
{
    /// <summary>Costs a read only where the order has no rate.</summary>
    public async Task Take(Order order, CancellationToken ct)
    {
        if (order.WaitsForRate) order.TakeRate(await db.RateOf(order.Currency, await settings.Text(CompanySettings.Currency, ct), BusinessDay.Of(time, caller.Caller), ct));
    }
}
