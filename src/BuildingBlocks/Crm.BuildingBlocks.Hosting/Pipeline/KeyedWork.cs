using System.Text.Json;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Hosting.PersonalData;
using Microsoft.EntityFrameworkCore;

namespace Crm.BuildingBlocks.Hosting.Pipeline;

/// <summary>
/// Keeps the promise of the Idempotency-Key for whatever changes something: commands, batches, uploads, an administrator's repair. The reply
/// is stored in the transaction of the effect, so there is no state "in progress" and failed work leaves no key; the same request
/// again gets the reply again and does nothing.
/// </summary>
public sealed class KeyedWork(Transactions transactions, CommandContext context, CallerContext caller)
{
    /// <param name="db">Whose transaction; the key is remembered in the same schema.</param>
    /// <param name="work">May run several times, each time with an empty change tracker. Must not save.</param>
    /// <param name="ct">Cancels before the commit.</param>
    /// <exception cref="IdempotencyKeyReused">The key belongs to another request.</exception>
    public async Task<TReply> Run<TReply>(ModuleDbContext db, Func<CancellationToken, Task<TReply>> work, CancellationToken ct)
    {
        // Inside somebody else's transaction the key belongs to what is around it.
        if (context.IdempotencyKey is not { } key || db.Database.CurrentTransaction is not null) return await transactions.Run(db, work, ct);
        try
        {
            return await transactions.Run(db, Once, ct);
        }
        catch (Exception) when (!ct.IsCancellationRequested)
        {
            // A twin that won in the meantime may be the very reason of the failure.
            db.ChangeTracker.Clear();
            if (await Earlier<TReply>(db, key, ct) is { } twin) return twin.Reply;
            throw;
        }

        async Task<TReply> Once(CancellationToken token)
        {
            if (await Earlier<TReply>(db, key, token) is { } earlier) return earlier.Reply;
            var reply = await work(token);
            db.StoredReplies.Add(StoredReply.Of(caller.Caller.Id, key, JsonSerializer.Serialize(reply, EventJson.Options), db.Time.GetUtcNow()));
            return reply;
        }
    }

    private async Task<Stored<TReply>?> Earlier<TReply>(ModuleDbContext db, IdempotencyKey key, CancellationToken ct)
    {
        var stored = await db.StoredReplies.AsNoTracking().SingleOrDefaultAsync(r => r.CallerId == caller.Caller.Id && r.Key == key.Value, ct);
        if (stored is null) return null;
        if (stored.RequestHash != key.RequestHash) throw new IdempotencyKeyReused(key.Value);
        context.WasReplayed = true;
        return new Stored<TReply>(JsonSerializer.Deserialize<TReply>(stored.Reply, EventJson.Options)!);
    }

    // A reply may itself be null, so "nothing stored" needs another null.
    private sealed record Stored<TReply>(TReply Reply);
}
