using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Messaging;
using Crm.BuildingBlocks.Hosting.Modules;
using Crm.BuildingBlocks.Hosting.Operations;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Host.Platform.Persistence;
using FluentValidation;

namespace Crm.Host.Admin;

/// <summary>Tells one module the present state of another, for one that was switched off, joined late or is stuck.</summary>
internal static class RepublishEndpoints
{
    public static void Map(IEndpointRouteBuilder admin) =>
        admin.MapPost("/modules/{publisher}/republish", Republish).WithTags("Messages").Requires(OperatorPermissions.RepairMessages);

    /// <param name="to">The module that is told.</param>
    private static async Task<AcceptedOperation> Republish(
        string publisher, string to, ICommandHandler<RepublishState, RepublishReply> handler, CancellationToken ct)
    {
        var reply = await handler.Handle(new RepublishState(publisher, to), ct);
        return Operations.Accepted(new OperationId(reply.Module, reply.Operation));
    }
}

internal sealed record RepublishState(string Publisher, string To) : ICommand<RepublishReply>;

internal sealed record RepublishReply(string Module, Guid Operation);

internal sealed class RepublishStateValidator : AbstractValidator<RepublishState>
{
    public RepublishStateValidator()
    {
        RuleFor(c => c.Publisher).NotEmpty();
        RuleFor(c => c.To).NotEmpty();
    }
}

internal sealed class RepublishStateHandler(ModuleCatalog catalog, OperationStarter starter, PlatformDbContext db) : ICommandHandler<RepublishState, RepublishReply>
{
    public async Task<RepublishReply> Handle(RepublishState command, CancellationToken ct)
    {
        var source = catalog.Find(command.Publisher) ?? throw new ResourceNotFound("module", command.Publisher);
        if (catalog.Find(command.To) is null) throw new ResourceNotFound("module", command.To);
        if (source.CurrentState is null) throw MessageRules.NothingToRepublish.Broken(command.Publisher);
        var operation = await starter.Start(db, RepublishWork.Kind, command, ct);
        db.AddAuditEntry(nameof(RepublishState), "module", recordId: null, new { command.Publisher, command.To });
        return new RepublishReply(operation.Module, operation.Value);
    }
}

/// <summary>Nothing is lost when it is interrupted: telling a state twice changes nothing, so it just begins anew.</summary>
internal sealed class RepublishWork(Republishing republishing) : IOperation<RepublishState, RepublishResult>
{
    public const string Kind = "platform.republish";

    public async Task<RepublishResult> Run(RepublishState input, OperationRun run, CancellationToken ct) =>
        new(await republishing.Run(input.Publisher, input.To, reached => run.Step(step => Task.FromResult(step.Done = reached), ct), ct));
}

/// <param name="Events">How many events told the state.</param>
internal sealed record RepublishResult(int Events);
