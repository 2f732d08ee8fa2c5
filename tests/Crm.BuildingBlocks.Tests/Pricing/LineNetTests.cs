using System.Globalization;
using Crm.Pricing;
using Shouldly;
using Xunit;

namespace Crm.BuildingBlocks.Tests.Pricing;

public sealed class LineNetTests
{
    [Theory]
    [InlineData(12, "14", "0", "EUR", "168", "168")]
    [InlineData(3, "0.335", "0", "EUR", "1.005", "1.01")]
    [InlineData(1, "0.125", "0.5", "EUR", "0.0625", "0.06")]
    [InlineData(7, "99.99", "0.15", "USD", "594.9405", "594.94")]
    [InlineData(1, "10.5", "0", "JPY", "10.5", "11")]
    [InlineData(1, "1.0005", "0", "BHD", "1.0005", "1.001")]
    [InlineData(1, "0.00000005", "0.5", "EUR", "0.00000003", "0")]
    [InlineData(5, "20", "1", "EUR", "0", "0")]
    public void A_line_keeps_its_exact_net_and_is_asked_for_in_whole_digits(int quantity, string price, string rate, string currency, string exact, string rounded)
    {
        var net = LineNet.Of(quantity, decimal.Parse(price, CultureInfo.InvariantCulture), decimal.Parse(rate, CultureInfo.InvariantCulture), currency);

        net.Exact.ShouldBe(decimal.Parse(exact, CultureInfo.InvariantCulture));
        net.Rounded.ShouldBe(decimal.Parse(rounded, CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData(-0.01)]
    [InlineData(1.01)]
    public void A_discount_beyond_nothing_or_everything_is_a_mistake(double rate) =>
        Should.Throw<ArgumentOutOfRangeException>(() => LineNet.Of(1, 1m, (decimal)rate, "EUR"));

    [Fact]
    public void The_rounded_net_is_never_more_than_half_a_digit_from_the_exact_one()
    {
        var random = new Random(1);
        for (var i = 0; i < 5000; i++)
        {
            var currency = new[] { "EUR", "JPY", "BHD" }[random.Next(3)];
            var net = LineNet.Of(random.Next(1, 1000), random.Next(0, 1_000_000) / 10_000m, random.Next(0, 10_001) / 10_000m, currency);

            Math.Abs(net.Rounded - net.Exact).ShouldBeLessThanOrEqualTo(0.5m / (decimal)Math.Pow(10, Currencies.Digits(currency)));
        }
    }
}
