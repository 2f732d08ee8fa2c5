using Crm.BuildingBlocks.Hosting.Modules;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Crm.BuildingBlocks.Hosting.Jobs;

/// <summary>Jobs that do the same to many things: what fails of one is told and tried again at the next run, and the others need not wait for it.</summary>
public static partial class OneByOne
{
    /// <returns>Null where it failed.</returns>
    public static async Task<TResult?> Try<TCommand, TResult>(this IServiceScopeFactory scopes, string job, TCommand command, ILogger log, CancellationToken ct)
        where TCommand : ICommand<TResult>
        where TResult : class
    {
        await using var scope = scopes.CreateJobScope(job);
        try
        {
            return await scope.ServiceProvider.GetRequiredService<ICommandHandler<TCommand, TResult>>().Handle(command, ct);
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
        {
            LogFailed(log, failure, job, command);
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Job} could not do {Command} and tries it again at the next run.")]
    private static partial void LogFailed(ILogger log, Exception failure, string job, object command);
}
