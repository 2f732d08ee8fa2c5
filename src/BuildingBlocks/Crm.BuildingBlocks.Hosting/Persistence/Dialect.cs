using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Crm.BuildingBlocks.Hosting.Persistence;

/// <summary>Everything that differs between the databases, and the only place with SQL text of our own: one subclass each.</summary>
public abstract partial class Dialect
{
    public abstract DatabaseProvider Provider { get; }

    public static Dialect For(DatabaseOptions options) => options.Provider switch
    {
        DatabaseProvider.Sqlite => new SqliteDialect(options.ConnectionString, options.SurvivesPowerCut),
        DatabaseProvider.Postgres => new PostgresDialect(options.ConnectionString),
        DatabaseProvider.SqlServer => new SqlServerDialect(options.ConnectionString),
        _ => throw new InvalidOperationException($"Unknown database provider {options.Provider}."),
    };

    /// <summary>Points the context at the database; each module has a migration history of its own.</summary>
    public abstract void Configure(DbContextOptionsBuilder options, string module);

    /// <summary>Begins the transaction of a unit of work. On SQLite it waits its turn in this process instead of polling the file's lock.</summary>
    public virtual async Task<WriteTransaction> BeginWrite(DbContext db, CancellationToken ct) =>
        new(await db.Database.BeginTransactionAsync(ct), gate: null);

    public abstract bool IsUniqueViolation(DbException failure);

    /// <summary>A deadlock, a serialisation failure or a busy file: nothing was done and trying again may help.</summary>
    public abstract bool IsTransient(DbException failure);

    /// <summary>The database cannot be reached at all.</summary>
    public abstract bool IsAway(DbException failure);

    /// <summary>
    /// Reads the rows with these keys and locks them until the end of the transaction, in the order of the key, so that two commands that want
    /// the same rows wait for each other instead of deadlocking. On SQL Server the order is that of its plan, and one of two that meet
    /// crosswise is run again. Query filters do not apply.
    /// </summary>
    public abstract IQueryable<TEntity> Locked<TEntity, TKey>(DbContext db, string keyProperty, IReadOnlyCollection<TKey> keys)
        where TEntity : class;

    /// <summary>Keys as the column keeps them: a typed id as its Guid.</summary>
    protected static Array Stored<TEntity, TKey>(DbContext db, string keyProperty, IReadOnlyCollection<TKey> keys)
    {
        var converter = db.Model.FindEntityType(typeof(TEntity))?.FindProperty(keyProperty)?.GetTypeMapping().Converter;
        var stored = Array.CreateInstance(converter?.ProviderClrType ?? typeof(TKey), keys.Count);
        var index = 0;
        foreach (var key in keys) stored.SetValue(converter is null ? key : converter.ConvertToProvider(key), index++);
        return stored;
    }

    /// <summary>The key, and behind it the primary key: several rows may have one key, and those must be locked in one order, too.</summary>
    protected IEnumerable<string> OrderOfLocks<TEntity>(DbContext db, string keyProperty) =>
        db.Model.FindEntityType(typeof(TEntity))!.FindPrimaryKey()!.Properties.Select(p => p.Name).Prepend(keyProperty).Distinct()
            .Select(property => Column<TEntity>(db, property));

    /// <summary>Quoted table name, with schema where there is one.</summary>
    protected string Table<TEntity>(DbContext db)
    {
        var entity = db.Model.FindEntityType(typeof(TEntity)) ?? throw new InvalidOperationException($"{typeof(TEntity).Name} is not mapped.");
        return entity.GetSchema() is { } schema ? $"{Quote(schema)}.{Quote(entity.GetTableName()!)}" : Quote(entity.GetTableName()!);
    }

    protected string Column<TEntity>(DbContext db, string property)
    {
        var entity = db.Model.FindEntityType(typeof(TEntity))!;
        return Quote(entity.FindProperty(property)?.GetColumnName() ?? throw new InvalidOperationException($"{typeof(TEntity).Name}.{property} is not mapped."));
    }

    protected virtual string Quote(string name) => $"\"{name}\"";
}
