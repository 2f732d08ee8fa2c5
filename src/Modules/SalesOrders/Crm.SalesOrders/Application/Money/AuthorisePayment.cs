using System.Text.Json.Serialization;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Application.Orders;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Persistence;
using FluentValidation;

namespace Crm.SalesOrders.Application.Money;

/// <summary>Records that the customer allowed money to be taken for an order; captured later, in one or several parts, or given back.</summary>
internal sealed record AuthorisePayment : ICommand<PaymentSaved>
{
    [JsonIgnore]
    public Guid Id { get; init; }

    /// <summary>More than zero, in the order's currency and its whole digits.</summary>
    public required decimal Amount { get; init; }

    /// <summary>Business date; left out, today in the caller's zone.</summary>
    public DateOnly? AuthorisedOn { get; init; }

    /// <summary>Such as <c>card</c>.</summary>
    public string? Method { get; init; }

    /// <summary>What the bank or the provider calls it.</summary>
    public string? Reference { get; init; }
}

/// <param name="Id">Of the payment.</param>
/// <param name="State">Derived from its entries.</param>
/// <param name="Authorised">Sum of what was authorised.</param>
/// <param name="Open">Authorised and neither captured nor given back.</param>
/// <param name="Captured">Sum of what came in.</param>
/// <param name="Refunded">Sum of what was paid back.</param>
/// <param name="ChargedBack">Sum of what the bank took back.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="Version">Counts what happened to it.</param>
internal sealed record PaymentSaved(
    Guid Id, PaymentRecordState State, decimal Authorised, decimal Open, decimal Captured, decimal Refunded, decimal ChargedBack, string Currency, int Version)
{
    public static PaymentSaved Of(Payment p) =>
        new(p.Id.Value, p.State, p.Authorised, p.Open, p.Captured, p.Refunded, p.ChargedBack, p.Currency, p.Version);
}

internal sealed class AuthorisePaymentValidator : AbstractValidator<AuthorisePayment>
{
    public AuthorisePaymentValidator()
    {
        RuleFor(c => c.Id).NotEmpty();
        RuleFor(c => c.Amount).GreaterThan(0m).LessThanOrEqualTo(Limits.LargestNet);
        RuleFor(c => c.AuthorisedOn).IsBusinessDate();
        RuleFor(c => c.Method).MaximumLength(Columns.Code);
        RuleFor(c => c.Reference).MaximumLength(Columns.Reference);
    }
}

internal sealed class AuthorisePaymentHandler(SalesOrdersDbContext db, BookingRates rates, CallerContext caller, TimeProvider time) : ICommandHandler<AuthorisePayment, PaymentSaved>
{
    public async Task<PaymentSaved> Handle(AuthorisePayment command, CancellationToken ct)
    {
        var order = await db.LockOrder(command.Id, ct);
        await rates.Take(order, ct);
        order.RequireMayPay();
        var booking = new Booking(command.AuthorisedOn ?? BusinessDay.Of(time, caller.Caller), command.Method, command.Reference, time.GetUtcNow());
        var payment = new Payment(order.CustomerId, order.Currency, booking.RecordedAt);
        payment.Book(order, PaymentEntryKind.Authorise, command.Amount, booking);
        db.Payments.Add(payment);
        return PaymentSaved.Of(payment);
    }
}
