using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Application.Orders;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Loyalty;
using Crm.SalesOrders.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Application.Money;

/// <summary>
/// Takes what a payment provider reports. The same notification again changes nothing, and they may come in any order: what is reported has
/// happened, so it is recorded and not judged.
/// </summary>
internal sealed record TakeProviderEvent : ICommand<PaymentSaved>
{
    /// <summary>Short name of the provider.</summary>
    public required string Provider { get; init; }

    /// <summary>The provider's key of the notification.</summary>
    public required string EventId { get; init; }

    /// <summary>The provider's key of the payment.</summary>
    public required string PaymentReference { get; init; }

    /// <summary><c>authorise</c>, <c>capture</c>, <c>void</c>, <c>chargeBack</c> or <c>fail</c>; refunds are settled where they were asked for.</summary>
    public required PaymentEntryKind Kind { get; init; }

    /// <summary>More than zero, in the order's currency and its whole digits.</summary>
    public required decimal Amount { get; init; }

    /// <summary>Which order; or give its number.</summary>
    public Guid? OrderId { get; init; }

    /// <summary>Which order; or give its id.</summary>
    public string? OrderNumber { get; init; }

    /// <summary>Business date; left out, today in the caller's zone.</summary>
    public DateOnly? On { get; init; }

    /// <summary>Such as <c>card</c>.</summary>
    public string? Method { get; init; }
}

internal sealed class TakeProviderEventValidator : AbstractValidator<TakeProviderEvent>
{
    public TakeProviderEventValidator()
    {
        RuleFor(c => c.Provider).IsExternalSystem();
        RuleFor(c => c.Provider).Must(p => !PointsDue.IsMethod(p)).WithPhrase(InputPhrases.PointsAreNoProvider);
        RuleFor(c => c.EventId).IsExternalId();
        RuleFor(c => c.PaymentReference).IsExternalId();
        RuleFor(c => c.Kind).IsInEnum().Must(k => k != PaymentEntryKind.Refund).WithPhrase(InputPhrases.ProviderKind);
        RuleFor(c => c.Amount).GreaterThan(0m).LessThanOrEqualTo(Limits.LargestNet);
        RuleFor(c => c.OrderId).Must((c, id) => id is null != c.OrderNumber is null).WithPhrase(InputPhrases.OrderIdOrNumber);
        RuleFor(c => c.OrderNumber).MaximumLength(Columns.Number);
        RuleFor(c => c.On).IsBusinessDate();
        RuleFor(c => c.Method).MaximumLength(Columns.Code);
    }
}

internal sealed class TakeProviderEventHandler(SalesOrdersDbContext db, BookingRates rates, CallerContext caller, TimeProvider time) : ICommandHandler<TakeProviderEvent, PaymentSaved>
{
    public async Task<PaymentSaved> Handle(TakeProviderEvent command, CancellationToken ct)
    {
        var order = await db.LockOrder(await OrderOf(command, ct), ct);
        // The order is locked before anything is looked up: a twin has either committed or not begun.
        var forgotten = ForgottenReferences.Of(command.PaymentReference);
        var payment = await db.Payments.IgnoreQueryFilters([ModuleDbContext.ScopeFilter]).SingleOrDefaultAsync(
            p => p.Provider == command.Provider && (p.ProviderReference == command.PaymentReference || p.ProviderReference == forgotten), ct);
        if (await db.ProviderEvents.SingleOrDefaultAsync(e => e.Provider == command.Provider && e.EventId == command.EventId, ct) is { } taken)
        {
            if ((taken.PaymentId, taken.OrderId, taken.Kind, taken.Amount) != (payment?.Id, order.Id, command.Kind, command.Amount))
                throw SalesOrdersRules.ProviderEventDiffers.Broken(command.EventId, command.Provider);
            return PaymentSaved.Of(payment!);
        }

        var booking = new Booking(command.On ?? BusinessDay.Of(time, caller.Caller), command.Method, payment?.ProviderReference ?? command.PaymentReference, time.GetUtcNow());
        if (payment is null) db.Payments.Add(payment = New(command, order, booking));
        await rates.Take(order, ct);
        // A family is asked for only where somebody else's order is paid than the payment was begun with.
        if (payment.CustomerId != order.CustomerId) payment.By(await db.Family(payment.CustomerId, ct));
        payment.Book(order, command.Kind, command.Amount, booking);
        db.ProviderEvents.Add(new ProviderEvent(command.Provider, command.EventId, payment.Id, order.Id, command.Kind, command.Amount, booking.RecordedAt));
        return PaymentSaved.Of(payment);
    }

    private static Payment New(TakeProviderEvent command, Order order, Booking booking) =>
        new(order.CustomerId, order.Currency, booking.RecordedAt, new ProviderPayment(command.Provider, command.PaymentReference));

    private async Task<Guid> OrderOf(TakeProviderEvent command, CancellationToken ct)
    {
        if (command.OrderId is { } id) return id;
        var found = await db.Orders.Where(o => o.Number == command.OrderNumber).Select(o => (OrderId?)o.Id).SingleOrDefaultAsync(ct);
        return found?.Value ?? throw new ResourceNotFound("order", command.OrderNumber!);
    }
}
