using System.Data.Common;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Testing.Databases;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Npgsql;
using Shouldly;
using Xunit;

namespace Crm.BuildingBlocks.Tests.Testing;

public sealed class TestDatabaseTests
{
    [SkippableTheory, EveryProvider]
    public async Task A_test_database_starts_empty_and_belongs_to_its_test(DatabaseProvider provider)
    {
        await using var first = await TestDatabase.Empty(provider);
        await using var second = await TestDatabase.Empty(provider);

        await Execute(first, "CREATE TABLE things (id INT)");
        await Execute(second, "CREATE TABLE things (id INT)");
        await Execute(first, "INSERT INTO things VALUES (7)");

        (await Execute(first, "SELECT COUNT(*) FROM things")).ShouldBe(1);
        (await Execute(second, "SELECT COUNT(*) FROM things")).ShouldBe(0);
    }

    [SkippableTheory, EveryProvider]
    public async Task Copies_of_one_preparation_do_not_see_each_other(DatabaseProvider provider)
    {
        await using var first = await TestDatabase.From("one-thing", provider, connection => PrepareOneThing(provider, connection));
        await using var second = await TestDatabase.From("one-thing", provider, connection => PrepareOneThing(provider, connection));

        await Execute(first, "INSERT INTO things VALUES (8)");

        (await Execute(first, "SELECT COUNT(*) FROM things")).ShouldBe(2);
        (await Execute(second, "SELECT COUNT(*) FROM things")).ShouldBe(1);
    }

    [Fact]
    public async Task A_disposed_file_is_gone()
    {
        var database = await TestDatabase.Empty(DatabaseProvider.Sqlite);
        await Execute(database, "CREATE TABLE things (id INT)");
        var file = new SqliteConnectionStringBuilder(database.ConnectionString).DataSource;
        File.Exists(file).ShouldBeTrue();

        await database.DisposeAsync();

        File.Exists(file).ShouldBeFalse();
    }

    [SkippableFact]
    public async Task A_disposed_database_is_gone_even_while_somebody_is_connected()
    {
        Skip.If(PostgresCluster.Absence is not null, PostgresCluster.Absence);
        var cluster = await PostgresCluster.Shared;
        var database = await cluster.NewDatabase();
        await using var lingering = new NpgsqlConnection(database.ConnectionString);
        await lingering.OpenAsync();

        await database.DisposeAsync();

        await using var again = new NpgsqlConnection(database.ConnectionString);
        (await Should.ThrowAsync<PostgresException>(() => again.OpenAsync())).SqlState.ShouldBe(PostgresErrorCodes.InvalidCatalogName);
    }

    private static async Task PrepareOneThing(DatabaseProvider provider, string connectionString)
    {
        if (provider == DatabaseProvider.Sqlite) await Execute(provider, connectionString, "PRAGMA journal_mode=WAL");
        await Execute(provider, connectionString, "CREATE TABLE things (id INT)");
        await Execute(provider, connectionString, "INSERT INTO things VALUES (7)");
    }

    private static Task<long?> Execute(TestDatabase database, string sql) => Execute(database.Provider, database.ConnectionString, sql);

    private static async Task<long?> Execute(DatabaseProvider provider, string connectionString, string sql)
    {
        await using DbConnection connection = provider switch
        {
            DatabaseProvider.Sqlite => new SqliteConnection(connectionString),
            DatabaseProvider.Postgres => new NpgsqlConnection(connectionString),
            _ => new SqlConnection(connectionString),
        };
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync() is IConvertible number and not string ? Convert.ToInt64(number) : null;
    }
}
