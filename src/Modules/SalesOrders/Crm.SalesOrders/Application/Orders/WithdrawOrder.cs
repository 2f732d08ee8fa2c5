using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Persistence;
using FluentValidation;

namespace Crm.SalesOrders.Application.Orders;

/// <summary>Takes back an order that was placed and not confirmed: it is a draft again, to be changed or deleted.</summary>
internal sealed record WithdrawOrder(Guid Id) : ICommand<OrderSaved>;

internal sealed class WithdrawOrderValidator : AbstractValidator<WithdrawOrder>
{
    public WithdrawOrderValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class WithdrawOrderHandler(SalesOrdersDbContext db) : ICommandHandler<WithdrawOrder, OrderSaved>
{
    public async Task<OrderSaved> Handle(WithdrawOrder command, CancellationToken ct)
    {
        var order = await db.ForChange<Order, OrderId>(new OrderId(command.Id), ct);
        order.Withdraw();
        return OrderSaved.Of(order);
    }
}
