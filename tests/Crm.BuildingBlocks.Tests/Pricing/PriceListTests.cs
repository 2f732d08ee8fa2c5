using Crm.Pricing;
using Shouldly;
using Xunit;
using static Crm.BuildingBlocks.Tests.Pricing.Priced;

namespace Crm.BuildingBlocks.Tests.Pricing;

public sealed class PriceListTests
{
    [Fact]
    public void Without_lists_the_price_is_the_products_own_and_nothing_is_taxed()
    {
        var priced = Order(Line("tea", 3, 0.335m)).By(CompiledPriceBook.Empty.Book);

        (priced.NetExact, priced.Net, priced.Gross).ShouldBe((1.005m, 1.01m, 1.01m));
        priced.RoundingDifference.ShouldBe(0.005m);
        priced.Lines[0].Trace.Select(s => s.Kind).ShouldBe([PriceStepKind.ProductPrice, PriceStepKind.Rounding]);
    }

    [Fact]
    public void The_list_of_the_highest_priority_that_has_the_sku_decides()
    {
        var book = new PriceBook
        {
            Lists =
            [
                List("usual", new PriceItem("tea", 10m), new PriceItem("cup", 4m)),
                List("trade", new PriceItem("tea", 8m)) with { Priority = 1, Scope = new PriceScope { CustomerGroups = ["trade"] } },
                List("dollars", new PriceItem("tea", 1m)) with { Priority = 9, Currency = "USD" },
                List("over", new PriceItem("tea", 1m)) with { Priority = 9, Scope = new PriceScope { To = Today.AddDays(-1) } },
            ],
        };

        Order(Line("tea", 1), Line("cup", 1)).By(book).Lines.Select(l => l.Net).ShouldBe([10m, 4m]);
        (Order(Line("tea", 1), Line("cup", 1)) with { CustomerGroup = "trade" }).By(book).Lines.Select(l => l.Net).ShouldBe([8m, 4m]);
    }

    [Fact]
    public void Of_two_lists_of_one_priority_the_narrower_one_decides()
    {
        var book = new PriceBook
        {
            Lists =
            [
                List("a-for-all", new PriceItem("tea", 10m)),
                List("b-web", new PriceItem("tea", 9m)) with { Scope = new PriceScope { Channels = ["web"] } },
                List("c-trade", new PriceItem("tea", 7m)) with { Scope = new PriceScope { CustomerGroups = ["trade"] } },
            ],
        };

        (Order(Line("tea", 1)) with { Channel = "web" }).By(book).Net.ShouldBe(9m);
        (Order(Line("tea", 1)) with { Channel = "web", CustomerGroup = "trade" }).By(book).Net.ShouldBe(7m);
    }

    [Fact]
    public void A_quantity_break_counts_the_units_of_the_sku_in_the_whole_order()
    {
        var book = new PriceBook { Lists = [List("usual", new PriceItem("tea", 10m), new PriceItem("tea", 9m, FromQuantity: 10))] };

        Order(Line("tea", 9)).By(book).Net.ShouldBe(90m);
        Order(Line("tea", 4), Line("tea", 6)).By(book).Lines.Select(l => l.Net).ShouldBe([36m, 54m]);
    }

    [Fact]
    public void A_gross_list_is_asked_for_to_the_cent_and_contains_its_tax()
    {
        var book = new PriceBook
        {
            Lists = [List("shelf", new PriceItem("tea", 9.99m)) with { Basis = PriceBasis.Gross }],
            Taxes = [new TaxRule("full", 0.19m)],
            UsualTaxClass = "full",
        };

        var priced = Order(Line("tea", 3)).By(book);

        priced.Basis.ShouldBe(PriceBasis.Gross);
        (priced.Net, priced.Tax, priced.Gross).ShouldBe((25.18m, 4.79m, 29.97m));
        (Order(Line("tea", 3)) with { Basis = PriceBasis.Net }).By(book).NetExact.ShouldBe(25.18487394m, 0.00000003m);
    }

    [Fact]
    public void Tax_is_rounded_per_line_or_per_total()
    {
        var book = new PriceBook { Taxes = [new TaxRule("full", 0.1m)], UsualTaxClass = "full" };
        var order = Order(Line("a", 1, 0.14m), Line("b", 1, 0.14m), Line("c", 1, 0.14m));

        order.By(book).Tax.ShouldBe(0.03m);
        var perTotal = order.By(book with { TaxRounding = TaxRounding.PerTotal });
        perTotal.Tax.ShouldBe(0.04m);
        perTotal.Lines.Select(l => l.Tax).ShouldBe([0.02m, 0.01m, 0.01m]);
    }

    [Fact]
    public void The_rate_is_that_of_the_country_and_of_the_day()
    {
        var book = new PriceBook
        {
            Taxes = [new TaxRule("full", 0.16m), new TaxRule("full", 0.19m, Today), new TaxRule("full", 0.25m, Today.AddDays(1)), new TaxRule("full", 0.2m, Country: "FR")],
            ShippingTaxClass = "full",
        };

        var order = Order(Line("a", 1, 100m, taxClass: "full"), Line("b", 1, 50m)) with { Shipping = 10m };
        order.By(book).Tax.ShouldBe(20.9m);
        (order with { Country = "FR" }).By(book).Tax.ShouldBe(22m);
        (order with { On = Today.AddDays(-1) }).By(book).Taxes.ShouldBe([new TaxTotal(0m, 50m, 0m), new TaxTotal(0.16m, 110m, 17.6m)]);
    }

    [Fact]
    public void Without_a_price_or_a_rate_it_cannot_be_sold()
    {
        Order(Line("tea", 1)).By().Violations.ShouldBe([new PriceViolation(PriceViolationKind.NoPrice, "tea")]);
        Order(Line("tea", 1, 1m, taxClass: "odd")).By().Violations.ShouldBe([new PriceViolation(PriceViolationKind.NoTaxRate, "tea")]);
    }

    [Fact]
    public void An_agreed_price_goes_below_the_floor_only_with_authority()
    {
        var book = new PriceBook { Lists = [List("usual", new PriceItem("tea", 10m, Floor: 8m))] };

        Order(Line("tea", 2, agreed: new AgreedPrice(9m, 0.05m))).By(book).Net.ShouldBe(17.1m);
        Order(Line("tea", 2, agreed: new AgreedPrice(7.5m))).By(book).Violations.ShouldBe([new PriceViolation(PriceViolationKind.BelowFloor, "tea", 15m, 16m)]);
        var allowed = Order(Line("tea", 2, agreed: new AgreedPrice(7.5m, 0m, "spoilt box", "head of sales"))).By(book);
        allowed.Violations.ShouldBeEmpty();
        var step = allowed.Lines[0].Trace.ShouldHaveSingleItem();
        (step.Before, step.After, step.Reason, step.Authority).ShouldBe((20m, 15m, "spoilt box", "head of sales"));
    }

    [Fact]
    public void The_hash_is_that_of_the_amounts_and_not_of_the_rules_that_led_to_them()
    {
        var order = Order(Line("tea", 2), Line("cup", 1, 3m));
        var first = order.By(new PriceBook { Version = "1", Lists = [List("usual", new PriceItem("tea", 10m))] });

        order.By(new PriceBook { Version = "2", Lists = [List("other", new PriceItem("tea", 10.00m))] }).Hash.ShouldBe(first.Hash);
        order.By(new PriceBook { Version = "1", Lists = [List("usual", new PriceItem("tea", 10.01m))] }).Hash.ShouldNotBe(first.Hash);
        first.Hash.ShouldBe("5b8015fb15ea106288bee9102ba9ee456882b9961dd3e33b1598fe3576aa53af");
    }

    [Fact]
    public void The_highest_version_that_has_begun_is_in_force_and_ends_the_older_ones()
    {
        var first = List("usual", new PriceItem("tea", 10m));
        var next = List("usual", new PriceItem("tea", 11m)) with { Version = 2, Scope = new PriceScope { From = Today.AddDays(1), To = Today.AddDays(2) } };
        var book = new PriceBook { Lists = [first, next] };

        Order(Line("tea", 1, 99m)).By(book).Net.ShouldBe(10m);
        (Order(Line("tea", 1, 99m)) with { On = Today.AddDays(1) }).By(book).Net.ShouldBe(11m);
        (Order(Line("tea", 1, 99m)) with { On = Today.AddDays(3) }).By(book).Net.ShouldBe(99m);
        var offer = Promotion(PricePhase.LinePromotions, new PercentOff(0.5m));
        Order(Line("tea", 1)).By(book with { Promotions = [offer, offer with { Version = 4, Scope = new PriceScope { To = Today.AddDays(-1) } }] }).Net.ShouldBe(10m);
    }

    [Fact]
    public void An_order_beyond_all_measure_is_refused_and_not_calculated()
    {
        Order(Line("tea", 1_000_000, 1_000_000_000m), Line("cup", 1, 1m)).By(Promotion(PricePhase.OrderPromotions, new PercentOff(0.5m)))
            .Violations.ShouldHaveSingleItem().Kind.ShouldBe(PriceViolationKind.TooLarge);
    }

    [Fact]
    public void Among_five_thousand_prices_and_fifty_offers_each_line_finds_its_own()
    {
        var items = Enumerable.Range(0, 5000).Select(i => new PriceItem($"sku-{i}", i + 1m)).ToArray();
        var promotions = Enumerable.Range(0, 50)
            .Select(i => Promotion(PricePhase.LinePromotions, new PercentOff(0.1m), $"offer-{i}") with { Lines = new LineSelector { Skus = [$"sku-{i}"] } }).ToArray();
        var book = CompiledPriceBook.Of(new PriceBook { Lists = [List("usual", items)], Promotions = promotions });

        var priced = PriceEngine.Price(Order([.. Enumerable.Range(48, 5).Select(i => Line($"sku-{i}", 2))]), book);

        priced.Lines.Select(l => l.Net).ShouldBe([88.2m, 90m, 102m, 104m, 106m]);
    }
}
