using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Hosting.Settings;
using Crm.SalesOrders.Application.Credit;
using Crm.SalesOrders.Application.Exchange;
using Crm.SalesOrders.Application.Invoices;
using Crm.SalesOrders.Application.Orders;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Credit;
using Crm.Testing;
using Crm.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Crm.SalesOrders.Tests.Module;

/// <summary>What customers may owe in all currencies together, and what people are told of it. The company keeps its books in EUR.</summary>
public sealed class CreditInManyCurrenciesTests
{
    [SkippableTheory, EveryProvider]
    public async Task A_limit_counts_what_was_sold_while_the_company_had_another_currency_by_the_rate_of_today(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var customer = await host.Customer();
        await host.Product("A", onHand: 99);
        await Rates(host, ("USD", "EUR", 0.9m), ("EUR", "CNY", 8m));
        await host.Do(In("USD", customer, 100m) with { Confirm = true });
        await host.Do(In("EUR", customer, 10m) with { Confirm = true });
        host.Harness.Services.GetRequiredService<TestSettings>().Choose(CompanySettings.Currency, "CNY");
        await host.Terms(customer, limit: 790m, currency: "CNY");

        // Nobody has said yet what a dollar is worth: only the 80 CNY of the EUR are known.
        await host.Do(In("CNY", customer, 10m) with { Confirm = true });
        await Rates(host, ("USD", "CNY", 7m));
        var beyond = await Should.ThrowAsync<RuleBroken>(() => host.Do(In("CNY", customer, 0.01m) with { Confirm = true }));

        beyond.Rule.ShouldBe(CreditRules.LimitExceeded);
        ((decimal)beyond.Values[0]!, (string)beyond.Values[3]!).ShouldBe((790.01m, "CNY"));
    }

    [Fact]
    public async Task An_order_of_the_past_without_a_rate_counts_by_that_of_today_and_without_any_not_at_all()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var customer = await host.Customer();
        await host.Product("A", onHand: 99);
        await host.Terms(customer, limit: 30m, currency: "EUR");
        await host.Do(new ImportOrder
        {
            Ref = new ExternalRef("northwind", "1"),
            Customer = "NW-ALFKI",
            Currency = "USD",
            OrderedOn = new DateOnly(2020, 1, 1),
            Lines = [new ImportOrder.Line("A", 1, 40m)],
        });

        await host.Do(In("EUR", customer, 10m) with { Confirm = true });
        await Rates(host, ("USD", "EUR", 0.5m));
        (await Should.ThrowAsync<RuleBroken>(() => host.Do(In("EUR", customer, 0.01m) with { Confirm = true }))).Rule.ShouldBe(CreditRules.LimitExceeded);
    }

    [SkippableTheory, EveryProvider]
    public async Task A_limit_for_all_currencies_is_explained_as_it_is_checked(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var customer = await host.Customer();
        await host.Product("A", onHand: 99);
        await Rates(host, ("USD", "EUR", 0.9m));
        await host.Terms(customer, limit: 100m, currency: "EUR", paymentDays: 5);
        var invoiced = (await host.Do(In("USD", customer, 60m) with { Confirm = true })).Id;
        await host.Do(new ShipOrder { Id = invoiced });
        await host.Do(new IssueInvoice { Id = invoiced });
        await host.Do(In("USD", customer, 40m) with { Confirm = true });
        host.Harness.Time.Advance(TimeSpan.FromDays(9));

        var told = await Exposures(host, customer);

        told.Select(e => (e.Currency, e.IsOfAllCurrencies, e.Orders, e.Exposure, e.Limit, e.Available)).ShouldBe([("EUR", true, 2, 90m, 100m, 10m), ("USD", false, 2, 100m, null, null)]);
        told.Select(e => (e.Receivable, e.NotInvoiced, e.Overdue)).ShouldBe([(54m, 36m, 54m), (60m, 40m, 60m)]);
        (await Should.ThrowAsync<RuleBroken>(() => host.Do(In("EUR", customer, 10.01m) with { Confirm = true }))).Rule.ShouldBe(CreditRules.LimitExceeded);
        await host.Do(In("EUR", customer, 10m) with { Confirm = true });
    }

    [Fact]
    public async Task A_limit_in_another_currency_than_the_companys_is_told_for_that_one_and_nothing_may_be_owed_in_any_other()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var customer = await host.Customer();
        await host.Product("A", onHand: 99);
        await Rates(host, ("USD", "EUR", 0.9m));
        await host.Do(In("EUR", customer, 15m) with { Confirm = true });
        await host.Terms(customer, limit: 100m, currency: "USD");
        await host.Do(In("USD", customer, 40m) with { Confirm = true });

        var told = await Exposures(host, customer);

        told.Select(e => (e.Currency, e.IsOfAllCurrencies, e.Exposure, e.Limit, e.Available)).ShouldBe([("EUR", false, 15m, 0m, -15m), ("USD", false, 40m, 100m, 60m)]);
        (await Should.ThrowAsync<RuleBroken>(() => host.Do(In("EUR", customer, 1m) with { Confirm = true }))).Rule.ShouldBe(CreditRules.LimitExceeded);
        (await Should.ThrowAsync<RuleBroken>(() => host.Do(In("USD", customer, 60.01m) with { Confirm = true }))).Rule.ShouldBe(CreditRules.LimitExceeded);
        await host.Do(In("USD", customer, 60m) with { Confirm = true });
    }

    [Fact]
    public async Task What_is_overdue_is_told_over_all_orders_as_everything_beside_it()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var customer = await host.Customer();
        await host.Product("A", onHand: 99);
        await host.Terms(customer, currency: "EUR", paymentDays: 5);
        var andrew = await host.Salesperson("andrew");
        var order = (await host.Do(In("EUR", customer, 10m) with { Confirm = true, SalespersonId = andrew })).Id;
        await host.Do(new ShipOrder { Id = order });
        await host.Do(new IssueInvoice { Id = order });
        host.Harness.Time.Advance(TimeSpan.FromDays(9));
        var nancy = new Caller(await host.Salesperson("nancy"), CallerKind.Person, "Nancy") { Permissions = new Dictionary<string, RowScope> { ["anything"] = RowScope.Own } };

        var told = (await Exposures(host, customer, nancy)).Single();

        (await host.See(db => db.Invoices.CountAsync(), nancy)).ShouldBe(0);
        (told.Receivable, told.Overdue, told.Limit).ShouldBe((10m, 10m, null));
    }

    private static Task<IReadOnlyList<ExposureView>> Exposures(SalesOrdersHost host, Guid customer, Caller? caller = null) => host.Ask<CustomerExposures, IReadOnlyList<ExposureView>>(
        async exposures => await exposures.Of([customer], await host.See(db => db.CreditTerms.AsNoTracking().SingleAsync()), fromShipping: false, CancellationToken.None), caller);

    private static Task Rates(SalesOrdersHost host, params (string Currency, string To, decimal Rate)[] rates) =>
        host.Do(new SetExchangeRates { Rates = [.. rates.Select(r => new SetExchangeRates.Entry(r.Currency, new DateOnly(2025, 1, 1), r.Rate, r.To))] });

    private static PlaceOrder In(string currency, Guid customer, decimal price) =>
        Orders.Of(customer) with { Currency = currency, Lines = [new OrderContent.Line(1, "A", UnitPrice: price)] };
}
