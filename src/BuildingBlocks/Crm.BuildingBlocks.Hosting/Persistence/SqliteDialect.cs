using System.Collections.Concurrent;
using System.Data.Common;
using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Crm.BuildingBlocks.Hosting.Api.Lists;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace Crm.BuildingBlocks.Hosting.Persistence;

public sealed partial class SqliteDialect : Dialect
{
    private const int Busy = 5;
    private const int Locked_ = 6;
    private const int CannotOpen = 14;
    private const int Constraint = 19;
    private const int UniqueConstraint = 2067;
    private const int PrimaryKeyConstraint = 1555;

    // One writer at a time is all SQLite has. Waiting here is first come, first served; the file's own lock is polled.
    private static readonly ConcurrentDictionary<string, SemaphoreSlim> Gates = new();

    private readonly string _connectionString;
    private readonly SemaphoreSlim _gate;
    private readonly ConnectionSettings _settings;

    public SqliteDialect(string connectionString, bool survivesPowerCut)
    {
        var builder = new SqliteConnectionStringBuilder(connectionString) { ForeignKeys = true };
        if (Path.GetDirectoryName(Path.GetFullPath(builder.DataSource)) is { } folder) Directory.CreateDirectory(folder);
        _connectionString = builder.ToString();
        _gate = Gates.GetOrAdd(Path.GetFullPath(builder.DataSource), _ => new SemaphoreSlim(1));
        _settings = new ConnectionSettings(survivesPowerCut ? "FULL" : "NORMAL");
    }

    public override DatabaseProvider Provider => DatabaseProvider.Sqlite;

    public override void Configure(DbContextOptionsBuilder options, string module) => options
        .UseSqlite(_connectionString, sqlite => sqlite.MigrationsHistoryTable($"{Names.Schema(module)}_Migrations")
            // A list as one parameter: as many parameters, its statement would be generated anew for every query.
            .UseParameterizedCollectionMode(ParameterTranslationMode.Parameter))
        .AddInterceptors(_settings);

    public override async Task<WriteTransaction> BeginWrite(DbContext db, CancellationToken ct)
    {
        await _gate.WaitAsync(ct);
        try
        {
            return new WriteTransaction(await db.Database.BeginTransactionAsync(ct), new Turn(_gate));
        }
        catch
        {
            _gate.Release();
            throw;
        }
    }

    public override bool IsUniqueViolation(DbException failure) =>
        failure is SqliteException { SqliteErrorCode: Constraint, SqliteExtendedErrorCode: UniqueConstraint or PrimaryKeyConstraint };

    public override bool IsTransient(DbException failure) => failure is SqliteException { SqliteErrorCode: Busy or Locked_ };

    public override bool IsAway(DbException failure) => failure is SqliteException { SqliteErrorCode: CannotOpen };

    public override IQueryable<TEntity> Locked<TEntity, TKey>(DbContext db, string keyProperty, IReadOnlyCollection<TKey> keys)
    {
        // The write transaction already excludes every other writer. A captured list becomes parameters; a constant would make a new statement for every set of keys.
        Expression<Func<IReadOnlyCollection<TKey>>> captured = () => keys;
        var entity = Expression.Parameter(typeof(TEntity));
        var key = Expression.Property(entity, keyProperty);
        var contains = Expression.Call(typeof(Enumerable), nameof(Enumerable.Contains), [typeof(TKey)], captured.Body, key);
        return db.Set<TEntity>().IgnoreQueryFilters().Where(Expression.Lambda<Func<TEntity, bool>>(contains, entity));
    }

    private sealed class Turn(SemaphoreSlim gate) : IDisposable
    {
        public void Dispose() => gate.Release();
    }

    private sealed class ConnectionSettings(string synchronous) : DbConnectionInterceptor
    {
        // What was said to what the driver's pool keeps open stays said. How much is waited for is said every time: messaging asks for less.
        private readonly ConditionalWeakTable<sqlite3, object> _set = [];
        private readonly string _everyTime = $"PRAGMA synchronous={synchronous}";

        // Without busy_timeout the driver sleeps 150 ms per try while another process writes.
        private readonly string _once = $"PRAGMA journal_mode=WAL; PRAGMA synchronous={synchronous}; PRAGMA busy_timeout=10000; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-16000;";

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            var opened = (SqliteConnection)connection;
            TextMatch.TeachCase(opened);
            using var command = connection.CreateCommand();
            command.CommandText = _set.TryGetValue(opened.Handle!, out _) ? _everyTime : _once;
            command.ExecuteNonQuery();
            _set.TryAdd(opened.Handle!, this);
        }

        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            ConnectionOpened(connection, eventData);
            return Task.CompletedTask;
        }
    }
}
