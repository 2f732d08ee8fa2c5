using Crm.BuildingBlocks.Hosting.Access;
using Crm.Host.Platform.Domain;
using Crm.Host.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.Host.Platform.Access;

/// <summary>Writes down, now and then and for many requests at once, what each request may not wait for: use of keys and of daily budgets.</summary>
internal sealed class AccessUpkeep(IServiceScopeFactory scopes, ApiKeyTokens keys, RequestBudgets budgets, AccessDirectory directory, TimeProvider time)
{
    private static readonly TimeSpan UsageIsKept = TimeSpan.FromDays(90);

    public async Task Run(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlatformDbContext>();
        foreach (var (client, budget) in budgets.Seen) await Count(db, client, budget, ct);
        foreach (var (key, at) in keys.TakeUsed()) await MarkUsed(db, key, at, ct);
        // Also without any request the host hears of keys that another host introduced or destroyed.
        await directory.Present(ct);
    }

    public async Task Clean(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var oldest = DateOnly.FromDateTime((time.GetUtcNow() - UsageIsKept).UtcDateTime);
        await scope.ServiceProvider.GetRequiredService<PlatformDbContext>().Usage.Where(u => u.Day < oldest).ExecuteDeleteAsync(ct);
    }

    private async Task Count(PlatformDbContext db, Guid client, RequestBudget budget, CancellationToken ct)
    {
        var (day, requests) = budget.Tell(time.GetUtcNow());
        if (requests > 0)
        {
            await db.Dialect.InsertIfAbsent(db, db.Model.FindEntityType(typeof(ClientUsage))!, [(nameof(ClientUsage.ClientId), client), (nameof(ClientUsage.Day), day), (nameof(ClientUsage.Requests), 0)], ct);
            await db.Usage.Where(u => u.ClientId == client && u.Day == day).ExecuteUpdateAsync(set => set.SetProperty(u => u.Requests, u => u.Requests + requests), ct);
        }

        budget.Learn(day, await db.Usage.Where(u => u.ClientId == client && u.Day == day).Select(u => u.Requests).SingleOrDefaultAsync(ct));
    }

    private static Task MarkUsed(PlatformDbContext db, Guid key, DateTimeOffset at, CancellationToken ct) =>
        db.Set<ApiClient>().SelectMany(c => c.Keys).Where(k => k.Id == key).ExecuteUpdateAsync(set => set.SetProperty(k => k.LastUsedAt, at), ct);
}
