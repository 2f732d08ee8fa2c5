using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.SalesOrders.Application.Prices;
using Crm.SalesOrders.Application.Warehousing;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Application;

/// <summary>The one way to a confirmed order: through the rules by which others have to agree, and then to the stock.</summary>
internal sealed class OrderConfirmation(SalesOrdersDbContext db, PromotionUses uses, CallerContext caller, TimeProvider time)
{
    /// <summary>Confirms the order, or lets it wait for those who have to agree.</summary>
    /// <param name="order">With its lines.</param>
    /// <param name="mayNeedApproval">False when it is known that there are no rules.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task Confirm(Order order, bool mayNeedApproval, CancellationToken ct)
    {
        var today = BusinessDay.Of(time, caller.Caller);
        if (mayNeedApproval && order.ApprovedAt is null && await Reasons(order, ct) is { Count: > 0 } reasons)
        {
            order.AskForApproval(reasons, caller.Caller.Id, today);
            return;
        }

        await uses.Count(order, ct);
        order.Confirm(await db.LockStockToConfirm(order, time.GetUtcNow(), ct), today);
    }

    private async Task<IReadOnlyList<Hold>> Reasons(Order order, CancellationToken ct)
    {
        var rules = await db.ApprovalRules.AsNoTracking().Where(r => r.IsActive).OrderBy(r => r.Id).ToListAsync(ct);
        var repeats = rules.Exists(r => r.Kind == HoldKind.DuplicateReference) && await RepeatsReference(order, ct);
        var now = time.GetUtcNow();
        return [..
            from rule in rules
            let measured = rule.Exceeded(order, repeats)
            where measured is not null
            select new Hold(rule, measured.Value, caller.Caller.Id, now)];
    }

    // Also one that the caller may not see is the same order twice.
    private async Task<bool> RepeatsReference(Order order, CancellationToken ct) => order.CustomerReference is { } reference
        && await db.Orders.IgnoreQueryFilters([ModuleDbContext.ScopeFilter]).AnyAsync(
            o => o.CustomerId == order.CustomerId && o.CustomerReference == reference && o.Id != order.Id && o.State != OrderState.Cancelled && o.State != OrderState.Expired, ct);
}
