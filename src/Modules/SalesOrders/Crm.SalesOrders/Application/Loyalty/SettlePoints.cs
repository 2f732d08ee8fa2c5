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
        // Also those of others who were the same customer when it was paid: each gets its own back.
        var spenders = await db.PointsAccounts.Where(a => a.Entries.Any(e => e.OrderId == id && e.Kind == PointsKind.Used)).Select(a => a.CustomerId).ToListAsync(ct);
        var accounts = await db.LockPoints([.. spenders.Union([order.CustomerId])], ct);
        if (accounts.Find(a => a.CustomerId == order.CustomerId) is not { } own) accounts.Add(own = db.OpenPoints(order.CustomerId));
        var before = accounts.Sum(a => a.Balance);
        await Settle(own, accounts, program, order, ct);
        return new SettledPoints(accounts.Sum(a => a.Balance) - before);
    }

    private async Task Settle(PointsAccount own, List<PointsAccount> accounts, LoyaltyProgram program, Order order, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var money = await db.PaymentEntries.Where(e => e.OrderId == order.Id && e.Method == PointsDue.Method)
            .GroupBy(e => e.Kind).Select(g => new { Kind = g.Key, Amount = g.Sum(e => e.Amount) }).ToDictionaryAsync(g => g.Kind, g => g.Amount, ct);
        var booked = await db.PointsEntries.Where(e => e.OrderId == order.Id).GroupBy(e => new { Account = EF.Property<PointsAccountId>(e, "AccountId"), e.Kind })
            .Select(g => new { g.Key.Account, g.Key.Kind, Points = g.Sum(e => e.Points) }).ToDictionaryAsync(g => (g.Account, g.Kind), g => g.Points, ct);
        var captured = money.GetValueOrDefault(PaymentEntryKind.Capture);
        var back = money.GetValueOrDefault(PaymentEntryKind.Refund) + money.GetValueOrDefault(PaymentEntryKind.ChargeBack);
        foreach (var account in accounts)
        {
            var toGiveBack = captured == 0m ? 0 : (long)Math.Floor(-Booked(account, PointsKind.Used) * back / captured) - Booked(account, PointsKind.Returned);
            if (toGiveBack > 0) account.Add(PointsKind.Returned, toGiveBack, order.Id, today, program.ValidUntil(today), now);
        }

        // A program that has ended gives no more, but takes back what goods that come back had earned.
        var due = program.EarnedBy(order, captured - back) - Booked(own, PointsKind.Earned) - Booked(own, PointsKind.Reversed);
        if (due > 0 && program.IsActive) own.Add(PointsKind.Earned, due, order.Id, today, program.ValidUntil(today), now);
        if (due < 0) own.Reverse(-due, order.Id, today, now);

        long Booked(PointsAccount account, PointsKind kind) => booked.GetValueOrDefault((account.Id, kind));
    }
}
