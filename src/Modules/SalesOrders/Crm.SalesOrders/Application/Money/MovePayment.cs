using System.Text.Json.Serialization;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Application.Orders;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Persistence;
using FluentValidation;

namespace Crm.SalesOrders.Application.Money;

/// <summary>What may be said of a payment when more happens to it.</summary>
internal abstract record PaymentStep
{
    [JsonIgnore]
    public Guid Id { get; init; }

    /// <summary>More than zero, in the payment's currency and its whole digits; left out, all that is left.</summary>
    public decimal? Amount { get; init; }

    /// <summary>Business date; left out, today in the caller's zone.</summary>
    public DateOnly? On { get; init; }

    /// <summary>What the bank or the provider calls it.</summary>
    public string? Reference { get; init; }
}

/// <summary>Takes what was authorised, or a part of it.</summary>
internal sealed record CapturePayment : PaymentStep, ICommand<PaymentSaved>;

/// <summary>Gives back the right to take what is left.</summary>
internal sealed record VoidPayment(Guid Id) : ICommand<PaymentSaved>;

/// <summary>Records that the bank took money back.</summary>
internal sealed record ChargeBackPayment : PaymentStep, ICommand<PaymentSaved>
{
    /// <summary>Of which order; may be left out where the payment is of one.</summary>
    public Guid? OrderId { get; init; }
}

internal abstract class PaymentStepValidator<TStep> : AbstractValidator<TStep>
    where TStep : PaymentStep
{
    protected PaymentStepValidator()
    {
        RuleFor(c => c.Id).NotEmpty();
        RuleFor(c => c.Amount).GreaterThan(0m).LessThanOrEqualTo(Limits.LargestNet);
        RuleFor(c => c.On).IsBusinessDate();
        RuleFor(c => c.Reference).MaximumLength(Columns.Reference);
    }
}

internal sealed class CapturePaymentValidator : PaymentStepValidator<CapturePayment>;

internal sealed class ChargeBackPaymentValidator : PaymentStepValidator<ChargeBackPayment>;

internal sealed class VoidPaymentValidator : AbstractValidator<VoidPayment>
{
    public VoidPaymentValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class CapturePaymentHandler(SalesOrdersDbContext db, BookingRates rates, CallerContext caller, TimeProvider time) : ICommandHandler<CapturePayment, PaymentSaved>
{
    public async Task<PaymentSaved> Handle(CapturePayment command, CancellationToken ct)
    {
        var (payment, orders) = await db.PaymentForChange(command.Id, ct);
        var order = orders[payment.Entries[0].OrderId];
        await rates.Take(order, ct);
        order.RequireMayPay();
        payment.CaptureAuthorised(order, command.Amount, new Booking(command.On ?? BusinessDay.Of(time, caller.Caller), null, command.Reference, time.GetUtcNow()));
        return PaymentSaved.Of(payment);
    }
}

internal sealed class VoidPaymentHandler(SalesOrdersDbContext db, CallerContext caller, TimeProvider time) : ICommandHandler<VoidPayment, PaymentSaved>
{
    public async Task<PaymentSaved> Handle(VoidPayment command, CancellationToken ct)
    {
        var (payment, orders) = await db.PaymentForChange(command.Id, ct);
        payment.VoidRest(orders[payment.Entries[0].OrderId], new Booking(BusinessDay.Of(time, caller.Caller), null, null, time.GetUtcNow()));
        return PaymentSaved.Of(payment);
    }
}

internal sealed class ChargeBackPaymentHandler(SalesOrdersDbContext db, CallerContext caller, TimeProvider time) : ICommandHandler<ChargeBackPayment, PaymentSaved>
{
    public async Task<PaymentSaved> Handle(ChargeBackPayment command, CancellationToken ct)
    {
        var (payment, orders) = await db.PaymentForChange(command.Id, ct);
        var order = orders.GetValueOrDefault(command.OrderId is { } named ? new OrderId(named) : payment.Entries[0].OrderId)
            ?? throw SalesOrdersRules.ChargeBackTooLarge.Broken(0m, payment.Currency);
        payment.ChargeBack(order, command.Amount, new Booking(command.On ?? BusinessDay.Of(time, caller.Caller), null, command.Reference, time.GetUtcNow()));
        return PaymentSaved.Of(payment);
    }
}
