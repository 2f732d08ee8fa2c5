using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.SalesOrders.Application.Orders;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Approval;
using Crm.SalesOrders.Domain.Credit;
using Crm.SalesOrders.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Application.Approval;

/// <summary>Measures an order by the rules of the moment: who has to agree, and why.</summary>
internal sealed class ApprovalReasons(SalesOrdersDbContext db, CallerContext caller, TimeProvider time)
{
    /// <summary>Why others have to agree before the order is confirmed.</summary>
    /// <param name="order">With its lines.</param>
    /// <param name="shortfall">By how much it goes beyond the credit limit; null: not at all.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task<IReadOnlyList<Hold>> ToConfirm(Order order, CreditShortfall? shortfall, CancellationToken ct)
    {
        // Everybody has agreed; only the credit may have been used up since.
        if (order.ApprovedAt is not null && shortfall is null) return [];
        var rules = await Rules(ct);
        var repeats = rules.Exists(r => r.Kind == HoldKind.DuplicateReference) && await RepeatsReference(order, ct);
        return Exceeded(rules.Where(r => order.ApprovedAt is null || r.Kind == HoldKind.Credit), Measured.Of(order), repeats, shortfall?.Excess);
    }

    /// <summary>Why others have to agree before a confirmed order becomes another one. Its reference stays, and credit is no matter of agreement here.</summary>
    public async Task<IReadOnlyList<Hold>> ToChange(Order order, ChangedTerms changed, CancellationToken ct) =>
        Exceeded(await Rules(ct), Measured.Of(order, changed.Terms, changed.Kept), repeats: false, excess: null);

    private Task<List<ApprovalRule>> Rules(CancellationToken ct) => db.ApprovalRules.AsNoTracking().Where(r => r.IsActive).OrderBy(r => r.Id).ToListAsync(ct);

    private IReadOnlyList<Hold> Exceeded(IEnumerable<ApprovalRule> rules, Measured order, bool repeats, decimal? excess) =>
        [.. from rule in rules let measured = rule.Exceeded(order, repeats, excess) where measured is not null select new Hold(rule, measured.Value, caller.Caller.Id, time.GetUtcNow())];

    // Also one that the caller may not see is the same order twice. Who confirms two at once for one customer takes turns.
    private async Task<bool> RepeatsReference(Order order, CancellationToken ct)
    {
        if (order.CustomerReference is not { } reference) return false;
        var family = await db.Family(order.CustomerId, ct);
        await db.Dialect.Locked<CustomerCopy, Guid>(db, nameof(CustomerCopy.Id), [family[0]]).LoadAsync(ct);
        return await db.Orders.IgnoreQueryFilters([ModuleDbContext.ScopeFilter]).AnyAsync(
            o => EF.Parameter(family).Contains(o.CustomerId) && o.CustomerReference == reference && o.Id != order.Id && o.State != OrderState.Cancelled && o.State != OrderState.Expired, ct);
    }
}
