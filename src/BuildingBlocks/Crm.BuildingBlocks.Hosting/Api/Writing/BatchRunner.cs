using Crm.BuildingBlocks.Hosting.Api.Problems;
using Crm.BuildingBlocks.Hosting.Modules;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Crm.BuildingBlocks.Hosting.Api.Writing;

/// <summary>Runs the items of a batch through the command's handler and keeps the promise of the Idempotency-Key for the batch as a whole.</summary>
public sealed partial class BatchRunner(
    IServiceProvider services, ModuleCatalog catalog, KeyedWork keyed, CommandContext context, ProblemMapper problems, ILogger<BatchRunner> log)
{
    public Task<BatchResult<TResult>> Run<TCommand, TResult>(
        BatchRequest<TCommand> batch, ICommandHandler<TCommand, TResult> handler, CancellationToken ct)
        where TCommand : class, ICommand<TResult>
        where TResult : class => Run(batch, command => command, handler, ct);

    /// <param name="batch">The items.</param>
    /// <param name="complete">Puts into an item what stands in the address.</param>
    /// <param name="handler">Of one item.</param>
    /// <param name="ct">Ends the batch.</param>
    public async Task<BatchResult<TResult>> Run<TCommand, TResult>(
        BatchRequest<TCommand> batch, Func<TCommand, TCommand> complete, ICommandHandler<TCommand, TResult> handler, CancellationToken ct)
        where TCommand : class, ICommand<TResult>
        where TResult : class
    {
        var db = services.ContextOf(catalog.Of(typeof(TCommand)));
        return batch.OnError == OnError.Abort ? await AllOrNothing(batch, One, db, ct) : await EachAlone(batch, One, db, ct);

        Task<TResult> One(TCommand command, CancellationToken token) => handler.Handle(complete(command), token);
    }

    // One transaction around all items: the key and the whole reply are stored in it, as for a single command.
    private Task<BatchResult<TResult>> AllOrNothing<TCommand, TResult>(
        BatchRequest<TCommand> batch, Func<TCommand, CancellationToken, Task<TResult>> one, ModuleDbContext db, CancellationToken ct)
        where TCommand : class
        where TResult : class
    {
        return keyed.Run(db, token => batch.Run(One, (work, inner) => work(inner), Told, token), ct);

        Task<TResult> One(TCommand command, CancellationToken token)
        {
            // What earlier items have saved would be compared again with every later one.
            db.ChangeTracker.Clear();
            return one(command, token);
        }
    }

    // Every item commits for itself under a key of its own, so that a repeated batch does only what the first one left undone.
    private async Task<BatchResult<TResult>> EachAlone<TCommand, TResult>(
        BatchRequest<TCommand> batch, Func<TCommand, CancellationToken, Task<TResult>> one, ModuleDbContext db, CancellationToken ct)
        where TCommand : class
        where TResult : class
    {
        var key = context.IdempotencyKey;
        var index = 0;
        return await batch.Run(
            (command, token) =>
            {
                context.IdempotencyKey = key?.OfItem(index++);
                return one(command, token);
            },
            async (work, token) =>
            {
                db.ChangeTracker.Clear();
                await work(token);
            },
            Told,
            ct);
    }

    // Nobody else sees what one item of a batch failed of.
    private ProblemDetails Told(Exception failure)
    {
        var problem = problems.Of(failure);
        if (problem.Status >= StatusCodes.Status500InternalServerError) LogFailed(failure);
        return problem;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "An item of a batch failed")]
    private partial void LogFailed(Exception failure);
}
