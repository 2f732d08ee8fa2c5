using Crm.BuildingBlocks.Hosting.Messaging;
using Crm.BuildingBlocks.Hosting.Modules;
using Crm.BuildingBlocks.Hosting.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Testing.Messaging;

/// <summary>Waits, where the loops run, until everything that was caused has been done.</summary>
public static class EventsSettling
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(10);

    /// <summary>Returns when nothing is to do any more, apart from parked messages and what waits behind them.</summary>
    public static async Task EventsSettled(this IServiceProvider services, int withinSeconds = 600)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(withinSeconds));
        using var timer = new PeriodicTimer(Glance);
        try
        {
            // Between two looks at different tables a message may hop from one to the other. It leaves a new row when it does.
            string? before = null;
            while (true)
            {
                var now = await Look(services, limit.Token);
                if (now is not null && now == before) return;
                before = now;
                await timer.WaitForNextTickAsync(limit.Token);
            }
        }
        catch (OperationCanceledException)
        {
            var counts = await services.GetRequiredService<MessageCounting>().Count(CancellationToken.None);
            throw new TimeoutException($"Still to do after {withinSeconds} s: {string.Join("; ", counts)}");
        }
    }

    /// <returns>Null while something is to do, else the last row numbers of all tables.</returns>
    private static async Task<string?> Look(IServiceProvider services, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var last = new List<long>();
        foreach (var module in scope.ServiceProvider.GetRequiredService<ModuleCatalog>().Descriptions.Where(d => d.Context is not null))
        {
            var db = (ModuleDbContext)scope.ServiceProvider.GetRequiredService(module.Context!);
            if (await db.Outbox.AnyAsync(m => m.DeliveredAt == null, ct)) return null;
            if (await db.Inbox.AnyAsync(m => m.HandledAt == null && m.ParkedAt == null && !db.Inbox.Any(
                    e => e.Consumer == m.Consumer && e.Stream == m.Stream && e.HandledAt == null && e.ParkedAt != null), ct)) return null;
            last.Add(await db.Outbox.MaxAsync(m => (long?)m.Position, ct) ?? 0);
            last.Add(await db.Inbox.MaxAsync(m => (long?)m.Position, ct) ?? 0);
        }

        return string.Join(",", last);
    }
}
