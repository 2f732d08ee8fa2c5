using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Persistence;
using FluentValidation;

namespace Crm.SalesOrders.Application.Orders;

/// <summary>Makes a draft, or a quote that the customer accepts, an order that waits to be confirmed.</summary>
internal sealed record SubmitOrder(Guid Id) : ICommand<OrderSaved>;

internal sealed class SubmitOrderValidator : AbstractValidator<SubmitOrder>
{
    public SubmitOrderValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class SubmitOrderHandler(SalesOrdersDbContext db, CallerContext caller, TimeProvider time) : ICommandHandler<SubmitOrder, OrderSaved>
{
    public async Task<OrderSaved> Handle(SubmitOrder command, CancellationToken ct)
    {
        var order = await db.ForChange<Order, OrderId>(new OrderId(command.Id), ct);
        var today = BusinessDay.Of(time, caller.Caller);
        await db.RequireSold(order, today, ct);
        order.Submit(time.GetUtcNow(), today);
        return OrderSaved.Of(order);
    }
}
