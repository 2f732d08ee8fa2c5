using Crm.Pricing;
using Shouldly;
using Xunit;
using static Crm.BuildingBlocks.Tests.Pricing.Priced;

namespace Crm.BuildingBlocks.Tests.Pricing;

public sealed class BuyAndGetTests
{
    private static readonly LineSelector Tea = new() { Skus = ["tea"] };
    private static readonly LineSelector Cups = new() { Skus = ["cup", "mug"] };

    [Fact]
    public void Every_two_teas_earn_a_cup_and_the_cheapest_comes_first()
    {
        var offer = Promotion(PricePhase.LinePromotions, new BuyAndGet(2, 1, GetLines: Cups)) with { Lines = Tea };

        Order(Line("tea", 5, 10m), Line("cup", 1, 4m), Line("mug", 3, 3m)).By(offer).Lines.Select(l => l.Net).ShouldBe([50m, 4m, 3m]);
        Order(Line("tea", 1, 10m), Line("cup", 1, 4m)).By(offer).Promotions.ShouldBeEmpty();
        Order(Line("tea", 20, 10m), Line("cup", 1, 4m)).By(offer).Net.ShouldBe(200m);
    }

    [Fact]
    public void So_many_times_and_no_more()
    {
        var offer = Promotion(PricePhase.LinePromotions, new BuyAndGet(1, 1, GetLines: Cups, MostTimes: 2)) with { Lines = Tea };
        var together = Promotion(PricePhase.LinePromotions, new BuyAndGet(1, 1, MostTimes: 2));

        Order(Line("tea", 9, 10m), Line("cup", 9, 4m)).By(offer).Net.ShouldBe(90m + (7 * 4m));
        Order(Line("tea", 10, 10m)).By(together).Net.ShouldBe(80m);
    }

    [Fact]
    public void A_unit_that_lies_in_both_kinds_of_lines_is_bought_or_got_but_not_both()
    {
        var everything = Promotion(PricePhase.LinePromotions, new BuyAndGet(1, 1, GetLines: LineSelector.All)) with { Lines = LineSelector.All };
        var teaToo = Promotion(PricePhase.LinePromotions, new BuyAndGet(2, 3, GetLines: new LineSelector { Skus = ["tea", "cup"] })) with { Lines = Tea };

        Order(Line("tea", 3, 10m)).By(everything).Net.ShouldBe(20m);
        Order(Line("tea", 9, 10m)).By(teaToo).Net.ShouldBe(40m);
        Order(Line("tea", 2, 10m), Line("cup", 9, 30m)).By(teaToo).Net.ShouldBe(20m + (6 * 30m));
    }

    [Fact]
    public void Of_units_for_nothing_each_has_its_bought_ones()
    {
        var drawn = new Random(7);
        for (var i = 0; i < 500; i++)
        {
            var (buy, get) = (drawn.Next(1, 4), drawn.Next(1, 4));
            var (onlyBought, both, onlyGot) = (drawn.Next(1, 9), drawn.Next(1, 9), drawn.Next(1, 9));
            var action = new BuyAndGet(buy, get, GetLines: new LineSelector { Skus = ["both", "got"] });
            var offer = Promotion(PricePhase.LinePromotions, action) with { Lines = new LineSelector { Skus = ["bought", "both"] } };

            var lines = Order(Line("bought", onlyBought, 1m), Line("both", both, drawn.Next(1, 5)), Line("got", onlyGot, drawn.Next(1, 5))).By(offer).Lines;

            lines[0].LineDiscount.ShouldBe(0m);
            var (gotOfBoth, gotOfGot) = ((int)(lines[1].LineDiscount / lines[1].UnitPrice), (int)(lines[2].LineDiscount / lines[2].UnitPrice));
            (gotOfBoth + gotOfGot).ShouldBe(Best(buy, get, onlyBought, both, onlyGot));
            var times = (gotOfBoth + gotOfGot + get - 1) / get;
            (times * buy).ShouldBeLessThanOrEqualTo(onlyBought + both - gotOfBoth);
        }
    }

    /// <summary>Found by trying every number of times.</summary>
    private static int Best(int buy, int get, int onlyBought, int both, int onlyGot) =>
        Enumerable.Range(0, ((onlyBought + both) / buy) + 1).Max(n => Math.Min(n * get, onlyGot + both - Math.Max((n * buy) - onlyBought, 0)));
}
