using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Application.Warehousing;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Persistence;
using FluentValidation;

namespace Crm.SalesOrders.Application.Orders;

/// <summary>Hides a draft.</summary>
internal sealed record DeleteDraft(Guid Id) : ICommand<OrderSaved>;

internal sealed class DeleteDraftValidator : AbstractValidator<DeleteDraft>
{
    public DeleteDraftValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class DeleteDraftHandler(SalesOrdersDbContext db, TimeProvider time) : ICommandHandler<DeleteDraft, OrderSaved>
{
    public async Task<OrderSaved> Handle(DeleteDraft command, CancellationToken ct)
    {
        var order = await db.ForChange<Order, OrderId>(new OrderId(command.Id), ct);
        var now = time.GetUtcNow();
        order.DeleteDraft(now);
        await db.LockStockToGiveUp(order, now, ct);
        return OrderSaved.Of(order);
    }
}
