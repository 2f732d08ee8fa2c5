using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Testing.Databases;

namespace Crm.Benchmarks.Load;

/// <summary>An empty database that is gone after the measurement.</summary>
internal static class BenchmarkDatabase
{
    // Durable: a figure without fsync says nothing about orders that must survive a power cut.
    public static async Task<IBenchmarkDatabase> Open(DatabaseProvider provider) => provider == DatabaseProvider.Sqlite
        ? new SqliteFile()
        : new DurablePostgres(await (await PostgresCluster.Durable).NewDatabase());

    private sealed class SqliteFile : IBenchmarkDatabase
    {
        private readonly string _folder = Directory.CreateTempSubdirectory("crm-benchmark-db-").FullName;

        public string ConnectionString => $"Data Source={Path.Combine(_folder, "crm.db")}";

        public ValueTask DisposeAsync()
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(_folder, recursive: true);
            return ValueTask.CompletedTask;
        }
    }

    private sealed class DurablePostgres(PostgresDatabase database) : IBenchmarkDatabase
    {
        public string ConnectionString => $"{database.ConnectionString};Maximum Pool Size=100";

        public ValueTask DisposeAsync() => database.DisposeAsync();
    }
}

internal interface IBenchmarkDatabase : IAsyncDisposable
{
    string ConnectionString { get; }
}
