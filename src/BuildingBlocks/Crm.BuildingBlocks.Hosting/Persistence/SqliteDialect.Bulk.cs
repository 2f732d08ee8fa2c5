using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Crm.BuildingBlocks.Hosting.Persistence;

public sealed partial class SqliteDialect
{
    public override Task BulkInsert<TEntity>(DbContext db, IReadOnlyList<TEntity> rows, CancellationToken ct) => InsertEach(db, rows, "", ct);

    public override async Task<bool> TryAddUp<TEntity>(DbContext db, IReadOnlyList<TEntity> rows, AddedUp columns, CancellationToken ct)
    {
        await InsertEach(db, rows, AddUpClause<TEntity>(db, columns, "min", "max"), ct);
        return true;
    }

    /// <summary>One prepared statement run for every row: there is no trip to a server to save.</summary>
    private async Task InsertEach<TEntity>(DbContext db, IReadOnlyList<TEntity> rows, string otherwise, CancellationToken ct)
        where TEntity : class
    {
        var columns = StoredColumns<TEntity>(db);
        await using var command = ((SqliteConnection)db.Database.GetDbConnection()).CreateCommand();
        command.Transaction = (SqliteTransaction?)db.Database.CurrentTransaction?.GetDbTransaction();
        command.CommandText =
            $"INSERT INTO {Table<TEntity>(db)} AS present ({Listed(columns.Select(c => c.Name))}) VALUES ({string.Join(", ", columns.Select((_, i) => $"$p{i}"))}) {otherwise}";
        for (var i = 0; i < columns.Count; i++) command.Parameters.Add(new SqliteParameter { ParameterName = $"$p{i}" });
        foreach (var row in rows)
        {
            for (var i = 0; i < columns.Count; i++) command.Parameters[i].Value = columns[i].Of(row) ?? DBNull.Value;
            await command.ExecuteNonQueryAsync(ct);
        }
    }
}
