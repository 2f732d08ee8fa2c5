using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Application.Warehousing;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Persistence;
using FluentValidation;

namespace Crm.SalesOrders.Application.Orders;

/// <summary>Ends a quote whose last day is over everywhere on earth.</summary>
internal sealed record ExpireQuote(Guid Id, DateOnly Today) : ICommand<OrderSaved>;

internal sealed class ExpireQuoteValidator : AbstractValidator<ExpireQuote>
{
    public ExpireQuoteValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class ExpireQuoteHandler(SalesOrdersDbContext db, TimeProvider time) : ICommandHandler<ExpireQuote, OrderSaved>
{
    public async Task<OrderSaved> Handle(ExpireQuote command, CancellationToken ct)
    {
        var order = await db.ForChange<Order, OrderId>(new OrderId(command.Id), ct);
        // Meanwhile it may have been accepted, or quoted again.
        if (order.State == OrderState.Quoted) order.Expire(command.Today);
        if (order.State == OrderState.Expired) await db.LockStockToGiveUp(order, time.GetUtcNow(), ct);
        return OrderSaved.Of(order);
    }
}
