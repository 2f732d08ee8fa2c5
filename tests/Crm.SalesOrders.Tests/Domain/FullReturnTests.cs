using Crm.BuildingBlocks;
using Crm.Pricing;
using Crm.SalesOrders.Domain;
using Shouldly;
using Xunit;
using static Crm.SalesOrders.Tests.Domain.Sold;

namespace Crm.SalesOrders.Tests.Domain;

/// <summary>Whatever promotions, vouchers, taxes and discounts made of the prices: all goods back is all money back, to the cent.</summary>
public sealed class FullReturnTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 150)];

    [Theory, MemberData(nameof(Seeds))]
    public void Goods_that_come_back_in_whatever_portions_leave_exactly_nothing(int seed)
    {
        var random = new Random(seed);
        var products = Enumerable.Range(0, random.Next(1, 6)).Select(i => Product($"P{i}", random.Next(1, 2_000_000) / 10_000m)).ToList();
        var stock = Stock([.. products.Select(p => (p, 100))]);
        var terms = Terms([.. products.Select(p => new LineTerms(p, random.Next(1, 9), p.ListPrice, 0m, PriceIsAgreed: false))]) with { Freight = random.Next(2) * 4.9m };
        var order = Order.Confirmed("SO-1", terms with { Priced = PriceEngine.Price(Request(terms, random), CompiledPriceBook.Of(Offers(random))) }, stock, Now);
        SumsAgree(order);
        var payment = order.Gross > 0m ? order.RecordPayment(order.Gross, Sold.Paid) : null;
        order.Ship(null, new Dispatch(Today, null, null), stock, Now);

        var refunded = 0m;
        while (order.Lines.Where(l => l.Creditable > 0).ToList() is { Count: > 0 } left)
        {
            var line = left[random.Next(left.Count)];
            refunded += PaidBack(order.CreditReturn(Units(line, random.Next(1, line.Creditable + 1)), Guid.CreateVersion7(), null, Now));
        }

        if (order.Freight + order.FreightTax > 0m)
            refunded += PaidBack(order.CreditReturn(new RefundWish { Freight = order.Freight + order.FreightTax }, Guid.CreateVersion7(), null, Now));

        refunded.ShouldBe(order.Gross);
        (order.Owed, order.Balance, order.Refunded).ShouldBe((0m, 0m, order.Gross));
        order.Lines.ShouldAllBe(l => l.CreditedNet == l.Gross);

        decimal PaidBack(Refund refund)
        {
            if (refund.Amount > 0m) refund.Settle(order, [payment!], Sold.Paid);
            return refund.Amount;
        }
    }

    private static void SumsAgree(Order order)
    {
        order.Lines.Sum(l => l.Net).ShouldBe(order.Net);
        (order.Lines.Sum(l => l.Tax) + order.FreightTax).ShouldBe(order.Tax);
        (order.Net + order.Freight + order.Tax).ShouldBe(order.Gross);
        order.Lines.ShouldAllBe(l => Currencies.Round(l.Net, "EUR") == l.Net && Currencies.Round(l.Tax, "EUR") == l.Tax && l.Net >= 0m);
    }

    private static RefundWish Units(OrderLine line, int units) => new() { Lines = new Dictionary<Guid, int> { [line.Id] = units } };

    private static PriceRequest Request(OrderTerms terms, Random random) => new()
    {
        Lines = [.. terms.Lines.Select((l, i) => new PriceRequestLine
        {
            Sku = l.Product.Sku,
            Quantity = l.Quantity,
            ListPrice = l.Product.ListPrice,
            Categories = [i % 2 == 0 ? "even" : "odd"],
            TaxClass = i % 3 == 0 ? "reduced" : "full",
        })],
        Currency = terms.Currency,
        On = terms.OrderedOn,
        Basis = random.Next(2) == 0 ? PriceBasis.Net : PriceBasis.Gross,
        Shipping = terms.Freight,
        Discount = new AgreedDiscount(random.Next(2) * 0.01m),
        Coupons = ["FIVE"],
    };

    private static PriceBook Offers(Random random) => new()
    {
        Promotions = [.. new[]
        {
            Offer("a third off", PricePhase.LinePromotions, new PercentOff(0.3333m), new LineSelector { Categories = ["even"] }),
            Offer("three for two", PricePhase.LinePromotions, new BuyAndGet(2, 1, 1m), new LineSelector { Categories = ["odd"] }),
            Offer("seven percent", PricePhase.OrderPromotions, new PercentOff(0.07m), LineSelector.All),
            Offer("an amount", PricePhase.OrderPromotions, new AmountOff(3.33m), LineSelector.All),
            Offer("voucher", PricePhase.Vouchers, new Offset(5m), LineSelector.All) with { Coupons = ["FIVE"] },
            Offer("half the shipping", PricePhase.Shipping, new PercentOff(0.5m), LineSelector.All),
        }.Where(_ => random.Next(2) == 0)],
        Taxes = [new TaxRule("full", 0.19m), new TaxRule("reduced", 0.07m)],
        TaxRounding = random.Next(2) == 0 ? TaxRounding.PerLine : TaxRounding.PerTotal,
        UsualTaxClass = "full",
        ShippingTaxClass = random.Next(2) == 0 ? "full" : null,
    };

    private static Promotion Offer(string code, PricePhase phase, PromotionAction action, LineSelector lines) => new()
    {
        Code = code,
        Version = 1,
        Name = new Phrase(code, code),
        Phase = phase,
        Action = action,
        Lines = lines,
        Currency = "EUR",
    };
}
