using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Settings;
using Crm.SalesOrders.Application.Approval;
using Crm.SalesOrders.Application.Credit;
using Crm.SalesOrders.Application.Exchange;
using Crm.SalesOrders.Application.Loyalty;
using Crm.SalesOrders.Application.Prices;
using Crm.SalesOrders.Application.Warehousing;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Credit;
using Crm.SalesOrders.Domain.Exchange;
using Crm.SalesOrders.Persistence;

namespace Crm.SalesOrders.Application.Orders;

/// <summary>The one way to a confirmed order: through the rules by which others have to agree, and then to the stock.</summary>
internal sealed class OrderConfirmation(
    SalesOrdersDbContext db, ApprovalReasons approval, PromotionUses uses, OffsetPoints points, CreditCheck credit, ISettings settings, CallerContext caller, TimeProvider time)
{
    /// <summary>What an order that is confirmed today is worth to the company, whichever day it was ordered on.</summary>
    public async ValueTask<CompanyRate> RateOf(OrderTerms terms, CancellationToken ct)
    {
        var today = BusinessDay.Of(time, caller.Caller);
        // The terms say that of their own day.
        if (terms.OrderedOn == today && terms.Rate is { } known) return known;
        return await RateOf(terms.Currency, today, ct) is { Rate: not null } found ? found : terms.Rate!.Value;
    }

    /// <inheritdoc cref="RateOf(OrderTerms, CancellationToken)"/>
    public async ValueTask<CompanyRate> RateOf(Order order, CancellationToken ct) => await RateOf(order.Currency, BusinessDay.Of(time, caller.Caller), ct);

    /// <summary>Confirms the order, or lets it wait for those who have to agree.</summary>
    /// <param name="order">With its lines.</param>
    /// <param name="rate">Of today: the order freezes it, unless money was booked by another one.</param>
    /// <param name="mayNeedApproval">False when it is known that there are neither rules nor credit terms.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task Confirm(Order order, CompanyRate rate, bool mayNeedApproval, CancellationToken ct)
    {
        order.TakeRate(rate);
        order.RequireRate();
        var today = BusinessDay.Of(time, caller.Caller);
        var shortfall = mayNeedApproval ? await credit.AtConfirmation(order, ct) : null;
        if (mayNeedApproval && await approval.ToConfirm(order, shortfall, ct) is { Count: > 0 } reasons)
        {
            order.AskForApproval(reasons, caller.Caller.Id, today);
            return;
        }

        if (shortfall is not null) throw CreditRules.Broken(shortfall, order.Debt.Unpaid, order.Currency);
        await uses.Count(order, ct);
        order.Confirm((await db.LockStockToConfirm(order, ct)).HandOver(time.GetUtcNow()), today);
        await points.Spend(order, ct);
    }

    private async Task<CompanyRate> RateOf(string currency, DateOnly today, CancellationToken ct) =>
        await db.RateOf(currency, await settings.Text(CompanySettings.Currency, ct), today, ct);
}
