using System.Globalization;
using Crm.BuildingBlocks;

namespace Crm.Planning.Domain;

/// <summary>Whose sales are counted, and how: what makes a target of a plan the one it is.</summary>
/// <param name="Metric">What is counted.</param>
/// <param name="Scope">Kind of the one whose sales count.</param>
/// <param name="Key">Id of the person or unit, name of the channel, empty for the company.</param>
internal readonly record struct TargetSubject(TargetMetric Metric, TargetScope Scope, string Key)
{
    public static TargetSubject OfCompany(TargetMetric metric) => new(metric, TargetScope.Company, "");

    public static TargetSubject OfPerson(TargetMetric metric, Guid person) => new(metric, TargetScope.Person, KeyOf(person));

    public static TargetSubject OfUnit(TargetMetric metric, Guid unit) => new(metric, TargetScope.Unit, KeyOf(unit));

    public static TargetSubject OfChannel(TargetMetric metric, string channel) => new(metric, TargetScope.Channel, channel.Trim());

    public static string KeyOf(Guid id) => id.ToString("D", CultureInfo.InvariantCulture);

    /// <summary>As callers write it: <c>netSales</c>.</summary>
    public string MetricName => $"{char.ToLowerInvariant(Metric.ToString()[0])}{Metric.ToString()[1..]}";

    /// <summary>As callers write it: <c>company</c>, <c>channel web</c>.</summary>
    public string ScopeName => $"{Scope.ToString().ToLowerInvariant()} {Key}".TrimEnd();
}

/// <summary>What is to be reached, as a caller says it.</summary>
/// <param name="Subject">Whose sales, and what of them.</param>
/// <param name="Months">Each month once.</param>
/// <param name="Parent">The target it is a part of, of the same metric; null: of none.</param>
internal sealed record TargetTerms(TargetSubject Subject, IReadOnlyList<MonthlyValue> Months, TargetSubject? Parent = null);

/// <param name="Month">First day of the month.</param>
/// <param name="Value">In units of the metric, not negative.</param>
/// <param name="Stretch">What would be more than reached; not below the value.</param>
internal readonly record struct MonthlyValue(DateOnly Month, decimal Value, decimal? Stretch = null);

/// <summary>One figure of a plan that is to be reached, month by month.</summary>
internal sealed class Target
{
    private readonly List<TargetMonth> _months = [];

    private Target()
    {
    }

    public Guid Id { get; private set; }

    public TargetMetric Metric { get; private set; }

    public TargetScope Scope { get; private set; }

    /// <summary>See <see cref="TargetSubject.Key"/>.</summary>
    public string ScopeKey { get; private set; } = "";

    /// <summary>The target of the same plan that this one is a part of.</summary>
    public Guid? ParentId { get; private set; }

    /// <summary>Version of the plan with which the others were told of the target last; 0 while the plan is a draft.</summary>
    public int InForceSince { get; private set; }

    public IReadOnlyList<TargetMonth> Months => _months;

    public TargetSubject Subject => new(Metric, Scope, ScopeKey);

    public Guid? PersonId => Scope == TargetScope.Person ? Guid.ParseExact(ScopeKey, "D") : null;

    public Guid? UnitId => Scope == TargetScope.Unit ? Guid.ParseExact(ScopeKey, "D") : null;

    public string? Channel => Scope == TargetScope.Channel ? ScopeKey : null;

    public IReadOnlyList<MonthlyValue> Values => [.. _months.OrderBy(m => m.Month).Select(m => new MonthlyValue(m.Month, m.Value, m.Stretch))];

    public static Target For(TargetSubject subject) =>
        new() { Id = Guid.CreateVersion7(), Metric = subject.Metric, Scope = subject.Scope, ScopeKey = subject.Key };

    /// <summary>The same for every reading and every telling of a plan; a database returns them in any order.</summary>
    public static IEnumerable<Target> InOrder(IEnumerable<Target> targets) =>
        targets.OrderBy(t => t.Metric).ThenBy(t => t.Scope).ThenBy(t => t.ScopeKey, StringComparer.Ordinal);

    /// <summary>Decimals that values of a metric have at most: those of the currency for money, else none.</summary>
    public static int DigitsOf(TargetMetric metric, string currency) => metric == TargetMetric.NetSales ? Currencies.Digits(currency) : 0;

    /// <returns>Whether anything is different now.</returns>
    internal bool Take(IReadOnlyList<MonthlyValue> wanted)
    {
        var changed = _months.RemoveAll(m => !wanted.Any(w => w.Month == m.Month)) > 0;
        foreach (var value in wanted)
        {
            if (_months.Find(m => m.Month == value.Month) is { } known) changed |= known.Take(value);
            else
            {
                _months.Add(new TargetMonth(value.Month, value.Value, value.Stretch));
                changed = true;
            }
        }

        return changed;
    }

    /// <returns>Whether it belonged elsewhere before.</returns>
    internal bool BelongTo(Guid? parentId)
    {
        if (ParentId == parentId) return false;
        ParentId = parentId;
        return true;
    }

    internal void ComeIntoForce(int version) => InForceSince = version;
}

/// <summary>What a target asks for in one month.</summary>
internal sealed class TargetMonth(DateOnly month, decimal value, decimal? stretch)
{
    public DateOnly Month { get; private set; } = month;

    public decimal Value { get; private set; } = value;

    /// <inheritdoc cref="MonthlyValue.Stretch"/>
    public decimal? Stretch { get; private set; } = stretch;

    internal bool Take(MonthlyValue wanted)
    {
        if ((Value, Stretch) == (wanted.Value, wanted.Stretch)) return false;
        (Value, Stretch) = (wanted.Value, wanted.Stretch);
        return true;
    }
}
