using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Application.Orders;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Persistence;
using FluentValidation;

namespace Crm.SalesOrders.Application.Credit;

/// <summary>Lets one order go beyond the credit limit of its customer.</summary>
internal sealed record AllowCredit(Guid Id) : ICommand<OrderSaved>;

internal sealed class AllowCreditValidator : AbstractValidator<AllowCredit>
{
    public AllowCreditValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class AllowCreditHandler(SalesOrdersDbContext db) : ICommandHandler<AllowCredit, OrderSaved>
{
    public async Task<OrderSaved> Handle(AllowCredit command, CancellationToken ct)
    {
        var order = await db.ForChange<Order, OrderId>(new OrderId(command.Id), ct);
        order.AllowCredit();
        return OrderSaved.Of(order);
    }
}
