using Crm.Pricing;
using Shouldly;
using Xunit;
using static Crm.BuildingBlocks.Tests.Pricing.Priced;

namespace Crm.BuildingBlocks.Tests.Pricing;

public sealed class OfferTests
{
    private const string North = "0193e0d4-7c1a-7b3e-9f50-00000000000a";
    private const string Berlin = "0193e0d4-7c1a-7b3e-9f50-00000000000b";
    private static readonly Guid Ada = Guid.Parse("0193e0d4-7c1a-7b3e-9f50-000000000001");
    private static readonly PriceRequest Tea = Order(Line("tea", 2, 10m));

    [Fact]
    public void A_list_of_a_customer_goes_before_that_of_a_group_and_that_before_one_of_a_territory()
    {
        var book = new PriceBook
        {
            Lists =
            [
                List("a", new PriceItem("tea", 9m)) with { Scope = new PriceScope { Territories = [North], Channels = ["web"] } },
                List("b", new PriceItem("tea", 8m)) with { Scope = new PriceScope { CustomerGroups = ["trade"] } },
                List("c", new PriceItem("tea", 7m)) with { Scope = new PriceScope { Customers = [$"{Ada}"] } },
            ],
        };
        var order = Tea with { Channel = "web", Territories = [Berlin, North] };

        order.By(book).Lines[0].UnitPrice.ShouldBe(9m);
        (order with { CustomerGroup = "trade" }).By(book).Lines[0].UnitPrice.ShouldBe(8m);
        (order with { CustomerGroup = "trade", CustomerId = Ada }).By(book).Lines[0].UnitPrice.ShouldBe(7m);
        (order with { Territories = [Berlin] }).By(book).Lines[0].UnitPrice.ShouldBe(10m);
    }

    [Theory]
    [MemberData(nameof(Conditions))]
    public void A_condition_holds_for_whom_it_is_meant(Condition when, PriceRequest meant, PriceRequest other)
    {
        var offer = Promotion(PricePhase.OrderPromotions, new PercentOff(0.5m)) with { When = when };

        meant.By(offer).Promotions.ShouldHaveSingleItem();
        other.By(offer).Promotions.ShouldBeEmpty();
    }

    public static TheoryData<Condition, PriceRequest, PriceRequest> Conditions() => new()
    {
        { new OfCustomers([$"{Ada}"]), Tea with { CustomerId = Ada }, Tea },
        { new InTerritory([North]), Tea with { Territories = [Berlin, North] }, Tea with { Territories = [Berlin] } },
        { new InCountry(["FR"]), Tea with { Country = "FR" }, Tea with { Country = "DE" } },
        { new FirstOrder(), Tea with { IsFirstOrder = true }, Tea },
        { new BetweenDays(Today, Today), Tea, Tea with { On = Today.AddDays(1) } },
        { new DifferentAtLeast(2), Order(Line("tea", 1, 10m), Line("cup", 1, 1m)), Order(Line("tea", 1, 10m), Line("tea", 1, 10m)) },
        { new AmountPerUnitAtLeast(10m), Tea, Order(Line("tea", 2, 10m), Line("cup", 1, 9m)) },
    };

    [Fact]
    public void Codes_that_somebody_else_knows_are_taken_and_one_is_needed()
    {
        var voucher = Promotion(PricePhase.Vouchers, new Offset(5m)) with { NeedsCode = true };
        var shown = Tea with { Coupons = ["T-1"] };

        Tea.By(voucher).Net.ShouldBe(20m);
        shown.By(voucher).UnusedCoupons.ShouldBe([new UnusedCoupon("T-1", UnusedCouponReason.Unknown)]);
        var known = shown with { CouponOf = new Dictionary<string, string> { ["T-1"] = "offer" } };
        known.By(voucher).Promotions.ShouldBe([new AppliedPromotion(new PriceRuleRef("offer", 3), PricePhase.Vouchers, "T-1", 5m)]);
        (known with { Withdrawn = new HashSet<string> { "offer" } }).By(voucher).UnusedCoupons.ShouldBe([new UnusedCoupon("T-1", UnusedCouponReason.Withdrawn)]);
    }

    [Fact]
    public void A_credit_gives_what_is_left_of_it()
    {
        var credit = Promotion(PricePhase.Vouchers, new Offset(50m, OffsetKind.Credit));

        var priced = (Tea with { Left = new Dictionary<string, decimal> { ["offer"] = 7.5m } }).By(credit);

        (priced.Net, priced.Promotions.Single().Amount, priced.Lines[0].Trace[^1].LimitedBy).ShouldBe((12.5m, 7.5m, PriceLimit.MostPerCustomer));
        (Tea with { Left = new Dictionary<string, decimal> { ["offer"] = 0m } }).By(credit).Net.ShouldBe(20m);
    }

    [Fact]
    public void A_cap_of_the_customer_holds_for_lines_and_shipping_as_well()
    {
        var left = new Dictionary<string, decimal> { ["line"] = 3m, ["post"] = 1m };
        var order = Tea with { Left = left, Shipping = 5m };

        order.By(Promotion(PricePhase.LinePromotions, new PercentOff(0.5m), "line"), Promotion(PricePhase.Shipping, new FreeShipping(), "post")).Gross.ShouldBe(17m + 4m);
    }

    [Fact]
    public void Points_pay_what_they_are_worth_and_as_few_as_are_needed()
    {
        var points = Promotion(PricePhase.Vouchers, new Offset(15m, OffsetKind.Points, ValuePerPoint: 0.07m));

        Tea.By(points).PointsUsed.ShouldBe(0);
        var few = (Tea with { Points = 100 }).By(points);
        (few.Net, few.PointsUsed).ShouldBe((13m, 100));
        var many = (Tea with { Points = 1000 }).By(points);
        (many.Net, many.PointsUsed).ShouldBe((5m, 215));
    }

    [Fact]
    public void Every_promotion_of_the_day_says_why_it_gave_nothing()
    {
        var line = Promotion(PricePhase.LinePromotions, new PercentOff(0.1m));
        var order = Tea with
        {
            Explain = true,
            UsedUp = new HashSet<string> { "used" },
            Withdrawn = new HashSet<string> { "off" },
            Left = new Dictionary<string, decimal> { ["cap"] = 0m },
        };

        var passed = order.By(
            line with { Code = "a", ExclusiveGroup = "one", Priority = 9 },
            line with { Code = "b", ExclusiveGroup = "one" },
            line with { Code = "c", Scope = new PriceScope { Channels = ["shop"] } },
            line with { Code = "d", Currency = "USD" },
            line with { Code = "e", NeedsCode = true },
            line with { Code = "f", When = new AllOf([new QuantityAtLeast(2), new AnyOf([new QuantityAtLeast(3)])]) },
            line with { Code = "g", Lines = new LineSelector { Skus = ["cup"] } },
            line with { Code = "used" },
            line with { Code = "off" },
            line with { Code = "cap" },
            line with { Code = "post", Phase = PricePhase.Shipping, Action = new FreeShipping() }).Passed;

        var version = 3;
        passed.Select(p => (p.Rule.Code, p.Why, p.At, p.Of)).ShouldBe(
        [
            ("b", PassedBecause.Exclusive, null, new PriceRuleRef("a", version)),
            ("c", PassedBecause.OtherScope, null, null),
            ("cap", PassedBecause.CustomerCap, null, null),
            ("d", PassedBecause.OtherCurrency, null, null),
            ("e", PassedBecause.NeedsCode, null, null),
            ("f", PassedBecause.Condition, "/when/of/1", null),
            ("g", PassedBecause.NothingMeant, null, null),
            ("off", PassedBecause.Withdrawn, null, null),
            ("used", PassedBecause.UsedUp, null, null),
            ("post", PassedBecause.NothingLeft, null, null),
        ]);
    }

    [Fact]
    public void What_means_nobody_or_nothing_is_not_published()
    {
        var offer = Promotion(PricePhase.Vouchers, new Offset(5m));

        Errors(offer with { Scope = new PriceScope { Customers = ["ada"], Territories = [North.ToUpperInvariant()] } }).ShouldBe(["/scope/territories/0", "/scope/customers/0"]);
        Errors(offer with { When = new AllOf([new OfCustomers([]), new InTerritory(["north"]), new InCountry(["XX"]), new DifferentAtLeast(0)]) })
            .ShouldBe(["/when/of/0/customers", "/when/of/1/territories/0", "/when/of/2/countries/0", "/when/of/3/count"]);
        Errors(offer with { When = new BetweenDays(Today, Today.AddDays(-1)) }).ShouldBe(["/when/to"]);
        Errors(offer with { Action = new Offset(5m, OffsetKind.Points) }).ShouldBe(["/action/valuePerPoint"]);
        Errors(offer with { Action = new Offset(5m, ValuePerPoint: 1m) }).ShouldBe(["/action/valuePerPoint"]);
        Errors(Promotion(PricePhase.LinePromotions, new BuyAndGet(1, 1, MostTimes: 0))).ShouldBe(["/action/mostTimes"]);
        Errors(Promotion(PricePhase.Shipping, new FreeShipping()) with { Currency = null, When = new AmountPerUnitAtLeast(1m) }).ShouldBe(["/currency"]);
    }

    private static IEnumerable<string> Errors(Promotion promotion) => PricingChecks.Of(promotion).Select(e => e.Pointer);
}
