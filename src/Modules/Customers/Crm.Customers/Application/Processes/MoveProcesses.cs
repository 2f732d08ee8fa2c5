using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Operations;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Processes;
using Crm.Customers.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Application.Processes;

/// <summary>Takes everybody who is on another version of a process to this one, as far as it knows the place where they are.</summary>
/// <param name="DefinitionId">The published version.</param>
/// <param name="DryRun">Only says who could be moved, and who could not and why.</param>
internal sealed record MoveProcesses(Guid DefinitionId, bool DryRun) : ICommand<OperationId>;

internal sealed class MoveProcessesValidator : AbstractValidator<MoveProcesses>
{
    public MoveProcessesValidator() => RuleFor(c => c.DefinitionId).NotEmpty();
}

internal sealed class MoveProcessesHandler(CustomersDbContext db, OperationStarter starter) : ICommandHandler<MoveProcesses, OperationId>
{
    public async Task<OperationId> Handle(MoveProcesses command, CancellationToken ct)
    {
        var definition = await db.ForChange<ProcessDefinition, ProcessDefinitionId>(new ProcessDefinitionId(command.DefinitionId), ct);
        if (definition.State != DefinitionState.Published) throw ProcessRules.NotPublished.Broken();
        return await starter.Start(db, MoveProcessesWork.Kind, command, ct);
    }
}

/// <param name="Found">Open processes on other versions.</param>
/// <param name="Moved">Those that were moved, or in a dry run could be; each of the others is a problem that says why.</param>
internal sealed record MoveProcessesResult(long Found, long Moved);

internal sealed class MoveProcessesWork : IOperation<MoveProcesses, MoveProcessesResult>
{
    public const string Kind = "customers.move-processes";

    // Whoever is moved waits for those who move one customer's processes, and they for it.
    private const int AtOnce = 20;

    public async Task<MoveProcessesResult> Run(MoveProcesses input, OperationRun run, CancellationToken ct)
    {
        var mark = run.Checkpoint<Mark>() ?? new Mark(null, 0, IsDone: false);
        while (!mark.IsDone) mark = await Next(input, mark, run, ct);
        return new MoveProcessesResult(run.Done, mark.Moved);
    }

    private static async Task<Mark> Next(MoveProcesses input, Mark mark, OperationRun run, CancellationToken ct)
    {
        var next = mark;
        await run.Step(async step =>
        {
            var (last, looked, moved) = await Move(input, mark, step, ct);
            next = new Mark(last, mark.Moved + moved, looked < AtOnce);
            (step.Done, step.Checkpoint) = (step.Done + looked, next);
        }, ct);
        return next;
    }

    private static async Task<(Guid? Last, int Looked, int Moved)> Move(MoveProcesses input, Mark mark, OperationStep step, CancellationToken ct)
    {
        var (db, walks) = ((CustomersDbContext)step.Db, step.Get<ProcessWalks>());
        var key = new ProcessDefinitionId(input.DefinitionId);
        var version = await db.ProcessDefinitions.AsNoTracking().SingleAsync(d => d.Id == key, ct);
        var others = db.Processes.Where(p => p.Code == version.Code && p.State == ProcessState.Open && p.DefinitionId != key);
        step.Total ??= await others.LongCountAsync(ct);
        var next = await others.NextById<SalesProcess, ProcessId>(mark.Last, AtOnce).Select(p => new { p.Id, p.CustomerId }).ToListAsync(ct);
        // In the order of the customers, so that nobody waits crosswise.
        foreach (var customer in next.Select(p => p.CustomerId).Distinct().OrderBy(c => c.Value)) await walks.TakeTurn(customer, ct);
        var ids = next.ConvertAll(p => p.Id);
        var processes = await db.Processes.AsSplitQuery().Where(p => EF.Parameter(ids).Contains(p.Id) && p.State == ProcessState.Open).OrderBy(p => p.Id).ToListAsync(ct);
        var moved = 0;
        foreach (var process in processes)
        {
            var obstacles = process.ObstaclesTo(await walks.GraphOf(process, ct), version.Graph).ToList();
            foreach (var obstacle in obstacles)
                step.Problem(obstacle.Rule.Code, new Phrase(Told(obstacle, Language.English), Told(obstacle, Language.Chinese)), value: process.Key.ToString());
            if (obstacles.Count > 0) continue;
            moved++;
            if (!input.DryRun) process.MoveTo(version, await walks.Around(process, ct));
        }

        return (next.Count == 0 ? mark.Last : next[^1].Id.Value, next.Count, moved);
    }

    private static string Told(Obstacle obstacle, Language language) => obstacle.Rule.Text.In(language, [.. obstacle.Values(language)]);

    /// <param name="Last">Id of the last process that was looked at.</param>
    /// <param name="Moved">So far.</param>
    /// <param name="IsDone">All were looked at.</param>
    private sealed record Mark(Guid? Last, long Moved, bool IsDone);
}
