using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Persistence;
using FluentValidation;

namespace Crm.SalesOrders.Application.Orders;

/// <summary>Brings a deleted draft back.</summary>
internal sealed record RestoreDraft(Guid Id) : ICommand<OrderSaved>;

internal sealed class RestoreDraftValidator : AbstractValidator<RestoreDraft>
{
    public RestoreDraftValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class RestoreDraftHandler(SalesOrdersDbContext db) : ICommandHandler<RestoreDraft, OrderSaved>
{
    public async Task<OrderSaved> Handle(RestoreDraft command, CancellationToken ct)
    {
        var order = await db.ForRestore<Order, OrderId>(new OrderId(command.Id), ct);
        order.RestoreDraft();
        return OrderSaved.Of(order);
    }
}
