using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.SalesOrders.Application.Credit;
using Crm.SalesOrders.Application.Prices;
using Crm.SalesOrders.Application.Warehousing;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Credit;
using Crm.SalesOrders.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Application.Orders;

/// <summary>The one way to a confirmed order: through the rules by which others have to agree, and then to the stock.</summary>
internal sealed class OrderConfirmation(SalesOrdersDbContext db, PromotionUses uses, CreditCheck credit, CallerContext caller, TimeProvider time)
{
    /// <summary>Confirms the order, or lets it wait for those who have to agree.</summary>
    /// <param name="order">With its lines.</param>
    /// <param name="mayNeedApproval">False when it is known that there are neither rules nor credit terms.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task Confirm(Order order, bool mayNeedApproval, CancellationToken ct)
    {
        var today = BusinessDay.Of(time, caller.Caller);
        var shortfall = mayNeedApproval ? await credit.AtConfirmation(order, ct) : null;
        if (mayNeedApproval && await Reasons(order, shortfall, ct) is { Count: > 0 } reasons)
        {
            order.AskForApproval(reasons, caller.Caller.Id, today);
            return;
        }

        if (shortfall is not null) throw CreditRules.Broken(shortfall, order.Debt.Unpaid, order.Currency);
        await uses.Count(order, ct);
        order.Confirm((await db.LockStockToConfirm(order, ct)).HandOver(time.GetUtcNow()), today);
    }

    /// <summary>Refuses a change to an order that somebody else would have to agree to, unless that is who accepts it.</summary>
    public async Task RequireAgreed(Order order, Guid proposedBy, CancellationToken ct)
    {
        var by = caller.Caller;
        var mayApprove = by.Id != proposedBy && by.ScopeOf(SalesOrdersPermissions.ApproveOrders.Name) > RowScope.None;
        var open = (await Reasons(order, shortfall: null, ct)).Where(hold => !(mayApprove && hold.MayDecide(by.Id, time.GetUtcNow()))).ToList();
        if (open.Count > 0) throw SalesOrdersRules.ChangeNeedsApproval.Broken(string.Join(", ", open.Select(h => h.Words)));
    }

    private async Task<IReadOnlyList<Hold>> Reasons(Order order, CreditShortfall? shortfall, CancellationToken ct)
    {
        // Everybody has agreed; only the credit may have been used up since.
        if (order.ApprovedAt is not null && shortfall is null) return [];
        var rules = await db.ApprovalRules.AsNoTracking().Where(r => r.IsActive).OrderBy(r => r.Id).ToListAsync(ct);
        var repeats = rules.Exists(r => r.Kind == HoldKind.DuplicateReference) && await RepeatsReference(order, ct);
        var now = time.GetUtcNow();
        return [..
            from rule in rules
            let measured = rule.Exceeded(order, repeats, shortfall?.Excess)
            where measured is not null && (order.ApprovedAt is null || rule.Kind == HoldKind.Credit)
            select new Hold(rule, measured.Value, caller.Caller.Id, now)];
    }

    // Also one that the caller may not see is the same order twice.
    private async Task<bool> RepeatsReference(Order order, CancellationToken ct) => order.CustomerReference is { } reference
        && await db.Orders.IgnoreQueryFilters([ModuleDbContext.ScopeFilter]).AnyAsync(
            o => o.CustomerId == order.CustomerId && o.CustomerReference == reference && o.Id != order.Id && o.State != OrderState.Cancelled && o.State != OrderState.Expired, ct);
}
