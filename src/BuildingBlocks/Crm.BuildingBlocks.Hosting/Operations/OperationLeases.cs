using System.Linq.Expressions;
using Crm.BuildingBlocks.Hosting.Modules;
using Crm.BuildingBlocks.Hosting.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Crm.BuildingBlocks.Hosting.Operations;

/// <summary>
/// Who runs which operation. Every change is one conditional update: a host owns an operation while the row carries its lease id, and
/// can neither take one that somebody else took a moment earlier nor write to one it has lost.
/// </summary>
internal sealed partial class OperationLeases(
    ModuleDescription module, IServiceScopeFactory scopes, TimeProvider time, OperationOptions options, ILogger log)
{
    private const int Candidates = 50;

    /// <returns>The operation with its new lease, or null when none may be started now.</returns>
    public async Task<Operation?> Take(CancellationToken ct)
    {
        await using var scope = NewScope();
        var db = scope.ServiceProvider.ContextOf(module);
        var now = time.GetUtcNow();
        var candidates = await db.Operations.AsNoTracking()
            .Where(o => o.State == OperationState.Waiting || (o.State == OperationState.Running && o.LeaseUntil <= now))
            .OrderBy(o => o.CreatedAt).ThenBy(o => o.Id).Take(Candidates).ToListAsync(ct);
        if (candidates.Count == 0) return null;

        var running = await db.Operations
            .Where(o => o.State == OperationState.Running && o.LeaseUntil > now)
            .GroupBy(o => o.CallerId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        foreach (var candidate in candidates)
        {
            if (running.GetValueOrDefault(candidate.CallerId) < options.PerCaller && await TryTake(db, candidate, now, ct) is { } taken) return taken;
        }

        return null;
    }

    /// <summary>
    /// Renews the lease until <paramref name="run"/> is cancelled, and cancels it when the lease is lost or the caller wants no more. Never
    /// fails: a renewal that cannot be written is tried again with the next beat, of which a lease has six.
    /// </summary>
    public async Task Keep(Operation operation, CancellationTokenSource run)
    {
        using var beat = new PeriodicTimer(options.Lease / 6, time);
        try
        {
            while (await beat.WaitForNextTickAsync(run.Token))
            {
                if (!await StillHas(operation, run.Token)) await run.CancelAsync();
            }
        }
        catch (Exception) when (run.IsCancellationRequested)
        {
            // The run has ended.
        }
    }

    private async Task<bool> StillHas(Operation operation, CancellationToken ct)
    {
        try
        {
            return await Renew(operation, ct);
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
        {
            LogNotRenewed(log, failure, module.Name, operation.Id);
            return true;
        }
    }

    public async Task<bool> IsCancelRequested(Operation operation)
    {
        await using var scope = NewScope();
        return await Owned(scope.ServiceProvider.ContextOf(module), operation).AnyAsync(o => o.CancelRequestedAt != null);
    }

    /// <summary>Leaves the operation for whichever host looks next, not before <paramref name="notBefore"/>.</summary>
    public Task Release(Operation operation, DateTimeOffset notBefore, bool notAnAttempt) => Update(operation, CancellationToken.None, set => set
        .SetProperty(o => o.LeaseUntil, notBefore)
        .SetProperty(o => o.Attempts, o => notAnAttempt && o.Attempts > 0 ? o.Attempts - 1 : o.Attempts));

    public async Task Finish(Operation operation, OperationState state, OperationOutcome? outcome, OperationProblem? problem)
    {
        await using var scope = NewScope();
        var db = scope.ServiceProvider.ContextOf(module);
        var now = time.GetUtcNow();
        var problems = problem is null ? 0 : 1;
        await using var transaction = await db.Dialect.BeginWrite(db, CancellationToken.None);
        var finished = await Owned(db, operation).ExecuteUpdateAsync(set => set
            .SetProperty(o => o.State, state)
            .SetProperty(o => o.FinishedAt, now)
            .SetProperty(o => o.ReportedAt, now)
            .SetProperty(o => o.LeaseUntil, (DateTimeOffset?)null)
            .SetProperty(o => o.LeaseId, (Guid?)null)
            .SetProperty(o => o.Result, outcome == null ? null : outcome.Json)
            .SetProperty(o => o.ResultLink, outcome == null ? null : outcome.Link)
            .SetProperty(o => o.ProblemCount, o => o.ProblemCount + problems));
        if (finished == 0) return;
        if (problem is not null) db.Add(problem);
        await db.SaveChangesAsync();
        await transaction.Commit(CancellationToken.None);
    }

    private async Task<Operation?> TryTake(ModuleDbContext db, Operation candidate, DateTimeOffset now, CancellationToken ct)
    {
        var lease = Guid.CreateVersion7(now);
        var until = now + options.Lease;
        int taken;
        await using (var transaction = await db.Dialect.BeginWrite(db, ct))
        {
            taken = await db.Operations
                .Where(o => o.Id == candidate.Id && o.State == candidate.State && o.LeaseId == candidate.LeaseId && o.LeaseUntil == candidate.LeaseUntil)
                .ExecuteUpdateAsync(set => set
                    .SetProperty(o => o.State, OperationState.Running)
                    .SetProperty(o => o.LeaseId, lease)
                    .SetProperty(o => o.LeaseUntil, until)
                    .SetProperty(o => o.StartedAt, o => o.StartedAt ?? now)
                    .SetProperty(o => o.RunSince, now)
                    .SetProperty(o => o.DoneBeforeRun, o => o.Done)
                    .SetProperty(o => o.Attempts, o => o.Attempts + 1), ct);
            await transaction.Commit(ct);
        }

        if (taken == 0) return null;
        var operation = await db.Operations.AsNoTracking().SingleAsync(o => o.Id == candidate.Id, ct);
        if (operation.Attempts <= options.Attempts) return operation;

        // Its hosts died without a word each time, most likely of it.
        var problem = OperationStep.NewProblem(operation.Id, OperationRules.GaveUp.Code, OperationRules.GaveUp.Text, [options.Attempts]);
        await Finish(operation, OperationState.Failed, outcome: null, problem);
        return null;
    }

    private async Task<bool> Renew(Operation operation, CancellationToken ct)
    {
        var until = time.GetUtcNow() + options.Lease;
        var renewed = await Update(operation, ct, set => set.SetProperty(o => o.LeaseUntil, until));
        return renewed == 1 && !await IsCancelRequested(operation);
    }

    private async Task<int> Update(Operation operation, CancellationToken ct, Action<UpdateSettersBuilder<Operation>> set)
    {
        await using var scope = NewScope();
        var db = scope.ServiceProvider.ContextOf(module);
        await using var transaction = await db.Dialect.BeginWrite(db, ct);
        var updated = await Owned(db, operation).ExecuteUpdateAsync(set, ct);
        await transaction.Commit(ct);
        return updated;
    }

    private static IQueryable<Operation> Owned(ModuleDbContext db, Operation operation) =>
        db.Operations.Where(o => o.Id == operation.Id && o.LeaseId == operation.LeaseId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Module}: the lease of operation {Operation} could not be renewed; it is tried again")]
    private static partial void LogNotRenewed(ILogger log, Exception failure, string module, Guid operation);

    private AsyncServiceScope NewScope() => scopes.CreateJobScope("operations");
}
