using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Persistence;
using FluentValidation;

namespace Crm.SalesOrders.Application;

/// <summary>Makes a draft an order that waits to be confirmed.</summary>
internal sealed record SubmitOrder(Guid Id) : ICommand<OrderSaved>;

internal sealed class SubmitOrderValidator : AbstractValidator<SubmitOrder>
{
    public SubmitOrderValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class SubmitOrderHandler(SalesOrdersDbContext db, TimeProvider time) : ICommandHandler<SubmitOrder, OrderSaved>
{
    public async Task<OrderSaved> Handle(SubmitOrder command, CancellationToken ct)
    {
        var order = await db.ForChange<Order, OrderId>(new OrderId(command.Id), ct);
        order.Submit(time.GetUtcNow());
        return OrderSaved.Of(order);
    }
}
