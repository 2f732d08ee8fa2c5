using System.Linq.Expressions;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Planning.Domain;
using FluentValidation;

namespace Crm.Planning.Application;

/// <param name="Metric">What is counted.</param>
/// <param name="Scope">Whose sales.</param>
/// <param name="PersonId">Of a target for a person, and only there.</param>
/// <param name="Channel">Of a target for a channel, and only there: the channel of the orders.</param>
/// <param name="Months">Each month at most once; a month that is left out has no target.</param>
/// <param name="UnitId">Of a target for a unit and all below it, and only there.</param>
/// <param name="Parent">The target of the same plan and metric that it is a part of; left out: of none.</param>
internal sealed record TargetInput(
    TargetMetric Metric,
    TargetScope Scope,
    IReadOnlyList<MonthInput> Months,
    Guid? PersonId = null,
    string? Channel = null,
    Guid? UnitId = null,
    TargetRefInput? Parent = null)
{
    /// <summary>The targets of a plan as the body that would write them.</summary>
    public static IReadOnlyList<TargetInput> AllOf(SalesPlan plan)
    {
        var byId = plan.Targets.ToDictionary(t => t.Id);
        return
        [
            .. Target.InOrder(plan.Targets).Select(t => new TargetInput(
                t.Metric, t.Scope, MonthInput.Of(t), t.PersonId, t.Channel, t.UnitId, t.ParentId is { } parent ? TargetRefInput.Of(byId[parent]) : null)),
        ];
    }

    public TargetTerms Terms() => new(
        TargetRefInput.Subject(Metric, Scope, PersonId, Channel, UnitId),
        [.. Months.Select(m => new MonthlyValue(m.Month, m.Value, m.Stretch))],
        Parent is { } p ? TargetRefInput.Subject(Metric, p.Scope, p.PersonId, p.Channel, p.UnitId) : null);
}

/// <summary>Whose target another one is a part of.</summary>
/// <param name="Scope">Whose sales.</param>
/// <param name="PersonId">Of a target for a person, and only there.</param>
/// <param name="Channel">Of a target for a channel, and only there.</param>
/// <param name="UnitId">Of a target for a unit, and only there.</param>
internal sealed record TargetRefInput(TargetScope Scope, Guid? PersonId = null, string? Channel = null, Guid? UnitId = null)
{
    public static TargetRefInput Of(Target t) => new(t.Scope, t.PersonId, t.Channel, t.UnitId);

    public static TargetSubject Subject(TargetMetric metric, TargetScope scope, Guid? personId, string? channel, Guid? unitId) => scope switch
    {
        TargetScope.Person => TargetSubject.OfPerson(metric, personId!.Value),
        TargetScope.Channel => TargetSubject.OfChannel(metric, channel!),
        TargetScope.Unit => TargetSubject.OfUnit(metric, unitId!.Value),
        _ => TargetSubject.OfCompany(metric),
    };
}

/// <param name="Month">First day of the month.</param>
/// <param name="Value">In units of the metric: money in the plan's currency and its digits, else a whole number.</param>
/// <param name="Stretch">What would be more than reached: not below the value, in the same units; left out: nothing is.</param>
internal sealed record MonthInput(DateOnly Month, decimal Value, decimal? Stretch = null)
{
    public static IReadOnlyList<MonthInput> Of(Target target) => [.. target.Values.Select(m => new MonthInput(m.Month, m.Value, m.Stretch))];
}

internal sealed class TargetInputValidator : AbstractValidator<TargetInput>
{
    /// <summary>Sums of many such values still fit the columns of every database.</summary>
    public const decimal GreatestValue = 100_000_000_000m;

    public const int LongestChannel = 100;

    public static readonly Phrase NotAMonth = new("The first day of a month is expected, e.g. 2026-03-01.", "应为月份的第一天，例如 2026-03-01。");

    private static readonly Phrase PersonOfPerson = new(
        "Expected for a target of a person, and for no other.", "仅个人目标需要填写，其他目标不得填写。");

    private static readonly Phrase ChannelOfChannel = new(
        "Expected for a target of a channel, and for no other; at most 100 characters.", "仅渠道目标需要填写（最多 100 个字符），其他目标不得填写。");

    private static readonly Phrase UnitOfUnit = new(
        "Expected for a target of a unit, and for no other.", "仅部门目标需要填写，其他目标不得填写。");

    private static readonly Phrase StretchBelow = new("The stretch is not below the value.", "挑战值不得低于目标值。");

    public TargetInputValidator()
    {
        RuleFor(t => t.PersonId).Must((target, person) => Fits(target.Scope == TargetScope.Person, person)).WithPhrase(PersonOfPerson);
        RuleFor(t => t.UnitId).Must((target, unit) => Fits(target.Scope == TargetScope.Unit, unit)).WithPhrase(UnitOfUnit);
        RuleFor(t => t.Channel).Must((target, channel) => Fits(target.Scope == TargetScope.Channel, channel)).WithPhrase(ChannelOfChannel);
        RuleFor(t => t.Parent).ChildRules(parent =>
        {
            parent.RuleFor(p => p!.PersonId).Must((target, person) => Fits(target!.Scope == TargetScope.Person, person)).WithPhrase(PersonOfPerson);
            parent.RuleFor(p => p!.UnitId).Must((target, unit) => Fits(target!.Scope == TargetScope.Unit, unit)).WithPhrase(UnitOfUnit);
            parent.RuleFor(p => p!.Channel).Must((target, channel) => Fits(target!.Scope == TargetScope.Channel, channel)).WithPhrase(ChannelOfChannel);
        });
        RuleFor(t => t.Months).NotEmpty();
        RuleForEach(t => t.Months).NotNull().ChildRules(month =>
        {
            month.RuleFor(m => m.Month).Must(Domain.Months.IsMonth).WithPhrase(NotAMonth);
            month.RuleFor(m => m.Value).InclusiveBetween(0, GreatestValue);
            month.RuleFor(m => m.Stretch).LessThanOrEqualTo(GreatestValue);
            month.RuleFor(m => m.Stretch).Must((m, stretch) => stretch is null || stretch >= m.Value).WithPhrase(StretchBelow);
        });
    }

    private static bool Fits(bool isExpected, Guid? id) => isExpected ? id is { } some && some != Guid.Empty : id is null;

    private static bool Fits(bool isExpected, string? channel) => isExpected ? channel?.Trim().Length is > 0 and <= LongestChannel : channel is null;
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
