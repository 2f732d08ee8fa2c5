using Crm.BuildingBlocks.Hosting.Audit;
using Crm.BuildingBlocks.Hosting.Modules;
using Crm.BuildingBlocks.Hosting.Operations;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Host.Platform.Persistence;
using FluentValidation;

namespace Crm.Host.Platform.Application;

/// <summary>Asks for the audit trails of all modules to be followed from their beginning.</summary>
internal sealed record VerifyAudit : ICommand<OperationId>;

internal sealed class VerifyAuditValidator : AbstractValidator<VerifyAudit>;

internal sealed class VerifyAuditHandler(PlatformDbContext db, OperationStarter starter) : ICommandHandler<VerifyAudit, OperationId>
{
    public Task<OperationId> Handle(VerifyAudit command, CancellationToken ct) => starter.Start(db, AuditVerification.Kind, command, ct);
}

/// <summary>Follows one trail after the other; it only reads, and after an interruption it goes on with the trail it was at.</summary>
internal sealed class AuditVerification(ModuleCatalog catalog) : IOperation<VerifyAudit, VerifiedAudit>
{
    public const string Kind = "platform.verify-audit";

    public async Task<VerifiedAudit> Run(VerifyAudit input, OperationRun run, CancellationToken ct)
    {
        var known = run.Checkpoint<VerifiedAudit>() ?? new VerifiedAudit([]);
        var modules = catalog.Descriptions.Where(m => m.Context is not null).ToList();
        foreach (var module in modules.Where(m => known.Verdicts.All(v => v.Module != m.Name)))
        {
            known = new VerifiedAudit([.. known.Verdicts, await Verify(module, run, ct)]);
            await run.Step(step => Task.FromResult((step.Done, step.Total, step.Checkpoint) = (known.Verdicts.Count, modules.Count, known)), ct);
        }

        return known;
    }

    private static async Task<AuditVerdict> Verify(ModuleDescription module, OperationRun run, CancellationToken ct)
    {
        await using var scope = run.NewScope();
        return await AuditVerifier.Verify(scope.ServiceProvider.ContextOf(module), ct);
    }
}

internal sealed record VerifiedAudit(IReadOnlyList<AuditVerdict> Verdicts) : ILinkedResult
{
    public string ResultLink => "/admin/v1/audit/seals";
}
