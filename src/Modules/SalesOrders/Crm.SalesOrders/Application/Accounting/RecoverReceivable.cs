using System.Text.Json.Serialization;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Application.Orders;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Persistence;
using FluentValidation;

namespace Crm.SalesOrders.Application.Accounting;

/// <summary>What was written off is expected again, because it comes in after all or was written off by mistake. It can be paid like everything that is owed.</summary>
internal sealed record RecoverReceivable : ICommand<ReceivableWrittenOff>
{
    [JsonIgnore]
    public Guid Id { get; init; }

    /// <summary>Left out: all that is written off.</summary>
    public decimal? Amount { get; init; }

    public required string Reason { get; init; }

    /// <summary>Business date; left out, today in the caller's zone.</summary>
    public DateOnly? On { get; init; }
}

internal sealed class RecoverReceivableValidator : AbstractValidator<RecoverReceivable>
{
    public RecoverReceivableValidator()
    {
        RuleFor(c => c.Id).NotEmpty();
        RuleFor(c => c.Amount).GreaterThan(0m).LessThanOrEqualTo(Limits.LargestNet);
        RuleFor(c => c.Reason).NotEmpty().MaximumLength(Columns.Reason);
        RuleFor(c => c.On).IsBusinessDate();
    }
}

internal sealed class RecoverReceivableHandler(SalesOrdersDbContext db, CallerContext caller, TimeProvider time)
    : ICommandHandler<RecoverReceivable, ReceivableWrittenOff>
{
    public async Task<ReceivableWrittenOff> Handle(RecoverReceivable command, CancellationToken ct)
    {
        var order = await db.LockOrder(command.Id, ct);
        var recovered = order.Recover(command.Amount, command.Reason, command.On ?? BusinessDay.Of(time, caller.Caller), time.GetUtcNow());
        return new ReceivableWrittenOff(recovered.Id, recovered.Amount, order.Balance, OrderSaved.Of(order));
    }
}
