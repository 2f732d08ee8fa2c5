using System.Globalization;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Modules;
using Crm.BuildingBlocks.Hosting.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.BuildingBlocks.Hosting.Operations;

/// <summary>Finds the operations that the present caller may see; any other does not exist.</summary>
public sealed class OperationReader(IServiceProvider services, ModuleCatalog modules, CallerContext caller, TimeProvider time)
{
    public async Task<OperationView> View(string text, CancellationToken ct)
    {
        var (id, db) = Locate(text);
        var operation = await Visible(db, id).AsNoTracking().SingleOrDefaultAsync(ct) ?? throw Missing(text);
        return await View(db, id, operation, ct);
    }

    /// <summary>Problems in the order they came up, for a file.</summary>
    public async Task<IAsyncEnumerable<OperationProblem>> AllProblems(string text, CancellationToken ct) =>
        ProblemsOf(await Existing(text, ct)).AsAsyncEnumerable();

    public async Task<ProblemPage> ProblemsAfter(string text, long position, int limit, CancellationToken ct)
    {
        var problems = await ProblemsOf(await Existing(text, ct)).Where(p => p.Position > position).Take(limit + 1).ToListAsync(ct);
        var page = problems.Take(limit).ToList();
        return new ProblemPage(
            [.. page.Select(p => ProblemView.Of(p, caller.Language))],
            problems.Count > limit ? page[^1].Position.ToString(CultureInfo.InvariantCulture) : null);
    }

    /// <summary>What waits ends at once; what runs ends after its present step, and everything before stays done.</summary>
    public async Task Cancel(string text, CancellationToken ct)
    {
        var (db, id) = await Existing(text, ct);
        var now = time.GetUtcNow();
        await using var transaction = await db.Dialect.BeginWrite(db, ct);
        var cancelled = await Visible(db, id).Where(o => o.State == OperationState.Waiting).ExecuteUpdateAsync(set => set
            .SetProperty(o => o.State, OperationState.Cancelled)
            .SetProperty(o => o.CancelRequestedAt, now)
            .SetProperty(o => o.FinishedAt, now), ct);
        if (cancelled == 0)
        {
            cancelled = await Visible(db, id).Where(o => o.State == OperationState.Running)
                .ExecuteUpdateAsync(set => set.SetProperty(o => o.CancelRequestedAt, o => o.CancelRequestedAt ?? now), ct);
        }

        if (cancelled == 0 && !await Visible(db, id).AnyAsync(o => o.State == OperationState.Cancelled, ct)) throw OperationRules.AlreadyFinished.Broken();
        db.AddAuditEntry("operations.cancel", "operation", id.Value);
        await db.SaveChangesAsync(ct);
        await transaction.Commit(ct);
    }

    private async Task<OperationView> View(ModuleDbContext db, OperationId id, Operation operation, CancellationToken ct)
    {
        var problems = operation.ProblemCount == 0 ? [] : await ProblemsOf((db, id)).Take(OperationView.FirstProblems).ToListAsync(ct);
        return OperationView.Of(id, operation, problems, caller.Language);
    }

    private async Task<(ModuleDbContext Db, OperationId Id)> Existing(string text, CancellationToken ct)
    {
        var (id, db) = Locate(text);
        return await Visible(db, id).AnyAsync(ct) ? (db, id) : throw Missing(text);
    }

    private (OperationId Id, ModuleDbContext Db) Locate(string text)
    {
        if (!OperationId.TryParse(text, out var id) || modules.Find(id.Value.Module) is not { Context: not null } module) throw Missing(text);
        return (id.Value, services.ContextOf(module));
    }

    private IQueryable<Operation> Visible(ModuleDbContext db, OperationId id)
    {
        var (all, callerId) = (caller.Caller.ScopeOf(OperationPermissions.Manage.Name) == RowScope.All, caller.Caller.Id);
        return db.Operations.Where(o => o.Id == id.Value && (all || (o.CallerId == callerId && callerId != Guid.Empty)));
    }

    private static IOrderedQueryable<OperationProblem> ProblemsOf((ModuleDbContext Db, OperationId Id) operation) =>
        operation.Db.Set<OperationProblem>().AsNoTracking().Where(p => p.OperationId == operation.Id.Value).OrderBy(p => p.Position);

    private static ResourceNotFound Missing(string text) => new("operation", text);
}
