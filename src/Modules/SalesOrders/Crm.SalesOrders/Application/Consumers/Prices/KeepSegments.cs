using Crm.BuildingBlocks.Hosting.Messaging;
using Crm.Customers.Contracts;
using Crm.SalesOrders.Domain.Prices;
using Crm.SalesOrders.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Application.Consumers.Prices;

/// <summary>Keeps who is in which segment. The list before holds until all parts of the next one are here.</summary>
internal sealed class KeepSegments(SalesOrdersDbContext db) : IConsumer<SegmentFrozenV1>
{
    public async Task Consume(Received<SegmentFrozenV1> received, CancellationToken ct)
    {
        var told = received.Event;
        // Parts may come at the same moment on several hosts.
        var list = await db.Dialect.Locked<SegmentList, Guid>(db, nameof(SegmentList.SegmentId), [told.SegmentId]).SingleOrDefaultAsync(ct);
        if (list is null) db.SegmentLists.Add(list = new SegmentList(told.SegmentId));
        if (!list.Take(told.FreezeId, told.FrozenAt, told.Part, told.Parts)) return;
        if (told.CustomerIds.Count > 0)
            await db.Dialect.BulkInsert(db, [.. told.CustomerIds.Distinct().Select(c => new SegmentMember(told.SegmentId, told.FreezeId, c))], ct);
        if (list.InForce == told.FreezeId) await db.SegmentMembers.Where(m => m.SegmentId == told.SegmentId && m.FreezeId != told.FreezeId).ExecuteDeleteAsync(ct);
    }
}
