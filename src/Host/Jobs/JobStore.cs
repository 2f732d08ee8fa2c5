using Crm.BuildingBlocks.Hosting.Persistence;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Npgsql;
using Quartz;

namespace Crm.Host.Jobs;

/// <summary>Where the schedule and the runs are kept: in the system's database, in tables of Quartz's own.</summary>
internal static class JobStore
{
    public const string SchedulerName = "crm";

    private const string Schema = "jobs";

    // Runs of ninety days come to about a hundred thousand for forty hourly jobs; the age decides, this only stops what runs wild.
    private const int MostRuns = 500_000;

    public static void AddJobStore(this IServiceCollection services, DatabaseOptions database, JobOptions options, SchemaProvisioning provisioning)
    {
        services.AddQuartz(quartz => quartz
            .ConfigureScheduler(scheduler =>
            {
                scheduler.InstanceName = SchedulerName;
                scheduler.GenerateInstanceId = true;
                // A stop waits for what runs, so what runs has to hear of it.
                scheduler.ShutdownJobInterruption = ShutdownJobInterruption.Always;
            })
            .UseDefaultThreadPool(options.AtOnce)
            .UsePersistentStore(store =>
            {
                store.UseSystemTextJsonSerializer();
                store.UseExecutionHistory();
                store.ConfigureStore(tables =>
                {
                    tables.TablePrefix = database.Provider == DatabaseProvider.Sqlite ? $"{Schema}_" : $"{Schema}.qrtz_";
                    tables.SchemaProvisioning = provisioning;
                });
                UseDatabase(store, database);
                if (database.Provider != DatabaseProvider.Sqlite) store.UseClustering();
            }));
        services.AddQuartzExecutionHistory(history =>
        {
            history.Retention = TimeSpan.FromDays(options.KeepDays);
            history.MaxEntriesPerScheduler = MostRuns;
        });
    }

    /// <summary>Makes the tables, which on a server takes an account that may change the schema.</summary>
    public static async Task Provision(IServiceProvider services, CancellationToken ct)
    {
        var database = services.GetRequiredService<DatabaseOptions>();
        await using (var scope = services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<Platform.Persistence.PlatformDbContext>();
            await db.Dialect.EnsureSchema(db, Schema, ct);
        }

        var own = new ServiceCollection();
        own.AddSingleton(services.GetRequiredService<ILoggerFactory>());
        own.AddLogging();
        own.AddJobStore(database, new JobOptions(), SchemaProvisioning.CreateIfMissing);
        await using var provider = own.BuildServiceProvider();
        var scheduler = await provider.GetRequiredService<ISchedulerFactory>().GetScheduler(ct);
        await scheduler.Shutdown(waitForJobsToComplete: false, ct);
    }

    private static void UseDatabase(IPersistentStoreBuilder store, DatabaseOptions database)
    {
        switch (database.Provider)
        {
            case DatabaseProvider.Sqlite:
                store.UseSqlite(SqliteFactory.Instance, database.ConnectionString);
                break;
            case DatabaseProvider.Postgres:
                store.UsePostgres(NpgsqlFactory.Instance, database.ConnectionString);
                break;
            default:
                store.UseSqlServer(SqlClientFactory.Instance, database.ConnectionString);
                break;
        }
    }
}
