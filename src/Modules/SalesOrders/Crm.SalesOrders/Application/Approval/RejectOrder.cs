using System.Text.Json.Serialization;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Application.Orders;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Persistence;
using FluentValidation;

namespace Crm.SalesOrders.Application.Approval;

/// <summary>Refuses the confirmation of an order: it is a draft again, to be changed or deleted.</summary>
internal sealed record RejectOrder : ICommand<OrderSaved>
{
    [JsonIgnore]
    public Guid Id { get; init; }

    public required string Reason { get; init; }
}

internal sealed class RejectOrderValidator : AbstractValidator<RejectOrder>
{
    public RejectOrderValidator()
    {
        RuleFor(c => c.Id).NotEmpty();
        RuleFor(c => c.Reason).NotEmpty().MaximumLength(Columns.Reason);
    }
}

internal sealed class RejectOrderHandler(SalesOrdersDbContext db, CallerContext caller, TimeProvider time) : ICommandHandler<RejectOrder, OrderSaved>
{
    public async Task<OrderSaved> Handle(RejectOrder command, CancellationToken ct)
    {
        var order = await db.OrderWithHolds(command.Id, ct);
        order.Reject(caller.Caller.Id, command.Reason, time.GetUtcNow());
        return OrderSaved.Of(order);
    }
}
