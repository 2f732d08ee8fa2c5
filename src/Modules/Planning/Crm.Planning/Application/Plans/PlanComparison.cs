using Crm.BuildingBlocks.Hosting.Api.Json;
using Crm.Planning.Domain;

namespace Crm.Planning.Application.Plans;

/// <summary>What two plans, mostly versions of one, say differently; what both say alike is left out.</summary>
/// <param name="Before">The one that is compared with.</param>
/// <param name="After">The one that was asked for.</param>
/// <param name="Fields">By their names in the body of a plan.</param>
/// <param name="Objectives">By their places.</param>
/// <param name="Strategies">By their places, as their names.</param>
/// <param name="ChannelMix">By channel.</param>
/// <param name="BudgetLines">By code.</param>
/// <param name="Targets">By metric and scope.</param>
internal sealed record PlanComparison(
    ComparedPlan Before,
    ComparedPlan After,
    IReadOnlyList<ChangedText> Fields,
    IReadOnlyList<ChangedText> Objectives,
    IReadOnlyList<ChangedText> Strategies,
    IReadOnlyList<ChangedNumber> ChannelMix,
    IReadOnlyList<ChangedNumber> BudgetLines,
    IReadOnlyList<ChangedTarget> Targets)
{
    public static PlanComparison Of(SalesPlan before, SalesPlan after) => new(
        ComparedPlan.Of(before),
        ComparedPlan.Of(after),
        ChangedText.Between(FieldsOf(before), FieldsOf(after)),
        ChangedText.Between(
            before.Objectives.ToDictionary(o => PlaceOf(o), o => o.Text), after.Objectives.ToDictionary(o => PlaceOf(o), o => o.Text)),
        ChangedText.Between(
            before.Strategies.ToDictionary(s => PlaceOf(s), s => s.Name), after.Strategies.ToDictionary(s => PlaceOf(s), s => s.Name)),
        ChangedNumber.Between(before.ChannelMix.ToDictionary(m => m.Channel, m => m.Share), after.ChannelMix.ToDictionary(m => m.Channel, m => m.Share)),
        ChangedNumber.Between(before.BudgetLines.ToDictionary(l => l.Code, l => l.Planned), after.BudgetLines.ToDictionary(l => l.Code, l => l.Planned)),
        ChangedTarget.Between(before.Targets, after.Targets));

    private static Dictionary<string, string> FieldsOf(SalesPlan plan) => new()
    {
        ["name"] = plan.Name,
        ["firstMonth"] = plan.FirstMonth.ToString("O"),
        ["lastMonth"] = plan.LastMonth.ToString("O"),
        ["currency"] = plan.Currency,
        ["ownerId"] = plan.OwnerId?.ToString() ?? "",
        ["unitId"] = plan.UnitId?.ToString() ?? "",
    };

    private static string PlaceOf(Placed row) => row.Position.ToString("D3", System.Globalization.CultureInfo.InvariantCulture);
}

internal sealed record ComparedPlan(Guid Id, string Name, int Number, PlanState State)
{
    public static ComparedPlan Of(SalesPlan plan) => new(plan.Id.Value, plan.Name, plan.Number, plan.State);
}

/// <param name="Key">Name of the field, or place in the list from 000.</param>
/// <param name="Before">Null: it was not there.</param>
/// <param name="After">Null: it is there no longer.</param>
internal sealed record ChangedText(string Key, string? Before, string? After)
{
    public static IReadOnlyList<ChangedText> Between(Dictionary<string, string> before, Dictionary<string, string> after) =>
    [
        .. before.Keys.Union(after.Keys).Order(StringComparer.Ordinal)
            .Select(k => new ChangedText(k, before.GetValueOrDefault(k), after.GetValueOrDefault(k))).Where(c => c.Before != c.After),
    ];
}

/// <param name="Key">Channel, code or first day of the month.</param>
/// <param name="Before">Null: it was not there.</param>
/// <param name="After">Null: it is there no longer.</param>
/// <param name="Difference">After minus before; what is not there counts as 0.</param>
internal sealed record ChangedNumber(string Key, decimal? Before, decimal? After, decimal Difference)
{
    public static IReadOnlyList<ChangedNumber> Between(Dictionary<string, decimal> before, Dictionary<string, decimal> after) =>
    [
        .. before.Keys.Union(after.Keys).Order(StringComparer.Ordinal).Select(k => Of(k, Found(before, k), Found(after, k))).Where(c => c.Before != c.After),
    ];

    public static ChangedNumber Of(string key, decimal? before, decimal? after) => new(key, before, after, (after ?? 0) - (before ?? 0));

    private static decimal? Found(Dictionary<string, decimal> values, string key) => values.TryGetValue(key, out var value) ? value : null;
}

/// <param name="Metric">What is counted.</param>
/// <param name="Scope">Whose sales.</param>
/// <param name="Key">Id of the person or unit or name of the channel; null for the company.</param>
/// <param name="Total">Over all months.</param>
/// <param name="Months">Only those that differ.</param>
internal sealed record ChangedTarget(string Metric, string Scope, string? Key, ChangedNumber Total, IReadOnlyList<ChangedNumber> Months)
{
    public static IReadOnlyList<ChangedTarget> Between(IReadOnlyList<Target> before, IReadOnlyList<Target> after)
    {
        var (was, now) = (before.ToDictionary(t => t.Subject), after.ToDictionary(t => t.Subject));
        return
        [
            .. Target.InOrder(was.Values.Concat(now.Values)).Select(t => t.Subject).Distinct()
                .Select(s => Of(s, was.GetValueOrDefault(s), now.GetValueOrDefault(s))).Where(c => c.Months.Count > 0 || c.Total.Before is null != c.Total.After is null),
        ];
    }

    private static ChangedTarget Of(TargetSubject subject, Target? before, Target? after) => new(
        Enums.Name(subject.Metric),
        Enums.Name(subject.Scope),
        subject.Scope == TargetScope.Company ? null : subject.Key,
        ChangedNumber.Of("total", before?.Months.Sum(m => m.Value), after?.Months.Sum(m => m.Value)),
        ChangedNumber.Between(ByMonth(before), ByMonth(after)));

    private static Dictionary<string, decimal> ByMonth(Target? target) => target?.Months.ToDictionary(m => m.Month.ToString("O"), m => m.Value) ?? [];
}
