using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Testing.Databases;
using Npgsql;
using Shouldly;
using Xunit;

namespace Crm.BuildingBlocks.Tests.Persistence;

public sealed class AbsentServerTests
{
    [SkippableFact]
    public async Task A_server_that_gives_no_connection_is_away_and_one_that_is_slow_is_not()
    {
        await using var database = await TestDatabase.Empty(DatabaseProvider.Postgres);
        using var dialect = new PostgresDialect(database.ConnectionString);
        var impatient = $"{database.ConnectionString};Maximum Pool Size=1;Timeout=1;Command Timeout=1";
        await using var only = new NpgsqlConnection(impatient);
        await only.OpenAsync();

        await using var second = new NpgsqlConnection(impatient);
        dialect.IsAway(await Should.ThrowAsync<NpgsqlException>(second.OpenAsync)).ShouldBeTrue();

        await using var slow = new NpgsqlCommand("SELECT pg_sleep(30)", only);
        dialect.IsAway(await Should.ThrowAsync<NpgsqlException>(slow.ExecuteNonQueryAsync)).ShouldBeFalse();
    }
}
