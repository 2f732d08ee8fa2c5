using System.Text.Json;
using Crm.BuildingBlocks;
using Crm.Pricing;
using Shouldly;
using Xunit;

namespace Crm.BuildingBlocks.Tests.Pricing;

public sealed class PricePropertiesTests
{
    private const int Cases = 400;

    [Fact]
    public void The_order_of_the_lines_changes_nothing_for_any_of_them()
    {
        foreach (var (sales, request, book) in RandomCases())
        {
            var priced = PriceEngine.Price(request, book);
            var shuffled = PriceEngine.Price(sales.Shuffled(request, out var places), book);

            shuffled.Hash.ShouldBe(priced.Hash);
            (shuffled.Net, shuffled.Tax, shuffled.Gross).ShouldBe((priced.Net, priced.Tax, priced.Gross));
            var before = Enumerable.Range(0, places.Length).Select(i => Said(request.Lines[i], priced.Lines[i])).Order();
            var after = Enumerable.Range(0, places.Length).Select(i => Said(request.Lines[places[i]], shuffled.Lines[i])).Order();
            after.ShouldBe(before);
        }
    }

    [Fact]
    public void Lines_shipping_and_tax_add_up_to_the_totals_to_the_last_digit()
    {
        foreach (var (_, request, book) in RandomCases())
        {
            var priced = PriceEngine.Price(request, book);

            priced.Net.ShouldBe(priced.Lines.Sum(l => l.Net));
            priced.NetExact.ShouldBe(priced.Lines.Sum(l => l.NetExact));
            priced.Gross.ShouldBe(priced.Lines.Sum(l => l.Gross) + priced.Shipping.Gross);
            priced.Taxes.Sum(t => t.Tax).ShouldBe(priced.Tax);
            priced.Taxes.Sum(t => t.Net).ShouldBe(priced.Net + priced.Shipping.Net);
            foreach (var amount in priced.Lines.SelectMany(l => new[] { l.Net, l.Tax, l.OrderDiscount }).Append(priced.Shipping.Net).Append(priced.Shipping.Tax))
                Currencies.Round(amount, priced.Currency).ShouldBe(amount);
        }
    }

    [Fact]
    public void The_tax_of_a_rate_is_the_sum_of_its_lines_or_the_rounded_tax_of_their_total()
    {
        foreach (var (_, request, book) in RandomCases())
        {
            var priced = PriceEngine.Price(request, book);
            foreach (var total in priced.Taxes)
            {
                var parts = priced.Lines.Where(l => l.TaxRate == total.Rate).Select(l => (l.Net, l.Tax)).ToList();
                if (priced.Shipping.TaxRate == total.Rate) parts.Add((priced.Shipping.Net, priced.Shipping.Tax));
                total.Tax.ShouldBe(parts.Sum(p => p.Tax));
                var taxable = priced.Basis == PriceBasis.Net ? parts.Select(p => p.Net * total.Rate) : parts.Select(p => (p.Net + p.Tax) * total.Rate / (1m + total.Rate));
                if (book.Book.TaxRounding == TaxRounding.PerTotal) total.Tax.ShouldBe(Currencies.Round(taxable.Sum(), priced.Currency));
                else total.Tax.ShouldBe(taxable.Sum(t => Currencies.Round(t, priced.Currency)));
            }
        }
    }

    [Fact]
    public void What_is_taken_off_the_order_is_what_the_lines_share()
    {
        foreach (var (_, request, book) in RandomCases())
        {
            var priced = PriceEngine.Price(request, book);
            var agreed = priced.Violations.Any(v => v.Kind == PriceViolationKind.DiscountTooLarge) ? 0m : request.Discount?.Amount ?? 0m;

            var offTheOrder = priced.Promotions.Where(p => p.Phase is PricePhase.OrderPromotions or PricePhase.Vouchers).Sum(p => p.Amount);
            priced.Lines.Sum(l => l.OrderDiscount).ShouldBe(offTheOrder + agreed);
            foreach (var line in priced.Lines) line.Trace.Where(s => s.Phase is not PricePhase.Tax).Sum(s => s.Allocated ?? 0m).ShouldBe(line.OrderDiscount);
        }
    }

    [Fact]
    public void Nothing_is_sold_below_zero_nor_below_its_floor_without_authority()
    {
        var held = 0;
        foreach (var (_, request, book) in RandomCases())
        {
            var priced = PriceEngine.Price(request, book);
            priced.Lines.ShouldAllBe(l => l.Net >= 0m && l.NetExact >= -0.5m && l.Tax >= 0m && l.OrderDiscount >= 0m && l.LineDiscount >= 0m);
            priced.Shipping.Net.ShouldBeGreaterThanOrEqualTo(0m);
            if (priced.Violations.Count > 0) continue;
            for (var i = 0; i < priced.Lines.Count; i++)
            {
                var (asked, line) = (request.Lines[i], priced.Lines[i]);
                if (asked.Agreed?.Authority is not null || Floor(request, book.Book, line) is not { } floor) continue;
                (priced.Basis == PriceBasis.Net ? line.Net : line.Gross).ShouldBeGreaterThanOrEqualTo(floor);
                held += line.Trace.Count(s => s.LimitedBy == PriceLimit.Floor);
            }
        }

        held.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void A_promotion_never_takes_off_more_than_is_left_of_it_for_the_customer()
    {
        var held = 0;
        foreach (var (_, request, book) in RandomCases())
        {
            foreach (var promotion in PriceEngine.Price(request, book).Promotions)
            {
                if (!request.Left.TryGetValue(promotion.Rule.Code, out var left)) continue;
                promotion.Amount.ShouldBeLessThanOrEqualTo(left);
                held++;
            }
        }

        held.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void No_more_points_are_used_than_there_are_and_than_the_amount_needs()
    {
        var used = 0;
        foreach (var (_, request, book) in RandomCases())
        {
            var priced = PriceEngine.Price(request, book);
            var byPoints = priced.Promotions.Where(p => book.Book.Promotions.Single(b => b.Code == p.Rule.Code).Action is Offset { Kind: OffsetKind.Points }).ToList();

            priced.PointsUsed.ShouldBeInRange(0, request.Points);
            priced.PointsUsed.ShouldBe((long)byPoints.Sum(p => Math.Ceiling(p.Amount / 0.03m)));
            used += byPoints.Count;
        }

        used.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void A_suspended_promotion_is_as_if_it_were_not_there()
    {
        foreach (var (_, request, book) in RandomCases())
        {
            var without = CompiledPriceBook.Of(book.Book with { Promotions = [.. book.Book.Promotions.Where(p => !request.Withdrawn.Contains(p.Code))] });

            var priced = PriceEngine.Price(request, book);
            priced.Hash.ShouldBe(PriceEngine.Price(request, without).Hash);
            priced.Promotions.ShouldAllBe(p => !request.Withdrawn.Contains(p.Rule.Code));
        }
    }

    [Fact]
    public void Explaining_changes_no_price_and_leaves_no_promotion_of_the_day_without_an_answer()
    {
        foreach (var (_, request, book) in RandomCases())
        {
            var silent = PriceEngine.Price(request, book);
            var explained = PriceEngine.Price(request with { Explain = true }, book);

            Said(explained with { Passed = [] }).ShouldBe(Said(silent));
            silent.Passed.ShouldBeEmpty();
            var ofTheDay = book.Book.Promotions.Where(p => !(p.Scope.From > request.On) && !(p.Scope.To < request.On)).Select(p => p.Code);
            explained.Passed.Select(p => p.Rule.Code).Concat(explained.Promotions.Select(p => p.Rule.Code)).Order().ShouldBe(ofTheDay.Order());
            explained.Passed.ShouldAllBe(p => (p.Why == PassedBecause.Condition) == (p.At != null) && (p.Why == PassedBecause.Exclusive) == (p.Of != null));
        }

        static string Said(PricedOrder priced) => JsonSerializer.Serialize(priced);
    }

    [Fact]
    public void What_was_drawn_would_be_published()
    {
        foreach (var (_, _, book) in RandomCases()) book.Book.Promotions.SelectMany(p => PricingChecks.Of(p)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_step_of_a_trace_begins_where_the_last_one_ended()
    {
        foreach (var (_, request, book) in RandomCases())
        {
            var priced = PriceEngine.Price(request, book);
            foreach (var line in priced.Lines)
            {
                for (var i = 1; i < line.Trace.Count; i++)
                {
                    if (line.Trace[i].Kind == PriceStepKind.AgreedPrice) continue;
                    line.Trace[i].Before.ShouldBe(line.Trace[i - 1].After);
                    ((int)line.Trace[i].Phase).ShouldBeGreaterThanOrEqualTo((int)line.Trace[i - 1].Phase);
                }

                var end = line.Trace.LastOrDefault(s => s.Phase != PricePhase.Tax)?.After;
                if (end is not null) end.ShouldBe(priced.Basis == PriceBasis.Net ? line.Net : line.Gross);
            }
        }
    }

    private static IEnumerable<(RandomSales Sales, PriceRequest Request, CompiledPriceBook Book)> RandomCases()
    {
        for (var seed = 0; seed < Cases; seed++)
        {
            var sales = new RandomSales(seed);
            yield return (sales, sales.Request(), CompiledPriceBook.Of(sales.Book()));
        }
    }

    private static string Said(PriceRequestLine asked, PricedLine priced) => JsonSerializer.Serialize(new { asked, priced });

    /// <summary>Found by another way than the engine's: from the rule that the trace names and the units of the SKU.</summary>
    private static decimal? Floor(PriceRequest request, PriceBook book, PricedLine line)
    {
        if (line.Trace.FirstOrDefault(s => s.Kind == PriceStepKind.ListPrice)?.Rule is not { } rule) return null;
        var list = book.Lists.Single(l => l.Code == rule.Code);
        var units = request.Lines.Where(l => l.Sku == line.Sku).Sum(l => l.Quantity);
        var floor = list.Items.Where(i => i.Sku == line.Sku && i.FromQuantity <= units).MaxBy(i => i.FromQuantity)!.Floor;
        if (floor is null) return null;
        var basis = request.Basis ?? PriceEngine.Price(request, CompiledPriceBook.Of(book)).Basis;
        var unit = (list.Basis, basis) switch
        {
            (PriceBasis.Net, PriceBasis.Gross) => Math.Round(floor.Value * (1m + line.TaxRate), 8, MidpointRounding.AwayFromZero),
            (PriceBasis.Gross, PriceBasis.Net) => Math.Round(floor.Value / (1m + line.TaxRate), 8, MidpointRounding.AwayFromZero),
            _ => floor.Value,
        };
        return Currencies.Round(unit * line.Quantity, request.Currency);
    }
}
