using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Settings;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Credit;
using Crm.SalesOrders.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Application.Credit;

/// <summary>
/// Compares what a customer would owe with the limit, under the lock of the customer's terms, which is taken before every other: who checks
/// next sees what this order adds. Customers without terms cost one look for them at most.
/// </summary>
internal sealed class CreditCheck(SalesOrdersDbContext db, ISettings settings, CallerContext caller, TimeProvider time)
{
    /// <summary>By how much confirming the order goes beyond the limit; null where it does not, or where that is checked at shipping.</summary>
    public async Task<CreditShortfall?> AtConfirmation(Order order, CancellationToken ct) =>
        await IsAtShipping(ct) ? null : await Shortfall(order, fromShipping: false, ct);

    /// <summary>Refuses the first shipment of an order that goes beyond the limit, where that is the moment to check it.</summary>
    public async Task RequireAtShipping(Order order, CancellationToken ct)
    {
        if (order.Fulfilment != FulfilmentState.None || !await IsAtShipping(ct)) return;
        if (await Shortfall(order, fromShipping: true, ct) is { } shortfall) throw CreditRules.Broken(shortfall, order.Debt.Unpaid, order.Currency);
    }

    public async Task<bool> IsAtShipping(CancellationToken ct) => await settings.YesNo(SalesSettings.CreditAtShipping, ct);

    private async Task<CreditShortfall?> Shortfall(Order order, bool fromShipping, CancellationToken ct)
    {
        // Also one that is paid, or allowed to go beyond the limit, is counted by those who come next.
        var family = await db.Family(order.CustomerId, ct);
        var terms = CreditTerms.OfFamily(family, await db.Dialect.Locked<CreditTerms, Guid>(db, nameof(CreditTerms.CustomerId), family).ToListAsync(ct));
        if (order.IsCreditAllowed || order.Debt.Unpaid == 0m || terms is null) return null;
        if (terms.ComparesWorth(order))
        {
            var worth = order.Worth(order.Debt.Unpaid)!.Value + await db.ExposedWorthWithout(family, order, fromShipping, BusinessDay.Of(time, caller.Caller), ct);
            return worth > terms.Limit ? new CreditShortfall(worth, terms.Limit!.Value, terms.IsBlocked) { Currency = terms.Currency } : null;
        }

        if (terms.LimitIn(order.Currency) is not { } limit) return null;
        var exposure = order.Debt.Unpaid + await db.ExposureWithout(family, order, fromShipping, ct);
        return exposure > limit ? new CreditShortfall(exposure, limit, terms.IsBlocked) : null;
    }
}
