using Crm.BuildingBlocks.Hosting.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Crm.BuildingBlocks.Hosting.PersonalData;

/// <summary>Rewrites the encrypted columns of a module's tables with the current data key, in small transactions beside normal work.</summary>
public static class Reencryption
{
    private const int RowsPerTransaction = 200;

    /// <returns>How many values were not encrypted with the current key and now are.</returns>
    public static async Task<long> Run(ModuleDbContext db, CancellationToken ct)
    {
        long rewritten = 0;
        foreach (var table in db.Model.GetEntityTypes().Where(e => e.BaseType is null && e.GetTableName() is not null))
        {
            var columns = EncryptedColumns(table).ToList();
            if (columns.Count > 0) rewritten += await Run(db, table, columns, ct);
        }

        return rewritten;
    }

    private static async Task<long> Run(ModuleDbContext db, IEntityType table, IReadOnlyList<string> columns, CancellationToken ct)
    {
        long rewritten = 0;
        object[]? last = null;
        do
        {
            await using var transaction = await db.Dialect.BeginWrite(db, ct);
            var rows = await db.Dialect.StoredRows(db, table, columns, last, RowsPerTransaction, ct);
            foreach (var row in rows)
            {
                for (var column = 0; column < columns.Count; column++)
                {
                    if (row.Texts[column] is not { } stored || KeyRing.NumberOf(stored) == db.Keys.CurrentNumber) continue;
                    if (await db.Dialect.ReplaceStored(db, table, row.Key, columns[column], stored, db.Keys.Encrypt(db.Keys.Decrypt(stored)), ct)) rewritten++;
                }
            }

            await transaction.Commit(ct);
            last = rows.Count == RowsPerTransaction ? rows[^1].Key : null;
        }
        while (last is not null);

        return rewritten;
    }

    private static IEnumerable<string> EncryptedColumns(ITypeBase type) => type.GetProperties()
        .Where(p => p.GetValueConverter() is EncryptedConverter).Select(p => p.GetColumnName())
        .Concat(type.GetComplexProperties().SelectMany(c => EncryptedColumns(c.ComplexType)));
}
