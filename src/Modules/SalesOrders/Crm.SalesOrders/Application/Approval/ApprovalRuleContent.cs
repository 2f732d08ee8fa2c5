using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Persistence;
using FluentValidation;

namespace Crm.SalesOrders.Application.Approval;

/// <summary>What an administrator says about a rule.</summary>
internal abstract record ApprovalRuleContent
{
    public required string Name { get; init; }

    public required HoldKind Kind { get; init; }

    /// <summary>Of a discount or margin a fraction such as 0.3, of a value money; left out for duplicate references and credit limits.</summary>
    public decimal? Threshold { get; init; }

    /// <summary>ISO 4217, of a value.</summary>
    public string? Currency { get; init; }

    /// <summary>Code; left out: orders of every channel.</summary>
    public string? Channel { get; init; }

    /// <summary>One after the other; left out, one step that everybody with the permission to approve may decide.</summary>
    public IReadOnlyList<ApprovalStep>? Steps { get; init; }

    public bool IsActive { get; init; } = true;

    public ApprovalRuleFacts ToFacts() =>
        new(Name, Kind, Threshold, Currency, Channel, Steps is { Count: > 0 } steps ? new ApprovalSteps(steps) : ApprovalSteps.Anybody, IsActive);
}

/// <summary>What came of a command on a rule.</summary>
internal sealed record ApprovalRuleSaved(Guid Id, string Name, int Version)
{
    public static ApprovalRuleSaved Of(ApprovalRule rule) => new(rule.Key, rule.Name, rule.Version);
}

internal abstract class ApprovalRuleContentValidator<TContent> : AbstractValidator<TContent>
    where TContent : ApprovalRuleContent
{
    private const int MostSteps = 10;
    private const int MostPersons = 50;
    private const int LongestWait = 24 * 365;

    protected ApprovalRuleContentValidator()
    {
        RuleFor(c => c.Name).NotEmpty().MaximumLength(Columns.Name);
        RuleFor(c => c.Kind).IsInEnum().NotEqual(HoldKind.Manual).WithPhrase(InputPhrases.NotByRule);
        RuleFor(c => c.Threshold).InclusiveBetween(-Limits.LargestPrice, Limits.LargestPrice);
        RuleFor(c => c.Threshold).Must((c, threshold) => threshold is null == (c.Kind is HoldKind.DuplicateReference or HoldKind.Credit)).WithPhrase(InputPhrases.ThresholdNeeded);
        RuleFor(c => c.Currency).Must((c, currency) => currency is null == (c.Kind != HoldKind.Value)).WithPhrase(InputPhrases.CurrencyOfValue);
        When(c => c.Currency is not null, () => RuleFor(c => c.Currency!).IsCurrency());
        RuleFor(c => c.Channel).MaximumLength(Columns.Code);
        RuleFor(c => c.Steps).Must(steps => steps is null || steps.Count <= MostSteps);
        RuleFor(c => c.Steps).Must(steps => steps is null || steps.Count > MostSteps || steps.Any(s => s?.Approvers is null) || new ApprovalSteps(steps).CanBeWalked)
            .WithPhrase(InputPhrases.OneForEachStep);
        RuleForEach(c => c.Steps).ChildRules(step =>
        {
            step.RuleFor(s => s.Approvers).NotNull().Must(persons => persons is null || persons.Count <= MostPersons);
            step.RuleFor(s => s.Deputies).Must(persons => persons is null || persons.Count <= MostPersons);
            step.RuleFor(s => s.EscalateTo).Must(persons => persons is null || persons.Count <= MostPersons);
            step.RuleFor(s => s.EscalateAfterHours).InclusiveBetween(1, LongestWait);
        });
    }
}
