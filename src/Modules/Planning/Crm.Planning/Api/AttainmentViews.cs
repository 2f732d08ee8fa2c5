using System.Linq.Expressions;
using Crm.BuildingBlocks;
using Crm.Planning.Application;
using Crm.Planning.Domain;

namespace Crm.Planning.Api;

/// <summary>The targets of a plan beside what was reached.</summary>
/// <param name="PlanId">The plan.</param>
/// <param name="Currency">Only orders in it count, for every metric.</param>
/// <param name="CountedThrough">Figures hold what was committed up to here; null while nothing was counted.</param>
/// <param name="Targets">In a fixed order.</param>
/// <param name="LeftOut">Orders of the period in other currencies.</param>
/// <param name="IsLimited">Figures are made of orders that the reader may not see, so the orders behind them add up to less.</param>
internal sealed record AttainmentView(
    Guid PlanId, string Currency, DateTimeOffset? CountedThrough, IReadOnlyList<TargetAttainment> Targets, IReadOnlyList<LeftOutOrders> LeftOut,
    bool IsLimited);

/// <param name="Currency">The orders' currency.</param>
/// <param name="Orders">How many do not count.</param>
internal sealed record LeftOutOrders(string Currency, long Orders);

/// <param name="TargetId">The target.</param>
/// <param name="Metric">What is counted.</param>
/// <param name="Scope">Whose sales.</param>
/// <param name="PersonId">Of a target for a person.</param>
/// <param name="PersonName">Null while it is not known, or after it was erased.</param>
/// <param name="Channel">Of a target for a channel.</param>
/// <param name="UnitId">Of a target for a unit: orders confirmed under it or a unit that lies below it now count.</param>
/// <param name="ParentId">The target it is a part of.</param>
/// <param name="Months">The months that have a target.</param>
/// <param name="Total">Over those months.</param>
internal sealed record TargetAttainment(
    Guid TargetId,
    TargetMetric Metric,
    TargetScope Scope,
    Guid? PersonId,
    string? PersonName,
    string? Channel,
    Guid? UnitId,
    Guid? ParentId,
    IReadOnlyList<MonthAttainment> Months,
    AttainmentFigures Total)
{
    public static TargetAttainment Of(Target target, ActualSales actual, IReadOnlyDictionary<Guid, string?> names)
    {
        var months = target.Values
            .Select(m => (m.Month, m.Stretch, Figure: new Attainment(m.Value, actual.Of(target.Scope, target.ScopeKey, m.Month).Of(target.Metric)))).ToList();
        return new TargetAttainment(
            target.Id, target.Metric, target.Scope, target.PersonId, target.PersonId is { } id ? names.GetValueOrDefault(id) : null, target.Channel,
            target.UnitId, target.ParentId,
            [.. months.Select(m => MonthAttainment.Of(m.Month, m.Figure, m.Stretch))],
            AttainmentFigures.Of(months.Aggregate(default(Attainment), (sum, m) => sum + m.Figure)));
    }
}

/// <param name="Month">First day of the month.</param>
/// <param name="Target">What was to be reached.</param>
/// <param name="Actual">What was reached, by the days of the orders. An order that is cancelled later is taken back in its own month.</param>
/// <param name="Attainment">Actual divided by target, six decimals: 1 is reached exactly. Null when the target is 0.</param>
/// <param name="Gap">Target minus actual: what is missing; negative when more was reached.</param>
/// <param name="Stretch">What would be more than reached.</param>
internal sealed record MonthAttainment(DateOnly Month, decimal Target, decimal Actual, decimal? Attainment, decimal Gap, decimal? Stretch = null)
{
    public static MonthAttainment Of(DateOnly month, Attainment figure, decimal? stretch) =>
        new(month, figure.Target, figure.Actual, figure.Ratio, figure.Gap, stretch);
}

/// <inheritdoc cref="MonthAttainment"/>
internal sealed record AttainmentFigures(decimal Target, decimal Actual, decimal? Attainment, decimal Gap)
{
    public static AttainmentFigures Of(Attainment figure) => new(figure.Target, figure.Actual, figure.Ratio, figure.Gap);
}

/// <summary>What was sold in the months of a plan, whoever has a target.</summary>
/// <param name="PlanId">The plan.</param>
/// <param name="Currency">Of the net sales, and of all orders that are counted.</param>
/// <param name="CountedThrough">Figures hold what was committed up to here.</param>
/// <param name="Rows">By person or channel; the row without a key holds what is credited to nobody.</param>
/// <param name="Company">Of everybody: the sum of the rows, unless rows are limited.</param>
/// <param name="IsLimited">Rows by person hold only what the reader may see, and add up to less than the company.</param>
internal sealed record ActualsView(
    Guid PlanId, string Currency, DateTimeOffset? CountedThrough, IReadOnlyList<ActualsRow> Rows, IReadOnlyList<MonthActuals> Company,
    bool IsLimited);

/// <param name="Key">Id of the person or name of the channel; null for sales that are credited to nobody.</param>
/// <param name="Name">Of the person, where it is known.</param>
/// <param name="Months">Months in which the company sold anything.</param>
internal sealed record ActualsRow(string? Key, string? Name, IReadOnlyList<MonthActuals> Months);

internal sealed record MonthActuals(DateOnly Month, decimal NetSales, long Orders, long Units)
{
    public static IReadOnlyList<MonthActuals> Of(ActualSales actual, TargetScope scope, string key) =>
        [.. actual.Months.Select(m => Of(m, actual.Of(scope, key, m)))];

    private static MonthActuals Of(DateOnly month, SalesAmount amount) => new(month, amount.NetSales, amount.Orders, amount.Units);
}

/// <summary>An order behind a figure.</summary>
internal sealed record CreditedOrderRow(
    Guid Id, string Number, DateOnly OrderedOn, DateOnly Month, Guid? SalespersonId, string Channel, Money Net, long Units)
{
    public static readonly Expression<Func<OrderCredit, CreditedOrderRow>> FromCredit = c => new CreditedOrderRow(
        c.OrderId, c.Number, c.OrderedOn, c.Month, c.SalespersonId, c.Channel, new Money(c.Net, c.Currency), c.Units);
}

/// <summary>Where counting stands.</summary>
/// <param name="Events">Kept for good.</param>
/// <param name="Orders">That count now.</param>
/// <param name="Hash">Of all figures; a rebuild from the kept events gives the same.</param>
/// <param name="CountedThrough">When the cause of the newest counted event was committed.</param>
/// <param name="RebuiltAt">Null when figures were never rebuilt.</param>
internal sealed record FiguresView(long Events, long Orders, string Hash, DateTimeOffset? CountedThrough, DateTimeOffset? RebuiltAt);
