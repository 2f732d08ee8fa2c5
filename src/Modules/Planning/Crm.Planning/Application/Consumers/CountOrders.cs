using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Messaging;
using Crm.Planning.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.Planning.Application.Consumers;

/// <summary>Keeps the events of orders and counts them. An event that is already kept, by whatever way it came, is not counted again.</summary>
internal sealed class CountOrders(PlanningDbContext db) : IBatchConsumer
{
    public async Task Consume(IReadOnlyList<Received> batch, CancellationToken ct)
    {
        var count = await db.LockCount(ct);
        var fresh = await NotKept(batch, ct);
        if (fresh.Count == 0) return;
        db.KeptEvents.AddRange(fresh.Select(r => new KeptEvent
        {
            Stream = r.Stream,
            StreamPosition = r.StreamPosition,
            EventName = r.EventName,
            Body = r.Body,
            OccurredAt = r.OccurredAt,
        }));
        count.Events += fresh.Count;
        count.CountedThrough = fresh.Select(r => r.OccurredAt).Append(count.CountedThrough ?? DateTimeOffset.MinValue).Max();
        await db.Count(count.LiveGeneration, [.. fresh.Select(r => (r.StreamPosition, r.Event))], ct);
    }

    private async Task<List<Received>> NotKept(IReadOnlyList<Received> batch, CancellationToken ct)
    {
        var streams = batch.Select(r => r.Stream).Distinct().ToList();
        var kept = await db.KeptEvents.AsNoTracking()
            .Where(e => EF.Parameter(streams).Contains(e.Stream))
            .Select(e => new { e.Stream, e.StreamPosition })
            .ToListAsync(ct);
        var known = kept.Select(e => (e.Stream, e.StreamPosition)).ToHashSet();
        return [.. batch.Where(r => known.Add((r.Stream, r.StreamPosition)))];
    }
}
