using System.Text.Json;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Messaging;
using Crm.BuildingBlocks.Hosting.Modules;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Hosting.PersonalData;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.BuildingBlocks.Hosting.Operations;

/// <summary>What a piece of long work knows of itself, and how it gets further: step by step.</summary>
public sealed class OperationRun
{
    private readonly ModuleDescription _module;
    private readonly IServiceScopeFactory _scopes;
    private readonly TimeSpan _lease;
    private readonly Guid _leaseId;
    private string? _checkpoint;

    internal OperationRun(ModuleDescription module, IServiceScopeFactory scopes, TimeSpan lease, Operation claimed)
    {
        (_module, _scopes, _lease) = (module, scopes, lease);
        _leaseId = claimed.LeaseId!.Value;
        (Id, Kind, Done, Total, _checkpoint) = (claimed.Id, claimed.Kind, claimed.Done, claimed.Total, claimed.Checkpoint);
        Caller = CallerSnapshot.Read(claimed.CallerSnapshot);
    }

    public Guid Id { get; }

    public string Kind { get; }

    /// <summary>Whoever asked for it.</summary>
    public CallerSnapshot Caller { get; }

    public long Done { get; private set; }

    public long? Total { get; private set; }

    /// <summary>Whether this run got further than the one before it.</summary>
    internal bool GotFurther { get; private set; }

    /// <summary>What the last committed step left; null for work that begins.</summary>
    public TCheckpoint? Checkpoint<TCheckpoint>()
        where TCheckpoint : class =>
        _checkpoint is null ? null : JsonSerializer.Deserialize<TCheckpoint>(_checkpoint, EventJson.Options);

    /// <summary>Does part of the work in one transaction together with the progress it makes. If it throws, nothing of it remains.</summary>
    /// <exception cref="OperationCanceledException">The caller cancelled the operation; the step is rolled back.</exception>
    public async Task Step(Func<OperationStep, Task> work, CancellationToken ct)
    {
        await using var scope = NewScope();
        var db = scope.ServiceProvider.ContextOf(_module);
        await using var transaction = await db.Dialect.BeginWrite(db, ct);
        var step = new OperationStep(scope.ServiceProvider, db, Id, Done, Total);
        await work(step);
        db.AddRange(step.Problems);
        await db.SaveChangesAsync(ct);
        var checkpoint = step.Checkpoint is null ? _checkpoint : JsonSerializer.Serialize(step.Checkpoint, EventJson.Options);
        await Report(db, step, checkpoint, ct);
        await transaction.Commit(ct);

        db.RunAfterCommit();
        (Done, Total, _checkpoint, GotFurther) = (step.Done, step.Total, checkpoint, true);
        if (db.HasNewOutboxMessages) scope.ServiceProvider.GetRequiredService<MessageSignals>().Of(_module.Name).Outbox.Set();
    }

    /// <summary>Does part of the work to see what would come of it: the transaction is always rolled back.</summary>
    public async Task Rehearse(Func<OperationStep, Task> work, CancellationToken ct)
    {
        await using var scope = NewScope();
        var db = scope.ServiceProvider.ContextOf(_module);
        await using var transaction = await db.Dialect.BeginWrite(db, ct);
        await work(new OperationStep(scope.ServiceProvider, db, Id, Done, Total));
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Reads outside any step; the scope has the caller's rights and is the reader's to dispose.</summary>
    public AsyncServiceScope NewScope()
    {
        var scope = _scopes.CreateAsyncScope();
        Caller.Restore(scope.ServiceProvider.GetRequiredService<CallerContext>());
        scope.ServiceProvider.GetRequiredService<CommandContext>().CommandName = Kind;
        return scope;
    }

    /// <summary>The module's context within a scope of this run.</summary>
    public ModuleDbContext Database(IServiceProvider scope) => scope.ContextOf(_module);

    // Last in the transaction, so that the row is locked for a moment only; and conditional, so that a host that lost the work cannot commit.
    private async Task Report(ModuleDbContext db, OperationStep step, string? checkpoint, CancellationToken ct)
    {
        var now = db.Time.GetUtcNow();
        var until = now + _lease;
        var reported = await db.Operations
            .Where(o => o.Id == Id && o.LeaseId == _leaseId && o.CancelRequestedAt == null)
            .ExecuteUpdateAsync(set => set
                .SetProperty(o => o.Done, step.Done)
                .SetProperty(o => o.Total, step.Total)
                .SetProperty(o => o.ProblemCount, o => o.ProblemCount + step.Problems.Count)
                .SetProperty(o => o.Checkpoint, checkpoint)
                .SetProperty(o => o.Attempts, 0)
                .SetProperty(o => o.ReportedAt, now)
                .SetProperty(o => o.LeaseUntil, until), ct);
        if (reported == 1) return;
        if (await db.Operations.AnyAsync(o => o.Id == Id && o.LeaseId == _leaseId, ct)) throw new OperationCanceledException("The caller cancelled the operation.");
        throw new LeaseLost();
    }
}

/// <summary>Another host has taken the work over; this one must not touch it any more.</summary>
internal sealed class LeaseLost() : Exception("Another host has taken the operation over.");
