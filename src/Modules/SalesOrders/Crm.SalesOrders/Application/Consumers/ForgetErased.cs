using Crm.BuildingBlocks.Hosting.Attachments;
using Crm.BuildingBlocks.Hosting.Imports;
using Crm.BuildingBlocks.Hosting.Messaging;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Platform.Contracts;
using Crm.SalesOrders.Application.AfterSales;
using Crm.SalesOrders.Application.Money;
using Crm.SalesOrders.Application.Prices;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Prices;
using Crm.SalesOrders.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Application.Consumers;

/// <summary>Forgets the names of somebody who is erased, where the goods went and what was written about it. What was sold stays.</summary>
internal sealed class ForgetErased(SalesOrdersDbContext db) : IConsumer<PersonErasureRequestedV1>
{
    private const int AtATime = 100;

    public async Task Consume(Received<PersonErasureRequestedV1> received, CancellationToken ct)
    {
        var person = received.Event.PersonId;
        (await db.PersonCopies.FindAsync([person], ct))?.Erase();
        if (await db.CustomerCopies.FindAsync([person], ct) is not { } customer) return;
        customer.Erase();
        await db.SaveChangesAsync(ct);
        var orders = await All().Where(o => o.CustomerId == person).Select(o => o.Id).ToListAsync(ct);
        foreach (var some in orders.Chunk(AtATime)) await Forget([.. some], ct);
    }

    private async Task Forget(List<OrderId> ids, CancellationToken ct)
    {
        foreach (var order in await All().IgnoreAutoIncludes().Where(o => ids.Contains(o.Id)).ToListAsync(ct)) order.Anonymise();
        await db.PaymentEntries.Where(p => ids.Contains(p.OrderId))
            .ExecuteUpdateAsync(payment => payment.SetProperty(p => p.Reference, (string?)null), ct);
        foreach (var payment in await db.Payments.IgnoreAutoIncludes().Where(p => p.ProviderReference != null && p.Entries.Any(e => ids.Contains(e.OrderId))).ToListAsync(ct))
            payment.Anonymise(ForgottenReferences.Of(payment.ProviderReference!));
        await db.Refunds.Where(r => ids.Contains(r.OrderId))
            .ExecuteUpdateAsync(refund => refund.SetProperty(r => r.Reason, (string?)null).SetProperty(r => r.EndReason, (string?)null), ct);
        await db.Returns.Where(r => ids.Contains(r.OrderId)).ExecuteUpdateAsync(back => back.SetProperty(r => r.Reason, (string?)null), ct);
        await db.Invoices.Where(i => ids.Contains(i.OrderId)).ExecuteUpdateAsync(invoice => invoice.SetProperty(i => i.CustomerName, (string?)null), ct);
        await db.WriteOffs.Where(w => ids.Contains(EF.Property<OrderId>(w, "OrderId"))).ExecuteUpdateAsync(given => given.SetProperty(w => w.Reason, (string?)null), ct);
        await db.Shipments.Where(s => ids.Contains(EF.Property<OrderId>(s, "OrderId")))
            .ExecuteUpdateAsync(shipment => shipment.SetProperty(s => s.TrackingNumber, (string?)null), ct);
        await db.OrderLines.Where(l => ids.Contains(EF.Property<OrderId>(l, "OrderId")) && l.PriceReason != null)
            .ExecuteUpdateAsync(line => line.SetProperty(l => l.PriceReason, (string?)null), ct);
        foreach (var change in await db.OrderChanges.Where(c => ids.Contains(c.OrderId)).ToListAsync(ct)) change.Anonymise();
        await ForgetReasonsOfPrices(ids, ct);
        await db.Acceptances.Where(a => ids.Contains(EF.Property<OrderId>(a, "OrderId")))
            .ExecuteUpdateAsync(acceptance => acceptance.SetProperty(a => a.AcceptedBy, (string?)null).SetProperty(a => a.Note, (string?)null), ct);
        await db.Holds.Where(h => ids.Contains(EF.Property<OrderId>(h, "OrderId")) || db.OrderChanges.Any(c => ids.Contains(c.OrderId) && EF.Property<OrderChangeId?>(h, OrderChangeMapping.HoldKey) == c.Id))
            .ExecuteUpdateAsync(hold => hold.SetProperty(h => h.Words, "").SetProperty(h => h.Note, (string?)null), ct);
        await db.ReminderFees.Where(f => ids.Contains(f.OrderId)).ExecuteUpdateAsync(fee => fee.SetProperty(f => f.Words, (string?)null), ct);
        await db.OrderNotes.Where(n => ids.Contains(n.OrderId))
            .ExecuteUpdateAsync(note => note.SetProperty(n => n.Text, (string?)null).SetProperty(n => n.TextInChinese, (string?)null), ct);
        await db.ForgetImports([.. ids.Select(id => id.Value)], keys: [], ct);
        await db.EraseAttachments<Order>([.. ids.Select(id => id.Value)], ct);
        await db.SaveChangesAsync(ct);

        // The next ones start as if they were alone; what is loaded already would only slow them down.
        db.ChangeTracker.Clear();
    }

    private async Task ForgetReasonsOfPrices(List<OrderId> ids, CancellationToken ct)
    {
        var traces = await db.Orders.IgnoreQueryFilters([ModuleDbContext.DeletedFilter]).AsNoTracking().Where(o => ids.Contains(o.Id))
            .SelectMany(o => o.PriceTraces).Select(t => new { t.Id, t.Body }).ToListAsync(ct);
        foreach (var trace in traces.Select(t => (t.Id, Before: t.Body, After: PriceQuotes.WithoutReasons(t.Body))).Where(t => t.After != t.Before))
            await db.Set<PriceTrace>().Where(t => t.Id == trace.Id).ExecuteUpdateAsync(row => row.SetProperty(t => t.Body, trace.After), ct);
    }

    private IQueryable<Order> All() => db.Orders.IgnoreQueryFilters([ModuleDbContext.DeletedFilter]);
}
