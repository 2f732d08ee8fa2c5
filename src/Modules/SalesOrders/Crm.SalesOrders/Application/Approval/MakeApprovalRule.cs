using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Application.Channels;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Persistence;

namespace Crm.SalesOrders.Application.Approval;

/// <summary>From now on some confirmations have to be approved.</summary>
internal sealed record MakeApprovalRule : ApprovalRuleContent, ICommand<ApprovalRuleSaved>;

internal sealed class MakeApprovalRuleValidator : ApprovalRuleContentValidator<MakeApprovalRule>;

internal sealed class MakeApprovalRuleHandler(SalesOrdersDbContext db) : ICommandHandler<MakeApprovalRule, ApprovalRuleSaved>
{
    public async Task<ApprovalRuleSaved> Handle(MakeApprovalRule command, CancellationToken ct)
    {
        if (command.Channel is { } channel) await db.RequireChannel(channel, ct);
        var rule = ApprovalRule.Create(command.ToFacts());
        db.ApprovalRules.Add(rule);
        return ApprovalRuleSaved.Of(rule);
    }
}
