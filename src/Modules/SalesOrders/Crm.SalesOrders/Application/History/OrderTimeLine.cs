using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Shaping;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Application.History;

/// <summary>
/// Tells what happened to an order, newest first. It is read from the audit trail of the order and its documents, which is kept anyway and
/// sealed: nothing of it is stored a second time.
/// </summary>
internal sealed class OrderTimeLine(SalesOrdersDbContext db, CallerContext caller)
{
    private const int AtATime = 200;

    /// <param name="order">That the caller may see.</param>
    /// <param name="limit">Entries, at least one. What was saved together is told together, so that there may be a few more.</param>
    /// <param name="before">Place in the trail from which to go on; null from the newest.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <returns>The entries, and where to go on; null at the end.</returns>
    public async Task<(IReadOnlyList<HistoryEntry> Entries, long? Next)> Read(Order order, int limit, long? before, CancellationToken ct)
    {
        var documents = await Documents(order.Id, ct);
        var told = new DocumentHappenings(order.Key, documents);
        List<Guid?> records = [order.Key, .. documents.Ids.Select(id => (Guid?)id)];
        var entries = new List<HistoryEntry>();
        while (true)
        {
            var saves = await db.Audit.AsNoTracking().Where(a => EF.Parameter(records).Contains(a.RecordId) && (before == null || a.Position < before))
                .OrderByDescending(a => a.Position).Take(AtATime).ToListAsync(ct);
            foreach (var change in saves.Select(s => new SavedChange(s)))
            {
                if (entries.Count >= limit) return (entries, before);
                var happened = change.RecordId == order.Key ? OrderHappenings.Of(change) : told.Of(change);
                entries.AddRange(happened.Reverse().Select(h => Entry(change, h, order.Currency)));
                before = change.Entry.Position;
            }

            if (saves.Count < AtATime) return (entries, null);
        }
    }

    private HistoryEntry Entry(SavedChange change, Happening happened, string currency) => new(
        change.Entry.At,
        happened.Kind,
        happened.Text,
        new HistoryActor(change.Entry.CallerId, change.Entry.CallerKind, MaskedText.Of(caller.Caller, "users.name", change.Entry.CallerName)),
        happened.Amount is { } amount ? new BuildingBlocks.Money(amount, currency).Rounded() : null,
        happened.Link);

    private async Task<OrderDocuments> Documents(OrderId order, CancellationToken ct)
    {
        var payments = await db.PaymentEntries.Where(e => e.OrderId == order).Select(e => new { e.Id, PaymentId = EF.Property<PaymentId>(e, "PaymentId") }).ToListAsync(ct);
        var invoices = await db.Invoices.Where(i => i.OrderId == order).Select(i => new { i.Id, i.Kind, i.Number, i.Total }).ToListAsync(ct);
        var invoiceIds = invoices.ConvertAll(i => i.Id);
        var reminders = invoices.Count == 0 ? [] : await db.Reminders.Where(r => EF.Parameter(invoiceIds).Contains(r.InvoiceId)).Select(r => new { r.Id, r.InvoiceId, r.InvoiceNumber }).ToListAsync(ct);
        return new OrderDocuments
        {
            Payments = [.. payments.Select(p => p.PaymentId.Value).Distinct()],
            PaymentEntries = payments.Select(p => p.Id.ToString()).ToHashSet(StringComparer.Ordinal),
            Refunds = (await db.Refunds.Where(r => r.OrderId == order).Select(r => new { r.Id, r.Amount }).ToListAsync(ct)).ToDictionary(r => r.Id.Value, r => new RefundInHistory(r.Amount)),
            Returns = await Ids(db.Returns.Where(r => r.OrderId == order).Select(r => r.Id), ct),
            Invoices = invoices.ToDictionary(i => i.Id.Value, i => new InvoiceInHistory(i.Kind, i.Number, i.Total)),
            Changes = (await db.OrderChanges.Where(c => c.OrderId == order).Select(c => new { c.Id, c.GrossBefore, c.GrossAfter }).ToListAsync(ct))
                .ToDictionary(c => c.Id.Value, c => c.GrossAfter - c.GrossBefore),
            Reminders = reminders.ToDictionary(r => r.Id.Value, r => new ReminderInHistory(r.InvoiceId.Value, r.InvoiceNumber)),
            Fees = (await db.ReminderFees.Where(f => f.OrderId == order).Select(f => new { f.Id, f.Number, f.Amount }).ToListAsync(ct)).ToDictionary(f => f.Id.Value, f => new FeeInHistory(f.Number, f.Amount)),
            Notes = await Ids(db.OrderNotes.Where(n => n.OrderId == order).Select(n => n.Id), ct),
        };
    }

    private static async Task<IReadOnlyList<Guid>> Ids<TId>(IQueryable<TId> ids, CancellationToken ct)
        where TId : struct, ITypedId => (await ids.ToListAsync(ct)).ConvertAll(id => id.Value);
}
