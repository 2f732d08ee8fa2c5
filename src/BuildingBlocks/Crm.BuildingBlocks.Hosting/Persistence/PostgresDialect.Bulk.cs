using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Crm.BuildingBlocks.Hosting.Persistence;

public sealed partial class PostgresDialect
{
    /// <summary>Fewer go quicker with the next save, which needs no trip of their own.</summary>
    private const int WorthCopying = 20;

    public override async Task BulkInsert<TEntity>(DbContext db, IReadOnlyList<TEntity> rows, CancellationToken ct)
    {
        if (rows.Count < WorthCopying)
        {
            await base.BulkInsert(db, rows, ct);
            return;
        }

        var columns = StoredColumns<TEntity>(db);
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        await using var copy = await connection.BeginBinaryImportAsync($"COPY {Table<TEntity>(db)} ({Listed(columns.Select(c => c.Name))}) FROM STDIN (FORMAT BINARY)", ct);
        foreach (var row in rows)
        {
            await copy.StartRowAsync(ct);
            foreach (var column in columns)
            {
                if (column.Of(row) is { } value) await copy.WriteAsync(value, column.StoreType, ct);
                else await copy.WriteNullAsync(ct);
            }
        }

        await copy.CompleteAsync(ct);
    }

    public override async Task<bool> TryAddUp<TEntity>(DbContext db, IReadOnlyList<TEntity> rows, AddedUp columns, CancellationToken ct)
    {
        var stored = StoredColumns<TEntity>(db);
        var arrays = string.Join(", ", stored.Select((_, i) => $"${i + 1}"));
        await using var command = new NpgsqlCommand(
            $"""
            INSERT INTO {Table<TEntity>(db)} AS present ({Listed(stored.Select(c => c.Name))})
            SELECT * FROM unnest({arrays})
            {AddUpClause<TEntity>(db, columns, "LEAST", "GREATEST")}
            """,
            (NpgsqlConnection)db.Database.GetDbConnection(), (NpgsqlTransaction?)db.Database.CurrentTransaction?.GetDbTransaction());
        foreach (var column in stored)
        {
            var values = Array.CreateInstance(column.StoredAs, rows.Count);
            for (var i = 0; i < rows.Count; i++) values.SetValue(column.Of(rows[i]), i);
            command.Parameters.Add(new NpgsqlParameter { Value = values, DataTypeName = $"{column.StoreType}[]" });
        }

        await command.ExecuteNonQueryAsync(ct);
        return true;
    }
}
