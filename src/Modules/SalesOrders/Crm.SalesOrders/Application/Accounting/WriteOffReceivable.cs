using System.Text.Json.Serialization;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Application.Orders;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Persistence;
using FluentValidation;

namespace Crm.SalesOrders.Application.Accounting;

/// <summary>Gives up what stands on invoices of an order and is not paid.</summary>
internal sealed record WriteOffReceivable : ICommand<ReceivableWrittenOff>
{
    [JsonIgnore]
    public Guid Id { get; init; }

    /// <summary>Left out: all of it.</summary>
    public decimal? Amount { get; init; }

    public required string Reason { get; init; }

    /// <summary>Business date; left out, today in the caller's zone.</summary>
    public DateOnly? On { get; init; }
}

/// <param name="WriteOffId">Of the document.</param>
/// <param name="Amount">Given up, in the order's currency; negative where it is expected again.</param>
/// <param name="Balance">What the order still owes.</param>
/// <param name="Order">As it is now.</param>
internal sealed record ReceivableWrittenOff(Guid WriteOffId, decimal Amount, decimal Balance, OrderSaved Order);

internal sealed class WriteOffReceivableValidator : AbstractValidator<WriteOffReceivable>
{
    public WriteOffReceivableValidator()
    {
        RuleFor(c => c.Id).NotEmpty();
        RuleFor(c => c.Amount).GreaterThan(0m).LessThanOrEqualTo(Limits.LargestNet);
        RuleFor(c => c.Reason).NotEmpty().MaximumLength(Columns.Reason);
        RuleFor(c => c.On).IsBusinessDate();
    }
}

internal sealed class WriteOffReceivableHandler(SalesOrdersDbContext db, CallerContext caller, TimeProvider time)
    : ICommandHandler<WriteOffReceivable, ReceivableWrittenOff>
{
    public async Task<ReceivableWrittenOff> Handle(WriteOffReceivable command, CancellationToken ct)
    {
        var order = await db.LockOrder(command.Id, ct);
        var given = order.GiveUp(command.Amount, command.Reason, command.On ?? BusinessDay.Of(time, caller.Caller), time.GetUtcNow());
        return new ReceivableWrittenOff(given.Id, given.Amount, order.Balance, OrderSaved.Of(order));
    }
}
