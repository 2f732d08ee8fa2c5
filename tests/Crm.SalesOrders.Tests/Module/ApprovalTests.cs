using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Pricing;
using Crm.SalesOrders.Application;
using Crm.SalesOrders.Application.Approval;
using Crm.SalesOrders.Application.Exchange;
using Crm.SalesOrders.Application.Orders;
using Crm.SalesOrders.Application.Warehousing;
using Crm.SalesOrders.Domain;
using Crm.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Crm.SalesOrders.Tests.Module;

/// <summary>What a company does not want to be confirmed by one person alone.</summary>
public sealed class ApprovalTests
{
    private static readonly Caller Boss = Approver("boss");
    private static readonly Caller Deputy = Approver("deputy");
    private static readonly Caller Finance = Approver("finance");

    [SkippableTheory, EveryProvider]
    public async Task A_discount_beyond_the_rule_waits_for_every_step_and_then_takes_the_stock(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var customer = await host.Customer();
        await host.Product("A", onHand: 10, price: 20m);
        await host.Do(Rule("Discount over 20 %", HoldKind.Discount, 0.2m) with { Steps = [new ApprovalStep([Boss.Id], [Deputy.Id]), new ApprovalStep([Finance.Id])] });

        var order = await host.Do(Discounted(customer, 0.3m));

        order.Status.ShouldBe(OrderStatus.Pending);
        (await host.Order(order.Id)).State.ShouldBe(OrderState.PendingApproval);
        (await host.Stock("A")).Available.ShouldBe(10, "nothing is taken before everybody has agreed");
        var hold = (await host.See(db => db.Holds.AsNoTracking().ToListAsync())).ShouldHaveSingleItem();
        (hold.Threshold, hold.Measured).ShouldBe((0.2m, 0.3m));

        (await Refused(host, Finance, order.Id)).ShouldBe(SalesOrdersRules.NotYourApproval, "it is not the turn of the second step");
        (await host.Do(new ApproveOrder { Id = order.Id }, Deputy)).Status.ShouldBe(OrderStatus.Pending);
        (await host.Do(new ApproveOrder { Id = order.Id, Note = "fine" }, Finance)).Status.ShouldBe(OrderStatus.Confirmed);
        (await host.Stock("A")).Available.ShouldBe(8);
        (await host.Published()).Where(n => n.Contains("order-held") || n.Contains("order-released") || n.Contains("order-confirmed")).ShouldBe(
            ["sales-orders.order-held.v1", "sales-orders.order-released.v1", "sales-orders.order-released.v1", "sales-orders.order-confirmed.v1"]);
    }

    [SkippableTheory, EveryProvider]
    public async Task Who_asked_cannot_agree_and_of_many_who_agree_one_confirms(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var customer = await host.Customer();
        await host.Product("A", onHand: 10, price: 20m);
        await host.Do(Rule("Any discount", HoldKind.Discount, 0m));
        var order = await host.Do(Discounted(customer, 0.1m), Boss);

        (await Refused(host, Boss, order.Id)).ShouldBe(SalesOrdersRules.OwnApproval);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(async i =>
        {
            try
            {
                return (await host.Do(new ApproveOrder { Id = order.Id }, Approver($"colleague {i}"))).Status == OrderStatus.Confirmed;
            }
            catch (RuleBroken refused)
            {
                refused.Rule.ShouldBe(SalesOrdersRules.OrderNotPending);
                return false;
            }
        }));

        outcomes.Count(confirmed => confirmed).ShouldBe(1);
        (await host.Stock("A")).Available.ShouldBe(8);
    }

    [Theory]
    [InlineData(nameof(HoldKind.Margin), 0.5, true)]
    [InlineData(nameof(HoldKind.Margin), 0.2, false)]
    [InlineData(nameof(HoldKind.Discount), 0.3, false)]
    [InlineData(nameof(HoldKind.Discount), 0.29, true)]
    public async Task A_rule_holds_what_is_beyond_it_and_nothing_else(string kind, double threshold, bool holds)
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var customer = await host.Customer();
        await host.Product("A", onHand: 10, price: 12m);
        await host.Do(Rule("Rule", Enum.Parse<HoldKind>(kind), (decimal)threshold));

        // 2 x 12 less 30 % is 16.80, and costs 12: a margin of 28.57 %.
        var order = await host.Do(Discounted(customer, 0.3m));

        order.Status.ShouldBe(holds ? OrderStatus.Pending : OrderStatus.Confirmed);
    }

    [Fact]
    public async Task Tax_is_no_discount_and_an_agreed_price_is_one()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var customer = await host.Customer();
        await host.Product("A", onHand: 10);
        await host.Do(Offers.Taxes);
        await host.Do(Offers.List("usual", 1, ("A", 20m)) with { Basis = PriceBasis.Gross });
        await host.Do(Rule("Any discount", HoldKind.Discount, 0m));
        var plain = Orders.Of(customer, ("A", 2)) with { Confirm = true };

        (await host.Do(plain)).Status.ShouldBe(OrderStatus.Confirmed);
        (await host.Do(plain with { Lines = [new OrderContent.Line(2, "A", UnitPrice: 1m)] })).Status.ShouldBe(OrderStatus.Pending);
        (await host.See(db => db.Holds.AsNoTracking().SingleAsync())).Measured.ShouldBe(0.95m);
    }

    [Fact]
    public async Task A_value_counts_by_its_worth_to_the_company_and_a_repeated_reference_of_one_customer_only()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var (anna, bert) = (await host.Customer("ANNA"), await host.Customer("BERT"));
        await host.Product("A", onHand: 1000, price: 20m);
        await host.Do(Rule("Over 500", HoldKind.Value, 500m) with { Currency = "EUR" });
        await host.Do(new SetExchangeRates { Rates = [new("USD", new DateOnly(2000, 1, 1), 0.9m)] });
        await host.Do(Rule("Twice", HoldKind.DuplicateReference, null));
        var large = Orders.Of(anna, ("A", 26)) with { Confirm = true };
        var dollars = large with { Currency = "USD", Lines = [new OrderContent.Line(26, "A", null, 20m)] };
        var more = large with { Currency = "USD", Lines = [new OrderContent.Line(28, "A", null, 20m)] };

        (await host.Do(large)).Status.ShouldBe(OrderStatus.Pending);
        (await host.Do(dollars)).Status.ShouldBe(OrderStatus.Confirmed);
        (await host.Do(more)).Status.ShouldBe(OrderStatus.Pending);
        (await host.Do(Small(anna))).Status.ShouldBe(OrderStatus.Confirmed);
        (await host.Do(Small(bert))).Status.ShouldBe(OrderStatus.Confirmed);
        (await host.Do(Small(anna))).Status.ShouldBe(OrderStatus.Pending);

        static PlaceOrder Small(Guid customer) => Orders.Of(customer, ("A", 1)) with { Confirm = true, CustomerReference = "PO-7" };
    }

    [Fact]
    public async Task A_threshold_in_another_currency_than_the_companys_sees_orders_in_that_one_alone()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var customer = await host.Customer();
        await host.Product("A", onHand: 1000, price: 20m);
        await host.Do(new SetExchangeRates { Rates = [new("USD", new DateOnly(2000, 1, 1), 0.9m)] });
        await host.Do(Rule("Over 500", HoldKind.Value, 500m) with { Currency = "USD" });

        (await host.Do(Orders.Of(customer, ("A", 30)) with { Confirm = true })).Status.ShouldBe(OrderStatus.Confirmed);
        (await host.Do(Orders.Of(customer) with { Currency = "USD", Lines = [new OrderContent.Line(25, "A", null, 20m)], Confirm = true })).Status.ShouldBe(OrderStatus.Confirmed);
        (await host.Do(Orders.Of(customer) with { Currency = "USD", Lines = [new OrderContent.Line(26, "A", null, 20m)], Confirm = true })).Status.ShouldBe(OrderStatus.Pending);
    }

    [SkippableTheory, EveryProvider]
    public async Task Of_many_that_repeat_a_reference_at_the_same_moment_one_is_confirmed(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var order = Orders.Of(await host.Customer(), ("A", 1)) with { Confirm = true, CustomerReference = "PO-7" };
        await host.Product("A", onHand: 100, price: 20m);
        await host.Do(Rule("Twice", HoldKind.DuplicateReference, null));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => host.Do(order))));

        outcomes.Count(o => o.Status == OrderStatus.Confirmed).ShouldBe(1);
        outcomes.Count(o => o.Status == OrderStatus.Pending).ShouldBe(7);
    }

    [Fact]
    public async Task What_is_rejected_is_a_draft_again_and_what_is_changed_has_to_be_approved_anew()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var customer = await host.Customer();
        await host.Product("A", onHand: 10, price: 20m);
        await host.Do(Rule("Any discount", HoldKind.Discount, 0m));
        var order = await host.Do(Discounted(customer, 0.5m));

        (await host.Do(new RejectOrder { Id = order.Id, Reason = "too much" }, Boss)).Status.ShouldBe(OrderStatus.Draft);
        await host.Do(new ChangeDraft { Id = order.Id, CustomerId = customer, Currency = "EUR", Lines = [new OrderContent.Line(2, "A", DiscountRate: 0.1m)] });
        (await host.Do(new ConfirmOrder(order.Id))).Status.ShouldBe(OrderStatus.Pending);
        (await host.Do(new ApproveOrder { Id = order.Id }, Boss)).Status.ShouldBe(OrderStatus.Confirmed);
    }

    [Fact]
    public async Task Approved_without_stock_it_stays_approved_until_there_is_some()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var customer = await host.Customer();
        var product = await host.Product("A", onHand: 1, price: 20m);
        await host.Do(Rule("Any discount", HoldKind.Discount, 0m));
        var order = await host.Do(Discounted(customer, 0.1m));

        (await host.Do(new ApproveOrder { Id = order.Id }, Boss)).Status.ShouldBe(OrderStatus.Pending);
        (await Should.ThrowAsync<RuleBroken>(() => host.Do(new ConfirmOrder(order.Id)))).Rule.ShouldBe(SalesOrdersRules.StockInsufficient);
        await host.Do(new CountStock { ProductId = product, OnHand = 5 });

        (await host.Do(new ConfirmOrder(order.Id))).Status.ShouldBe(OrderStatus.Confirmed);
    }

    [Fact]
    public async Task One_person_does_not_walk_through_all_steps_but_may_think_better_of_it()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var customer = await host.Customer();
        await host.Product("A", onHand: 10, price: 20m);
        await host.Do(Rule("Two pairs of eyes", HoldKind.Discount, 0m) with { Steps = [new ApprovalStep([]), new ApprovalStep([])] });
        var (kept, withdrawn) = (await host.Do(Discounted(customer, 0.1m)), await host.Do(Discounted(customer, 0.1m)));

        foreach (var order in new[] { kept, withdrawn }) (await host.Do(new ApproveOrder { Id = order.Id }, Boss)).Status.ShouldBe(OrderStatus.Pending);
        (await Refused(host, Boss, kept.Id)).ShouldBe(SalesOrdersRules.NotYourApproval);
        (await host.Do(new RejectOrder { Id = withdrawn.Id, Reason = "on second thoughts" }, Boss)).Status.ShouldBe(OrderStatus.Draft);

        (await host.Do(new ApproveOrder { Id = kept.Id }, Finance)).Status.ShouldBe(OrderStatus.Confirmed);
        (await host.See(db => db.Holds.AsNoTracking().Where(h => h.StepsDone == 2).SingleAsync())).AgreedBy.ShouldBe([Boss.Id, Finance.Id]);
    }

    [Fact]
    public async Task A_rule_whose_steps_cannot_each_have_a_person_of_their_own_is_not_made()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var rule = Rule("Any discount", HoldKind.Discount, 0m);
        ApprovalStep both = new([Boss.Id, Deputy.Id]), boss = new([Boss.Id]);

        var refused = await Should.ThrowAsync<InvalidInput>(() => host.Do(rule with { Steps = [both, both, boss] }));

        refused.Errors.ShouldHaveSingleItem().Pointer.ShouldBe("/steps");
        await host.Do(rule with { Steps = [both, boss, new ApprovalStep([])] });
        await host.Do(rule with { Steps = [both, boss, new ApprovalStep([Boss.Id], EscalateAfterHours: 4)] });
    }

    [Fact]
    public async Task A_rule_that_is_changed_or_deleted_changes_nothing_for_those_who_wait_already()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var customer = await host.Customer();
        await host.Product("A", onHand: 10, price: 20m);
        var rule = (await host.Do(Rule("Any discount", HoldKind.Discount, 0m) with { Steps = [new ApprovalStep([Boss.Id])] })).Id;
        var underTheFirst = (await host.Do(Discounted(customer, 0.1m))).Id;

        await host.Do(new ChangeApprovalRule { Id = rule, Name = "Over 20 %", Kind = HoldKind.Discount, Threshold = 0.2m, Steps = [new ApprovalStep([Finance.Id])] });
        var underTheSecond = (await host.Do(Discounted(customer, 0.3m))).Id;
        (await host.Do(Discounted(customer, 0.1m))).Status.ShouldBe(OrderStatus.Confirmed, "it is not beyond what the rule says now");
        await host.Do(new DeleteApprovalRule(rule));
        (await host.Do(Discounted(customer, 0.3m))).Status.ShouldBe(OrderStatus.Confirmed, "there is no rule any more");

        (await Refused(host, Finance, underTheFirst)).ShouldBe(SalesOrdersRules.NotYourApproval);
        (await host.Do(new ApproveOrder { Id = underTheFirst }, Boss)).Status.ShouldBe(OrderStatus.Confirmed);
        (await Refused(host, Boss, underTheSecond)).ShouldBe(SalesOrdersRules.NotYourApproval);
        (await host.Do(new ApproveOrder { Id = underTheSecond }, Finance)).Status.ShouldBe(OrderStatus.Confirmed);
        await Should.ThrowAsync<ResourceNotFound>(() => host.Do(new DeleteApprovalRule(rule)));
    }

    [SkippableTheory, EveryProvider]
    public async Task Approved_without_stock_it_keeps_the_units_that_were_reserved_for_it(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var customer = await host.Customer();
        var product = await host.Product("A", onHand: 5, price: 20m);
        await host.Do(Rule("Any discount", HoldKind.Discount, 0m));
        var reserved = await host.Do(ReservationTests.Of(("A", 5)));
        var order = await host.Do(Discounted(customer, 0.1m) with { Lines = [new OrderContent.Line(6, "A", DiscountRate: 0.1m)], ReservationId = reserved.Id });

        (await host.Do(new ApproveOrder { Id = order.Id }, Boss)).Status.ShouldBe(OrderStatus.Pending);
        (await host.Stock("A")).Reserved.ShouldBe(5);
        await host.Do(new CountStock { ProductId = product, OnHand = 6 });

        (await host.Do(new ConfirmOrder(order.Id))).Status.ShouldBe(OrderStatus.Confirmed);
        var stock = await host.Stock("A");
        (stock.Allocated, stock.Reserved).ShouldBe((6, 0));
    }

    [Fact]
    public async Task Approved_with_all_units_reserved_for_it_it_is_confirmed()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var customer = await host.Customer();
        await host.Product("A", onHand: 2, price: 20m);
        await host.Do(Rule("Any discount", HoldKind.Discount, 0m));
        var reserved = await host.Do(ReservationTests.Of(("A", 2)));
        var order = await host.Do(Discounted(customer, 0.1m) with { ReservationId = reserved.Id });

        (await host.Do(new ApproveOrder { Id = order.Id }, Boss)).Status.ShouldBe(OrderStatus.Confirmed);
    }

    [Fact]
    public void An_escalated_step_may_be_decided_by_others_once_it_has_waited()
    {
        var step = new ApprovalStep([Boss.Id], EscalateAfterHours: 4, EscalateTo: [Finance.Id]);

        step.MayDecide(Finance.Id, TimeSpan.FromHours(3.9)).ShouldBeFalse();
        step.MayDecide(Finance.Id, TimeSpan.FromHours(4)).ShouldBeTrue();
        step.MayDecide(Deputy.Id, TimeSpan.FromHours(4)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_held_order_is_not_shipped_until_it_is_released()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var customer = await host.Customer();
        await host.Product("A", onHand: 5);
        var order = await host.Do(Orders.Of(customer, ("A", 2)) with { Confirm = true });
        var held = await host.Do(new HoldOrder { Id = order.Id, Reason = "wrong address" });

        (await Should.ThrowAsync<RuleBroken>(() => host.Do(new ShipOrder { Id = order.Id }))).Rule.ShouldBe(SalesOrdersRules.OrderOnHold);
        await host.Do(new ReleaseHold { Id = order.Id, HoldId = held.HoldId, Note = "corrected" });

        (await host.Do(new ShipOrder { Id = order.Id })).Status.ShouldBe(OrderStatus.Shipped);
        (await Should.ThrowAsync<RuleBroken>(() => host.Do(new ReleaseHold { Id = order.Id, HoldId = held.HoldId }))).Rule.ShouldBe(SalesOrdersRules.HoldUnknown);
    }

    private static PlaceOrder Discounted(Guid customer, decimal rate) =>
        Orders.Of(customer, ("A", 2)) with { Confirm = true, Lines = [new OrderContent.Line(2, "A", DiscountRate: rate)] };

    private static MakeApprovalRule Rule(string name, HoldKind kind, decimal? threshold) => new() { Name = name, Kind = kind, Threshold = threshold };

    private static Caller Approver(string name) => new(Guid.CreateVersion7(), CallerKind.Person, name) { MayAll = true };

    private static async Task<Rule> Refused(SalesOrdersHost host, Caller caller, Guid order) =>
        (await Should.ThrowAsync<RuleBroken>(() => host.Do(new ApproveOrder { Id = order }, caller))).Rule;
}
