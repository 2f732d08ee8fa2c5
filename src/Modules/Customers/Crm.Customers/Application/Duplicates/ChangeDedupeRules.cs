using System.Text.Json.Serialization;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Duplicates;
using Crm.Customers.Persistence;
using Crm.Customers.Persistence.Duplicates;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Application.Duplicates;

/// <summary>Sets the rules for one kind of customers; the next run compares by them.</summary>
/// <param name="Rules">Null: those that come with the system.</param>
internal sealed record ChangeDedupeRules(DedupeRuleText? Rules) : ICommand<DedupeRuleReply>
{
    [JsonIgnore]
    public CustomerKind Kind { get; init; }
}

/// <param name="Version">Of the rules now.</param>
internal sealed record DedupeRuleReply(CustomerKind Kind, int Version);

internal sealed class ChangeDedupeRulesValidator : AbstractValidator<ChangeDedupeRules>;

internal sealed class ChangeDedupeRulesHandler(CustomersDbContext db, TimeProvider time) : ICommandHandler<ChangeDedupeRules, DedupeRuleReply>
{
    public async Task<DedupeRuleReply> Handle(ChangeDedupeRules command, CancellationToken ct)
    {
        if (command.Rules is { } rules) DedupeRuleCheck.Require(command.Kind, rules, "/rules");
        var id = await db.Set<DedupeRule>().Where(r => r.Kind == command.Kind).Select(r => r.Id).SingleAsync(ct);
        var rule = await db.ForChange<DedupeRule, DedupeRuleId>(id, ct);
        rule.Change(command.Rules?.Written(), time.GetUtcNow());
        return new DedupeRuleReply(rule.Kind, rule.Version);
    }
}
