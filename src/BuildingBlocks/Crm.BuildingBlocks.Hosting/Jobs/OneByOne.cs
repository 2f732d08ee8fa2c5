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

    /// <summary>Page by page, until there is no more. What could not be done is due still, and is passed over: it keeps nobody else waiting.</summary>
    /// <param name="page">The next ones that are due, after so many.</param>
    /// <param name="isDone">Does one; false when it is still due.</param>
    /// <param name="ct">Ends it between two.</param>
    /// <returns>How many were done.</returns>
    public static async Task<int> Each<TId>(Func<int, Task<List<TId>>> page, Func<TId, Task<bool>> isDone, CancellationToken ct)
    {
        var (done, left) = (0, 0);
        while (await page(left) is { Count: > 0 } some)
        {
            foreach (var one in some)
            {
                ct.ThrowIfCancellationRequested();
                if (await isDone(one)) done++;
                else left++;
            }
        }

        return done;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Job} could not do {Command} and tries it again at the next run.")]
    private static partial void LogFailed(ILogger log, Exception failure, string job, object command);
}
