using Crm.BuildingBlocks.Hosting.Modules;
using Crm.BuildingBlocks.Hosting.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.BuildingBlocks.Hosting.Messaging;

/// <summary>How much there is to do.</summary>
/// <param name="Module">Whose tables.</param>
/// <param name="Consumer">Null for the module's outbox.</param>
/// <param name="ToDo">Rows neither finished nor parked; those behind a parked one are among them.</param>
/// <param name="Parked">Rows given up on.</param>
/// <param name="Oldest">When the oldest to-do came in.</param>
public sealed record MessageCounts(string Module, string? Consumer, int ToDo, int Parked, DateTimeOffset? Oldest)
{
    public TimeSpan OldestAge(DateTimeOffset now) => Oldest is { } oldest && oldest < now ? now - oldest : TimeSpan.Zero;
}

/// <summary>Counts what is to do in all modules. A consumer without anything to do is not listed.</summary>
public sealed class MessageCounting(ModuleCatalog catalog, IServiceScopeFactory scopes)
{
    public async Task<IReadOnlyList<MessageCounts>> Count(CancellationToken ct)
    {
        await using var scope = scopes.CreateJobScope("messages.count");
        var counts = new List<MessageCounts>();
        foreach (var module in catalog.Descriptions.Where(d => d.Context is not null))
        {
            var db = scope.ServiceProvider.ContextOf(module);
            if (await Outbox(db, ct) is { ToDo: > 0 } outbox) counts.Add(outbox);
            counts.AddRange(await Inbox(db, ct));
        }

        return counts;
    }

    private static async Task<MessageCounts> Outbox(ModuleDbContext db, CancellationToken ct)
    {
        var pending = await db.Outbox.Where(m => m.DeliveredAt == null)
            .GroupBy(_ => 1)
            .Select(all => new { Count = all.Count(), Oldest = all.Min(m => m.OccurredAt) })
            .SingleOrDefaultAsync(ct);
        return new MessageCounts(db.Module, null, pending?.Count ?? 0, 0, pending?.Oldest);
    }

    private static async Task<List<MessageCounts>> Inbox(ModuleDbContext db, CancellationToken ct)
    {
        var toDo = await db.Inbox.Where(m => m.HandledAt == null && m.ParkedAt == null)
            .GroupBy(m => m.Consumer)
            .Select(c => new { Consumer = c.Key, Count = c.Count(), Oldest = c.Min(m => m.ReceivedAt) })
            .ToListAsync(ct);
        var parked = await db.Inbox.Where(m => m.HandledAt == null && m.ParkedAt != null)
            .GroupBy(m => m.Consumer)
            .Select(c => new { Consumer = c.Key, Count = c.Count() })
            .ToDictionaryAsync(c => c.Consumer, c => c.Count, ct);
        return [..
            toDo.Select(c => new MessageCounts(db.Module, c.Consumer, c.Count, parked.GetValueOrDefault(c.Consumer), c.Oldest)),
            .. parked.Where(p => toDo.TrueForAll(c => c.Consumer != p.Key)).Select(p => new MessageCounts(db.Module, p.Key, 0, p.Value, null))];
    }
}
