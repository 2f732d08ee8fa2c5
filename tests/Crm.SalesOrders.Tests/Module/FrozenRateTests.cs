using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.SalesOrders.Application.Approval;
using Crm.SalesOrders.Application.Catalogue;
using Crm.SalesOrders.Application.Credit;
using Crm.SalesOrders.Application.Exchange;
using Crm.SalesOrders.Application.Invoices;
using Crm.SalesOrders.Application.Money;
using Crm.SalesOrders.Application.Orders;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Accounting;
using Crm.SalesOrders.Domain.Credit;
using Crm.SalesOrders.Domain.Exchange;
using Crm.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Crm.SalesOrders.Tests.Module;

/// <summary>By which rate an order is held that is paid before it is binding, changed after it, confirmed late, or comes from elsewhere.</summary>
public sealed class FrozenRateTests
{
    [Fact]
    public async Task Money_that_came_in_first_keeps_its_rate_whatever_becomes_of_the_draft()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var customer = await Customer(host);
        await Rate(host, "USD", 0.9m);
        var order = (await host.Do(Dollars(customer, 100m))).Id;
        await host.Do(new RecordPayment { Id = order, Amount = 100m });
        await host.Do(new WithdrawOrder(order));
        host.Harness.Time.Advance(TimeSpan.FromDays(1));
        await Rate(host, "USD", 0.93m);

        await host.Do(new ChangeDraft { Id = order, CustomerId = customer, Currency = "USD", OrderedOn = Today(host), Lines = [new OrderContent.Line(1, "A", UnitPrice: 100m), new OrderContent.Line(1, "B", UnitPrice: 0m)] });
        (await host.Order(order)).CompanyRate.ShouldBe(0.9m);
        await host.Do(new ConfirmOrder(order));
        await host.Do(new ShipOrder { Id = order });
        await host.Do(new IssueInvoice { Id = order });

        (await host.Order(order)).CompanyRate.ShouldBe(0.9m);
        (await Receivable(host, order)).ShouldBe((0m, 0m));
    }

    [Fact]
    public async Task Money_for_an_order_without_a_rate_takes_the_one_in_force_or_is_refused_and_what_a_provider_reports_is_never_refused()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var customer = await Customer(host);
        var (one, two, three) = ((await host.Do(Dollars(customer, 10m))).Id, (await host.Do(Dollars(customer, 10m))).Id, (await host.Do(Dollars(customer, 10m))).Id);

        (await Should.ThrowAsync<RuleBroken>(() => host.Do(new RecordPayment { Id = one, Amount = 10m }))).Rule.ShouldBe(ExchangeRules.RateMissing);
        (await Should.ThrowAsync<RuleBroken>(() => host.Do(new ReceivePayment { CustomerId = customer, Currency = "USD", Amount = 10m }))).Rule.ShouldBe(ExchangeRules.RateMissing);
        var reported = new TakeProviderEvent { Provider = "bank", EventId = "1", PaymentReference = "p1", Kind = PaymentEntryKind.Capture, Amount = 4m, OrderId = three };
        (await host.Do(reported)).Captured.ShouldBe(4m);
        await Rate(host, "USD", 0.9m);
        await host.Do(new RecordPayment { Id = one, Amount = 10m });
        await host.Do(new ReceivePayment { CustomerId = customer, Currency = "USD", Amount = 10m, Allocations = [new(two, 10m)] });

        foreach (var order in new[] { one, two })
        {
            (await host.Order(order)).CompanyRate.ShouldBe(0.9m);
            (await Receivable(host, order)).ShouldBe((-10m, -9m));
        }

        (await host.Order(three)).CompanyRate.ShouldBeNull();
    }

    [Fact]
    public async Task One_request_freezes_the_rate_of_the_day_of_its_confirmation_as_two_do()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var customer = await Customer(host);
        await Rate(host, "USD", 0.9m);
        var late = Dollars(customer, 10m) with { OrderedOn = Today(host).AddDays(-3) };

        var atOnce = (await host.Do(late with { Confirm = true })).Id;
        var inTwo = (await host.Do(late)).Id;
        await host.Do(new ConfirmOrder(inTwo));
        var sent = new UpsertOrder(late) { Ref = new ExternalRef("shop", "1"), Draft = true };
        await host.Do(sent);
        var changed = (await host.Do(sent with { Draft = false, Confirm = true, CustomerReference = "PO" })).Order.Id;
        var again = new UpsertOrder(late) { Ref = new ExternalRef("shop", "2") };
        await host.Do(again);
        var asItIs = (await host.Do(again with { Confirm = true })).Order.Id;
        await host.Do(new MakeApprovalRule { Name = "Over 1000", Kind = HoldKind.Value, Threshold = 1000m, Currency = "EUR" });
        var judged = (await host.Do(late with { Confirm = true })).Id;

        foreach (var order in new[] { atOnce, inTwo, changed, asItIs, judged })
            ((await host.Order(order)).State, (await host.Order(order)).CompanyRate).ShouldBe((OrderState.Confirmed, 0.9m));
    }

    [Fact]
    public async Task A_change_keeps_the_rate_of_its_order_and_is_measured_by_it()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var customer = await Customer(host);
        await Rate(host, "USD", 0.9m);
        var order = (await host.Do(Dollars(customer, 100m) with { OrderedOn = Today(host).AddDays(-3), Confirm = true })).Id;
        var line = (await host.Order(order)).Lines.Single().Id;
        await host.Do(new MakeApprovalRule { Name = "Over 100", Kind = HoldKind.Value, Threshold = 100m, Currency = "EUR" });

        // Nobody knows a rate for the day of the order itself.
        (await host.Do(new ProposeOrderChange { Id = order, Lines = [new LineWish(2, line)] })).NeedsApproval.ShouldBeTrue();
        await Rate(host, "USD", 0.1m);
        await host.Do(new SetExchangeRates { Rates = [new("USD", Today(host).AddDays(-3), 0.1m)] });
        var change = await host.Do(new ProposeOrderChange { Id = order, Lines = [new LineWish(2, line), new LineWish(1, Sku: "B", UnitPrice: 0m)] });

        change.NeedsApproval.ShouldBeTrue();
        await host.Do(new AcceptOrderChange(order, change.Id), Callers.Boss);
        var changed = await host.Order(order);
        (changed.Gross, changed.CompanyRate).ShouldBe((200m, 0.9m));
        changed.Lines.Single(l => l.Sku == "B").UnitCost.ShouldBe(Math.Round(6m / 0.9m, 8));
    }

    [Fact]
    public async Task What_waits_for_an_approval_keeps_the_rate_that_those_who_approve_have_seen()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var customer = await Customer(host);
        await Rate(host, "USD", 0.9m);
        await host.Do(new MakeApprovalRule { Name = "Over 50", Kind = HoldKind.Value, Threshold = 50m, Currency = "EUR" });
        var order = await host.Do(Dollars(customer, 100m) with { Confirm = true });
        order.Status.ShouldBe(OrderStatus.Pending);
        await Rate(host, "USD", 0.5m);

        await host.Do(new ApproveOrder { Id = order.Id }, Callers.Boss);

        ((await host.Order(order.Id)).State, (await host.Order(order.Id)).CompanyRate).ShouldBe((OrderState.Confirmed, 0.9m));
    }

    [Fact]
    public async Task An_order_of_the_past_has_the_rate_of_its_day_or_none_and_without_one_neither_amounts_in_the_books_nor_weight_in_the_limit()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var customer = await Customer(host);
        await host.Do(new SetExchangeRates { Rates = [new("USD", new DateOnly(2026, 2, 1), 0.8m)] });
        await host.Do(new SetCreditTerms { CustomerId = customer, Limit = 100m, Currency = "EUR" });

        var known = (await host.Do(Past("1", new DateOnly(2026, 2, 2)))).Order.Id;
        var unknown = (await host.Do(Past("2", new DateOnly(2026, 1, 2)))).Order.Id;

        (await host.Order(known)).CompanyRate.ShouldBe(0.8m);
        ((await host.Order(unknown)).CompanyRate, (await host.Order(unknown)).Gross).ShouldBe((null, 50m));
        await host.Do(new RecordPayment { Id = unknown, Amount = 1m });
        (await host.See(db => db.JournalEntries.AsNoTracking().SingleAsync(e => e.OrderId == new OrderId(unknown)))).Lines.ShouldAllBe(l => l.CompanyDebit == null && l.CompanyCredit == null);
        // 40 EUR are owed and 60 are left.
        await host.Do(Orders.Of(customer, ("A", 6)) with { Confirm = true });
        (await Should.ThrowAsync<RuleBroken>(() => host.Do(Orders.Of(customer, ("A", 1)) with { Confirm = true }))).Rule.ShouldBe(CreditRules.LimitExceeded);
    }

    [Fact]
    public async Task The_cost_of_a_product_in_a_third_currency_goes_through_the_companys_and_is_unknown_without_a_rate()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var customer = await Customer(host);
        await host.Do(new AddProduct { Sku = "SILK", Name = "Silk", ListPrice = 90m, Currency = "CNY", Cost = 45m });
        await Rate(host, "USD", 0.9m);
        await host.Do(new MakeApprovalRule { Name = "Thin", Kind = HoldKind.Margin, Threshold = 0.5m });
        var silk = Dollars(customer, 10m) with { Lines = [new OrderContent.Line(1, "SILK", UnitPrice: 10m)], AllowBackOrder = true, Confirm = true };

        var silent = await host.Do(silk);
        await Rate(host, "CNY", 0.12m);
        var held = await host.Do(silk);

        (silent.Status, (await host.Order(silent.Id)).Lines.Single().UnitCost).ShouldBe((OrderStatus.Confirmed, null));
        // 45 CNY are 5.40 EUR, and those 6 USD: a margin of 40 %.
        (held.Status, (await host.Order(held.Id)).Lines.Single().UnitCost).ShouldBe((OrderStatus.Pending, 6m));
    }

    [Fact]
    public async Task Orders_from_before_the_company_changed_its_currency_count_towards_the_limit_by_the_rate_of_today()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var customer = await Customer(host);
        await Rate(host, "USD", 0.9m);
        await host.Do(Dollars(customer, 100m) with { Confirm = true });
        await host.Do(Orders.Of(customer, ("A", 1)) with { Confirm = true });
        host.Harness.Services.GetRequiredService<TestSettings>().Choose(Crm.BuildingBlocks.Hosting.Settings.CompanySettings.Currency, "CNY");
        await host.Do(new SetExchangeRates { Rates = [new("USD", Today(host), 7m), new("EUR", Today(host), 8m)] });
        await host.Do(new SetCreditTerms { CustomerId = customer, Limit = 800m, Currency = "CNY" });

        // 100 USD are 700 CNY, 10 EUR are 80: 20 are left.
        var beyond = await Should.ThrowAsync<RuleBroken>(() => host.Do(Dollars(customer, 3m) with { Confirm = true }));
        ((decimal)beyond.Values[0]!, (string)beyond.Values[3]!).ShouldBe((801m, "CNY"));
        (await host.Do(Dollars(customer, 2.85m) with { Confirm = true })).Status.ShouldBe(OrderStatus.Confirmed);
    }

    private static ImportOrder Past(string id, DateOnly on) => new()
    {
        Ref = new ExternalRef("northwind", id),
        Customer = "NW-ALFKI",
        Currency = "USD",
        OrderedOn = on,
        Lines = [new ImportOrder.Line("A", 1, 50m)],
    };

    private static async Task<Guid> Customer(SalesOrdersHost host)
    {
        await host.Product("A", onHand: 100);
        await host.Product("B", onHand: 100);
        return await host.Customer();
    }

    private static DateOnly Today(SalesOrdersHost host) => DateOnly.FromDateTime(host.Harness.Time.GetUtcNow().UtcDateTime);

    private static Task Rate(SalesOrdersHost host, string currency, decimal rate) => host.Do(new SetExchangeRates { Rates = [new(currency, Today(host), rate)] });

    private static PlaceOrder Dollars(Guid customer, decimal price) => Orders.Of(customer) with { Currency = "USD", Lines = [new OrderContent.Line(1, "A", UnitPrice: price)] };

    private static async Task<(decimal Own, decimal? Company)> Receivable(SalesOrdersHost host, Guid order)
    {
        var lines = (await host.See(db => db.JournalEntries.AsNoTracking().Where(e => e.OrderId == new OrderId(order)).ToListAsync())).SelectMany(e => e.Lines).Where(l => l.Role == AccountRole.Receivables).ToList();
        return (lines.Sum(l => l.Debit - l.Credit), lines.Sum(l => l.CompanyDebit - l.CompanyCredit));
    }
}
