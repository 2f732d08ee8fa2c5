using Crm.BuildingBlocks.Hosting.Jobs;
using Crm.BuildingBlocks.Hosting.Modules;
using Quartz;

namespace Crm.Host.Jobs;

/// <summary>Every run of every job: finds what the module registered under the key and runs it in a scope in which the system itself acts.</summary>
[DisallowConcurrentExecution]
internal sealed class ScheduledJobRun(IServiceScopeFactory scopes, ModuleCatalog catalog) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        var key = context.JobDetail.Key;
        if (catalog.Find(key.Group)?.Jobs.Find(j => j.Name == key.Name) is not { } job)
        {
            // Between two hosts of different configuration the schedule follows the one that started last.
            context.Result = JobRunReport.Skipped("This host does not have the job.");
            return;
        }

        await using var scope = scopes.CreateJobScope($"{key.Group}.{key.Name}");
        var work = (IScheduledJob)scope.ServiceProvider.GetRequiredService(job.Type);
        context.Result = JobRunReport.Succeeded(await work.Run(cancellationToken));
    }
}
