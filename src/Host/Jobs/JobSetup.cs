using Crm.BuildingBlocks.Hosting.Persistence;
using Quartz;

namespace Crm.Host.Jobs;

internal static class JobSetup
{
    /// <summary>The schedule of all modules' jobs, and the loop that runs them unless <c>Jobs:Enabled</c> says no.</summary>
    public static void AddJobs(this IServiceCollection services, IConfiguration configuration, DatabaseOptions database)
    {
        var section = configuration.GetSection(JobOptions.Section);
        services.AddOptions<JobOptions>().Bind(section).Validate(
            o => o is { AtOnce: > 0, KeepDays: > 0 } && o.Patience > TimeSpan.Zero, $"{JobOptions.Section}: every number is at least 1 and the patience longer than nothing.");
        // On a server an account that may not change the schema must do; --migrate has made the tables.
        services.AddJobStore(
            database,
            section.Get<JobOptions>() ?? new JobOptions(),
            database.Provider == DatabaseProvider.Sqlite ? SchemaProvisioning.CreateIfMissing : SchemaProvisioning.Validate);
        services.AddSingleton<ScheduleSync>();
        services.AddSingleton<JobSchedule>();
        services.AddSingleton<JobState>();
        services.AddSingleton<JobRuns>();
        services.AddScoped<JobDesk>();
        services.AddHostedService<JobLoop>();
        services.AddHealthChecks().AddCheck<JobHealth>("jobs");
    }
}
