using Crm.BuildingBlocks;
using Crm.Planning.Domain;
using Crm.Planning.Persistence;
using Crm.SalesOrders.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Crm.Planning.Application.Consumers;

/// <summary>Turns events of orders into figures, the same way when they arrive and when figures are rebuilt from the kept ones.</summary>
internal static class OrderCounting
{
    /// <param name="db">Its transaction holds the lock of the count.</param>
    /// <param name="generation">The set of figures to count into.</param>
    /// <param name="events">With their positions in the streams of their orders.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task Count(this PlanningDbContext db, int generation, IReadOnlyList<(int Position, IIntegrationEvent Event)> events, CancellationToken ct)
    {
        var credits = await CreditsOf(db, generation, events, ct);
        var changes = new Dictionary<CreditKey, SalesAmount>();
        foreach (var (position, happened) in events)
        {
            if (OrderOf(happened) is not { } orderId) continue;
            if (!credits.TryGetValue(orderId, out var credit)) credits.Add(orderId, credit = db.OrderCredits.Add(OrderCredit.Of(orderId, generation)).Entity);
            Change(changes, credit.CountsUnder, SalesAmount.None - credit.CountsFor);
            Apply(credit, position, happened);
            Change(changes, credit.CountsUnder, credit.CountsFor);
        }

        await Add(db, generation, changes, ct);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>The order that an event changes the credit of. What was never confirmed was never counted.</summary>
    private static Guid? OrderOf(IIntegrationEvent happened) => happened switch
    {
        OrderConfirmedV1 confirmed => confirmed.OrderId,
        OrderChangedV1 changed => changed.OrderId,
        OrderCancelledV1 { WasConfirmed: true } cancelled => cancelled.OrderId,
        _ => null,
    };

    private static void Apply(OrderCredit credit, int position, IIntegrationEvent happened)
    {
        switch (happened)
        {
            case OrderConfirmedV1 confirmed:
                credit.Confirm(position, Sale(confirmed.Order));
                break;
            case OrderChangedV1 changed:
                credit.Confirm(position, Sale(changed.Order));
                break;
            case OrderCancelledV1 cancelled:
                credit.Cancel(cancelled.CancelledOn);
                break;
        }
    }

    private static ConfirmedSale Sale(OrderStateV1 order) => new(
        order.Number, order.OrderedOn, order.SalespersonId, order.UnitId, order.Channel, order.Currency, order.Net, order.Lines.Sum(l => (long)l.Quantity));

    private static async Task<Dictionary<Guid, OrderCredit>> CreditsOf(
        PlanningDbContext db, int generation, IReadOnlyList<(int Position, IIntegrationEvent Event)> events, CancellationToken ct)
    {
        var orders = events.Select(e => OrderOf(e.Event)).OfType<Guid>().Distinct().ToList();
        return await db.OrderCredits
            .Where(c => c.Generation == generation && EF.Parameter(orders).Contains(c.OrderId))
            .ToDictionaryAsync(c => c.OrderId, ct);
    }

    private static void Change(Dictionary<CreditKey, SalesAmount> changes, CreditKey key, SalesAmount amount)
    {
        if (amount != SalesAmount.None) changes[key] = changes.GetValueOrDefault(key) + amount;
    }

    private static async Task Add(PlanningDbContext db, int generation, Dictionary<CreditKey, SalesAmount> changes, CancellationToken ct)
    {
        if (changes.Count == 0) return;
        var months = changes.Keys.Select(k => k.Month).Distinct().ToList();
        var persons = changes.Keys.Select(k => k.SalespersonKey).Distinct().ToList();
        var near = await db.MonthlySales
            .Where(m => m.Generation == generation && EF.Parameter(months).Contains(m.Month) && EF.Parameter(persons).Contains(m.SalespersonKey))
            .ToListAsync(ct);
        var known = near.ToDictionary(m => m.Key);
        foreach (var (key, amount) in changes.Where(c => c.Value != SalesAmount.None))
        {
            if (!known.TryGetValue(key, out var sales)) sales = db.MonthlySales.Add(Domain.MonthlySales.Of(key, generation)).Entity;
            sales.Add(amount);
            // A month without orders has no row, whether it never had any or lost them.
            if (sales.Amount == SalesAmount.None) db.MonthlySales.Remove(sales);
        }
    }
}
