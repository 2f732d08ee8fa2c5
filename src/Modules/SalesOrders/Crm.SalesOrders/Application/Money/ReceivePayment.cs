using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Application.Orders;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Application.Money;

/// <summary>Records one receipt of a customer for several orders.</summary>
internal sealed record ReceivePayment : ICommand<PaymentSaved>
{
    public required Guid CustomerId { get; init; }

    /// <summary>ISO 4217; that of the orders.</summary>
    public required string Currency { get; init; }

    /// <summary>More than zero, in whole digits of the currency.</summary>
    public required decimal Amount { get; init; }

    /// <summary>Business date; left out, today in the caller's zone.</summary>
    public DateOnly? PaidOn { get; init; }

    /// <summary>Such as <c>transfer</c>.</summary>
    public string? Method { get; init; }

    /// <summary>What the bank calls it.</summary>
    public string? Reference { get; init; }

    /// <summary>What goes to which order; left out, the oldest orders are paid first and what is left over is on the last of them.</summary>
    public IReadOnlyList<Allocation>? Allocations { get; init; }

    /// <param name="OrderId">Of the customer or one that was merged with it, in the currency.</param>
    /// <param name="Amount">More than zero.</param>
    internal sealed record Allocation(Guid OrderId, decimal Amount);
}

internal sealed class ReceivePaymentValidator : AbstractValidator<ReceivePayment>
{
    public const int MostOrders = 200;

    public ReceivePaymentValidator()
    {
        RuleFor(c => c.CustomerId).NotEmpty();
        RuleFor(c => c.Currency).IsCurrency();
        RuleFor(c => c.Amount).GreaterThan(0m).LessThanOrEqualTo(Limits.LargestNet);
        RuleFor(c => c.PaidOn).IsBusinessDate();
        RuleFor(c => c.Method).MaximumLength(Columns.Code);
        RuleFor(c => c.Reference).MaximumLength(Columns.Reference);
        RuleFor(c => c.Allocations).Must(a => a is null || a.Count is > 0 and <= MostOrders).WithPhrase(InputPhrases.TooManyOrders);
        RuleFor(c => c.Allocations).Must(a => a is null || a.DistinctBy(x => x.OrderId).Count() == a.Count).WithPhrase(InputPhrases.Once);
        RuleForEach(c => c.Allocations).ChildRules(a => a.RuleFor(x => x.Amount).GreaterThan(0m).LessThanOrEqualTo(Limits.LargestNet));
    }
}

internal sealed class ReceivePaymentHandler(SalesOrdersDbContext db, BookingRates rates, CallerContext caller, TimeProvider time) : ICommandHandler<ReceivePayment, PaymentSaved>
{
    public async Task<PaymentSaved> Handle(ReceivePayment command, CancellationToken ct)
    {
        var family = await db.Family(command.CustomerId, ct);
        var parts = await Parts(command, family, ct);
        if (parts.Sum(p => p.Amount) is var sum && sum != command.Amount) throw SalesOrdersRules.AllocationsDiffer.Broken(sum, command.Amount, command.Currency);
        var booking = new Booking(command.PaidOn ?? BusinessDay.Of(time, caller.Caller), command.Method, command.Reference, time.GetUtcNow());
        var payment = new Payment(family[0], command.Currency, booking.RecordedAt).By(family);
        foreach (var (order, amount) in parts)
        {
            await rates.Take(order, ct);
            order.RequireMayPay();
            payment.Book(order, PaymentEntryKind.Capture, amount, booking);
        }

        db.Payments.Add(payment);
        return PaymentSaved.Of(payment);
    }

    private async Task<List<(Order Order, decimal Amount)>> Parts(ReceivePayment command, List<Guid> family, CancellationToken ct)
    {
        if (command.Allocations is { } given)
        {
            var named = await db.LockOrders([.. given.Select(a => new OrderId(a.OrderId))], ct);
            return [.. given.Select(a => (named[new OrderId(a.OrderId)], a.Amount))];
        }

        var locked = await db.LockOrders(await Unpaid(command, family, ct), ct);
        var owing = locked.Values.Where(o => o.Balance > 0m && o.WhyNot(OrderAction.Pay) is null).OrderBy(o => o.OrderedOn).ThenBy(o => o.PlacedAt).ToList();
        if (owing.Count == 0) throw SalesOrdersRules.NothingToPay.Broken(command.Currency);
        var parts = new List<(Order Order, decimal Amount)>();
        var rest = command.Amount;
        foreach (var order in owing.TakeWhile(_ => rest > 0m))
        {
            var amount = order == owing[^1] ? rest : Math.Min(rest, order.Balance);
            parts.Add((order, amount));
            rest -= amount;
        }

        return parts;
    }

    private Task<List<OrderId>> Unpaid(ReceivePayment command, List<Guid> family, CancellationToken ct)
    {
        var payable = OrderLife.Of(OrderAction.Pay).From;
        return db.Orders
            .Where(o => EF.Parameter(family).Contains(o.CustomerId) && o.Currency == command.Currency && EF.Parameter(payable).Contains(o.State))
            .Where(o => o.Payment == PaymentState.Unpaid || o.Payment == PaymentState.Authorised || o.Payment == PaymentState.PartlyPaid || o.Payment == PaymentState.PartlyRefunded)
            .OrderBy(o => o.OrderedOn).ThenBy(o => o.PlacedAt).Select(o => o.Id).Take(ReceivePaymentValidator.MostOrders).ToListAsync(ct);
    }
}
