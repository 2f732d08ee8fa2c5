using System.Data.Common;
using System.Text;
using Crm.BuildingBlocks.Hosting.Modules;
using Crm.BuildingBlocks.Hosting.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.BuildingBlocks.Hosting.Messaging;

/// <summary>What becomes of a message whose consumer failed.</summary>
internal static class InboxFailures
{
    private const int LongestError = 2000;
    private const double LongestWaitSeconds = 300;
    private const double Jitter = 0.2;

    /// <summary>Somebody else was faster, and nothing was done: worth trying again at once.</summary>
    public static bool IsConflict(Exception failure, Dialect dialect) =>
        failure is DbUpdateConcurrencyException or MessagesTakenAway
        || DatabaseFailure(failure) is { } database && (dialect.IsTransient(database) || dialect.IsUniqueViolation(database));

    /// <summary>Not the fault of any message.</summary>
    public static bool IsAway(Exception failure, Dialect dialect) => DatabaseFailure(failure) is { } database && dialect.IsAway(database);

    /// <summary>2, 4, 8 ... seconds, at most five minutes, and up to a fifth more so that what failed together does not come back together.</summary>
    public static TimeSpan WaitAfter(int attempts) =>
        TimeSpan.FromSeconds(Math.Min(Math.Pow(2, attempts), LongestWaitSeconds) * (1 + Jitter * Random.Shared.NextDouble()));

    /// <summary>Notes the failure in a transaction of its own, after that of the effect was rolled back.</summary>
    /// <returns>Whether the message is parked now.</returns>
    public static async Task<bool> Note(ModuleDbContext db, InboxMessage message, Exception failure, int mostAttempts, CancellationToken ct)
    {
        var now = db.Time.GetUtcNow();
        var attempts = message.Attempts + 1;
        DateTimeOffset? parkedAt = failure is RuleBroken || attempts >= mostAttempts ? now : null;
        var nextAttemptAt = now + WaitAfter(attempts);
        var error = Described(failure);

        await using var transaction = await db.Dialect.BeginWrite(db, ct);
        await db.Inbox
            .Where(m => m.Position == message.Position && m.HandledAt == null)
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(m => m.Attempts, attempts)
                    .SetProperty(m => m.LastError, error)
                    .SetProperty(m => m.NextAttemptAt, nextAttemptAt)
                    .SetProperty(m => m.ParkedAt, parkedAt),
                ct);
        await transaction.Commit(ct);
        return parkedAt is not null;
    }

    // A refusal words the values it is about, which may be personal and would outlive the person here: its code and place say enough.
    private static string Described(Exception failure)
    {
        var text = failure switch
        {
            RuleBroken broken => $"{failure.GetType()}: {broken.Rule.Code}\n{failure.StackTrace}",
            Refusal => $"{failure.GetType()}\n{failure.StackTrace}",
            _ => failure.ToString(),
        };
        return Storable(text);
    }

    // No database takes half a character, and not every one takes a NUL.
    private static string Storable(string text)
    {
        var kept = new StringBuilder(Math.Min(text.Length, LongestError));
        foreach (var rune in text.EnumerateRunes())
        {
            if (kept.Length + rune.Utf16SequenceLength > LongestError) break;
            if (rune.Value != 0) kept.Append(rune);
        }

        return kept.ToString();
    }

    private static DbException? DatabaseFailure(Exception? failure)
    {
        while (failure is not null and not DbException) failure = failure.InnerException;
        return failure as DbException;
    }
}

/// <summary>Between claim and acknowledgement somebody discarded or superseded a message of the batch; the whole effect is undone.</summary>
internal sealed class MessagesTakenAway() : Exception("A message was discarded or superseded while it was being worked off.");
