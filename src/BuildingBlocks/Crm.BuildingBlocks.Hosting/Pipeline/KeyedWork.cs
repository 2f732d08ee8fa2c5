using System.Text.Json;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Hosting.PersonalData;
using Microsoft.EntityFrameworkCore;

namespace Crm.BuildingBlocks.Hosting.Pipeline;

/// <summary>
/// Keeps the promise of the Idempotency-Key for work that is no command, such as an administrator's repair: the reply is stored with the
/// effect, and the same request again gets it again and does nothing.
/// </summary>
public sealed class KeyedWork(Transactions transactions, CommandContext context, CallerContext caller)
{
    /// <param name="db">Whose transaction; the key is remembered in the same schema.</param>
    /// <param name="work">May run several times, each time with an empty change tracker. Must not save.</param>
    /// <param name="ct">Cancels before the commit.</param>
    /// <exception cref="IdempotencyKeyReused">The key belongs to another request.</exception>
    public async Task<TReply> Run<TReply>(ModuleDbContext db, Func<CancellationToken, Task<TReply>> work, CancellationToken ct)
    {
        if (await Earlier<TReply>(db, ct) is { } earlier) return earlier.Reply;
        try
        {
            return await transactions.Run(db, Work, ct);
        }
        catch (Exception) when (context.IdempotencyKey is not null && !ct.IsCancellationRequested)
        {
            db.ChangeTracker.Clear();
            if (await Earlier<TReply>(db, ct) is { } twin) return twin.Reply;
            throw;
        }

        async Task<TReply> Work(CancellationToken token)
        {
            var reply = await work(token);
            if (context.IdempotencyKey is { } key)
                db.StoredReplies.Add(StoredReply.Of(caller.Caller.Id, key, JsonSerializer.Serialize(reply, EventJson.Options), db.Time.GetUtcNow()));
            return reply;
        }
    }

    private async Task<Stored<TReply>?> Earlier<TReply>(ModuleDbContext db, CancellationToken ct)
    {
        if (context.IdempotencyKey is not { } key) return null;
        var stored = await db.StoredReplies.AsNoTracking().SingleOrDefaultAsync(r => r.CallerId == caller.Caller.Id && r.Key == key.Value, ct);
        if (stored is null) return null;
        if (stored.RequestHash != key.RequestHash) throw new IdempotencyKeyReused(key.Value);
        context.WasReplayed = true;
        return new Stored<TReply>(JsonSerializer.Deserialize<TReply>(stored.Reply, EventJson.Options)!);
    }

    private sealed record Stored<TReply>(TReply Reply);
}
