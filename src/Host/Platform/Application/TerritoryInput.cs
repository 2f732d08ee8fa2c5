using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Host.Platform.Domain;
using FluentValidation;

namespace Crm.Host.Platform.Application;

/// <summary>What is said of a territory.</summary>
internal abstract record TerritoryInput
{
    public required string Code { get; init; }

    public required string Name { get; init; }

    /// <summary>Left out: the top of a tree.</summary>
    public Guid? ParentId { get; init; }

    /// <summary>The user who answers for it.</summary>
    public Guid? ManagerId { get; init; }

    /// <summary>A customer that fits one of them belongs here, unless another territory fits better; left out: only those that somebody puts here.</summary>
    public IReadOnlyList<TerritoryRuleInput> Rules { get; init; } = [];

    public List<TerritoryRule> ToRules() => [.. Rules.Select(r => new TerritoryRule(r.Country is null ? null : Countries.CodeOf(r.Country), r.Region, r.PostalCode, r.Industry))];
}

/// <summary>All that is given has to fit.</summary>
/// <param name="Country">A code of ISO 3166-1 or a name.</param>
/// <param name="Region">State or province.</param>
/// <param name="PostalCode">Its beginning.</param>
/// <param name="Industry">Of an organisation.</param>
internal sealed record TerritoryRuleInput(string? Country = null, string? Region = null, string? PostalCode = null, string? Industry = null);

internal sealed record TerritoryReply(Guid Id, int Version)
{
    public static TerritoryReply Of(Territory territory) => new(territory.Key, territory.Version);
}

internal abstract class TerritoryInputValidator<TInput> : AbstractValidator<TInput>
    where TInput : TerritoryInput
{
    private const int MostRules = 200;

    private static readonly Phrase Empty = new("A rule says at least one thing.", "规则至少包含一项条件。");
    private static readonly Phrase Country = new("A country of ISO 3166-1 is expected, such as DE.", "应为 ISO 3166-1 国家代码，例如 DE。");

    protected TerritoryInputValidator()
    {
        RuleFor(c => c.Code).NotEmpty().MaximumLength(100);
        RuleFor(c => c.Name).NotEmpty().MaximumLength(200);
        RuleFor(c => c.Rules.Count).LessThanOrEqualTo(MostRules).OverridePropertyName("Rules");
        RuleForEach(c => c.Rules).ChildRules(rule =>
        {
            rule.RuleFor(r => r).Must(r => r != new TerritoryRuleInput()).WithPhrase(Empty).OverridePropertyName("");
            rule.RuleFor(r => r.Country).Must(c => c is null || Countries.CodeOf(c) is not null).WithPhrase(Country);
            rule.RuleFor(r => r.Region).MaximumLength(200);
            rule.RuleFor(r => r.PostalCode).MaximumLength(40);
            rule.RuleFor(r => r.Industry).MaximumLength(200);
        });
    }
}
