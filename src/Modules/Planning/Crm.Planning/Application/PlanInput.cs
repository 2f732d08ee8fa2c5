using System.Linq.Expressions;
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

/// <param name="Metric">What is counted.</param>
/// <param name="Scope">Whose sales.</param>
/// <param name="PersonId">Of a target for a person, and only there.</param>
/// <param name="Channel">Of a target for a channel, and only there: the channel of the orders.</param>
/// <param name="Months">Each month at most once; a month that is left out has no target.</param>
internal sealed record TargetInput(
    TargetMetric Metric, TargetScope Scope, IReadOnlyList<MonthInput> Months, Guid? PersonId = null, string? Channel = null)
{
    public static TargetInput Of(Target t) => new(
        t.Metric, t.Scope, [.. t.Months.OrderBy(m => m.Month).Select(m => new MonthInput(m.Month, m.Value))], t.PersonId, t.Channel);

    public TargetTerms Terms() => new(Subject(), [.. Months.Select(m => new MonthlyValue(m.Month, m.Value))]);

    private TargetSubject Subject() => Scope switch
    {
        TargetScope.Person => TargetSubject.OfPerson(Metric, PersonId!.Value),
        TargetScope.Channel => TargetSubject.OfChannel(Metric, Channel!),
        _ => TargetSubject.OfCompany(Metric),
    };
}

/// <param name="Month">First day of the month.</param>
/// <param name="Value">In units of the metric: money in the plan's currency and its digits, else a whole number.</param>
internal sealed record MonthInput(DateOnly Month, decimal Value);

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

internal sealed class TargetInputValidator : AbstractValidator<TargetInput>
{
    /// <summary>Sums of many such values still fit the columns of every database.</summary>
    private const decimal GreatestValue = 100_000_000_000m;

    private const int LongestChannel = 100;

    public static readonly Phrase NotAMonth = new("The first day of a month is expected, e.g. 2026-03-01.", "应为月份的第一天，例如 2026-03-01。");

    private static readonly Phrase PersonOfPerson = new(
        "Expected for a target of a person, and for no other.", "仅个人目标需要填写，其他目标不得填写。");

    private static readonly Phrase ChannelOfChannel = new(
        "Expected for a target of a channel, and for no other; at most 100 characters.", "仅渠道目标需要填写（最多 100 个字符），其他目标不得填写。");

    public TargetInputValidator()
    {
        RuleFor(t => t.PersonId).Must((target, person) => target.Scope == TargetScope.Person ? person is { } id && id != Guid.Empty : person is null)
            .WithPhrase(PersonOfPerson);
        RuleFor(t => t.Channel)
            .Must((target, channel) => target.Scope == TargetScope.Channel ? channel?.Trim().Length is > 0 and <= LongestChannel : channel is null)
            .WithPhrase(ChannelOfChannel);
        RuleFor(t => t.Months).NotEmpty();
        RuleForEach(t => t.Months).NotNull().ChildRules(month =>
        {
            month.RuleFor(m => m.Month).Must(Domain.Months.IsMonth).WithPhrase(NotAMonth);
            month.RuleFor(m => m.Value).InclusiveBetween(0, GreatestValue);
        });
    }
}

internal static class TargetListRules
{
    private const int MostTargets = 1000;

    private static readonly Phrase TooMany = new("A plan has at most 1000 targets.", "一个计划最多 1000 个目标。");

    /// <summary>What holds for every body that carries the targets of a plan.</summary>
    public static void TargetRules<TCommand>(
        this AbstractValidator<TCommand> validator, Expression<Func<TCommand, IEnumerable<TargetInput>>> targets)
    {
        validator.RuleFor(targets).Must(t => t.Count() <= MostTargets).WithPhrase(TooMany);
        validator.RuleForEach(targets).NotNull().SetValidator(new TargetInputValidator());
    }
}
