using Crm.BuildingBlocks.Hosting.Access;
using Crm.SalesOrders.Application.Approval;
using Crm.SalesOrders.Application.Credit;
using Crm.SalesOrders.Application.Exchange;
using Crm.SalesOrders.Application.Prices;
using Crm.SalesOrders.Application.Warehousing;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Credit;
using Crm.SalesOrders.Domain.Exchange;
using Crm.SalesOrders.Persistence;

namespace Crm.SalesOrders.Application.Orders;

/// <summary>The one way to a confirmed order: through the rules by which others have to agree, and then to the stock.</summary>
internal sealed class OrderConfirmation(
    SalesOrdersDbContext db, ApprovalReasons approval, PromotionUses uses, CreditCheck credit, CallerContext caller, TimeProvider time)
{
    /// <summary>What an order that is priced and confirmed at once is worth: by the rate of today, whatever day it is dated.</summary>
    public async Task<CompanyRate?> RateOf(OrderTerms terms, CancellationToken ct)
    {
        var today = BusinessDay.Of(time, caller.Caller);
        return terms.Rate is not { } rate || terms.OrderedOn == today ? terms.Rate : await db.RateOf(terms.Currency, rate.Currency, today, ct);
    }

    /// <summary>Confirms the order, or lets it wait for those who have to agree.</summary>
    /// <param name="order">With its lines.</param>
    /// <param name="rate">What its currency is worth today.</param>
    /// <param name="mayNeedApproval">False when it is known that there are neither rules nor credit terms.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task Confirm(Order order, CompanyRate? rate, bool mayNeedApproval, CancellationToken ct)
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
    }
}
