using Crm.Pricing;
using Shouldly;
using Xunit;
using static Crm.BuildingBlocks.Tests.Pricing.Priced;

namespace Crm.BuildingBlocks.Tests.Pricing;

public sealed class PromotionTests
{
    [Fact]
    public void Promotions_on_a_line_work_one_after_the_other_by_priority()
    {
        var percent = Promotion(PricePhase.LinePromotions, new PercentOff(0.1m), "percent") with { Priority = 2 };
        var amount = Promotion(PricePhase.LinePromotions, new AmountOff(1m), "amount");

        var line = Order(Line("tea", 2, 10m)).By(amount, percent).Lines[0];

        (line.Net, line.LineDiscount).ShouldBe((16m, 4m));
        line.Trace.Select(s => (s.Rule?.Code, s.Before, s.After)).ShouldBe([(null, 0m, 20m), ("percent", 20m, 18m), ("amount", 18m, 16m)]);
        line.Trace[1].Rule!.Version.ShouldBe(3);
    }

    [Fact]
    public void Of_an_exclusive_group_a_line_gets_the_first_and_other_lines_the_next()
    {
        var tea = Promotion(PricePhase.LinePromotions, new PercentOff(0.5m), "tea") with { Priority = 1, ExclusiveGroup = "one", Lines = new LineSelector { Skus = ["tea"] } };
        var all = Promotion(PricePhase.LinePromotions, new PercentOff(0.1m), "all") with { ExclusiveGroup = "one" };

        Order(Line("tea", 1, 10m), Line("cup", 1, 10m)).By(tea, all).Lines.Select(l => l.Net).ShouldBe([5m, 9m]);
    }

    [Fact]
    public void A_fixed_price_makes_nothing_dearer()
    {
        var fixedPrice = Promotion(PricePhase.LinePromotions, new FixedPrice(5m));

        Order(Line("tea", 2, 8m), Line("cup", 2, 3m)).By(fixedPrice).Lines.Select(l => l.Net).ShouldBe([10m, 6m]);
    }

    [Fact]
    public void Of_three_units_the_cheapest_is_free_wherever_it_stands()
    {
        var threeForTwo = Promotion(PricePhase.LinePromotions, new BuyAndGet(2, 1));

        Order(Line("tea", 4, 10m), Line("cup", 3, 3m)).By(threeForTwo).Lines.Select(l => l.Net).ShouldBe([40m, 3m]);
        Order(Line("tea", 2, 10m)).By(threeForTwo).Promotions.ShouldBeEmpty();
    }

    [Fact]
    public void Caps_limit_what_a_line_and_the_order_get()
    {
        var half = Promotion(PricePhase.LinePromotions, new PercentOff(0.5m));
        var order = Order(Line("cup", 1, 10m), Line("tea", 1, 100m));

        Reductions(half with { MostPerLine = 20m }, order).ShouldBe([5m, 20m]);
        Reductions(half with { MostPerOrder = 11m }, order).ShouldBe([1m, 10m]);
        order.By(half with { MostPerLine = 20m }).Lines[1].Trace[1].LimitedBy.ShouldBe(PriceLimit.MostPerLine);
    }

    [Fact]
    public void A_promotion_stops_at_the_floor_and_the_trace_says_so()
    {
        var book = new PriceBook
        {
            Lists = [List("usual", new PriceItem("tea", 10m, Floor: 8m), new PriceItem("cup", 10m))],
            Promotions = [Promotion(PricePhase.LinePromotions, new PercentOff(0.15m), "line"), Promotion(PricePhase.OrderPromotions, new AmountOff(3m), "order")],
        };

        var priced = Order(Line("tea", 1), Line("cup", 1)).By(book);

        priced.Lines.Select(l => l.Net).ShouldBe([8m, 6m]);
        Order(Line("tea", 1)).By(book with { Promotions = [Promotion(PricePhase.LinePromotions, new PercentOff(0.3m))] })
            .Lines[0].Trace[^1].ShouldSatisfyAllConditions(s => s.After.ShouldBe(8m), s => s.LimitedBy.ShouldBe(PriceLimit.Floor));
    }

    [Fact]
    public void An_amount_off_the_order_is_shared_by_its_lines_to_the_cent()
    {
        var order = Order(Line("a", 1, 10m), Line("b", 1, 10m), Line("c", 1, 10m));

        var priced = order.By(Promotion(PricePhase.OrderPromotions, new AmountOff(10m)));

        priced.Lines.Select(l => l.OrderDiscount).ShouldBe([3.34m, 3.33m, 3.33m]);
        priced.Promotions.ShouldHaveSingleItem().Amount.ShouldBe(10m);
    }

    [Fact]
    public void Conditions_see_the_order_as_the_phase_begins()
    {
        var line = Promotion(PricePhase.LinePromotions, new PercentOff(0.1m), "line");
        var order = Promotion(PricePhase.OrderPromotions, new PercentOff(0.1m), "order") with { When = new AmountAtLeast(100m) };

        Order(Line("tea", 1, 100m)).By(line, order).Net.ShouldBe(90m);
        Order(Line("tea", 1, 112m)).By(line, order).Net.ShouldBe(90.72m);
    }

    [Fact]
    public void A_condition_is_a_tree_over_order_customer_channel_and_time()
    {
        var when = new AllOf([
            new AnyOf([new InChannel(["web"]), new InCustomerGroup(["trade"])]),
            new Not(new InSegment(["staff"])),
            new OnWeekdays([Today.DayOfWeek]),
            new BetweenTimes(new TimeOnly(22, 0), new TimeOnly(6, 0)),
            new QuantityAtLeast(2, new LineSelector { Categories = ["drinks"] }),
        ]);
        var happyHour = Promotion(PricePhase.OrderPromotions, new PercentOff(0.5m)) with { When = when };
        var order = Order(Line("tea", 2, 10m) with { Categories = ["black tea", "drinks"] }) with { Channel = "web", At = new TimeOnly(23, 30) };

        order.By(happyHour).Net.ShouldBe(10m);
        (order with { Channel = "shop", CustomerGroup = "trade" }).By(happyHour).Net.ShouldBe(10m);
        (order with { Channel = "shop" }).By(happyHour).Net.ShouldBe(20m);
        (order with { Segments = ["staff"] }).By(happyHour).Net.ShouldBe(20m);
        (order with { At = new TimeOnly(12, 0) }).By(happyHour).Net.ShouldBe(20m);
        (order with { At = null }).By(happyHour).Net.ShouldBe(20m);
        (order with { On = Today.AddDays(1) }).By(happyHour).Net.ShouldBe(20m);
        (order with { Lines = [order.Lines[0] with { Quantity = 1 }] }).By(happyHour).Promotions.ShouldBeEmpty();
    }

    [Fact]
    public void A_voucher_works_for_whoever_shows_it_and_never_below_nothing()
    {
        var voucher = Promotion(PricePhase.Vouchers, new Offset(50m)) with { Coupons = ["WELCOME"] };
        var order = Order(Line("tea", 2, 10m));

        order.By(voucher).Net.ShouldBe(20m);
        var priced = (order with { Coupons = ["WELCOME", "OTHER"] }).By(voucher);
        (priced.Net, priced.Promotions.Single().Coupon, priced.Promotions.Single().Amount).ShouldBe((0m, "WELCOME", 20m));
        priced.UnusedCoupons.ShouldBe([new UnusedCoupon("OTHER", UnusedCouponReason.Unknown)]);
        (order with { Coupons = ["WELCOME"], UsedUp = new HashSet<string> { "offer" } }).By(voucher)
            .UnusedCoupons.ShouldBe([new UnusedCoupon("WELCOME", UnusedCouponReason.UsedUp)]);
    }

    [Fact]
    public void Agreed_lines_get_no_promotion_but_take_their_share_of_vouchers_and_of_an_agreed_discount()
    {
        var order = Order(Line("tea", 1, 10m), Line("cup", 1, 10m, new AgreedPrice(10m))) with { Discount = new AgreedDiscount(2m) };

        var priced = order.By(
            Promotion(PricePhase.LinePromotions, new PercentOff(0.2m), "line"), Promotion(PricePhase.OrderPromotions, new AmountOff(2m), "order"),
            Promotion(PricePhase.Vouchers, new Offset(4m), "voucher"));

        priced.Lines.Select(l => l.Net).ShouldBe([3.75m, 6.25m]);
    }

    [Fact]
    public void A_discount_of_more_than_there_is_or_below_a_floor_is_refused()
    {
        var book = new PriceBook { Lists = [List("usual", new PriceItem("tea", 10m, Floor: 8m))] };
        var order = Order(Line("tea", 1));

        (order with { Discount = new AgreedDiscount(10.01m) }).By(book).Violations.ShouldBe([new PriceViolation(PriceViolationKind.DiscountTooLarge, null, 10.01m, 10m)]);
        (order with { Discount = new AgreedDiscount(3m) }).By(book).Violations.ShouldBe([new PriceViolation(PriceViolationKind.BelowFloor, "tea", 7m, 8m)]);
        (order with { Discount = new AgreedDiscount(3m, "damage", "head of sales") }).By(book).Violations.ShouldBeEmpty();
    }

    [Fact]
    public void A_discount_that_took_a_line_below_its_floor_may_take_it_as_far_again_and_no_further_and_no_unit_that_is_new()
    {
        var book = new PriceBook { Lists = [List("usual", new PriceItem("tea", 10m, Floor: 8m), new PriceItem("cup", 10m))] };
        var discount = new AgreedDiscount(6m, Before: "head of sales");

        Sold(2, new SoldBefore(2, 14m)).ShouldBe([]);
        Sold(2, new SoldBefore(4, 28m)).ShouldBe([]);
        Sold(2, new SoldBefore(1, 6m)).ShouldBe([]);
        Sold(2, new SoldBefore(1, 7m)).ShouldBe([new PriceViolation(PriceViolationKind.BelowFloor, "tea", 14m, 16m)]);
        Sold(2, new SoldBefore(2, 14.01m)).ShouldBe([new PriceViolation(PriceViolationKind.BelowFloor, "tea", 14m, 16m)]);
        Sold(2, null).ShouldBe([new PriceViolation(PriceViolationKind.BelowFloor, "tea", 14m, 16m)]);
        Authority(discount, new SoldBefore(2, 14m)).ShouldBe("head of sales");
        Authority(discount with { Authority = "me" }, new SoldBefore(2, 14m)).ShouldBe("head of sales");
        Authority(discount with { Authority = "me" }, new SoldBefore(2, 15m)).ShouldBe("me");

        IReadOnlyList<PriceViolation> Sold(int quantity, SoldBefore? before) => Of(quantity, before, discount).Violations;

        string? Authority(AgreedDiscount agreed, SoldBefore before) => Of(2, before, agreed).Lines[0].Trace.Single(s => s.Kind == PriceStepKind.AgreedDiscount).Authority;

        PricedOrder Of(int quantity, SoldBefore? before, AgreedDiscount agreed) => (Order(Line("tea", quantity) with { Before = before }) with { Discount = agreed }).By(book);
    }

    [Fact]
    public void Gifts_come_along_as_often_as_earned()
    {
        var mug = Promotion(PricePhase.Gifts, new Gift("mug", 2, ForEvery: 3, Most: 5)) with { Lines = new LineSelector { Skus = ["tea"] } };

        Order(Line("tea", 2, 10m), Line("cup", 9, 1m)).By(mug).Gifts.ShouldBeEmpty();
        Order(Line("tea", 7, 10m)).By(mug).Gifts.ShouldBe([new GiftLine("mug", 4, new PriceRuleRef("offer", 3))]);
        Order(Line("tea", 30, 10m)).By(mug).Gifts.Single().Quantity.ShouldBe(5);
    }

    [Fact]
    public void Shipping_is_free_from_an_amount_on()
    {
        var free = Promotion(PricePhase.Shipping, new FreeShipping()) with { When = new AmountAtLeast(50m) };

        (Order(Line("tea", 4, 10m)) with { Shipping = 4.9m }).By(free).Gross.ShouldBe(44.9m);
        (Order(Line("tea", 5, 10m)) with { Shipping = 4.9m }).By(free).Gross.ShouldBe(50m);
    }

    [Fact]
    public void What_cannot_work_is_not_published()
    {
        PricingChecks.Of(Promotion(PricePhase.Gifts, new PercentOff(0.1m))).Select(e => e.Pointer).ShouldBe(["/phase"]);
        PricingChecks.Of(Promotion(PricePhase.LinePromotions, new PercentOff(1.1m))).Select(e => e.Pointer).ShouldBe(["/action/rate"]);
        PricingChecks.Of(Promotion(PricePhase.OrderPromotions, new AmountOff(5m)) with { Currency = null }).Select(e => e.Pointer).ShouldBe(["/currency"]);
        PricingChecks.Of(Promotion(PricePhase.Shipping, new FreeShipping()) with { When = new Not(new AllOf([])) }).Select(e => e.Pointer).ShouldBe(["/when/of/of"]);
        PricingChecks.Of(Promotion(PricePhase.Shipping, new FreeShipping()) with { When = Nested(11) }).ShouldHaveSingleItem();
        PricingChecks.Of(Promotion(PricePhase.Shipping, new FreeShipping()) with { When = Nested(10) }).ShouldBeEmpty();
        PricingChecks.Of(List("usual", new PriceItem("tea", 10m), new PriceItem("tea", 9m), new PriceItem("cup", 1m, 0, 2m)))
            .Select(e => e.Pointer).ShouldBe(["/items/1", "/items/2/fromQuantity", "/items/2/floor"]);
    }

    private static Condition Nested(int levels) => levels == 1 ? new InChannel(["web"]) : new Not(Nested(levels - 1));

    private static IEnumerable<decimal> Reductions(Promotion promotion, PriceRequest order) => order.By(promotion).Lines.Select(l => l.LineDiscount);
}
