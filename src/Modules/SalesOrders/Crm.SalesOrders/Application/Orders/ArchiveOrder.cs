using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Persistence;
using FluentValidation;

namespace Crm.SalesOrders.Application.Orders;

/// <summary>Puts an order away of which nobody expects anything, or takes it out again.</summary>
internal sealed record ArchiveOrder(Guid Id, bool IsArchived) : ICommand<OrderSaved>;

internal sealed class ArchiveOrderValidator : AbstractValidator<ArchiveOrder>
{
    public ArchiveOrderValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class ArchiveOrderHandler(SalesOrdersDbContext db, TimeProvider time) : ICommandHandler<ArchiveOrder, OrderSaved>
{
    public async Task<OrderSaved> Handle(ArchiveOrder command, CancellationToken ct)
    {
        var order = await db.ForChange<Order, OrderId>(new OrderId(command.Id), ct);
        if (command.IsArchived) order.Archive(time.GetUtcNow());
        else order.Unarchive();
        return OrderSaved.Of(order);
    }
}
