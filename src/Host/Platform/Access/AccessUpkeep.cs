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
        budgets.ForgetIdle();
        await Count(db, ct);
        // Also without any request the host hears of keys that another host introduced or destroyed.
        await directory.Present(ct);
    }

    public async Task Clean(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var oldest = DateOnly.FromDateTime((time.GetUtcNow() - UsageIsKept).UtcDateTime);
        await scope.ServiceProvider.GetRequiredService<PlatformDbContext>().Usage.Where(u => u.Day < oldest).ExecuteDeleteAsync(ct);
    }

    private async Task Count(PlatformDbContext db, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var day = DateOnly.FromDateTime(now.UtcDateTime);
        var seen = budgets.Seen.ToList();
        await Write(db, day, seen.ConvertAll(b => (b.Key, b.Value.Tell(now).Requests)).FindAll(b => b.Requests > 0), ct);
        var clients = seen.ConvertAll(b => b.Key);
        if (clients.Count == 0) return;
        var counted = await db.Usage.Where(u => u.Day == day && EF.Parameter(clients).Contains(u.ClientId)).ToDictionaryAsync(u => u.ClientId, u => u.Requests, ct);
        foreach (var (client, budget) in seen) budget.Learn(day, counted.GetValueOrDefault(client));
    }

    private async Task Write(PlatformDbContext db, DateOnly day, List<(Guid Client, int Requests)> told, CancellationToken ct)
    {
        var used = keys.TakeUsed();
        if (told.Count == 0 && used.Count == 0) return;
        await using var transaction = await db.Dialect.BeginWrite(db, ct);
        // In one order, so that two hosts do not wait for each other crosswise.
        foreach (var (client, requests) in told.OrderBy(t => t.Client)) await Add(db, client, day, requests, ct);
        foreach (var (key, at) in used.OrderBy(u => u.Key)) await MarkUsed(db, key, at, ct);
        await transaction.Commit(ct);
    }

    private static async Task Add(PlatformDbContext db, Guid client, DateOnly day, int requests, CancellationToken ct)
    {
        await db.Dialect.InsertIfAbsent(db, db.Model.FindEntityType(typeof(ClientUsage))!, [(nameof(ClientUsage.ClientId), client), (nameof(ClientUsage.Day), day), (nameof(ClientUsage.Requests), 0)], ct);
        await db.Usage.Where(u => u.ClientId == client && u.Day == day).ExecuteUpdateAsync(set => set.SetProperty(u => u.Requests, u => u.Requests + requests), ct);
    }

    private static Task MarkUsed(PlatformDbContext db, Guid key, DateTimeOffset at, CancellationToken ct) =>
        db.Set<ApiClient>().SelectMany(c => c.Keys).Where(k => k.Id == key).ExecuteUpdateAsync(set => set.SetProperty(k => k.LastUsedAt, at), ct);
}
