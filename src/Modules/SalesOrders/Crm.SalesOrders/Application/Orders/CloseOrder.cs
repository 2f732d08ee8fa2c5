using System.Text.Json.Serialization;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Persistence;
using FluentValidation;

namespace Crm.SalesOrders.Application.Orders;

/// <summary>Ends an order of which the rest will not come. It is kept as a change that was proposed and accepted in one step.</summary>
internal sealed record CloseOrder : ICommand<OrderSaved>
{
    [JsonIgnore]
    public Guid Id { get; init; }

    public required string Reason { get; init; }
}

internal sealed class CloseOrderValidator : AbstractValidator<CloseOrder>
{
    public CloseOrderValidator()
    {
        RuleFor(c => c.Id).NotEmpty();
        RuleFor(c => c.Reason).NotEmpty().MaximumLength(Columns.Reason);
    }
}

internal sealed class CloseOrderHandler(SalesOrdersDbContext db, CallerContext caller, TimeProvider time) : ICommandHandler<CloseOrder, OrderSaved>
{
    public async Task<OrderSaved> Handle(CloseOrder command, CancellationToken ct)
    {
        var order = await db.ForChange<Order, OrderId>(new OrderId(command.Id), ct);
        var stock = await db.LockStock(order, ct);
        db.OrderChanges.Add(order.Close(command.Reason, caller.Caller.Id, stock, time.GetUtcNow()));
        return OrderSaved.Of(order);
    }
}
