using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Messaging;
using Crm.Customers.Application.Figures;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Figures;
using Crm.Customers.Persistence;
using Crm.SalesOrders.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Application.Consumers;

/// <summary>Writes the time lines of customers from what happens to their orders, and keeps their figures.</summary>
internal sealed class KeepTransactions(CustomersDbContext db, CompanyDay days, FigureCount figures) : IBatchConsumer
{
    public static readonly Type[] Events =
    [
        typeof(OrderConfirmedV1), typeof(OrderChangedV1), typeof(OrderCancelledV1), typeof(OrderOwedChangedV1), typeof(ShipmentDeliveredV1), typeof(ServiceAcceptedV1),
        typeof(ReturnReceivedV1), typeof(InvoiceIssuedV1), typeof(PaymentCapturedV1), typeof(PaymentChargedBackV1), typeof(RefundSettledV1),
        typeof(OrderAccountV1),
    ];

    public async Task Consume(IReadOnlyList<Received> batch, CancellationToken ct)
    {
        var zone = await days.Zone(ct);
        var accounts = await Known(batch, ct);
        var confirmed = new HashSet<OrderAccount>();
        var touched = new HashSet<CustomerId>();
        foreach (var received in batch)
        {
            if (OrderEvents.OrderOf(received.Event) is not { } source) continue;
            if (!accounts.TryGetValue(source.OrderId, out var account))
            {
                if (source.CustomerId is not { } customer) continue;
                accounts.Add(source.OrderId, account = OrderAccount.Of(source.OrderId, new CustomerId(customer), source.Currency ?? ""));
                db.Add(account);
            }

            var recorded = new Recorded(received.StreamPosition, received.OccurredAt, CompanyDay.Of(received.OccurredAt, zone));
            if (!account.Takes(recorded)) continue;
            var wasOpen = account.OrderedOn is null;
            if (received.Event is OrderAccountV1 told) await Restore(account, told, recorded, zone, ct);
            else if (OrderEvents.Apply(account, received.Event, recorded) is { } line) db.Add(line);
            if (wasOpen && account.OrderedOn is not null) confirmed.Add(account);
            touched.Add(account.CustomerId);
        }

        await db.SaveChangesAsync(ct);
        await TellEarlierLines(confirmed, ct);
        if (touched.Count > 0) await figures.Run(touched, ct);
    }

    private Task<Dictionary<Guid, OrderAccount>> Known(IReadOnlyList<Received> batch, CancellationToken ct)
    {
        var orders = batch.Select(r => OrderEvents.OrderOf(r.Event)?.OrderId).OfType<Guid>().Distinct().ToList();
        return db.Set<OrderAccount>().Where(a => EF.Parameter(orders).Contains(a.OrderId)).ToDictionaryAsync(a => a.OrderId, ct);
    }

    /// <summary>Makes the lines of an order agree with what Sales Orders knows of it, where some of its events were not heard.</summary>
    private async Task Restore(OrderAccount account, OrderAccountV1 told, Recorded recorded, TimeZoneInfo zone, CancellationToken ct)
    {
        await db.SaveChangesAsync(ct);
        var lines = await db.Set<CustomerTransaction>().Where(t => t.OrderId == told.OrderId).ToListAsync(ct);
        if (told.CancelledOn is { } cancelledOn)
        {
            db.AddRange(told.Unsaid(lines).Select(e => account.Add(e.Document(e.On ?? recorded.Today), recorded)));
            if (account.Cancel(cancelledOn, recorded) is { } cancelled) db.Add(cancelled);
        }
        else if (!told.IsSaidBy(account, lines))
        {
            db.RemoveRange(lines);
            account.Forget();
            db.AddRange(told.Lines(account, OrderEvents.Facts(told.Order), recorded, at => CompanyDay.Of(at, zone)));
        }
    }

    /// <summary>Money that came before its order was confirmed knew neither its number nor its rate.</summary>
    private async Task TellEarlierLines(HashSet<OrderAccount> confirmed, CancellationToken ct)
    {
        if (confirmed.Count == 0) return;
        var orders = confirmed.ToDictionary(a => a.OrderId);
        var earlier = await db.Set<CustomerTransaction>().Where(t => t.OrderNumber == null && EF.Parameter(orders.Keys).Contains(t.OrderId)).ToListAsync(ct);
        foreach (var line in earlier) line.Belongs(orders[line.OrderId]);
        await db.SaveChangesAsync(ct);
    }
}
