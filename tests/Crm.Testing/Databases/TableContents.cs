using System.Text;
using Crm.BuildingBlocks.Hosting.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace Crm.Testing.Databases;

public static class TableContents
{
    /// <summary>All that a query can read in the tables of a module, the shared ones included, as one text.</summary>
    public static async Task<string> AllTables(this ModuleDbContext db)
    {
        var names = db.GetService<ISqlGenerationHelper>();
        var tables = db.Model.GetEntityTypes().Where(e => e.GetTableName() is not null)
            .Select(e => names.DelimitIdentifier(e.GetTableName()!, e.GetSchema())).Distinct();
        var content = new StringBuilder();
        await db.Database.OpenConnectionAsync();
        foreach (var table in tables)
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT * FROM {table}";
            await using var rows = await command.ExecuteReaderAsync();
            while (await rows.ReadAsync())
            {
                for (var column = 0; column < rows.FieldCount; column++) content.Append(Text(rows.GetValue(column))).Append('\n');
            }
        }

        return content.ToString();
    }

    private static string? Text(object value) => value switch
    {
        byte[] bytes => Encoding.UTF8.GetString(bytes),
        string[] texts => string.Join('\n', texts),
        _ => value.ToString(),
    };
}
