using Crm.BuildingBlocks;
using Crm.Pricing;
using Crm.SalesOrders.Domain;
using Shouldly;
using Xunit;
using static Crm.SalesOrders.Tests.Domain.Sold;

namespace Crm.SalesOrders.Tests.Domain;

/// <summary>Random orders, given back before or after they were sent, in random parts with random refusals between: the sums agree to the last cent.</summary>
public sealed class CreditArithmeticTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 60)];

    [Theory, MemberData(nameof(Seeds))]
    public void Everything_given_back_in_whatever_parts_comes_to_exactly_what_was_paid(int seed)
    {
        var random = new Random(seed);
        var isSent = random.Next(2) == 0;
        var (order, payment, stock) = Paid(random, isSent);
        var refunds = new List<Refund>();
        var hasGoodwill = isSent && random.Next(3) == 0 && order.Gross >= 1m;
        if (hasGoodwill) Settle(new RefundWish { Goodwill = Whole(order.Gross * (decimal)random.NextDouble(), order) });

        while (Remaining(order) is { Count: > 0 } lines)
        {
            var wish = new RefundWish { Lines = lines.Where(_ => random.Next(2) == 0).ToDictionary(l => l.Id, l => random.Next(1, l.Creditable + 1)) };
            if (wish.Lines.Count > 0) Settle(wish);
            CheckSums(order, payment, refunds);
        }

        if (order.Freight + order.FreightTax - order.FreightCredited > 0m) Settle(new RefundWish { Freight = order.Freight + order.FreightTax - order.FreightCredited });

        CheckSums(order, payment, refunds);
        order.Credited.ShouldBe(order.Gross);
        order.Refunded.ShouldBe(order.Paid);
        (order.Balance, order.Refundable, payment.LeftOf(order.Id)).ShouldBe((0m, 0m, 0m));
        if (order.Gross > 0m) order.Payment.ShouldBe(PaymentState.Refunded);
        if (!hasGoodwill) order.Lines.ShouldAllBe(l => l.CreditedNet == l.Gross);
        order.Lines.ShouldAllBe(l => l.Cancelled == (isSent ? 0 : l.Quantity) && l.Open == 0);
        stock.Levels.ShouldAllBe(l => l.Allocated == 0);

        void Settle(RefundWish wish) => refunds.Add(Settled(order, payment, wish, isSent, stock, random));
    }

    [Fact]
    public void Units_that_do_not_divide_evenly_lose_no_cent()
    {
        var a = Product("A", price: 3.3333m);
        var stock = Stock((a, 3));
        var order = Order.Confirmed("SO-1", Terms(Line(a, 3)), stock, Now);
        var payment = order.RecordPayment(10m, Sold.Paid);
        var line = order.Lines[0].Id;

        var amounts = Enumerable.Range(0, 3).Select(_ => Settled(order, payment, new RefundWish { Lines = new Dictionary<Guid, int> { [line] = 1 } }, isSent: false, stock).Amount);

        amounts.ShouldBe([3.33m, 3.34m, 3.33m], ignoreOrder: true);
    }

    private static (Order Order, Payment Payment, LockedStock Stock) Paid(Random random, bool isSent)
    {
        var currency = random.Next(4) switch { 0 => "JPY", 1 => "KWD", _ => "EUR" };
        var products = Enumerable.Range(0, random.Next(1, 6)).Select(i => Product($"P{i}", random.Next(isSent ? 0 : 200_000, 1_000_000) / 10_000m) with { Currency = currency }).ToList();
        var lines = products.Select(p => Line(p, random.Next(1, 20), random.Next(0, 4) * 0.0333m)).ToList();
        var most = lines.Sum(l => Currencies.Round(l.Quantity * l.UnitPrice * (1m - l.DiscountRate), currency));
        var terms = Terms([.. lines]) with
        {
            Currency = currency,
            Freight = Currencies.Round(random.Next(0, 1000) / 100m, currency),
            Discount = Currencies.Round(most * random.Next(0, 50) / 100m * 0.99m, currency),
        };
        if (random.Next(2) == 0) terms = Taxed(terms, random);
        var stock = Stock([.. products.Select(p => (p, 100))]);
        var order = Order.Confirmed($"SO-{random.Next()}", terms, stock, Now);
        if (isSent) order.Ship(null, new Dispatch(Today, null, null), stock, Now);
        return (order, order.RecordPayment(order.Gross == 0m ? 1m : order.Gross, Sold.Paid), stock);
    }

    private static List<OrderLine> Remaining(Order order) => [.. order.Lines.Where(l => l.Creditable > 0)];

    /// <summary>Asks, is now and then refused or fails, and asks for the same again.</summary>
    private static Refund Settled(Order order, Payment payment, RefundWish wish, bool isSent, LockedStock stock, Random? random = null)
    {
        while (true)
        {
            var before = (order.Credited, order.RefundReserved, order.Refundable, order.Lines.Sum(l => l.Open), stock.Levels.Sum(l => l.Allocated));
            // What was sent and rounds to nothing is credited as a return would be.
            var refund = isSent ? order.CreditReturn(wish, Guid.CreateVersion7(), reason: null, Now) : order.RequestRefund(wish, reason: null, stock, Now);
            if (!isSent) refund.Grant(order, Now);
            if (random is null || random.Next(4) > 0)
            {
                refund.Settle(order, [payment], Sold.Paid);
                return refund;
            }

            refund.Fail(order, "wrong account", stock);
            (order.Credited, order.RefundReserved, order.Refundable, order.Lines.Sum(l => l.Open), stock.Levels.Sum(l => l.Allocated)).ShouldBe(before);
        }
    }

    private static void CheckSums(Order order, Payment payment, List<Refund> refunds)
    {
        order.Credited.ShouldBe(refunds.Sum(r => r.Items.Sum(i => i.Amount)));
        order.Refunded.ShouldBe(refunds.Sum(r => r.Amount));
        order.Refunded.ShouldBe(payment.Entries.Where(e => e.Kind == PaymentEntryKind.Refund).Sum(e => e.Amount));
        order.Refunded.ShouldBeLessThanOrEqualTo(order.Paid);
        order.Balance.ShouldBe(order.Gross - order.Credited - order.Paid + order.Refunded);
        (order.CreditReserved, order.RefundReserved).ShouldBe((0m, 0m));
        refunds.SelectMany(r => r.Items).ShouldAllBe(i => i.Amount >= 0m && Currencies.Round(i.Amount, order.Currency) == i.Amount);
        order.Lines.ShouldAllBe(l => l.CreditedNet <= l.Gross && l.Creditable >= 0);
    }

    private static decimal Whole(decimal amount, Order order) => Currencies.Round(Math.Truncate(amount), order.Currency);
}
