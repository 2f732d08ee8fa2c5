using Crm.Planning.Domain;
using Shouldly;
using Xunit;

namespace Crm.Planning.Tests.Domain;

public sealed class TargetSplitsTests
{
    public static readonly TheoryData<int> Seeds = [.. Enumerable.Range(1, 200)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void However_a_target_is_distributed_or_broken_down_the_parts_sum_to_it(int seed)
    {
        var random = new Random(seed);
        var digits = random.Next(3);
        var (total, months) = (Amount(random, digits), Months(random));
        var stretch = total + Amount(random, digits);

        var distributed = TargetSplits.OverMonths(total, stretch, months, Weights(random, months.Count), digits);
        var parts = random.Next(1, 9);
        var weights = months.ToDictionary(m => m, _ => Weights(random, parts));
        var brokenDown = TargetSplits.OverParts(distributed, m => weights[m], parts, digits);

        (distributed.Sum(m => m.Value), distributed.Sum(m => m.Stretch)).ShouldBe((total, stretch));
        foreach (var month in distributed)
        {
            var ofMonth = brokenDown.Select(p => p.Single(m => m.Month == month.Month)).ToList();
            (ofMonth.Sum(m => m.Value), ofMonth.Sum(m => m.Stretch)).ShouldBe((month.Value, month.Stretch));
            ofMonth.ShouldAllBe(m => m.Stretch >= m.Value && m.Value >= 0 && Math.Round(m.Value, digits) == m.Value);
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void However_targets_grow_the_children_sum_to_their_parents(int seed)
    {
        var random = new Random(seed);
        var (metric, months) = (random.Next(2) == 0 ? TargetMetric.NetSales : TargetMetric.Units, Months(random));
        var digits = metric == TargetMetric.NetSales ? 2 : 0;
        var company = TargetSubject.OfCompany(metric);
        var units = Enumerable.Range(0, random.Next(1, 4)).Select(_ => TargetSubject.OfUnit(metric, Guid.CreateVersion7())).ToList();
        var persons = units.SelectMany(u => Enumerable.Range(0, random.Next(1, 5)).Select(_ => Target(TargetSubject.OfPerson(metric, Guid.CreateVersion7()), u))).ToList();
        var source = persons.Concat(units.Select(u => Target(u, company))).Append(Target(company, null)).ToList();

        var grown = TargetGrowth.Of(source, random.Next(-100, 300) / 100m, "EUR");

        grown.Select(t => t.Subject).ShouldBe(source.Select(t => t.Subject), ignoreOrder: true);
        foreach (var whole in grown.Where(t => grown.Any(p => p.Parent == t.Subject)))
        {
            foreach (var month in whole.Months)
                grown.Where(p => p.Parent == whole.Subject).Sum(p => p.Months.Single(m => m.Month == month.Month).Value).ShouldBe(month.Value);
        }

        TargetTerms Target(TargetSubject subject, TargetSubject? parent) =>
            new(subject, months.ConvertAll(m => new MonthlyValue(m, Amount(random, digits) + 1)), parent);
    }

    [Fact]
    public void A_tenth_more_is_a_tenth_more_of_the_whole_and_not_of_every_rounded_month()
    {
        var sold = new TargetTerms(
            TargetSubject.OfCompany(TargetMetric.Orders), [.. Enumerable.Range(0, 3).Select(i => new MonthlyValue(Plans.January.AddMonths(i), 1, 2))]);

        var grown = TargetGrowth.Of([sold], 0.34m, "EUR").Single();

        grown.Months.Select(m => (m.Value, m.Stretch)).ShouldBe([(2m, 4m), (1m, 2m), (1m, 2m)]);
    }

    private static List<DateOnly> Months(Random random) => [.. Enumerable.Range(0, random.Next(1, 25)).Select(Plans.January.AddMonths)];

    private static decimal Amount(Random random, int digits) => Math.Round((decimal)(random.NextDouble() * Math.Pow(10, random.Next(1, 10))), digits);

    private static List<decimal> Weights(Random random, int count)
    {
        var weights = Enumerable.Range(0, count).Select(_ => random.Next(4) == 0 ? 0m : Math.Round((decimal)random.NextDouble() * 1000m, 3)).ToList();
        weights[random.Next(count)] = 1m;
        return weights;
    }
}
