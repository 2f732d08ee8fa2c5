using System.Text;
using Crm.BuildingBlocks.Hosting.Persistence;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Crm.Testing.Databases;

public static class DatabaseDump
{
    /// <summary>
    /// Everything that is in a database: on SQLite the bytes of the file itself, freed pages returned before, on a server all rows of all
    /// tables as text, binary columns in hexadecimal.
    /// </summary>
    public static async Task<byte[]> Dump(this TestDatabase database) => database.Provider switch
    {
        DatabaseProvider.Sqlite => await File(database),
        DatabaseProvider.Postgres => await Rows(
            new NpgsqlConnection(database.ConnectionString),
            """SELECT format('SELECT t::text FROM %I.%I t', schemaname, tablename) FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')"""),
        _ => await Rows(
            new SqlConnection(database.ConnectionString),
            """SELECT 'SELECT (SELECT t.* FOR JSON PATH) FROM ' + QUOTENAME(s.name) + '.' + QUOTENAME(t.name) + ' t' FROM sys.tables t JOIN sys.schemas s ON s.schema_id = t.schema_id"""),
    };

    private static async Task<byte[]> File(TestDatabase database)
    {
        await using (var connection = new SqliteConnection(database.ConnectionString))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA busy_timeout=30000; VACUUM; PRAGMA wal_checkpoint(TRUNCATE);";
            await command.ExecuteNonQueryAsync();
        }

        // The loops of a host that still runs may have written again since; what they wrote is part of what is stored.
        byte[][] parts = [await Read(database.Name), await Read($"{database.Name}-wal")];
        return [.. parts.SelectMany(p => p)];
    }

    private static async Task<byte[]> Read(string file)
    {
        if (!System.IO.File.Exists(file)) return [];
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var content = new MemoryStream();
        await stream.CopyToAsync(content);
        return content.ToArray();
    }

    private static async Task<byte[]> Rows(System.Data.Common.DbConnection connection, string selects)
    {
        await using var _ = connection;
        await connection.OpenAsync();
        var content = new StringBuilder();
        foreach (var select in await Texts(connection, selects))
        {
            foreach (var row in await Texts(connection, select)) content.Append(row).Append('\n');
        }

        return Encoding.UTF8.GetBytes(content.ToString());
    }

    private static async Task<List<string>> Texts(System.Data.Common.DbConnection connection, string sql)
    {
        var texts = new List<string>();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync())
        {
            if (!await rows.IsDBNullAsync(0)) texts.Add(rows.GetString(0));
        }

        return texts;
    }
}
