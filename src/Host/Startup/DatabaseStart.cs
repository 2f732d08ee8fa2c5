using Crm.BuildingBlocks.Hosting.Modules;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Host.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Crm.Host.Startup;

/// <summary>Brings the schema of every module up to date, or refuses to start: on a server that is an administrator's decision.</summary>
internal static partial class DatabaseStart
{
    public static async Task Migrate(IServiceProvider services, bool onServersToo, CancellationToken ct)
    {
        var log = services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(DatabaseStart));
        foreach (var module in services.GetRequiredService<ModuleCatalog>().Descriptions)
        {
            await using var scope = services.CreateAsyncScope();
            var db = scope.ServiceProvider.ContextOf(module);
            var pending = (await db.Database.GetPendingMigrationsAsync(ct)).ToList();
            if (pending.Count == 0) continue;
            if (db.Dialect.Provider != DatabaseProvider.Sqlite && !onServersToo)
                throw new StartupFailure($"The database lacks {pending.Count} migrations of '{module.Name}'. Run Crm.Host --migrate with an account that may change the schema.");
            await db.Database.MigrateAsync(ct);
            LogMigrated(log, module.Name, pending.Count);
        }

        if (onServersToo) await JobStore.Provision(services, ct);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Module}: {Count} migrations applied")]
    private static partial void LogMigrated(ILogger log, string module, int count);
}
