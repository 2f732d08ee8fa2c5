using Crm.BuildingBlocks.Hosting.Operations;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Reporting.Persistence;
using FluentValidation;

namespace Crm.Reporting.Application.Rebuilding;

/// <summary>Asks for the facts to be made again from the kept events.</summary>
internal sealed record StartRebuild : ICommand<OperationId>;

internal sealed class StartRebuildValidator : AbstractValidator<StartRebuild>;

internal sealed class StartRebuildHandler(ReportingDbContext db, OperationStarter operations) : ICommandHandler<StartRebuild, OperationId>
{
    public Task<OperationId> Handle(StartRebuild command, CancellationToken ct) =>
        operations.Start(db, RebuildFacts.Kind, new RebuildFacts.Request(), ct);
}
