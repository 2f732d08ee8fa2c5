using Crm.Pricing;
using Shouldly;
using Xunit;

namespace Crm.BuildingBlocks.Tests.Pricing;

public sealed class AllocationTests
{
    [Fact]
    public void What_is_left_over_goes_to_those_who_lost_most_and_to_the_first_of_equals()
    {
        Allocation.ByLargestRemainder(100m, [1m, 1m, 1m], 2).ShouldBe([33.34m, 33.33m, 33.33m]);
        Allocation.ByLargestRemainder(0.05m, [3m, 3m, 1m], 2).ShouldBe([0.02m, 0.02m, 0.01m]);
        Allocation.ByLargestRemainder(10m, [0m, 5m, 0m], 0).ShouldBe([0m, 10m, 0m]);
    }

    [Fact]
    public void Nothing_can_be_split_over_nothing()
    {
        Allocation.ByLargestRemainder(0m, [0m, 0m], 2).ShouldBe([0m, 0m]);
        Should.Throw<ArgumentException>(() => Allocation.ByLargestRemainder(1m, [0m, 0m], 2));
    }

    [Fact]
    public void An_amount_finer_than_the_currency_or_below_zero_is_a_mistake()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => Allocation.ByLargestRemainder(0.005m, [1m], 2));
        Should.Throw<ArgumentOutOfRangeException>(() => Allocation.ByLargestRemainder(-1m, [1m], 2));
        Should.Throw<ArgumentOutOfRangeException>(() => Allocation.ByLargestRemainder(1m, [2m, -1m], 2));
    }

    [Fact]
    public void The_parts_add_up_to_the_last_digit_and_stay_within_one_of_their_fair_share()
    {
        var random = new Random(2);
        for (var i = 0; i < 5000; i++)
        {
            var digits = random.Next(0, 4);
            var lastDigit = new decimal(1, 0, 0, false, (byte)digits);
            var weights = Enumerable.Range(0, random.Next(1, 30)).Select(_ => random.Next(0, 1_000_000) * lastDigit).Append(lastDigit).ToList();
            var total = Math.Round(weights.Sum() * (decimal)random.NextDouble(), digits, MidpointRounding.ToZero);

            var parts = Allocation.ByLargestRemainder(total, weights, digits);

            parts.Sum().ShouldBe(total);
            for (var w = 0; w < weights.Count; w++)
            {
                Math.Abs(parts[w] - (total * weights[w] / weights.Sum())).ShouldBeLessThanOrEqualTo(lastDigit);
                parts[w].ShouldBeInRange(0m, weights[w]);
            }
        }
    }
}
