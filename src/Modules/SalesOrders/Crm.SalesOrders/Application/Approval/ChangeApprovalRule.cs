using System.Text.Json.Serialization;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Application.Channels;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Persistence;

namespace Crm.SalesOrders.Application.Approval;

/// <summary>Replaces what a rule says. Orders that wait already keep the steps they were given.</summary>
internal sealed record ChangeApprovalRule : ApprovalRuleContent, ICommand<ApprovalRuleSaved>
{
    [JsonIgnore]
    public Guid Id { get; init; }
}

internal sealed class ChangeApprovalRuleValidator : ApprovalRuleContentValidator<ChangeApprovalRule>;

internal sealed class ChangeApprovalRuleHandler(SalesOrdersDbContext db) : ICommandHandler<ChangeApprovalRule, ApprovalRuleSaved>
{
    public async Task<ApprovalRuleSaved> Handle(ChangeApprovalRule command, CancellationToken ct)
    {
        var rule = await db.ForChange<ApprovalRule, ApprovalRuleId>(new ApprovalRuleId(command.Id), ct);
        if (command.Channel is { } channel) await db.RequireChannel(channel, ct);
        rule.Change(command.ToFacts());
        return ApprovalRuleSaved.Of(rule);
    }
}
