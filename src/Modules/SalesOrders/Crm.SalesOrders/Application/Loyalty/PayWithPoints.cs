using System.Text.Json.Serialization;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Application.Money;
using Crm.SalesOrders.Application.Orders;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Loyalty;
using Crm.SalesOrders.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Application.Loyalty;

/// <summary>Offsets points against what an order owes.</summary>
internal sealed record PayWithPoints : ICommand<PaidWithPoints>
{
    [JsonIgnore]
    public Guid Id { get; init; }

    public required long Points { get; init; }
}

/// <param name="PaymentId">By which they count as paid.</param>
/// <param name="Amount">What they paid, in the order's currency.</param>
/// <param name="PointsLeft">Of the customer.</param>
/// <param name="Balance">What the order still owes.</param>
/// <param name="Order">As it is now.</param>
internal sealed record PaidWithPoints(Guid PaymentId, decimal Amount, long PointsLeft, decimal Balance, OrderSaved Order);

internal sealed class PayWithPointsValidator : AbstractValidator<PayWithPoints>
{
    public PayWithPointsValidator()
    {
        RuleFor(c => c.Id).NotEmpty();
        RuleFor(c => c.Points).InclusiveBetween(1, Limits.MostUnits);
    }
}

internal sealed class PayWithPointsHandler(SalesOrdersDbContext db, BookingRates rates, CallerContext caller, TimeProvider time) : ICommandHandler<PayWithPoints, PaidWithPoints>
{
    public async Task<PaidWithPoints> Handle(PayWithPoints command, CancellationToken ct)
    {
        var order = await db.LockOrder(command.Id, ct);
        var program = await db.LoyaltyPrograms.AsNoTracking().SingleOrDefaultAsync(p => p.IsActive && p.Currency == order.Currency, ct)
            ?? throw LoyaltyRules.NoProgram.Broken(order.Currency);
        await rates.Take(order, ct);
        order.RequireMayPay();
        var amount = program.Worth(command.Points);
        if (amount == 0m) throw LoyaltyRules.PointsWorthNothing.Broken();
        if (amount > order.Balance) throw LoyaltyRules.PointsBeyondBalance.Broken(amount, order.Balance, order.Currency);
        var (today, now) = (BusinessDay.Of(time, caller.Caller), time.GetUtcNow());
        var accounts = await db.LockPoints(await db.Family(order.CustomerId, ct), ct);
        PointsAccount.Spend(PointsKind.Used, accounts, command.Points, order.Id, today, now);
        var payment = new Payment(order.CustomerId, order.Currency, now, new ProviderPayment(PointsDue.Method, Guid.CreateVersion7().ToString()));
        payment.Book(order, PaymentEntryKind.Capture, amount, new Booking(today, PointsDue.Method, Reference: null, now));
        db.Payments.Add(payment);
        return new PaidWithPoints(payment.Key, amount, accounts.Sum(a => a.Balance), order.Balance, OrderSaved.Of(order));
    }
}
