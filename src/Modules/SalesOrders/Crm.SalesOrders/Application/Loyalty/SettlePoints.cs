using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Loyalty;
using Crm.SalesOrders.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Application.Loyalty;

/// <summary>
/// Brings the points of an order to what its facts say: earned for what is owed and paid, given back for what was refunded of a payment with
/// points. Done as often as somebody likes, it comes to the same.
/// </summary>
internal sealed record SettlePoints(Guid OrderId) : ICommand<SettledPoints>;

/// <param name="Change">Of the customer's balance.</param>
internal sealed record SettledPoints(long Change);

internal sealed class SettlePointsValidator : AbstractValidator<SettlePoints>
{
    public SettlePointsValidator() => RuleFor(c => c.OrderId).NotEmpty();
}

internal sealed class SettlePointsHandler(SalesOrdersDbContext db, TimeProvider time) : ICommandHandler<SettlePoints, SettledPoints>
{
    public async Task<SettledPoints> Handle(SettlePoints command, CancellationToken ct)
    {
        var id = new OrderId(command.OrderId);
        var notes = await db.PointsDue.Where(d => d.OrderId == id).Select(d => d.Id).ToListAsync(ct);
        await db.PointsDue.Where(d => notes.Contains(d.Id)).ExecuteDeleteAsync(ct);
        var program = await db.LoyaltyPrograms.AsNoTracking().SingleOrDefaultAsync(ct);
        // Whoever changes the order meanwhile leaves a note of their own, which is not among these.
        var order = await db.Orders.IgnoreQueryFilters().AsNoTracking().IgnoreAutoIncludes().SingleAsync(o => o.Id == id, ct);
        if (program is null || order.Currency != program.Currency) return new SettledPoints(0);
        var account = await db.LockPoints(order.CustomerId, ct);
        var before = account.Balance;
        await Settle(account, program, order, ct);
        return new SettledPoints(account.Balance - before);
    }

    private async Task Settle(PointsAccount account, LoyaltyProgram program, Order order, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var money = await db.PaymentEntries.Where(e => e.OrderId == order.Id && e.Method == PointsDue.Method)
            .GroupBy(e => e.Kind).Select(g => new { Kind = g.Key, Amount = g.Sum(e => e.Amount) }).ToDictionaryAsync(g => g.Kind, g => g.Amount, ct);
        var booked = await db.PointsEntries.Where(e => e.OrderId == order.Id)
            .GroupBy(e => e.Kind).Select(g => new { Kind = g.Key, Points = g.Sum(e => e.Points) }).ToDictionaryAsync(g => g.Kind, g => g.Points, ct);
        var captured = money.GetValueOrDefault(PaymentEntryKind.Capture);
        var back = money.GetValueOrDefault(PaymentEntryKind.Refund) + money.GetValueOrDefault(PaymentEntryKind.ChargeBack);

        var used = -booked.GetValueOrDefault(PointsKind.Used);
        var toGiveBack = captured == 0m ? 0 : (long)Math.Floor(used * back / captured) - booked.GetValueOrDefault(PointsKind.Returned);
        if (toGiveBack > 0) account.Add(PointsKind.Returned, toGiveBack, order.Id, today, program.ValidUntil(today), now);

        var earned = booked.GetValueOrDefault(PointsKind.Earned) + booked.GetValueOrDefault(PointsKind.Reversed);
        // A program that has ended gives no more, but takes back what goods that come back had earned.
        var due = program.EarnedBy(order, captured - back) - earned;
        if (due > 0 && program.IsActive) account.Add(PointsKind.Earned, due, order.Id, today, program.ValidUntil(today), now);
        if (due < 0) account.Reverse(-due, order.Id, today, now);
    }
}
