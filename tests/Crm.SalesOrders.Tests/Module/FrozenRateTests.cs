using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.SalesOrders.Application.Approval;
using Crm.SalesOrders.Application.Catalogue;
using Crm.SalesOrders.Application.Exchange;
using Crm.SalesOrders.Application.Invoices;
using Crm.SalesOrders.Application.Money;
using Crm.SalesOrders.Application.Orders;
using Crm.SalesOrders.Application.Warehousing;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Accounting;
using Crm.SalesOrders.Domain.Exchange;
using Crm.Testing;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Crm.SalesOrders.Tests.Module;

/// <summary>Which rate an order keeps. The company keeps its books in EUR.</summary>
public sealed class FrozenRateTests
{
    [Fact]
    public async Task A_draft_that_was_paid_for_keeps_the_rate_by_which_the_money_was_booked()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var (customer, today) = (await host.Customer(), Today(host));
        await host.Product("A", onHand: 9);
        await Rates(host, ("USD", today, 0.90m), ("USD", today.AddDays(1), 0.93m));
        var order = (await host.Do(Dollars(customer, quantity: 1, price: 1000m))).Id;
        await host.Do(new RecordPayment { Id = order, Amount = 1000m });
        await host.Do(new WithdrawOrder(order));
        host.Harness.Time.Advance(TimeSpan.FromDays(1));

        await host.Do(new ChangeDraft { Id = order, CustomerId = customer, Currency = "USD", Lines = [new OrderContent.Line(1, "A", UnitPrice: 1100m)] });
        (await host.Order(order)).CompanyRate.ShouldBe(0.90m);
        await host.Do(new SubmitOrder(order));
        await host.Do(new ConfirmOrder(order));
        await host.Do(new ShipOrder { Id = order });
        await host.Do(new IssueInvoice { Id = order });
        await host.Do(new RecordPayment { Id = order, Amount = 100m });

        (await host.Order(order)).CompanyRate.ShouldBe(0.90m);
        (await Receivables(host)).ShouldBe((0m, 0m));
    }

    [Fact]
    public async Task A_draft_without_money_takes_the_rate_of_the_day_on_which_it_is_changed()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var (customer, today) = (await host.Customer(), Today(host));
        await host.Product("A", onHand: 9);
        await Rates(host, ("USD", today, 0.90m), ("USD", today.AddDays(1), 0.93m));
        var order = (await host.Do(Dollars(customer) with { Draft = true })).Id;
        host.Harness.Time.Advance(TimeSpan.FromDays(1));

        await host.Do(new ChangeDraft { Id = order, CustomerId = customer, Currency = "USD", Lines = [new OrderContent.Line(2, "A", UnitPrice: 5m)] });

        (await host.Order(order)).CompanyRate.ShouldBe(0.93m);
    }

    [Fact]
    public async Task Money_is_not_booked_for_an_order_of_which_nobody_knows_what_it_is_worth_until_there_is_a_rate()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var (customer, today) = (await host.Customer(), Today(host));
        await host.Product("A", onHand: 9);
        var order = (await host.Do(Dollars(customer, quantity: 1, price: 10m))).Id;

        (await Should.ThrowAsync<RuleBroken>(() => host.Do(new RecordPayment { Id = order, Amount = 10m }))).Rule.ShouldBe(ExchangeRules.RateMissing);
        (await Should.ThrowAsync<RuleBroken>(() => host.Do(new AuthorisePayment { Id = order, Amount = 10m }))).Rule.ShouldBe(ExchangeRules.RateMissing);
        await Rates(host, ("USD", today, 0.9m));
        await host.Do(new RecordPayment { Id = order, Amount = 10m });
        await Rates(host, ("USD", today, 0.5m));
        await host.Do(new ConfirmOrder(order));
        await host.Do(new ShipOrder { Id = order });
        await host.Do(new IssueInvoice { Id = order });

        (await host.Order(order)).CompanyRate.ShouldBe(0.9m);
        (await Receivables(host)).ShouldBe((0m, 0m));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Every_way_to_confirm_freezes_the_rate_of_the_day_of_the_confirmation(bool hasRules)
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var (customer, today) = (await host.Customer(), Today(host));
        await host.Product("A", onHand: 99);
        await Rates(host, ("USD", today.AddDays(-3), 0.8m), ("USD", today, 0.9m));
        if (hasRules) await host.Do(new MakeApprovalRule { Name = "Large", Kind = HoldKind.Value, Threshold = 9999m, Currency = "EUR" });
        var late = Dollars(customer) with { OrderedOn = today.AddDays(-3) };

        var atOnce = (await host.Do(late with { Confirm = true })).Id;
        var later = (await host.Do(late)).Id;
        await host.Do(new ConfirmOrder(later));
        var sent = await Sent(host, late, "1", confirm: true);
        var asItIs = await Sent(host, late, "2", confirm: false);
        await Sent(host, late, "2", confirm: true);
        var changed = await Sent(host, late with { Draft = true }, "3", confirm: false);
        await Sent(host, late with { CustomerReference = "PO 7" }, "3", confirm: true);
        // Nobody had entered a rate for its day.
        var old = (await host.Do(late with { OrderedOn = today.AddDays(-30), Confirm = true })).Id;

        foreach (var id in new[] { atOnce, later, sent, asItIs, changed, old })
        {
            var order = await host.Order(id);
            (order.State, order.CompanyRate).ShouldBe((OrderState.Confirmed, 0.9m), order.Number);
        }

        (await host.Order((await host.Do(late)).Id)).CompanyRate.ShouldBe(0.8m);
    }

    [Fact]
    public async Task A_change_of_a_confirmed_order_keeps_its_rate_is_measured_by_it_and_costs_what_is_added_by_it()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var (customer, today) = (await host.Customer(), Today(host));
        await host.Product("A", onHand: 99);
        await host.Product("B", onHand: 99);
        await Rates(host, ("USD", today, 0.5m));
        // On the day on which it was ordered there was no rate.
        var order = (await host.Do(Dollars(customer) with { OrderedOn = today.AddDays(-9), Confirm = true })).Id;
        var line = (await host.Order(order)).Lines.Single().Id;

        await Change(host, order, new LineWish(1, Sku: "B", UnitPrice: 40m));
        (await host.Order(order)).Lines.Single(l => l.Sku == "B").UnitCost.ShouldBe(12m);
        await Rates(host, ("USD", today.AddDays(-9), 0.001m));
        await host.Do(new MakeApprovalRule { Name = "Large", Kind = HoldKind.Value, Threshold = 100m, Currency = "EUR" });
        (await host.Do(new ProposeOrderChange { Id = order, Lines = [new LineWish(32, line)] })).NeedsApproval.ShouldBeFalse();
        (await host.Do(new ProposeOrderChange { Id = order, Lines = [new LineWish(33, line)] })).NeedsApproval.ShouldBeTrue();

        (await host.Order(order)).CompanyRate.ShouldBe(0.5m);
    }

    [Fact]
    public async Task What_waits_for_an_approval_keeps_the_rate_that_those_who_approve_have_seen()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var (customer, today) = (await host.Customer(), Today(host));
        await host.Product("A", onHand: 99);
        await Rates(host, ("USD", today, 0.5m));
        await host.Do(new MakeApprovalRule { Name = "Large", Kind = HoldKind.Value, Threshold = 100m, Currency = "EUR" });
        var held = await host.Do(Dollars(customer, price: 300m) with { Confirm = true });
        held.Status.ShouldBe(OrderStatus.Pending);

        await Rates(host, ("USD", today, 0.7m));
        (await host.Do(new ApproveOrder { Id = held.Id }, Callers.Boss)).Status.ShouldBe(OrderStatus.Confirmed);

        (await host.Order(held.Id)).CompanyRate.ShouldBe(0.5m);
    }

    [Fact]
    public async Task A_cost_in_a_third_currency_is_converted_by_both_rates_and_one_without_a_rate_is_not_known()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var (customer, today) = (await host.Customer(), Today(host));
        var product = await host.Do(new AddProduct { Sku = "A", Name = "Tea", ListPrice = 100m, Currency = "CNY", Cost = 70m });
        await host.Do(new CountStock { ProductId = product.Id, OnHand = 9 });
        await Rates(host, ("USD", today, 0.5m));
        await host.Do(new MakeApprovalRule { Name = "Margin", Kind = HoldKind.Margin, Threshold = 0.5m });

        var unknown = await host.Do(Dollars(customer, price: 20m) with { Confirm = true });
        await Rates(host, ("CNY", today, 0.1m));
        var known = await host.Do(Dollars(customer, price: 20m) with { Confirm = true });

        (unknown.Status, (await host.Order(unknown.Id)).Lines.Single().UnitCost).ShouldBe((OrderStatus.Confirmed, null));
        // 70 CNY are 7 EUR are 14 USD: of 20 USD 0.3 are left.
        (known.Status, (await host.Order(known.Id)).Lines.Single().UnitCost).ShouldBe((OrderStatus.Pending, 14m));
        (await host.See(db => db.Holds.AsNoTracking().SingleAsync())).Measured.ShouldBe(0.3m);
    }

    [Fact]
    public async Task An_order_of_the_past_has_the_rate_of_its_day_or_none_and_then_its_entries_have_no_amounts_in_the_companys_currency()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        await host.Customer();
        await host.Product("A", onHand: 9);
        await Rates(host, ("USD", new DateOnly(2026, 2, 1), 0.9m));

        var with = await Past(host, "1", new DateOnly(2026, 2, 1));
        var without = await Past(host, "2", new DateOnly(2026, 1, 31));
        foreach (var id in new[] { with, without }) await host.Do(new RecordPayment { Id = id, Amount = 3m });

        ((await host.Order(with)).CompanyRate, (await host.Order(without)).CompanyRate).ShouldBe((0.9m, null));
        var entries = await host.See(db => db.JournalEntries.AsNoTracking().ToListAsync());
        entries.Single(e => e.OrderId == new OrderId(with)).Lines.Sum(l => l.CompanyDebit).ShouldBe(2.7m);
        entries.Single(e => e.OrderId == new OrderId(without)).Lines.ShouldAllBe(l => l.CompanyDebit == null && l.CompanyCredit == null);
    }

    [Fact]
    public async Task What_a_rate_was_before_it_was_corrected_and_who_said_so_stands_in_the_audit_trail()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var day = Today(host);
        await Rates(host, ("USD", day, 0.90m));
        await host.Do(new SetExchangeRates { Rates = [new("USD", day, 0.93m, Source: "ECB")] }, Callers.Boss);
        await host.Do(new SetExchangeRates { Rates = [new("USD", day, 0.93m, Source: "ECB")] });
        await host.Harness.Import("sales-orders", """
            { "target": "sales-orders.exchange-rates", "key": { "system": "bank", "columns": ["Currency"] },
              "fields": { "currency": { "column": "Currency" }, "on": { "column": "Day" }, "rate": { "column": "Rate" }, "source": { "constant": "ECB" } } }
            """, FormattableString.Invariant($"Currency,Day,Rate\nUSD,{day:yyyy-MM-dd},0.95\n"));

        var trail = await host.See(db => db.Audit.AsNoTracking().Where(a => a.RecordType == "exchange-rate").OrderBy(a => a.Version).ToListAsync());

        trail.Count.ShouldBe(3);
        trail[0].Changes!.ShouldContain("\"rate\":[null,0.9");
        trail[1].Changes!.ShouldContain("\"rate\":[0.9");
        trail[1].Changes!.ShouldContain(",0.93");
        trail[1].Changes!.ShouldContain("\"source\":[null,\"ECB\"]");
        trail[1].CallerId.ShouldBe(Callers.Boss.Id);
        trail[2].Changes!.ShouldContain(",0.95");
    }

    private static async Task<(decimal Own, decimal? Company)> Receivables(SalesOrdersHost host)
    {
        var lines = (await host.See(db => db.JournalEntries.AsNoTracking().ToListAsync())).SelectMany(e => e.Lines).Where(l => l.Role == AccountRole.Receivables).ToList();
        lines.ShouldNotBeEmpty();
        lines.ShouldAllBe(l => l.CompanyDebit != null && l.CompanyCredit != null);
        return (lines.Sum(l => l.Debit - l.Credit), lines.Sum(l => l.CompanyDebit - l.CompanyCredit));
    }

    private static async Task<Guid> Sent(SalesOrdersHost host, PlaceOrder said, string key, bool confirm) =>
        (await host.Do(new UpsertOrder(said) { Ref = new ExternalRef("shop", key), Confirm = confirm, Draft = said.Draft })).Order.Id;

    private static async Task<Guid> Past(SalesOrdersHost host, string key, DateOnly day) => (await host.Do(new ImportOrder
    {
        Ref = new ExternalRef("northwind", key),
        Customer = "NW-ALFKI",
        Currency = "USD",
        OrderedOn = day,
        Lines = [new ImportOrder.Line("A", 1, 3m)],
    })).Order.Id;

    private static async Task Change(SalesOrdersHost host, Guid order, LineWish wish)
    {
        var change = await host.Do(new ProposeOrderChange { Id = order, Lines = [wish] });
        await host.Do(new AcceptOrderChange(order, change.Id));
    }

    private static DateOnly Today(SalesOrdersHost host) => DateOnly.FromDateTime(host.Harness.Time.GetUtcNow().UtcDateTime);

    private static Task Rates(SalesOrdersHost host, params (string Currency, DateOnly On, decimal Rate)[] rates) =>
        host.Do(new SetExchangeRates { Rates = [.. rates.Select(r => new SetExchangeRates.Entry(r.Currency, r.On, r.Rate))] });

    private static PlaceOrder Dollars(Guid customer, int quantity = 1, decimal price = 5m) =>
        Orders.Of(customer) with { Currency = "USD", Lines = [new OrderContent.Line(quantity, "A", UnitPrice: price)] };
}
