using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Crm.BuildingBlocks.Hosting.Persistence;

/// <param name="Key">Values of the primary key, as the driver gives and takes them.</param>
/// <param name="Texts">The columns asked for, in their order.</param>
public sealed record StoredRow(object[] Key, string?[] Texts);

public abstract partial class Dialect
{
    /// <summary>The next rows in the order of the primary key, with text columns as they are stored: no converter, no filter.</summary>
    internal async Task<IReadOnlyList<StoredRow>> StoredRows(
        DbContext db, IEntityType table, IReadOnlyList<string> columns, object[]? after, int most, CancellationToken ct)
    {
        var keys = KeyColumns(table);
        var where = after is null ? "" : $" WHERE {After(keys)}";
        var sql = $"SELECT {string.Join(", ", keys.Concat(columns.Select(Quote)))} FROM {Table(table)}{where} ORDER BY {string.Join(", ", keys)} {Limit(most)}";
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        for (var i = 0; i < (after?.Length ?? 0); i++) AddParameter(command, i, after![i]);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<StoredRow>();
        while (await reader.ReadAsync(ct))
        {
            rows.Add(new StoredRow(
                [.. keys.Select((_, i) => reader.GetValue(i))],
                [.. columns.Select((_, i) => reader.IsDBNull(keys.Count + i) ? null : reader.GetString(keys.Count + i))]));
        }

        return rows;
    }

    /// <summary>Replaces one stored text if it is still the one that was read.</summary>
    internal async Task<bool> ReplaceStored(
        DbContext db, IEntityType table, object[] key, string column, string stored, string replacement, CancellationToken ct)
    {
        var keys = string.Join(" AND ", KeyColumns(table).Select((k, i) => $"{k} = {{{i + 2}}}"));
        var sql = $"UPDATE {Table(table)} SET {Quote(column)} = {{0}} WHERE {Quote(column)} = {{1}} AND {keys}";
        return await db.Database.ExecuteSqlRawAsync(sql, [replacement, stored, .. key], ct) == 1;
    }

    protected virtual string Limit(int rows) => $"LIMIT {rows}";

    private List<string> KeyColumns(IEntityType table) => [.. table.FindPrimaryKey()!.Properties.Select(p => Quote(p.GetColumnName()))];

    // (a > @0) or (a = @0 and b > @1): the order of a compound key.
    private static string After(IReadOnlyList<string> keys) => string.Join(" OR ", keys.Select((key, i) =>
        $"({string.Join(" AND ", keys.Take(i).Select((equal, j) => $"{equal} = @p{j}").Append($"{key} > @p{i}"))})"));

    private static void AddParameter(DbCommand command, int index, object value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = $"@p{index}";
        parameter.Value = value;
        command.Parameters.Add(parameter);
    }
}

public sealed partial class SqlServerDialect
{
    protected override string Limit(int rows) => $"OFFSET 0 ROWS FETCH NEXT {rows} ROWS ONLY";
}
