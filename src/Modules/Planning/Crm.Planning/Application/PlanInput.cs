using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Planning.Domain;
using FluentValidation;

namespace Crm.Planning.Application;

/// <summary>A plan as callers write it, without its targets.</summary>
internal record PlanInput
{
    /// <summary>Its name in addresses and masks.</summary>
    public const string Resource = "plans";

    public required string Name { get; init; }

    /// <summary>First day of the first month of the period.</summary>
    public required DateOnly FirstMonth { get; init; }

    /// <summary>First day of the last month of the period.</summary>
    public required DateOnly LastMonth { get; init; }

    /// <summary>ISO 4217. Net sales are planned in it, and only orders in it count.</summary>
    public required string Currency { get; init; }

    /// <summary>Left out: the caller for a new plan, else unchanged.</summary>
    public Guid? OwnerId { get; init; }

    /// <summary>Left out: the caller's unit for a new plan, else unchanged.</summary>
    public Guid? UnitId { get; init; }

    /// <summary>Its keys in other systems; left out, they stay as they are.</summary>
    public IReadOnlyList<ExternalRefInput>? ExternalRefs { get; init; }

    /// <summary>The plan as the body that would write it.</summary>
    public static PlanInput Of(SalesPlan p) => new()
    {
        Name = p.Name,
        FirstMonth = p.FirstMonth,
        LastMonth = p.LastMonth,
        Currency = p.Currency,
        OwnerId = p.OwnerId,
        UnitId = p.UnitId,
        ExternalRefs = [.. p.ExternalRefs.Select(r => new ExternalRefInput(r.System, r.RefId))],
    };

    public PlanTerms Terms() => new(Name, FirstMonth, LastMonth, Currency, ExternalRefs?.Select(r => new PlanRef(r.System, r.Id)).ToList());
}

internal sealed record ExternalRefInput(string System, string Id);

internal sealed class PlanInputValidator<TInput> : AbstractValidator<TInput>
    where TInput : PlanInput
{
    private const int LongestPeriod = 60;
    private const int MostRefs = 200;
    private const int EarliestYear = 1900;
    private const int LatestYear = 2200;

    private static readonly Phrase UnknownCurrency = new("A currency code of ISO 4217 is expected.", "应为 ISO 4217 币种代码。");
    private static readonly Phrase TooManyRefs = new($"At most {MostRefs} external references.", $"最多 {MostRefs} 个外部标识。");
    private static readonly Phrase WrongPeriod = new(
        "The period ends in the month in which it begins or later, at most 60 months in all.", "期间的结束月份不得早于开始月份，且最长 60 个月。");

    public PlanInputValidator()
    {
        RuleFor(p => p.Name).NotEmpty().MaximumLength(200);
        RuleFor(p => p.Currency).Must(Currencies.AreKnown).WithPhrase(UnknownCurrency);
        RuleFor(p => p.FirstMonth).Must(IsPlannable).WithPhrase(TargetInputValidator.NotAMonth);
        RuleFor(p => p.LastMonth).Must(IsPlannable).WithPhrase(TargetInputValidator.NotAMonth);
        RuleFor(p => p.LastMonth).Must((plan, last) => Months.Count(plan.FirstMonth, last) is >= 1 and <= LongestPeriod).WithPhrase(WrongPeriod);
        RuleFor(p => p.ExternalRefs).Must(refs => refs is null || refs.Count <= MostRefs).WithPhrase(TooManyRefs);
        RuleForEach(p => p.ExternalRefs).NotNull().ChildRules(reference =>
        {
            reference.RuleFor(r => r.System).NotEmpty().MaximumLength(PlanRef.LongestSystem);
            reference.RuleFor(r => r.Id).NotEmpty().MaximumLength(PlanRef.LongestId);
        });
    }

    private static bool IsPlannable(DateOnly month) => Months.IsMonth(month) && month.Year is >= EarliestYear and <= LatestYear;
}
