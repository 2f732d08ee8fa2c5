using System.Text.Json.Serialization;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Application.Loyalty;
using Crm.SalesOrders.Application.Prices;
using Crm.SalesOrders.Application.Warehousing;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Persistence;
using FluentValidation;

namespace Crm.SalesOrders.Application.Orders;

/// <summary>Takes back an order of which nothing was shipped.</summary>
internal sealed record CancelOrder : ICommand<OrderSaved>
{
    [JsonIgnore]
    public Guid Id { get; init; }

    public required string Reason { get; init; }

    /// <summary>Business date; left out, today in the caller's zone.</summary>
    public DateOnly? CancelledOn { get; init; }
}

internal sealed class CancelOrderValidator : AbstractValidator<CancelOrder>
{
    public CancelOrderValidator()
    {
        RuleFor(c => c.Id).NotEmpty();
        RuleFor(c => c.Reason).NotEmpty().MaximumLength(Columns.Reason);
        RuleFor(c => c.CancelledOn).IsBusinessDate();
    }
}

internal sealed class CancelOrderHandler(SalesOrdersDbContext db, PromotionUses uses, OffsetPoints points, CallerContext caller, TimeProvider time)
    : ICommandHandler<CancelOrder, OrderSaved>
{
    public async Task<OrderSaved> Handle(CancelOrder command, CancellationToken ct)
    {
        var order = await db.ForChange<Order, OrderId>(new OrderId(command.Id), ct);
        var wasConfirmed = order.State == OrderState.Confirmed;
        await uses.Release(order, ct);
        var stock = await db.LockStockToGiveUp(order, time.GetUtcNow(), ct);
        order.Cancel(command.Reason, command.CancelledOn ?? BusinessDay.Of(time, caller.Caller), stock);
        if (wasConfirmed) await points.GiveBack(order, ct);
        return OrderSaved.Of(order);
    }
}
