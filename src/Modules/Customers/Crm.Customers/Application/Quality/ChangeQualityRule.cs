using System.Text.Json.Serialization;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.BuildingBlocks.Hosting.Quality;
using Crm.Customers.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Application.Quality;

/// <summary>Says how a check of customers is applied. It holds for every customer that is looked at from then on.</summary>
internal sealed record ChangeQualityRule : ICommand<QualityRuleSaved>
{
    /// <summary>Code of the check.</summary>
    [JsonIgnore]
    public string Check { get; init; } = "";

    /// <summary>0 to 100, in relation to the other rules.</summary>
    public required int Weight { get; init; }

    public required QualitySeverity Severity { get; init; }

    public required bool IsOn { get; init; }

    /// <summary>By name; those that are left out stay as they are.</summary>
    public IReadOnlyDictionary<string, decimal> Parameters { get; init; } = new Dictionary<string, decimal>();
}

/// <summary>What came of a command on a rule.</summary>
internal sealed record QualityRuleSaved(string Check, int Version);

internal sealed class ChangeQualityRuleValidator : AbstractValidator<ChangeQualityRule>
{
    private static readonly Phrase Known = new("Give parameters of this check, each within its limits.", "请填写该检查的参数，且各值在允许范围内。");

    public ChangeQualityRuleValidator()
    {
        RuleFor(c => c.Check).NotEmpty();
        RuleFor(c => c.Weight).InclusiveBetween(0, QualityRule.MostWeight);
        RuleFor(c => c.Severity).IsInEnum();
        RuleFor(c => c.Parameters).NotNull().Must((c, given) => given is null || given.All(p => IsAllowed(c.Check, p.Key, p.Value))).WithPhrase(Known);
    }

    private static bool IsAllowed(string check, string name, decimal value) =>
        CustomerChecks.Find(check) is not { } known || known.Parameters.Any(p => p.Name == name && value >= p.Least && value <= p.Most);
}

internal sealed class ChangeQualityRuleHandler(CustomersDbContext db) : ICommandHandler<ChangeQualityRule, QualityRuleSaved>
{
    public async Task<QualityRuleSaved> Handle(ChangeQualityRule command, CancellationToken ct)
    {
        var check = CustomerChecks.Find(command.Check) ?? throw new ResourceNotFound("quality-rule", command.Check);
        var rule = await db.Set<QualityRule>().SingleOrDefaultAsync(r => r.Check == check.Code, ct);
        if (rule is null) db.Add(rule = QualityRule.Default(check));
        db.CheckExpectedVersion(rule);
        rule.Change(new QualityRuleFacts(command.Weight, command.Severity, command.IsOn, command.Parameters));
        return new QualityRuleSaved(check.Code, rule.Version);
    }
}
