using Crm.BuildingBlocks;
using Crm.SalesOrders.Domain;
using Shouldly;
using Xunit;
using static Crm.SalesOrders.Tests.Domain.Sold;

namespace Crm.SalesOrders.Tests.Domain;

public sealed class OrderTests
{
    private static readonly Dispatch Dispatch = new(Today, "Speedy Express", null);

    [Fact]
    public void A_line_keeps_the_product_as_it_was_sold()
    {
        var tea = Product("TEA", 18m);
        var order = Order.Submitted("SO-1", Terms(Line(tea, 3, 0.05m)), Now);

        var line = order.Lines.Single();
        (line.Sku, line.ProductName, line.Category, line.UnitCost, line.UnitPrice).ShouldBe(("TEA", "Product TEA", "Beverages", 6m, 18m));
        (line.NetExact, line.Net, order.Gross).ShouldBe((51.3m, 51.3m, 51.3m));
    }

    [Fact]
    public void Sums_agree_to_the_last_cent_whatever_is_ordered()
    {
        var random = new Random(7);
        for (var i = 0; i < 2000; i++)
        {
            var currency = new[] { "EUR", "JPY", "BHD" }[random.Next(3)];
            var lines = Enumerable.Range(0, random.Next(1, 40))
                .Select(n => new LineTerms(Product($"P{n}"), random.Next(1, 200), random.Next(0, 10_000_000) / 100_000m, random.Next(0, 4001) / 10_000m)).ToArray();
            var net = Order.Submitted("SO-1", Terms(lines) with { Currency = currency }, Now).Net;
            var discount = Currencies.Round(net * random.Next(0, 100) / 100m, currency);
            var order = Order.Submitted("SO-1", Terms(lines) with { Currency = currency, Discount = discount, Freight = random.Next(0, 50) }, Now);

            order.Net.ShouldBe(net - discount);
            order.Gross.ShouldBe(order.Lines.Sum(l => l.Net) + order.Freight);
            order.Lines.Sum(l => l.DiscountShare).ShouldBe(discount);
            order.NetExact.ShouldBe(order.Lines.Sum(l => l.NetExact));
            order.Lines.All(l => l.Net >= 0m && l.Net == Currencies.Round(l.Net, currency)).ShouldBeTrue();
            Math.Abs(order.Net - order.NetExact).ShouldBeLessThanOrEqualTo(order.Lines.Count * 0.5m);
        }
    }

    [Fact]
    public void A_discount_is_never_more_than_the_lines()
    {
        var broken = Should.Throw<RuleBroken>(() => Order.Submitted("SO-1", Terms(Line(Product("A"), 1)) with { Discount = 10.01m }, Now));

        broken.Rule.ShouldBe(SalesOrdersRules.DiscountTooLarge);
    }

    [Fact]
    public void An_order_too_large_to_keep_is_refused()
    {
        var lines = new LineTerms(Product("A", Limits.LargestPrice), Limits.MostUnits, Limits.LargestPrice, 0m);

        Should.Throw<RuleBroken>(() => Order.Submitted("SO-1", Terms(lines), Now)).Rule.ShouldBe(SalesOrdersRules.AmountTooLarge);
    }

    [Fact]
    public void Confirming_is_all_or_nothing()
    {
        var (a, b) = (Product("A"), Product("B"));
        var stock = Stock((a, 5), (b, 1));
        var order = Order.Submitted("SO-1", Terms(Line(a, 2), Line(b, 2)), Now);

        Should.Throw<RuleBroken>(() => order.Confirm(stock, Today)).Rule.ShouldBe(SalesOrdersRules.StockInsufficient);

        stock.Find(a.Id)!.Allocated.ShouldBe(0);
        order.Status.ShouldBe(OrderStatus.Pending);
    }

    [Fact]
    public void Shipping_uses_up_what_was_allocated_and_cannot_exceed_what_is_open()
    {
        var a = Product("A");
        var stock = Stock((a, 5));
        var order = Order.Confirmed("SO-1", Terms(Line(a, 4)), stock, Now);
        var line = order.Lines.Single().Id;

        order.Ship(new Dictionary<Guid, int> { [line] = 3 }, Dispatch, stock, Now);

        (order.Fulfilment, order.Status, stock.Find(a.Id)!.OnHand, stock.Find(a.Id)!.Allocated).ShouldBe((FulfilmentState.Partial, OrderStatus.Confirmed, 2, 1));
        Should.Throw<RuleBroken>(() => order.Ship(new Dictionary<Guid, int> { [line] = 2 }, Dispatch, stock, Now)).Rule.ShouldBe(SalesOrdersRules.ShipsTooMuch);
        Should.Throw<RuleBroken>(() => order.Ship(new Dictionary<Guid, int> { [Guid.Empty] = 1 }, Dispatch, stock, Now)).Rule.ShouldBe(SalesOrdersRules.LineUnknown);
        order.Ship(null, Dispatch, stock, Now);
        (order.Fulfilment, order.Status).ShouldBe((FulfilmentState.Full, OrderStatus.Shipped));
        Should.Throw<RuleBroken>(() => order.Ship(null, Dispatch, stock, Now)).Rule.ShouldBe(SalesOrdersRules.NothingToShip);
        Should.Throw<RuleBroken>(() => order.Cancel("late", Today, stock)).Rule.ShouldBe(SalesOrdersRules.OrderShipped);
    }

    [Theory]
    [InlineData(9.99, nameof(PaymentState.PartlyPaid))]
    [InlineData(10, nameof(PaymentState.Paid))]
    [InlineData(10.01, nameof(PaymentState.Overpaid))]
    public void What_came_in_decides_whether_it_is_paid(double amount, string expected)
    {
        var order = Order.Submitted("SO-1", Terms(Line(Product("A"), 1)), Now);
        order.Payment.ShouldBe(PaymentState.Unpaid);

        order.RecordPayment((decimal)amount, Paid);

        order.Payment.ToString().ShouldBe(expected);
    }

    [Fact]
    public void Nobody_pays_parts_of_a_cent()
    {
        var order = Order.Submitted("SO-1", Terms(Line(Product("A"), 1)), Now);

        Should.Throw<RuleBroken>(() => order.RecordPayment(1.005m, Paid)).Rule.ShouldBe(SalesOrdersRules.AmountNotWhole);
    }

    [Fact]
    public void An_order_that_is_shipped_and_paid_is_completed_in_either_order()
    {
        var a = Product("A");
        var stock = Stock((a, 5));
        var paidFirst = Order.Confirmed("SO-1", Terms(Line(a, 1)), stock, Now);
        paidFirst.RecordPayment(10m, Paid);
        paidFirst.State.ShouldBe(OrderState.Confirmed);
        paidFirst.Ship(null, Dispatch, stock, Now);

        paidFirst.Status.ShouldBe(OrderStatus.Completed);
        var shippedFirst = Order.Confirmed("SO-2", Terms(Line(a, 1)), stock, Now);
        shippedFirst.Ship(null, Dispatch, stock, Now);
        shippedFirst.State.ShouldBe(OrderState.Confirmed);
        shippedFirst.RecordPayment(10m, Paid);
        shippedFirst.Status.ShouldBe(OrderStatus.Completed);
    }

    [Fact]
    public void Only_a_draft_can_be_changed_or_deleted_and_a_draft_is_neither_paid_nor_cancelled()
    {
        var draft = Order.Draft("SO-1", Terms(Line(Product("A"), 1)), Now);
        var submitted = Order.Submitted("SO-2", Terms(Line(Product("A"), 1)), Now);

        Allowed(draft).ShouldBe([OrderAction.Change, OrderAction.Delete, OrderAction.Quote, OrderAction.Submit, OrderAction.Confirm]);
        Allowed(submitted).ShouldBe([OrderAction.Withdraw, OrderAction.Confirm, OrderAction.Hold, OrderAction.AllowCredit, OrderAction.Pay, OrderAction.Cancel]);
        Should.Throw<RuleBroken>(() => submitted.ChangeDraft(Terms(Line(Product("B"), 1)), Now)).Rule.ShouldBe(SalesOrdersRules.OrderNotDraft);
        Should.Throw<RuleBroken>(() => submitted.DeleteDraft(Now)).Rule.ShouldBe(SalesOrdersRules.OrderNotDraft);
    }

    [Fact]
    public void Every_change_counts_up_the_version()
    {
        var a = Product("A");
        var stock = Stock((a, 5));
        var order = Order.Draft("SO-1", Terms(Line(a, 1)), Now);
        order.Submit(Now, Today);
        order.Confirm(stock, Today);
        order.Cancel("why not", Today, stock);

        order.Version.ShouldBe(4);
        order.Raised.Select(e => e.Position).ShouldBe([1, 2, 3, 4]);
        stock.Find(a.Id)!.Available.ShouldBe(5);
    }

    private static IEnumerable<OrderAction> Allowed(Order order) => Enum.GetValues<OrderAction>().Where(a => order.WhyNot(a, Today) is null);
}
