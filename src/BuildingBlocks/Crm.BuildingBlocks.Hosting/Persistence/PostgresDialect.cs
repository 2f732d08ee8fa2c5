using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Crm.BuildingBlocks.Hosting.Persistence;

public sealed partial class PostgresDialect : Dialect, IDisposable
{
    // The driver tells it by nothing but its words.
    private const string PoolIsExhausted = "The connection pool has been exhausted";

    // Not a data source: EF Core would keep a model and every compiled query once per source.
    private readonly string _connectionString;

    public PostgresDialect(string connectionString)
    {
        _connectionString = new NpgsqlConnectionStringBuilder(connectionString)
        {
            // Planning the same few hundred statements anew costs more than running them.
            MaxAutoPrepare = 200,
            AutoPrepareMinUsages = 3,
            // Whatever is set or locked here ends with its transaction, so a returned connection has nothing to be cleaned of.
            NoResetOnClose = true,
        }.ConnectionString;
    }

    public override DatabaseProvider Provider => DatabaseProvider.Postgres;

    public override void Configure(DbContextOptionsBuilder options, string module) => options
        .UseNpgsql(_connectionString, postgres => postgres.MigrationsHistoryTable("Migrations", Names.Schema(module)));

    public override bool IsUniqueViolation(DbException failure) => failure.SqlState == PostgresErrorCodes.UniqueViolation;

    public override bool IsTransient(DbException failure) =>
        failure.SqlState is PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.LockNotAvailable;

    // A statement that takes too long is not the server's absence, but a server from which no connection can be had for so long is.
    public override bool IsAway(DbException failure) =>
        (failure is NpgsqlException and not PostgresException && (failure.InnerException is not TimeoutException || failure.Message.StartsWith(PoolIsExhausted, StringComparison.Ordinal)))
        || failure.SqlState is PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.TooManyConnections;

    [SuppressMessage("Security", "EF1002:Risk of vulnerability to SQL injection", Justification = "Only quoted names from the model are put into the text; values are parameters.")]
    public override IQueryable<TEntity> Locked<TEntity, TKey>(DbContext db, string keyProperty, IReadOnlyCollection<TKey> keys)
    {
        // Not FOR UPDATE: keys never change, so who only inserts a row that refers to a locked one need not wait for it.
        var key = Column<TEntity>(db, keyProperty);
        var order = string.Join(", ", OrderOfLocks<TEntity>(db, keyProperty));
        return db.Set<TEntity>()
            .FromSqlRaw($"SELECT * FROM {Table<TEntity>(db)} WHERE {key} = ANY({{0}}) ORDER BY {order} FOR NO KEY UPDATE", Stored<TEntity, TKey>(db, keyProperty, keys))
            .IgnoreQueryFilters();
    }

    public void Dispose()
    {
        using var pooled = new NpgsqlConnection(_connectionString);
        NpgsqlConnection.ClearPool(pooled);
    }
}
