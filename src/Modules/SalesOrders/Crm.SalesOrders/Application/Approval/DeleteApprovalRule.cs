using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Persistence;
using FluentValidation;

namespace Crm.SalesOrders.Application.Approval;

/// <summary>Ends a rule. Orders that wait already still have to be approved.</summary>
internal sealed record DeleteApprovalRule(Guid Id) : ICommand<ApprovalRuleSaved>;

internal sealed class DeleteApprovalRuleValidator : AbstractValidator<DeleteApprovalRule>
{
    public DeleteApprovalRuleValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class DeleteApprovalRuleHandler(SalesOrdersDbContext db, TimeProvider time) : ICommandHandler<DeleteApprovalRule, ApprovalRuleSaved>
{
    public async Task<ApprovalRuleSaved> Handle(DeleteApprovalRule command, CancellationToken ct)
    {
        var rule = await db.ForChange<ApprovalRule, ApprovalRuleId>(new ApprovalRuleId(command.Id), ct);
        rule.Delete(time.GetUtcNow());
        return ApprovalRuleSaved.Of(rule);
    }
}
