using Crm.BuildingBlocks.Hosting.Modules;
using Crm.BuildingBlocks.Hosting.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Crm.BuildingBlocks.Hosting.Messaging;

/// <summary>
/// Works off the to-dos of one consumer. A message is claimed by the row lock of the transaction in which its effect happens and in
/// which it is acknowledged: a crash releases it, and there is no state in between to get stuck in.
/// </summary>
public sealed class InboxProcessor(
    ModuleDescription module, ConsumerDescription consumer, MessageSignals signals, WorkTurns turns, IServiceScopeFactory scopes,
    IOptions<MessagingOptions> options, MessagingMetrics metrics, ILogger<InboxProcessor> log)
{
    private const int TriesAfterConflict = 3;

    private readonly ConsumerCalls _calls = new(consumer);

    public ModuleDescription Module { get; } = module;

    public ConsumerDescription Consumer { get; } = consumer;

    /// <summary>Works off what is due, up to <see cref="MessagingOptions.LargestBatch"/> in one transaction.</summary>
    public async Task<InboxProgress> RunOnce(CancellationToken ct)
    {
        var limit = options.Value.LargestBatch;
        var together = await Run(limit, ct);
        if (together.FailedBatch == 0) return new InboxProgress(together.Handled, together.Failed, MayHaveMore: together.Failed > 0 || together.Handled == limit);

        // One of them is guilty; alone, only that one has to wait.
        var (handled, failed) = (0, 0);
        for (var left = together.FailedBatch; left > 0; left--)
        {
            var single = await Run(limit: 1, ct);
            if (single is { Handled: 0, Failed: 0 }) break;
            handled += single.Handled;
            failed += single.Failed;
        }

        return new InboxProgress(handled, failed, MayHaveMore: true);
    }

    private async Task<Outcome> Run(int limit, CancellationToken ct)
    {
        using var turn = await turns.Take(ct);
        for (var conflicts = 0; ; conflicts++)
        {
            await using var scope = scopes.CreateJobScope(Consumer.Name);
            var db = scope.ServiceProvider.ContextOf(Module);
            List<InboxMessage> batch = [];
            try
            {
                await WorkOff(batch, limit, db, scope.ServiceProvider, ct);
                if (db.HasNewOutboxMessages) signals.Of(Module.Name).Outbox.Set();
                metrics.Handled(Module.Name, Consumer.Name, batch);
                return new Outcome(Handled: batch.Count);
            }
            catch (Exception failure) when (!ct.IsCancellationRequested && !InboxFailures.IsAway(failure, db.Dialect))
            {
                if (conflicts < TriesAfterConflict && InboxFailures.IsConflict(failure, db.Dialect)) continue;
                if (batch.Count == 0) throw;
                if (batch.Count > 1)
                {
                    log.BatchFailed(failure, Consumer.Name, batch.Count);
                    return new Outcome(FailedBatch: batch.Count);
                }

                await Note(batch[0], failure, ct);
                return new Outcome(Failed: 1);
            }
        }
    }

    /// <summary>Claim, effect and acknowledgement, in one commit.</summary>
    private async Task WorkOff(List<InboxMessage> batch, int limit, ModuleDbContext db, IServiceProvider scope, CancellationToken ct)
    {
        if (db.Dialect.HasOneWriter && !await HasDue(db, ct)) return;
        await using var transaction = await db.Dialect.BeginRepeatable(db, ct);
        batch.AddRange(await Claim(db, limit, ct));
        if (batch.Count == 0) return;
        await _calls.Run(batch, scope, db, ct);
        await Acknowledge(db, batch, ct);
        await transaction.Commit(ct);
        db.RunAfterCommit();
    }

    private Task<bool> HasDue(ModuleDbContext db, CancellationToken ct)
    {
        var now = db.Time.GetUtcNow();
        return db.Inbox.AnyAsync(m => m.Consumer == Consumer.Name && m.HandledAt == null && m.ParkedAt == null && m.NextAttemptAt <= now, ct);
    }

    private async Task<List<InboxMessage>> Claim(ModuleDbContext db, int limit, CancellationToken ct)
    {
        var now = db.Time.GetUtcNow();
        var unfinished = await db.Dialect.Claim(db, Consumer.Name, now, limit, ct);
        return unfinished
            .GroupBy(m => m.Stream)
            .SelectMany(stream => stream.TakeWhile(m => m.ParkedAt is null && m.NextAttemptAt <= now))
            .ToList()
            .InStreamOrder();
    }

    private static async Task Acknowledge(ModuleDbContext db, List<InboxMessage> batch, CancellationToken ct)
    {
        var acknowledged = await db.Dialect.MarkDone<InboxMessage>(db, nameof(InboxMessage.HandledAt), batch.ConvertAll(m => m.Position), ct);
        if (acknowledged != batch.Count) throw new MessagesTakenAway();
    }

    private async Task Note(InboxMessage message, Exception failure, CancellationToken ct)
    {
        await using var scope = scopes.CreateJobScope(Consumer.Name);
        var db = scope.ServiceProvider.ContextOf(Module);
        var parked = await InboxFailures.Note(db, message, failure, options.Value.MostAttempts, ct);
        metrics.Failed(Module.Name, Consumer.Name, parked);
        if (parked) log.Parked(failure, Consumer.Name, Module.Name, message.Position, message.Stream);
        else log.WillBeTriedAgain(failure, Consumer.Name, Module.Name, message.Position, message.Stream, message.Attempts + 1);
    }

    private readonly record struct Outcome(int Handled = 0, int Failed = 0, int FailedBatch = 0);
}

/// <param name="Handled">Messages whose effect was committed.</param>
/// <param name="Failed">Messages that wait for another try or are parked.</param>
/// <param name="MayHaveMore">Whether to look again without being woken.</param>
public readonly record struct InboxProgress(int Handled, int Failed, bool MayHaveMore);
