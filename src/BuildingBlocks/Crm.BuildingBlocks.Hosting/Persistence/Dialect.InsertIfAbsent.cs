using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Crm.BuildingBlocks.Hosting.Persistence;

public abstract partial class Dialect
{
    /// <summary>
    /// Inserts a row unless one with its key is there, also when another transaction is just inserting it; then it waits for that one.
    /// The table may belong to another context than <paramref name="db"/>, whose transaction is used.
    /// </summary>
    /// <param name="db">Whose connection and transaction.</param>
    /// <param name="table">The table's mapping.</param>
    /// <param name="row">Property name to the value as stored, the properties of the key first.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Whether the row is new.</returns>
    public async Task<bool> InsertIfAbsent(DbContext db, IEntityType table, IReadOnlyList<(string Property, object Value)> row, CancellationToken ct)
    {
        var columns = row.Select(c => Quote(table.FindProperty(c.Property)!.GetColumnName())).ToList();
        var sql = InsertIfAbsentSql(Table(table), columns, table.FindPrimaryKey()!.Properties.Count);
        return await db.Database.ExecuteSqlRawAsync(sql, row.Select(c => c.Value), ct) > 0;
    }

    /// <summary>Reads one text column of one row, through the transaction of <paramref name="db"/>.</summary>
    [SuppressMessage("Security", "EF1002:Risk of vulnerability to SQL injection", Justification = "Only quoted names from the model are put into the text; values are parameters.")]
    public async Task<(bool Found, string? Text)> TextOf(DbContext db, IEntityType table, string property, string keyProperty, object key, CancellationToken ct)
    {
        var column = Quote(table.FindProperty(property)!.GetColumnName());
        var keyColumn = Quote(table.FindProperty(keyProperty)!.GetColumnName());
        var found = await db.Database.SqlQueryRaw<string?>($"SELECT {column} AS {Quote("Value")} FROM {Table(table)} WHERE {keyColumn} = {{0}}", key).ToListAsync(ct);
        return found is [var text] ? (true, text) : (false, null);
    }

    protected virtual string InsertIfAbsentSql(string table, IReadOnlyList<string> columns, int keyColumns) =>
        $"INSERT INTO {table} ({string.Join(", ", columns)}) VALUES ({Placeholders(columns)}) ON CONFLICT ({string.Join(", ", columns.Take(keyColumns))}) DO NOTHING";

    protected static string Placeholders(IReadOnlyList<string> columns) => string.Join(", ", columns.Select((_, i) => $"{{{i}}}"));

    protected string Table(IEntityType entity) =>
        entity.GetSchema() is { } schema ? $"{Quote(schema)}.{Quote(entity.GetTableName()!)}" : Quote(entity.GetTableName()!);
}

public sealed partial class SqlServerDialect
{
    // HOLDLOCK keeps the gap locked between the look and the insert; without it two transactions could both find nothing.
    protected override string InsertIfAbsentSql(string table, IReadOnlyList<string> columns, int keyColumns) =>
        $"INSERT INTO {table} ({string.Join(", ", columns)}) SELECT {Placeholders(columns)} "
        + $"WHERE NOT EXISTS (SELECT 1 FROM {table} WITH (UPDLOCK, HOLDLOCK) WHERE {string.Join(" AND ", columns.Take(keyColumns).Select((c, i) => $"{c} = {{{i}}}"))})";
}
