using System.Text.Json.Serialization;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Application.Orders;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Persistence;
using FluentValidation;

namespace Crm.SalesOrders.Application.Approval;

/// <summary>Lets an order go on that somebody had stopped.</summary>
internal sealed record ReleaseHold : ICommand<OrderSaved>
{
    [JsonIgnore]
    public Guid Id { get; init; }

    [JsonIgnore]
    public Guid HoldId { get; init; }

    public string? Note { get; init; }
}

internal sealed class ReleaseHoldValidator : AbstractValidator<ReleaseHold>
{
    public ReleaseHoldValidator()
    {
        RuleFor(c => c.Id).NotEmpty();
        RuleFor(c => c.Note).MaximumLength(Columns.Reason);
    }
}

internal sealed class ReleaseHoldHandler(SalesOrdersDbContext db, CallerContext caller, TimeProvider time) : ICommandHandler<ReleaseHold, OrderSaved>
{
    public async Task<OrderSaved> Handle(ReleaseHold command, CancellationToken ct)
    {
        var order = await db.OrderWithHolds(command.Id, ct);
        order.ReleaseHold(command.HoldId, caller.Caller.Id, command.Note, time.GetUtcNow());
        return OrderSaved.Of(order);
    }
}
