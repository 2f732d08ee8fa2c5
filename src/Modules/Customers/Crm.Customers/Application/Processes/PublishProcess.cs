using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Customers.Domain.Processes;
using Crm.Customers.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Application.Processes;

/// <summary>From now on customers begin by this version; the one before is retired.</summary>
internal sealed record PublishProcess(Guid Id) : ICommand<ProcessDefinitionSaved>;

/// <summary>Nobody begins by it any more; what has begun goes on.</summary>
internal sealed record RetireProcess(Guid Id) : ICommand<ProcessDefinitionSaved>;

internal sealed class PublishProcessValidator : AbstractValidator<PublishProcess>
{
    public PublishProcessValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class RetireProcessValidator : AbstractValidator<RetireProcess>
{
    public RetireProcessValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class PublishProcessHandler(CustomersDbContext db, GraphCheck check, TimeProvider time) : ICommandHandler<PublishProcess, ProcessDefinitionSaved>
{
    public async Task<ProcessDefinitionSaved> Handle(PublishProcess command, CancellationToken ct)
    {
        var definition = await db.ForChange<ProcessDefinition, ProcessDefinitionId>(new ProcessDefinitionId(command.Id), ct);
        if (check.Of(definition.Graph) is { Count: > 0 } problems)
            throw new InvalidInput([.. problems.Select(p => new InputError($"/graph{p.Pointer}", p.Text, p.Values))]);
        // Of two that publish at once the second finds the first one's version changed, and is run again.
        foreach (var before in await db.ProcessDefinitions.Where(d => d.Code == definition.Code && d.State == DefinitionState.Published).ToListAsync(ct)) before.Retire();
        definition.Publish(time.GetUtcNow());
        return ProcessDefinitionSaved.Of(definition);
    }
}

internal sealed class RetireProcessHandler(CustomersDbContext db) : ICommandHandler<RetireProcess, ProcessDefinitionSaved>
{
    public async Task<ProcessDefinitionSaved> Handle(RetireProcess command, CancellationToken ct)
    {
        var definition = await db.ForChange<ProcessDefinition, ProcessDefinitionId>(new ProcessDefinitionId(command.Id), ct);
        definition.Retire();
        return ProcessDefinitionSaved.Of(definition);
    }
}

/// <summary>What is wrong with a graph, in itself and in what it asks of this installation.</summary>
internal sealed class GraphCheck(DeclaredRights rights)
{
    public IReadOnlyList<GraphProblem> Of(ProcessGraph graph) =>
    [
        .. ProcessCheck.Of(graph),
        .. graph.Transitions.Index().Where(t => t.Item.Permission is { } wanted && !rights.Has(wanted))
            .Select(t => new GraphProblem($"/transitions/{t.Index}/permission", CheckPhrases.PermissionUnknown, t.Item.Key, t.Item.Permission)),
    ];
}
