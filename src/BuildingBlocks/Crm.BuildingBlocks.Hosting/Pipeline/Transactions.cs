using System.Data.Common;
using Crm.BuildingBlocks.Hosting.Messaging;
using Crm.BuildingBlocks.Hosting.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.BuildingBlocks.Hosting.Pipeline;

/// <summary>
/// Runs work in one transaction with one save, and runs it again when it lost a race: a version conflict, a
/// deadlock, a busy database, a unique key that somebody else took a moment earlier (the work will see it the second time), or a
/// refusal for a state that was no longer so.
/// </summary>
public sealed class Transactions(Dialect dialect, MessageSignals signals)
{
    private const int MostAttempts = 10;

    /// <param name="db">The module's context. If it already is in a transaction the work joins it.</param>
    /// <param name="work">May run several times, each time with an empty change tracker. Must not save.</param>
    /// <param name="ct">Cancels before the commit.</param>
    public async Task<TResult> Run<TResult>(ModuleDbContext db, Func<CancellationToken, Task<TResult>> work, CancellationToken ct)
    {
        if (db.Database.CurrentTransaction is not null)
        {
            var result = await work(ct);
            await db.SaveChangesAsync(ct);
            return result;
        }

        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await Once(db, work, ct);
            }
            catch (Exception failure) when (LostRace(failure))
            {
                db.ChangeTracker.Clear();
                if (attempt == MostAttempts) throw new Conflict(failure);
                // Those who lost the same race would meet again: each steps back for a moment of its own, longer each time.
                await Task.Delay(Random.Shared.Next(1 << attempt), ct);
            }
        }
    }

    private async Task<TResult> Once<TResult>(ModuleDbContext db, Func<CancellationToken, Task<TResult>> work, CancellationToken ct)
    {
        db.HasNewOutboxMessages = false;
        db.ForgetAfterCommit();
        TResult result;
        await using (var transaction = await dialect.BeginWrite(db, ct))
        {
            result = await Decide(db, work, ct);
            await db.SaveChangesAsync(ct);
            // From here on the effect may be durable: the answer must not depend on whether the caller still listens.
            await transaction.Commit(CancellationToken.None);
        }

        db.RunAfterCommit();
        if (db.HasNewOutboxMessages) signals.Of(db.Module).Outbox.Set();
        return result;
    }

    // A change is guarded by the version of what it changes; a refusal changes nothing, so it has to be guarded here.
    private static async Task<TResult> Decide<TResult>(ModuleDbContext db, Func<CancellationToken, Task<TResult>> work, CancellationToken ct)
    {
        try
        {
            return await work(ct);
        }
        catch (Refusal refusal) when (refusal.InnerException is null && !db.Dialect.HasOneWriter)
        {
            if (await db.HoldsOutdatedAggregates(ct)) throw new DbUpdateConcurrencyException("Refused for what somebody else has changed meanwhile.", refusal);
            throw;
        }
    }

    private bool LostRace(Exception failure) => failure switch
    {
        // The next try compares the caller's If-Match, if there was one, with what the other has left.
        DbUpdateConcurrencyException => true,
        DbUpdateException { InnerException: DbException inner } => dialect.IsTransient(inner) || dialect.IsUniqueViolation(inner),
        DbException direct => dialect.IsTransient(direct),
        InvalidOperationException { InnerException: DbException wrapped } => dialect.IsTransient(wrapped),
        // An item of a batch lost it; the batch as a whole is tried again.
        Refusal { InnerException: { } cause } => LostRace(cause),
        _ => false,
    };
}
