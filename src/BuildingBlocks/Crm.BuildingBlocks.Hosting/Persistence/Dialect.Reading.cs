using System.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Crm.BuildingBlocks.Hosting.Persistence;

public abstract partial class Dialect
{
    /// <summary>
    /// Begins a transaction in which all reads see one state of the database, so that the figures of one answer agree with each other
    /// while others write. Nothing may be written in it. Dispose it at the end.
    /// </summary>
    public abstract Task<IAsyncDisposable> BeginRead(DbContext db, CancellationToken ct);
}

public sealed partial class PostgresDialect
{
    public override async Task<IAsyncDisposable> BeginRead(DbContext db, CancellationToken ct) =>
        await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
}

public sealed partial class SqlServerDialect
{
    // Row versions would not make writers wait, but the server has them only where its administrator allowed them.
    public override async Task<IAsyncDisposable> BeginRead(DbContext db, CancellationToken ct) =>
        await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, ct);
}

public sealed partial class SqliteDialect
{
    public override async Task<IAsyncDisposable> BeginRead(DbContext db, CancellationToken ct)
    {
        // The framework's own transactions take the only right to write at once; a deferred one keeps reading the state it first saw.
        await db.Database.OpenConnectionAsync(ct);
        try
        {
            var transaction = ((SqliteConnection)db.Database.GetDbConnection()).BeginTransaction(deferred: true);
            return new DeferredRead(db, transaction, (await db.Database.UseTransactionAsync(transaction, ct))!);
        }
        catch
        {
            await db.Database.CloseConnectionAsync();
            throw;
        }
    }

    private sealed class DeferredRead(DbContext db, SqliteTransaction transaction, IDbContextTransaction known) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await known.DisposeAsync();
            await transaction.DisposeAsync();
            await db.Database.CloseConnectionAsync();
        }
    }
}
