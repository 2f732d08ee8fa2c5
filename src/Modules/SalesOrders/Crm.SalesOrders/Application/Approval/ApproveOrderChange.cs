using System.Text.Json.Serialization;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Application.Orders;
using Crm.SalesOrders.Persistence;
using FluentValidation;

namespace Crm.SalesOrders.Application.Approval;

/// <summary>Agrees to a proposed change of a confirmed order, as far as the caller may decide. When nobody is left to ask it can be accepted.</summary>
internal sealed record ApproveOrderChange : ICommand<OrderChangeSaved>
{
    [JsonIgnore]
    public Guid OrderId { get; init; }

    [JsonIgnore]
    public Guid Id { get; init; }

    public string? Note { get; init; }
}

internal sealed class ApproveOrderChangeValidator : AbstractValidator<ApproveOrderChange>
{
    public ApproveOrderChangeValidator()
    {
        RuleFor(c => c.OrderId).NotEmpty();
        RuleFor(c => c.Id).NotEmpty();
        RuleFor(c => c.Note).MaximumLength(Columns.Reason);
    }
}

internal sealed class ApproveOrderChangeHandler(SalesOrdersDbContext db, CallerContext caller, TimeProvider time) : ICommandHandler<ApproveOrderChange, OrderChangeSaved>
{
    public async Task<OrderChangeSaved> Handle(ApproveOrderChange command, CancellationToken ct)
    {
        var (change, _) = await db.ChangeForDecision(command.OrderId, command.Id, ct);
        change.Approve(caller.Caller.Id, command.Note, time.GetUtcNow());
        return OrderChangeSaved.Of(change);
    }
}
