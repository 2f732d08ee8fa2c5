using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Api.Shaping;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Planning.Domain;
using Crm.Planning.Persistence;
using FluentValidation;

namespace Crm.Planning.Application.Plans;

/// <summary>Replaces the budget lines of a draft.</summary>
internal sealed record SetBudgetLines(Guid Id, IReadOnlyList<BudgetLineInput> BudgetLines) : ICommand<PlanReply>;

/// <param name="Code">Names the line within the plan: letters, digits, point, hyphen and underscore, at most 60.</param>
/// <param name="Name">What the money is for; at most 200 characters.</param>
/// <param name="Planned">In the plan's currency and its digits.</param>
/// <param name="Category">Kind of cost, as the company calls it; at most 200 characters.</param>
internal sealed record BudgetLineInput(string Code, string Name, decimal Planned, string? Category = null)
{
    public static IReadOnlyList<BudgetLineInput> AllOf(SalesPlan plan) =>
        [.. plan.BudgetLines.OrderBy(l => l.Code, StringComparer.Ordinal).Select(l => new BudgetLineInput(l.Code, l.Name, l.Planned, l.Category))];

    public BudgetTerms Terms() => new(Code, Category, Name.Trim(), Planned);
}

internal sealed class SetBudgetLinesValidator : AbstractValidator<SetBudgetLines>
{
    private static readonly Phrase NotACode = new("Letters, digits, point, hyphen and underscore, at most 60.", "应为字母、数字、点、连字符或下划线，最多 60 个。");
    private static readonly Phrase Twice = new("Each code is used once.", "每个代码只能使用一次。");

    public SetBudgetLinesValidator()
    {
        RuleFor(c => c.BudgetLines).AtMost(ContentLimits.Parts);
        RuleFor(c => c.BudgetLines).Must(lines => lines.Select(l => l?.Code).Distinct().Count() == lines.Count).WithPhrase(Twice);
        RuleForEach(c => c.BudgetLines).NotNull().ChildRules(line =>
        {
            line.RuleFor(l => l.Code).Must(IsCode).WithPhrase(NotACode);
            line.RuleFor(l => l.Name).NotEmpty().MaximumLength(ContentLimits.Name);
            line.RuleFor(l => l.Category).MaximumLength(ContentLimits.Name);
            line.RuleFor(l => l.Planned).InclusiveBetween(0, TargetInputValidator.GreatestValue);
        });
    }

    private static bool IsCode(string? code) => code is { Length: > 0 and <= PlanBudgetLine.LongestCode }
        && code.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_');
}

internal sealed class SetBudgetLinesHandler(PlanningDbContext db, UnseenFields unseen) : ICommandHandler<SetBudgetLines, PlanReply>
{
    public async Task<PlanReply> Handle(SetBudgetLines command, CancellationToken ct)
    {
        var plan = await db.ForChange<SalesPlan, SalesPlanId>(new SalesPlanId(command.Id), ct);
        var kept = unseen.Keep(PlanInput.Resource, command, command with { BudgetLines = BudgetLineInput.AllOf(plan) });
        plan.SetBudgetLines([.. kept.BudgetLines.Select(i => i.Terms())]);
        return PlanReply.Of(plan);
    }
}
