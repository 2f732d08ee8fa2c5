using Crm.BuildingBlocks.Hosting.Operations;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Planning.Persistence;
using FluentValidation;

namespace Crm.Planning.Application;

/// <summary>The long work of counting all kept events anew.</summary>
internal sealed record FiguresRebuild
{
    public const string Kind = "planning.rebuild-figures";
}

/// <param name="Events">How many kept events were counted.</param>
/// <param name="Hash">Of the figures afterwards; the same events always give the same.</param>
internal sealed record RebuiltFigures(long Events, string Hash) : ILinkedResult
{
    public string ResultLink => "/admin/v1/planning/figures";
}

internal sealed record StartFiguresRebuild : ICommand<OperationId>;

internal sealed class StartFiguresRebuildValidator : AbstractValidator<StartFiguresRebuild>;

internal sealed class StartFiguresRebuildHandler(PlanningDbContext db, OperationStarter starter) : ICommandHandler<StartFiguresRebuild, OperationId>
{
    public Task<OperationId> Handle(StartFiguresRebuild command, CancellationToken ct) => starter.Start(db, FiguresRebuild.Kind, new FiguresRebuild(), ct);
}
