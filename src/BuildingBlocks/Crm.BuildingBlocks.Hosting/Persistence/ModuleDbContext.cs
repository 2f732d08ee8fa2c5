using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Audit;
using Crm.BuildingBlocks.Hosting.Messaging;
using Crm.BuildingBlocks.Hosting.Operations;
using Crm.BuildingBlocks.Hosting.PersonalData;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace Crm.BuildingBlocks.Hosting.Persistence;

/// <summary>
/// The database of one module: its own tables and the shared ones that must commit with them (outbox, inbox, audit, replies, operations).
/// Reads are limited to what the caller may see, writes are audited and translated into events, without the module doing anything.
/// </summary>
public abstract partial class ModuleDbContext : DbContext
{
    private readonly ModuleOptions _options;
    private readonly List<Action> _afterCommit = [];
    private readonly HashSet<AggregateRoot> _unspoken = [];
    private (IDbContextTransaction? Transaction, Dictionary<Type, object> Kept) _present = (null, []);

    protected ModuleDbContext(DbContextOptions options) : base(options)
    {
        _options = options.FindExtension<ModuleOptions>()
            ?? throw new InvalidOperationException($"{GetType().Name} was built without {nameof(ModuleOptions)}: build it through {nameof(ModuleContexts)}.");
        ChangeTracker.LazyLoadingEnabled = false;
        // A failed save rolls its whole transaction back; a savepoint to return to would be two trips to the server for nothing.
        Database.AutoSavepointsEnabled = false;
    }

    public string Module => _options.Module;

    public Dialect Dialect => _options.Dialect;

    public KeyRing Keys => _options.Keys;

    public TimeProvider Time => _options.Time;

    public DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();

    public DbSet<InboxMessage> Inbox => Set<InboxMessage>();

    public DbSet<AuditEntry> Audit => Set<AuditEntry>();

    public DbSet<StoredReply> StoredReplies => Set<StoredReply>();

    public DbSet<Operation> Operations => Set<Operation>();

    /// <summary>Keys of persons; one that is made joins the transaction of this context. Use these, not the service, inside a transaction.</summary>
    public IPersonKeys Persons => Session.Persons;

    // Set on every rent from the pool; what was left by the last request must never be seen by the next.
    internal ModuleSession Session { get; set; } = ModuleSession.Closed;

    /// <summary>The caller reaches every row. Used by the scope filter.</summary>
    protected bool ReachesAll => Session.Caller.Scope == RowScope.All;

    protected bool ReachesOwn => Session.Caller.Scope >= RowScope.Own;

    protected Guid? CallerId => Session.Caller.Caller.Id;

    protected IReadOnlyList<Guid> ReachedUnits => Session.ReachedUnits;

    /// <summary>The rows that another permission of the caller reaches than the one in force.</summary>
    protected (RowScope Scope, IReadOnlyList<Guid> Units) ReachOf(string permission)
    {
        var caller = Session.Caller.Caller;
        var scope = caller.ScopeOf(permission);
        return (scope, caller.UnitsWithin(scope));
    }

    /// <summary>Whether another permission of the caller than the one in force reaches a record.</summary>
    protected bool Reaches(string permission, Guid? ownerId, Guid? unitId)
    {
        var caller = Session.Caller.Caller;
        return caller.Reaches(caller.ScopeOf(permission), ownerId, unitId);
    }

    /// <summary>Loads an aggregate to change it: 404 when the caller may not see it, 412 when its If-Match names another version.</summary>
    public Task<TAggregate> ForChange<TAggregate, TId>(TId id, CancellationToken ct)
        where TAggregate : AggregateRoot
        where TId : struct, ITypedId => ForChange(Set<TAggregate>().IgnoreQueryFilters([MergedFilter]), id, ct);

    /// <summary>As <see cref="ForChange{TAggregate,TId}(TId,CancellationToken)"/>, one that is deleted, too.</summary>
    public Task<TAggregate> ForRestore<TAggregate, TId>(TId id, CancellationToken ct)
        where TAggregate : AggregateRoot
        where TId : struct, ITypedId => ForChange(Set<TAggregate>().IgnoreQueryFilters([DeletedFilter, MergedFilter]), id, ct);

    private async Task<TAggregate> ForChange<TAggregate, TId>(IQueryable<TAggregate> all, TId id, CancellationToken ct)
        where TAggregate : AggregateRoot
        where TId : struct, ITypedId
    {
        var key = PropertyOfKey<TAggregate, TId>(id);
        var aggregate = await all.AsSplitQuery().Where(key).SingleOrDefaultAsync(ct)
            ?? throw new ResourceNotFound(Names.RecordType(typeof(TAggregate)), id.Value.ToString());
        CheckExpectedVersion(aggregate);
        return aggregate;
    }

    /// <summary>Compares the aggregate with the If-Match of the request, if one was sent and not compared yet.</summary>
    public void CheckExpectedVersion(AggregateRoot aggregate)
    {
        var command = Session.Command;
        if (command.ExpectedVersion is not { } expected || command.ExpectedVersionChecked) return;
        if (aggregate.Version != expected)
            throw new VersionMismatch(Names.RecordType(aggregate.GetType()), aggregate.Key, expected, aggregate.Version);
        command.ExpectedVersionChecked = true;
    }

    /// <summary>Runs once the present unit of work is durable, and never when it is rolled back: for what memory may rely on only then.</summary>
    public void AfterCommit(Action act) => _afterCommit.Add(act);

    /// <summary>What is known for as long as the present transaction, and gone with it, however it ends: the one object of its kind.</summary>
    public TKept InTransaction<TKept>()
        where TKept : class, new()
    {
        var transaction = Database.CurrentTransaction ?? throw new InvalidOperationException($"{typeof(TKept).Name} is kept in a transaction, and there is none.");
        if (_present.Transaction != transaction) _present = (transaction, []);
        if (!_present.Kept.TryGetValue(typeof(TKept), out var kept)) _present.Kept[typeof(TKept)] = kept = new TKept();
        return (TKept)kept;
    }

    internal void ForgetAfterCommit()
    {
        _afterCommit.Clear();
        _unspoken.Clear();
        _present = (null, []);
    }

    internal void RunAfterCommit()
    {
        foreach (var act in _afterCommit) act();
        _afterCommit.Clear();
    }

    public sealed override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("Saving is asynchronous everywhere.");

    public sealed override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken ct = default)
    {
        ChangeTracker.DetectChanges();
        // Every look at the tracker would otherwise compare everything again; from here on rows are only added.
        ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            return await SaveDetected(acceptAllChangesOnSuccess, ct);
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }

    /// <summary>Whether what was done so far leaves a trace in the audit trail by itself.</summary>
    internal bool LeavesTrace()
    {
        // Asks only what is tracked, not what has become of it: comparing every property of an order costs more than the answer.
        ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            return ChangeTracker.Entries<AuditEntry>().Any() || ChangeTracker.Entries<AggregateRoot>().Any(e => e.Entity.Raised.Count > 0);
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }

    /// <summary>The module's own mapping. Schema, conventions, filters and shared tables are added around it.</summary>
    protected abstract void Map(ModelBuilder model);

    /// <summary>For what has to happen in the same transaction whenever certain aggregates change. It may add rows, but not change loaded ones.</summary>
    protected virtual Task BeforeSave(IEnumerable<AggregateRoot> changed, CancellationToken ct) => Task.CompletedTask;

    private async Task<int> SaveDetected(bool acceptAllChangesOnSuccess, CancellationToken ct)
    {
        var changed = ChangeTracker.Entries<AggregateRoot>().Where(e => e.Entity.Raised.Count > 0).ToList();
        RefuseWritesOutOfScope();
        await BeforeSave(changed.Select(e => e.Entity), ct);
        await AddAuditEntries(changed, ct);
        // What came into being just now is told as well; who caused it is audited already.
        var told = ChangeTracker.Entries<AggregateRoot>().Where(e => e.Entity.Raised.Count > 0).ToList();
        await AddOutboxMessages(told, ct);
        var rows = await base.SaveChangesAsync(acceptAllChangesOnSuccess, ct);
        foreach (var entry in told) entry.Entity.ForgetRaised();
        return rows;
    }

    private void RefuseWritesOutOfScope()
    {
        if (ReachesAll) return;
        foreach (var entry in ChangeTracker.Entries<IOwned>())
        {
            // A changed record was read through the filter; a new one must fall within it, and so must one that is handed over.
            if (entry.State == EntityState.Added && !Reaches(entry.Entity)) throw new NotAllowed($"{Module}: create for others");
            if (IsHandedOver(entry) && !Reaches(entry.Entity)) throw new NotAllowed($"{Module}: hand over to others");
        }
    }

    // What lies in a pool has been given up, not handed to somebody of one's choice.
    private static bool IsHandedOver(EntityEntry<IOwned> entry) => entry is { State: EntityState.Modified, Entity: not IPooled { IsPooled: true } }
        && (entry.Property(nameof(IOwned.OwnerId)).IsModified || entry.Property(nameof(IOwned.UnitId)).IsModified);

    private bool Reaches(IOwned record) => Session.Caller.Caller.Reaches(Session.Caller.Scope, record.OwnerId, record.UnitId);
}
