using Crm.Planning.Domain;

namespace Crm.Planning.Tests.Domain;

/// <summary>Plans as tests want them.</summary>
internal static class Plans
{
    public static readonly DateTimeOffset Now = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);
    public static readonly DateOnly January = new(2026, 1, 1);
    public static readonly DateOnly March = new(2026, 3, 1);

    public static readonly PlanTerms FirstQuarter = new("First quarter", January, March, "EUR");

    public static TargetTerms Company(TargetMetric metric, params decimal[] fromJanuary) => new(TargetSubject.OfCompany(metric), Months(fromJanuary));

    public static TargetTerms Person(Guid person, params decimal[] fromJanuary) =>
        new(TargetSubject.OfPerson(TargetMetric.NetSales, person), Months(fromJanuary));

    public static TargetTerms Channel(string channel, params decimal[] fromJanuary) =>
        new(TargetSubject.OfChannel(TargetMetric.NetSales, channel), Months(fromJanuary));

    public static SalesPlan Draft(params TargetTerms[] targets) => SalesPlan.Create(FirstQuarter, targets, null, null, Now);

    public static SalesPlan Approved(params TargetTerms[] targets)
    {
        var plan = Draft(targets);
        plan.Approve(Guid.Empty, Now);
        return plan;
    }

    private static MonthlyValue[] Months(decimal[] values) => [.. values.Select((value, i) => new MonthlyValue(January.AddMonths(i), value))];
}
