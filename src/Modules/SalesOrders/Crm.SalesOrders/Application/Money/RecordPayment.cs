using System.Text.Json.Serialization;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Application.Orders;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Persistence;
using FluentValidation;

namespace Crm.SalesOrders.Application.Money;

/// <summary>Records money that came in for an order.</summary>
internal sealed record RecordPayment : ICommand<PaymentRecorded>
{
    [JsonIgnore]
    public Guid Id { get; init; }

    /// <summary>More than zero, in the order's currency and its whole digits.</summary>
    public required decimal Amount { get; init; }

    /// <summary>Business date; left out, today in the caller's zone.</summary>
    public DateOnly? PaidOn { get; init; }

    /// <summary>Such as <c>transfer</c> or <c>card</c>.</summary>
    public string? Method { get; init; }

    /// <summary>What the bank or the provider calls it.</summary>
    public string? Reference { get; init; }
}

internal sealed record PaymentRecorded(Guid PaymentId, OrderStatus Status, PaymentState Payment, decimal Balance, string Currency, int Version);

internal sealed class RecordPaymentValidator : AbstractValidator<RecordPayment>
{
    public RecordPaymentValidator()
    {
        RuleFor(c => c.Id).NotEmpty();
        RuleFor(c => c.Amount).GreaterThan(0m).LessThanOrEqualTo(Limits.LargestNet);
        RuleFor(c => c.PaidOn).IsBusinessDate();
        RuleFor(c => c.Method).MaximumLength(Columns.Code);
        RuleFor(c => c.Reference).MaximumLength(Columns.Reference);
    }
}

internal sealed class RecordPaymentHandler(SalesOrdersDbContext db, BookingRates rates, CallerContext caller, TimeProvider time) : ICommandHandler<RecordPayment, PaymentRecorded>
{
    public async Task<PaymentRecorded> Handle(RecordPayment command, CancellationToken ct)
    {
        var order = await db.LockOrder(command.Id, ct);
        await rates.Take(order, ct);
        var booking = new Booking(command.PaidOn ?? BusinessDay.Of(time, caller.Caller), command.Method, command.Reference, time.GetUtcNow());
        var payment = order.RecordPayment(command.Amount, booking);
        db.Payments.Add(payment);
        return new PaymentRecorded(payment.Id.Value, order.Status, order.Payment, order.Balance, order.Currency, order.Version);
    }
}
