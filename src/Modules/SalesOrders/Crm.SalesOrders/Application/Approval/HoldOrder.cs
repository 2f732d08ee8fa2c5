using System.Text.Json.Serialization;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Application.Orders;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Persistence;
using FluentValidation;

namespace Crm.SalesOrders.Application.Approval;

/// <summary>Stops an order for a reason: it is neither confirmed nor shipped until the hold is released.</summary>
internal sealed record HoldOrder : ICommand<OrderHeld>
{
    [JsonIgnore]
    public Guid Id { get; init; }

    public required string Reason { get; init; }
}

/// <param name="HoldId">To release it by.</param>
/// <param name="Order">As it is now.</param>
internal sealed record OrderHeld(Guid HoldId, OrderSaved Order);

internal sealed class HoldOrderValidator : AbstractValidator<HoldOrder>
{
    public HoldOrderValidator()
    {
        RuleFor(c => c.Id).NotEmpty();
        RuleFor(c => c.Reason).NotEmpty().MaximumLength(Columns.Reason);
    }
}

internal sealed class HoldOrderHandler(SalesOrdersDbContext db, CallerContext caller, TimeProvider time) : ICommandHandler<HoldOrder, OrderHeld>
{
    public async Task<OrderHeld> Handle(HoldOrder command, CancellationToken ct)
    {
        var order = await db.ForChange<Order, OrderId>(new OrderId(command.Id), ct);
        var hold = order.PlaceHold(command.Reason, caller.Caller.Id, time.GetUtcNow());
        return new OrderHeld(hold.Id, OrderSaved.Of(order));
    }
}
