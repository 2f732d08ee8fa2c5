using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Persistence;

namespace Crm.SalesOrders.Application.Approval;

/// <summary>From now on some confirmations have to be approved.</summary>
internal sealed record MakeApprovalRule : ApprovalRuleContent, ICommand<ApprovalRuleSaved>;

internal sealed class MakeApprovalRuleValidator : ApprovalRuleContentValidator<MakeApprovalRule>;

internal sealed class MakeApprovalRuleHandler(SalesOrdersDbContext db) : ICommandHandler<MakeApprovalRule, ApprovalRuleSaved>
{
    public Task<ApprovalRuleSaved> Handle(MakeApprovalRule command, CancellationToken ct)
    {
        var rule = ApprovalRule.Create(command.ToFacts());
        db.ApprovalRules.Add(rule);
        return Task.FromResult(ApprovalRuleSaved.Of(rule));
    }
}
