using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.SalesOrders.Application.Approval;
using Crm.SalesOrders.Application.Credit;
using Crm.SalesOrders.Application.Exchange;
using Crm.SalesOrders.Application.Invoices;
using Crm.SalesOrders.Application.Money;
using Crm.SalesOrders.Application.Orders;
using Crm.SalesOrders.Contracts;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Accounting;
using Crm.SalesOrders.Domain.Credit;
using Crm.SalesOrders.Domain.Exchange;
using Crm.SalesOrders.Persistence;
using Crm.Testing;
using Crm.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Crm.SalesOrders.Tests.Module;

/// <summary>Orders in other currencies than the company's, which keeps its books in EUR.</summary>
public sealed class ExchangeTests
{
    [SkippableTheory, EveryProvider]
    public async Task The_rate_of_the_day_is_frozen_with_the_confirmation_told_and_booked_to_the_cent(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var (customer, today) = (await host.Customer(), Today(host));
        await host.Product("A", onHand: 10);
        await Rates(host, ("USD", today.AddDays(-9), 0.5m), ("USD", today.AddDays(-1), 0.91237m), ("USD", today.AddDays(2), 0.7m));
        await host.Do(Offers.Taxes);
        var dollars = Dollars(customer, quantity: 3, price: 3.33m) with { Freight = 1.01m };

        var submitted = await host.Do(dollars);
        host.Harness.Time.Advance(TimeSpan.FromDays(3));
        await host.Do(new ConfirmOrder(submitted.Id));
        await Rates(host, ("USD", today.AddDays(3), 0.1m));
        await host.Do(new ShipOrder { Id = submitted.Id });
        await host.Do(new IssueInvoice { Id = submitted.Id });
        await host.Do(new RecordPayment { Id = submitted.Id, Amount = 1m });

        var order = await host.Order(submitted.Id);
        (order.CompanyCurrency, order.CompanyRate, order.Lines.Single().UnitCost).ShouldBe(("EUR", 0.7m, Math.Round(6m / 0.91237m, 8)));
        var told = (await host.Harness.Published<SalesOrdersDbContext>(typeof(OrderConfirmedV1))).Cast<OrderConfirmedV1>().Single().Order;
        (told.CompanyCurrency, told.CompanyRate).ShouldBe(("EUR", 0.7m));
        var invoice = await host.See(db => db.Invoices.AsNoTracking().SingleAsync());
        (invoice.CompanyCurrency, invoice.CompanyRate).ShouldBe(("EUR", 0.7m));
        var entries = await host.See(db => db.JournalEntries.AsNoTracking().ToListAsync());
        entries.Count.ShouldBe(2);
        foreach (var entry in entries)
        {
            entry.Lines.Sum(l => l.Debit - l.Credit).ShouldBe(0m);
            entry.Lines.Sum(l => l.CompanyDebit - l.CompanyCredit).ShouldBe(0m);
            entry.Lines.ShouldAllBe(l => l.CompanyDebit == Currencies.Round(l.CompanyDebit!.Value, "EUR"));
        }

        entries.Single(e => e.Kind == DocumentKind.Payment).Lines.Sum(l => l.CompanyDebit).ShouldBe(0.7m);
    }

    [Fact]
    public async Task What_single_roundings_miss_goes_to_an_account_of_its_own()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var customer = await host.Customer();
        await host.Product("A", onHand: 10);
        await Rates(host, ("USD", Today(host), 0.5m));
        var placed = await host.Do(Dollars(customer, quantity: 1, price: 0.01m) with { Freight = 0.01m, Confirm = true });
        await host.Do(new ShipOrder { Id = placed.Id });
        await host.Do(new IssueInvoice { Id = placed.Id });

        var lines = (await host.See(db => db.JournalEntries.AsNoTracking().SingleAsync())).Lines;

        // 0.02 at 0.5 is 0.01; its two halves are 0.005 each, and so 0.01.
        lines.Select(l => (l.Role, l.Debit - l.Credit, l.CompanyDebit - l.CompanyCredit)).ShouldBe(
            [(AccountRole.Receivables, 0.02m, 0.01m), (AccountRole.Sales, -0.01m, -0.01m), (AccountRole.Shipping, -0.01m, -0.01m), (AccountRole.Rounding, 0m, 0.01m)], ignoreOrder: true);
    }

    [SkippableTheory, EveryProvider]
    public async Task Without_a_rate_nothing_is_confirmed_and_a_draft_waits_for_one(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var customer = await host.Customer();
        await host.Product("A", onHand: 10);

        (await Should.ThrowAsync<RuleBroken>(() => host.Do(Dollars(customer) with { Confirm = true }))).Rule.ShouldBe(ExchangeRules.RateMissing);
        var submitted = await host.Do(Dollars(customer));
        (await Should.ThrowAsync<RuleBroken>(() => host.Do(new ConfirmOrder(submitted.Id)))).Rule.ShouldBe(ExchangeRules.RateMissing);
        await Rates(host, ("USD", Today(host), 0.9m));
        var reads = (await CommandLog.Of(() => host.Do(new ConfirmOrder(submitted.Id)))).Count(c => c.StartsWith("SELECT", StringComparison.Ordinal));

        reads.ShouldBe(4);
        (await host.Order(submitted.Id)).CompanyRate.ShouldBe(0.9m);
    }

    [SkippableTheory, EveryProvider]
    public async Task Rules_and_limits_in_the_companys_currency_see_orders_of_every_currency(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var customer = await host.Customer();
        await host.Product("A", onHand: 100);
        await Rates(host, ("USD", Today(host), 0.5m));
        await host.Terms(customer, limit: 30m, currency: "EUR");

        await host.Do(Orders.Of(customer, ("A", 1)) with { Confirm = true });
        await host.Do(Dollars(customer, price: 40m) with { Confirm = true });
        var beyond = await Should.ThrowAsync<RuleBroken>(() => host.Do(Dollars(customer, price: 1m) with { Confirm = true }));
        beyond.Rule.ShouldBe(CreditRules.LimitExceeded);
        ((decimal)beyond.Values[0]!, (string)beyond.Values[3]!).ShouldBe((30.5m, "EUR"));
        await host.Terms(customer, limit: null, currency: "EUR");
        await host.Do(new MakeApprovalRule { Name = "Over 100", Kind = HoldKind.Value, Threshold = 100m, Currency = "EUR" });

        (await host.Do(Dollars(customer, price: 200m) with { Confirm = true })).Status.ShouldBe(OrderStatus.Confirmed);
        (await host.Do(Dollars(customer, price: 200.02m) with { Confirm = true })).Status.ShouldBe(OrderStatus.Pending);
    }

    [SkippableTheory, EveryProvider]
    public async Task Rates_come_in_by_file_and_a_correction_replaces_what_was_said_of_the_day(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        const string Profile = """
            { "target": "sales-orders.exchange-rates", "key": { "system": "bank", "columns": ["Currency", "Day"] },
              "fields": { "currency": { "column": "Currency" }, "on": { "column": "Day" }, "rate": { "column": "Rate" }, "source": { "constant": "ECB" } } }
            """;

        var first = await host.Harness.Import("sales-orders", Profile, "Currency,Day,Rate\nUSD,2026-03-02,0.91\nCNY,2026-03-02,0.128\nEUR,2026-03-02,1\nJPY,2026-03-02,0\n");
        var second = await host.Harness.Import("sales-orders", Profile, "Currency,Day,Rate\nUSD,2026-03-02,0.92\nCNY,2026-03-02,0.128\n");

        first.Counts.ShouldBe((2, 0, 0, 2), string.Join("\n", first.Problems));
        second.Counts.ShouldBe((0, 1, 1, 0), string.Join("\n", second.Problems));
        (await host.See(db => db.ExchangeRates.Select(r => new { r.Currency, r.To, r.Rate }).ToListAsync())).Select(r => (r.Currency, r.To, r.Rate))
            .ShouldBe([("USD", "EUR", 0.92m), ("CNY", "EUR", 0.128m)], ignoreOrder: true);
        (await Should.ThrowAsync<RuleBroken>(() => Rates(host, ("EUR", new DateOnly(2026, 3, 2), 1m)))).Rule.ShouldBe(ExchangeRules.SameCurrency);
    }

    private static DateOnly Today(SalesOrdersHost host) => DateOnly.FromDateTime(host.Harness.Time.GetUtcNow().UtcDateTime);

    private static Task Rates(SalesOrdersHost host, params (string Currency, DateOnly On, decimal Rate)[] rates) =>
        host.Do(new SetExchangeRates { Rates = [.. rates.Select(r => new SetExchangeRates.Entry(r.Currency, r.On, r.Rate))] });

    private static PlaceOrder Dollars(Guid customer, int quantity = 1, decimal price = 5m) =>
        Orders.Of(customer) with { Currency = "USD", Lines = [new OrderContent.Line(quantity, "A", UnitPrice: price)] };
}
