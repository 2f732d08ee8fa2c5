using System.Collections.Concurrent;
using Crm.BuildingBlocks.Hosting.Persistence;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Npgsql;
using Xunit;

namespace Crm.Testing.Databases;

/// <summary>A database that belongs to one test, on any provider. Asking for one on a provider that is absent skips the test and says why.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static readonly ConcurrentDictionary<(string Key, DatabaseProvider Provider), Lazy<Task<TestDatabase>>> Templates = new();

    private readonly Func<ValueTask> _remove;

    private TestDatabase(DatabaseProvider provider, string name, string connectionString, Func<ValueTask> remove)
    {
        Provider = provider;
        Name = name;
        ConnectionString = connectionString;
        _remove = remove;
    }

    public DatabaseProvider Provider { get; }

    public string ConnectionString { get; }

    /// <summary>The database on a server, the file on SQLite.</summary>
    internal string Name { get; }

    /// <summary>Why tests cannot run on the provider here; null when they can.</summary>
    public static string? Absence(DatabaseProvider provider) => provider switch
    {
        DatabaseProvider.Sqlite => null,
        DatabaseProvider.Postgres => PostgresCluster.Absence,
        _ => SqlServerForTests.Absence,
    };

    /// <summary>An empty database.</summary>
    public static Task<TestDatabase> Empty(DatabaseProvider provider)
    {
        Skip.If(Absence(provider) is not null, Absence(provider));
        return Create(provider, template: null);
    }

    /// <summary>
    /// A copy of a database that is prepared once per process, provider and key: copying takes milliseconds, migrating a hundred times that.
    /// SQL Server has no quick copy, there it is prepared anew.
    /// </summary>
    /// <param name="key">Names what <paramref name="prepare"/> makes.</param>
    /// <param name="provider">Where.</param>
    /// <param name="prepare">Migrates and seeds the database of the connection string it is given.</param>
    public static async Task<TestDatabase> From(string key, DatabaseProvider provider, Func<string, Task> prepare)
    {
        Skip.If(Absence(provider) is not null, Absence(provider));
        if (provider == DatabaseProvider.SqlServer)
        {
            var database = await Create(provider, template: null);
            await prepare(database.ConnectionString);
            return database;
        }

        var template = await Templates.GetOrAdd((key, provider), _ => new(() => Prepare(provider, prepare))).Value;
        return await Create(provider, template.Name);
    }

    public ValueTask DisposeAsync() => _remove();

    private static async Task<TestDatabase> Prepare(DatabaseProvider provider, Func<string, Task> prepare)
    {
        var template = await Create(provider, template: null);
        await prepare(template.ConnectionString);
        if (provider == DatabaseProvider.Sqlite) await SqliteFiles.Flush(template.ConnectionString);
        else NpgsqlConnection.ClearAllPools();
        return template;
    }

    private static async Task<TestDatabase> Create(DatabaseProvider provider, string? template)
    {
        switch (provider)
        {
            case DatabaseProvider.Sqlite:
                var file = SqliteFiles.New(template);
                return new TestDatabase(provider, file, $"Data Source={file}", () => SqliteFiles.Remove(file));
            case DatabaseProvider.Postgres:
                var database = await (await PostgresCluster.Shared).NewDatabase(template);
                return new TestDatabase(provider, database.Name, database.ConnectionString, database.DisposeAsync);
            default:
                var connection = await SqlServerForTests.NewDatabase();
                return new TestDatabase(provider, connection.InitialCatalog, connection.ConnectionString, () => SqlServerForTests.Drop(connection));
        }
    }
}

internal static class SqlServerForTests
{
    private const string Variable = "CRM_TEST_SQLSERVER";

    public static string? Absence { get; } = string.IsNullOrEmpty(Environment.GetEnvironmentVariable(Variable))
        ? $"No SQL Server: {Variable} names none."
        : null;

    public static async Task<SqlConnectionStringBuilder> NewDatabase()
    {
        var name = $"crm_{Guid.CreateVersion7():N}";
        await Execute($"CREATE DATABASE [{name}]");
        return new SqlConnectionStringBuilder(Environment.GetEnvironmentVariable(Variable)) { InitialCatalog = name };
    }

    public static async ValueTask Drop(SqlConnectionStringBuilder database)
    {
        SqlConnection.ClearPool(new SqlConnection(database.ConnectionString));
        await Execute($"ALTER DATABASE [{database.InitialCatalog}] SET SINGLE_USER WITH ROLLBACK IMMEDIATE; DROP DATABASE [{database.InitialCatalog}]");
    }

    private static async Task Execute(string sql)
    {
        await using var connection = new SqlConnection(Environment.GetEnvironmentVariable(Variable));
        await connection.OpenAsync();
        await using var command = new SqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
