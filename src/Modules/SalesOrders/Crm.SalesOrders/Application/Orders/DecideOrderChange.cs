using System.Text.Json.Serialization;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Application.Credit;
using Crm.SalesOrders.Application.Loyalty;
using Crm.SalesOrders.Application.Prices;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Credit;
using Crm.SalesOrders.Domain.Prices;
using Crm.SalesOrders.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Application.Orders;

/// <summary>Makes the order what the change says, at the price that was told.</summary>
/// <param name="OrderId">Which order.</param>
/// <param name="Id">Of the change.</param>
internal sealed record AcceptOrderChange(Guid OrderId, Guid Id) : ICommand<OrderSaved>;

internal sealed class AcceptOrderChangeValidator : AbstractValidator<AcceptOrderChange>
{
    public AcceptOrderChangeValidator()
    {
        RuleFor(c => c.OrderId).NotEmpty();
        RuleFor(c => c.Id).NotEmpty();
    }
}

internal sealed class AcceptOrderChangeHandler(
    SalesOrdersDbContext db, OrderChanging changing, CreditCheck credit, PromotionUses uses, OffsetPoints points, CallerContext caller, TimeProvider time)
    : ICommandHandler<AcceptOrderChange, OrderSaved>
{
    public async Task<OrderSaved> Handle(AcceptOrderChange command, CancellationToken ct)
    {
        var (change, order) = await db.ChangeForDecision(command.OrderId, command.Id, ct);
        change.RequireOpen();
        AgreeByAccepting(change);
        change.RequireAgreed();
        if (order.WhyNot(OrderAction.Amend) is { } rule) throw rule.Broken();
        // Locks as everywhere: credit, promotions, stock.
        await credit.AtConfirmation(order, ct);
        var unpaid = order.Debt.Unpaid;
        var changed = await changing.Read(order, change.Lines, change.PriceAuthority, ct);
        PriceToken.Require(change.PriceHash, changed.PriceHash(order), order.Currency);
        await uses.Replace(order.Redemptions, changed.Terms.Redemptions, ct);
        var stock = await db.LockStock(order.Lines.Select(l => l.ProductId).Concat(changed.Terms.Goods.Select(l => l.Product.Id)), order.Warehouse, ct);
        var pointsBefore = order.PointsUsed;
        order.Amend(change, changed.Terms, changed.Kept, stock);
        change.Accept(caller.Caller.Id, time.GetUtcNow());
        if (order.Debt.Unpaid > unpaid && await credit.AtConfirmation(order, ct) is { } shortfall)
            throw CreditRules.Broken(shortfall, order.Debt.Unpaid, order.Currency);
        await points.Replace(order, pointsBefore, ct);
        return OrderSaved.Of(order);
    }

    // Who may agree and accepts has agreed; where others have to agree as well, the change waits for them.
    private void AgreeByAccepting(OrderChange change)
    {
        var (by, now) = (caller.Caller, time.GetUtcNow());
        if (by.ScopeOf(SalesOrdersPermissions.ApproveOrders.Name) > RowScope.None && change.MayBeApprovedBy(by.Id, now)) change.Approve(by.Id, note: null, now);
    }
}

/// <summary>Leaves the order as it is.</summary>
internal sealed record RejectOrderChange : ICommand<OrderChangeSaved>
{
    [JsonIgnore]
    public Guid OrderId { get; init; }

    [JsonIgnore]
    public Guid Id { get; init; }

    public required string Reason { get; init; }
}

internal sealed class RejectOrderChangeValidator : AbstractValidator<RejectOrderChange>
{
    public RejectOrderChangeValidator()
    {
        RuleFor(c => c.OrderId).NotEmpty();
        RuleFor(c => c.Id).NotEmpty();
        RuleFor(c => c.Reason).NotEmpty().MaximumLength(Columns.Reason);
    }
}

internal sealed class RejectOrderChangeHandler(SalesOrdersDbContext db, CallerContext caller, TimeProvider time) : ICommandHandler<RejectOrderChange, OrderChangeSaved>
{
    public async Task<OrderChangeSaved> Handle(RejectOrderChange command, CancellationToken ct)
    {
        var (change, _) = await db.ChangeForDecision(command.OrderId, command.Id, ct);
        change.Reject(command.Reason, caller.Caller.Id, time.GetUtcNow());
        return OrderChangeSaved.Of(change);
    }
}

internal static class OrderChangeAccess
{
    /// <summary>A change with its order, for those who may see the order.</summary>
    public static async Task<(OrderChange Change, Order Order)> ChangeForDecision(this SalesOrdersDbContext db, Guid orderId, Guid id, CancellationToken ct)
    {
        var (order, key) = (new OrderId(orderId), new OrderChangeId(id));
        if (!await db.OrderChanges.AnyAsync(c => c.Id == key && c.OrderId == order, ct)) throw new ResourceNotFound("order-change", id.ToString());
        var change = await db.ForChange<OrderChange, OrderChangeId>(key, ct);
        await db.Entry(change).Collection(c => c.Holds).LoadAsync(ct);
        return (change, await db.ForChange<Order, OrderId>(order, ct));
    }
}
