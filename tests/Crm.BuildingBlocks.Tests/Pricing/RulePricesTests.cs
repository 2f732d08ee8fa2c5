using System.Text.Json;
using Crm.BuildingBlocks.Hosting.Api.Json;
using Crm.Pricing;
using Crm.Pricing.Rules;
using Shouldly;
using Xunit;

namespace Crm.BuildingBlocks.Tests.Pricing;

public sealed class RulePricesTests
{
    private const int Cases = 2_000;
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Fact]
    public void A_price_always_lies_between_its_floor_and_its_ceiling()
    {
        foreach (var drawn in Drawn())
        {
            var price = drawn.Price();

            (price.UnitPrice is null).ShouldBe(price.Failure is not null);
            if (price.UnitPrice is not { } unit) continue;
            unit.ShouldBeGreaterThanOrEqualTo(price.Floor ?? 0m);
            unit.ShouldBeLessThanOrEqualTo(price.Ceiling ?? PricingChecks.LargestAmount);
        }
    }

    [Fact]
    public void A_price_ends_as_it_was_asked_to_or_says_why_not()
    {
        foreach (var drawn in Drawn().Where(d => d.Rounding.Endings is { Count: > 0 }))
        {
            var price = drawn.Price();
            if (price.UnitPrice is not { } unit || price.Reasons.Any(r => r.Kind == PriceReasonKind.EndingImpossible)) continue;
            drawn.Rounding.Endings!.ShouldContain(unit % drawn.Rounding.Modulus);
        }
    }

    [Fact]
    public void Before_rounding_the_margin_is_exactly_the_rate()
    {
        foreach (var drawn in Drawn())
        {
            var (rate, cost) = (drawn.Rate, drawn.Facts.StandardCost!.Value);
            var raw = RulePrices.Evaluate(new MarginRule(rate, CostKind.Standard), PriceBounds.None, PriceRounding.Usual, drawn.Facts, "EUR", PriceBasis.Net).Raw!.Value;

            (raw - cost).ShouldBe(rate * raw, tolerance: 0.00000002m);
        }
    }

    [Fact]
    public void The_order_in_which_prices_were_observed_changes_nothing()
    {
        foreach (var drawn in Drawn())
        {
            var other = drawn with { Facts = drawn.Facts with { Observations = [.. drawn.Facts.Observations.Reverse()] } };

            JsonSerializer.Serialize(other.Price(), CrmJson.Options).ShouldBe(JsonSerializer.Serialize(drawn.Price(), CrmJson.Options));
        }
    }

    [Theory]
    [InlineData(RoundingMode.Nearest, 11.13, 10.99)]
    [InlineData(RoundingMode.Nearest, 11.24, 10.99)]
    [InlineData(RoundingMode.Up, 11.00, 11.49)]
    [InlineData(RoundingMode.Down, 11.48, 10.99)]
    [InlineData(RoundingMode.Nearest, 11.25, 11.49)]
    public void Of_the_allowed_endings_the_nearest_in_the_asked_direction_is_taken(RoundingMode mode, decimal price, decimal expected) =>
        Of(new FixedRule(price), rounding: new PriceRounding(Mode: mode, Endings: [0.99m, 0.49m])).UnitPrice.ShouldBe(expected);

    [Fact]
    public void Of_two_endings_that_are_as_near_the_lower_one_is_taken() =>
        Of(new FixedRule(11.24m), rounding: new PriceRounding(Endings: [0.99m, 0.49m])).UnitPrice.ShouldBe(10.99m);

    [Fact]
    public void Where_no_such_ending_lies_within_the_bounds_the_reasons_say_so()
    {
        var price = Of(new FixedRule(10.5m), new PriceBounds(FloorAmount: 10.1m, CeilingAmount: 10.9m), new PriceRounding(Endings: [0.99m]));

        price.UnitPrice.ShouldBe(10.5m);
        price.Reasons.Select(r => r.Kind).ShouldContain(PriceReasonKind.EndingImpossible);
    }

    [Fact]
    public void The_market_is_the_median_of_recent_certain_observations_in_the_same_money()
    {
        var facts = Tea with
        {
            Observations =
            [
                Seen("a", 9m), Seen("b", 11m), Seen("c", 10m), Seen("d", 12m), Seen("old", 1m) with { SeenOn = Today.AddDays(-91) },
                Seen("vague", 1m) with { Confidence = 0.2m }, Seen("dollars", 1m) with { Currency = "USD" }, Seen("gross", 1m) with { Basis = PriceBasis.Gross },
            ],
        };

        var price = Of(new MarketRule(0.98m, LeastConfidence: 0.5m), facts: facts);

        price.UnitPrice.ShouldBe(10.29m);
        price.Reasons.ShouldContain(new PriceReason(PriceReasonKind.Median, 10.5m, "4"));
        price.Reasons.ShouldContain(new PriceReason(PriceReasonKind.ObservationsLeftOut, 2m));
        Of(new MarketRule(1m, LeastObservations: 9), facts: facts).Failure.ShouldBe(PriceFailure.NoObservations);
    }

    [Fact]
    public void The_lowest_competitor_is_undercut_and_never_below_the_floor()
    {
        var facts = Tea with { Observations = [Seen("a", 5m) with { SeenOn = Today.AddDays(-9) }, Seen("a", 9m), Seen("b", 10m)] };

        var price = Of(new CompetitorRule(UndercutRate: 0.1m), facts: facts);
        var held = Of(new CompetitorRule(UndercutAmount: 4m), new PriceBounds(FloorMargin: 0.2m), facts: facts);

        price.UnitPrice.ShouldBe(8.1m);
        price.Reasons.ShouldContain(new PriceReason(PriceReasonKind.Lowest, 9m, "a, 2026-11-22"));
        held.UnitPrice.ShouldBe(7.5m);
        held.Reasons.Select(r => r.Kind).ShouldContain(PriceReasonKind.Floor);
    }

    [Fact]
    public void Without_what_it_follows_from_there_is_no_price_and_no_floor_is_taken_for_none()
    {
        var unknown = Tea with { StandardCost = null, CurrentCost = null };

        Of(new MarkupRule(0.4m), facts: unknown).Failure.ShouldBe(PriceFailure.NoCost);
        Of(new FixedRule(5m), new PriceBounds(FloorMarkup: 0.1m), facts: unknown).Failure.ShouldBe(PriceFailure.NoCost);
        Of(new FixedRule(5m), new PriceBounds(FloorMarkup: 1m, CeilingAmount: 7m)).Failure.ShouldBe(PriceFailure.FloorAboveCeiling);
        Of(new ListRule("other", 1m)).Failure.ShouldBe(PriceFailure.NoPrice);
        Of(new CompetitorRule(UndercutAmount: 20m), facts: Tea with { Observations = [Seen("a", 9m)] }).Failure.ShouldBe(PriceFailure.NoPrice);
    }

    [Fact]
    public void What_is_wrong_with_a_rule_is_said_where_it_is()
    {
        var wrong = PriceRuleChecks.Of(new MarginRule(1m), PriceBasis.Gross, "/rule")
            .Concat(PriceRuleChecks.Of(new CompetitorRule(0.1m, 1m, MaxAgeDays: 0), PriceBasis.Net, "/c"))
            .Concat(PriceRuleChecks.Of(new MarketRule(0m), PriceBasis.Net, "/m"))
            .Concat(PriceRuleChecks.Of(new ListRule(" ", 1m), PriceBasis.Net, "/l"))
            .Concat(PriceRuleChecks.Of(new PriceBounds(FloorAmount: 2m, CeilingAmount: 1m), PriceBasis.Net, "/b"))
            .Concat(PriceRuleChecks.Of(new PriceRounding(Step: 0m, Endings: [1m], Modulus: 7), "/r"));

        wrong.Select(e => e.Pointer).ShouldBe(
            ["/rule/rate", "/rule", "/c/undercutAmount", "/c/maxAgeDays", "/m/position", "/l/code", "/b/ceilingAmount", "/r/step", "/r/modulus"], ignoreOrder: true);
    }

    private static readonly PriceFacts Tea = new() { Sku = "TEA", On = Today, StandardCost = 5m, CurrentCost = 6m, ProductPrice = 20m };

    private static PriceObservation Seen(string competitor, decimal price) => new(competitor, price, "EUR", Today);

    private static RulePrice Of(PriceRule rule, PriceBounds? bounds = null, PriceRounding? rounding = null, PriceFacts? facts = null) =>
        RulePrices.Evaluate(rule, bounds ?? PriceBounds.None, rounding ?? PriceRounding.Usual, facts ?? Tea, "EUR", PriceBasis.Net);

    private static IEnumerable<DrawnRule> Drawn() => Enumerable.Range(0, Cases).Select(seed => DrawnRule.Of(new Random(seed)));

    private sealed record DrawnRule(PriceRule Rule, PriceBounds Bounds, PriceRounding Rounding, PriceFacts Facts, decimal Rate)
    {
        public static DrawnRule Of(Random random)
        {
            var rate = random.Next(0, 90) / 100m;
            PriceRule rule = random.Next(6) switch
            {
                0 => new FixedRule(Money(random)),
                1 => new MarkupRule(rate),
                2 => new MarginRule(rate),
                3 => new MarketRule(0.5m + rate, LeastObservations: 2),
                4 => random.Next(2) == 0 ? new CompetitorRule(UndercutRate: rate) : new CompetitorRule(UndercutAmount: Money(random)),
                _ => new ListRule("other", 0.5m + rate),
            };
            var bounds = new PriceBounds(
                Maybe(random, Money), Maybe(random, _ => rate / 2m), Maybe(random, _ => rate / 3m), Maybe(random, r => Money(r) * 3m), Maybe(random, r => 0.5m + (r.Next(20) / 10m)));
            int[] moduli = [1, 10, 100];
            var modulus = moduli[random.Next(3)];
            var endings = Enumerable.Range(0, random.Next(4)).Select(_ => random.Next(modulus * 100) / 100m).ToList();
            var rounding = new PriceRounding(Maybe(random, r => (r.Next(9) + 1) / 20m), (RoundingMode)random.Next(3), endings, modulus);
            var facts = new PriceFacts
            {
                Sku = "X",
                On = Today,
                StandardCost = Money(random),
                CurrentCost = Maybe(random, Money),
                ProductPrice = Maybe(random, Money),
                Observations = [.. Enumerable.Range(0, random.Next(7)).Select(i => new PriceObservation($"c{random.Next(4)}", Money(random), random.Next(5) == 0 ? "USD" : "EUR", Today.AddDays(-i * 20)))],
                OtherLists = random.Next(2) == 0 ? new Dictionary<string, decimal> { ["other"] = Money(random) } : new Dictionary<string, decimal>(),
            };
            return new DrawnRule(rule, bounds, rounding, facts, rate);
        }

        public RulePrice Price() => RulePrices.Evaluate(Rule, Bounds, Rounding, Facts, "EUR", PriceBasis.Net);

        private static decimal Money(Random random) => random.Next(1, 20_000) / 100m;

        private static decimal? Maybe(Random random, Func<Random, decimal> draw) => random.Next(3) == 0 ? draw(random) : null;
    }
}
