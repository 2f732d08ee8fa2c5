using System.Diagnostics;
using Crm.BuildingBlocks.Hosting.Modules;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Hosting.PersonalData;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.BuildingBlocks.Hosting.Messaging;

/// <summary>
/// Tells one module the present state of another, as if it had just happened: for a module that was switched off, joined late, or is
/// stuck. Only copies can be filled this way; facts have a history that present state does not know.
/// </summary>
public sealed class Republishing(
    ModuleCatalog catalog, MessageSignals signals, Transactions transactions, IServiceScopeFactory scopes, TimeProvider time)
{
    private const int ChunkSize = 500;

    /// <param name="publisher">The module whose state it is.</param>
    /// <param name="to">The module that gets it.</param>
    /// <param name="reached">Told the number of events written so far; if it throws, the rest is not told.</param>
    /// <param name="ct">Stops between two chunks; what was written stays.</param>
    /// <returns>How many events were read.</returns>
    public async Task<int> Run(string publisher, string to, Func<int, Task> reached, CancellationToken ct)
    {
        var source = catalog.Find(publisher) ?? throw new ResourceNotFound("module", publisher);
        var target = catalog.Find(to) ?? throw new ResourceNotFound("module", to);
        if (source.CurrentState is null) throw MessageRules.NothingToRepublish.Broken(publisher);

        await using var reading = scopes.CreateJobScope($"{publisher}.republish");
        await using var writing = scopes.CreateJobScope($"{publisher}.republish");
        var inbox = writing.ServiceProvider.ContextOf(target);
        var newest = await inbox.Inbox.MaxAsync(m => (long?)m.Position, ct) ?? 0;
        var state = (ICurrentState)reading.ServiceProvider.GetRequiredService(source.CurrentState);
        var persons = reading.ServiceProvider.GetRequiredService<IPersonKeys>();
        var count = 0;
        await foreach (var chunk in state.Read(ct).Chunk(ChunkSize).WithCancellation(ct))
        {
            await Write(inbox, target, await Rows(chunk, target, persons, ct), newest, ct);
            count += chunk.Length;
            await reached(count);
        }

        return count;
    }

    private async Task<List<InboxMessage>> Rows(StateEvent[] chunk, ModuleDescription target, IPersonKeys persons, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var rows = new List<InboxMessage>(chunk.Length);
        foreach (var state in chunk)
        {
            var type = state.Event.GetType();
            var consumers = target.Consumers.FindAll(c => c.Events.Contains(type));
            if (consumers.Count == 0) continue;
            var message = new OutboxMessage
            {
                Id = Guid.CreateVersion7(now),
                EventName = EventNames.Of(type),
                Body = await PersonalJson.Write(state.Event, persons, ct),
                Stream = state.Stream,
                StreamPosition = state.StreamPosition,
                OccurredAt = now,
                TraceParent = Activity.Current?.Id,
            };
            rows.AddRange(consumers.Select(c => InboxMessages.From(message, c.Name, now)));
        }

        return rows;
    }

    private async Task Write(ModuleDbContext inbox, ModuleDescription target, List<InboxMessage> rows, long newest, CancellationToken ct)
    {
        if (rows.Count == 0) return;
        await transactions.Run(
            inbox,
            async token =>
            {
                await Supersede(inbox, rows, newest, token);
                await inbox.Dialect.AddToInboxes([(inbox, rows)], inbox, token);
                return rows.Count;
            },
            ct);
        foreach (var consumer in rows.Select(r => r.Consumer).Distinct()) signals.Of(target.Name).Inbox(consumer).Set();
    }

    /// <summary>
    /// What the same consumer has not done yet of the same stream, up to the state that is told now, is contained in that state; a
    /// parked row among it would otherwise hold the state back. Rows that came after the start are left alone.
    /// </summary>
    private async Task Supersede(ModuleDbContext inbox, List<InboxMessage> rows, long newest, CancellationToken ct)
    {
        DateTimeOffset? now = time.GetUtcNow();
        foreach (var told in rows.GroupBy(r => r.Consumer))
        {
            var versions = told.GroupBy(r => r.Stream).ToDictionary(g => g.Key, g => g.Max(r => r.StreamPosition));
            var streams = versions.Keys.ToList();
            var unfinished = await inbox.Inbox
                .Where(m => m.Consumer == told.Key && m.HandledAt == null && m.Position <= newest && EF.Parameter(streams).Contains(m.Stream))
                .Select(m => new { m.Position, m.Stream, m.StreamPosition })
                .ToListAsync(ct);
            var contained = unfinished.Where(m => m.StreamPosition <= versions[m.Stream]).Select(m => m.Position).ToList();
            if (contained.Count == 0) continue;
            await inbox.Inbox.Where(m => EF.Parameter(contained).Contains(m.Position) && m.HandledAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(m => m.HandledAt, now).SetProperty(m => m.DiscardReason, MessageRules.Superseded.English), ct);
        }
    }
}
