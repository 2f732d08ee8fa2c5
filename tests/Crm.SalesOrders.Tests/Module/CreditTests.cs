using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.SalesOrders.Application;
using Crm.SalesOrders.Application.Approval;
using Crm.SalesOrders.Application.Credit;
using Crm.SalesOrders.Application.Exchange;
using Crm.SalesOrders.Application.Invoices;
using Crm.SalesOrders.Application.Money;
using Crm.SalesOrders.Application.Orders;
using Crm.SalesOrders.Contracts;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Credit;
using Crm.SalesOrders.Persistence;
using Crm.Testing;
using Crm.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Crm.SalesOrders.Tests.Module;

/// <summary>What a customer may owe.</summary>
public sealed class CreditTests
{
    private static readonly Caller Boss = new(Guid.CreateVersion7(), CallerKind.Person, "boss") { MayAll = true };

    [SkippableTheory, EveryProvider]
    public async Task Many_confirmations_at_once_never_take_a_customer_beyond_the_limit(DatabaseProvider provider)
    {
        const int buyers = 64;
        await using var host = await SalesOrdersHost.On(provider);
        var customer = await WithLimit(host, 175m);
        await host.Product("A", onHand: 1000);
        await host.Product("B", onHand: 1000);

        var outcomes = await Racing.AtOnce(buyers, i => host.Do((i % 2 == 0
            ? Orders.Of(customer, ("A", 1), ("B", 1))
            : Orders.Of(customer, ("B", 1), ("A", 1))) with
        { Confirm = true }));

        outcomes.Count(o => o is null).ShouldBe(8);
        outcomes.OfType<RuleBroken>().Select(r => r.Rule).Distinct().ShouldBe([CreditRules.LimitExceeded]);
        (await Exposure(host, customer)).ShouldBe(160m);
        (await host.Stock("A")).Allocated.ShouldBe(8);
    }

    [SkippableTheory, EveryProvider]
    public async Task What_customers_with_terms_owe_is_told_when_it_is_another_amount(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var customer = await WithLimit(host, 500m);
        var other = await host.Customer("OTHER");
        await host.Product("A", onHand: 100);
        await TellExposures(host);
        var order = await host.Do(Orders.Of(customer, ("A", 8)) with { Confirm = true });
        await host.Do(Orders.Of(other, ("A", 8)) with { Confirm = true });

        await TellExposures(host);
        await TellExposures(host);
        await host.Do(new RecordPayment { Id = order.Id, Amount = 30m });
        await TellExposures(host);
        await host.Do(new RecordPayment { Id = order.Id, Amount = 50m });
        await TellExposures(host);

        var told = (await host.Harness.Published<SalesOrdersDbContext>(typeof(CreditExposureChangedV1))).Cast<CreditExposureChangedV1>().ToList();
        told.ShouldAllBe(t => t.CustomerId == customer);
        told.Select(t => t.Exposures.SingleOrDefault()).ShouldBe([new ExposureV1("EUR", 80m), new ExposureV1("EUR", 50m), null]);
    }

    [SkippableTheory, EveryProvider]
    public async Task What_is_paid_and_what_is_credited_makes_room_again(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var customer = await WithLimit(host, 100m);
        await host.Product("A", onHand: 100);
        var first = await host.Do(Orders.Of(customer, ("A", 8)) with { Confirm = true });
        await host.Do(Orders.Of(await host.Customer("OTHER"), ("A", 50)) with { Confirm = true });

        (await Refused(host, Orders.Of(customer, ("A", 3)))).ShouldBe(CreditRules.LimitExceeded);
        await host.Do(new RecordPayment { Id = first.Id, Amount = 30m });
        await host.Do(Orders.Of(customer, ("A", 3)) with { Confirm = true });
        (await Exposure(host, customer)).ShouldBe(80m);
        await host.Do(new ShipOrder { Id = first.Id });
        await host.Do(new IssueInvoice { Id = first.Id });
        var line = (await host.Order(first.Id)).Lines.Single().Id;
        var refund = await host.Do(new RequestRefund { Id = first.Id, Lines = [new(line, 2)] });
        await host.Do(new ApproveRefund(refund.Id), Callers.Boss);

        var debts = await host.See(db => db.Debts([customer], fromShipping: false, CancellationToken.None));
        debts.Select(d => (d.Debt.Receivable, d.Debt.NotInvoiced, d.Debt.Unpaid)).ShouldBe([(30m, 0m, 30m), (0m, 30m, 30m)], ignoreOrder: true);
    }

    [Fact]
    public async Task Who_pays_first_buys_beyond_the_limit_in_other_currencies_and_while_blocked()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var customer = await WithLimit(host, 10m);
        await host.Product("A", onHand: 100);
        await host.Terms(customer, limit: 10m, currency: "EUR", isBlocked: true);
        var dollars = Orders.Of(customer, ("A", 1)) with { Currency = "USD", Lines = [new OrderContent.Line(1, "A", UnitPrice: 5m)] };

        (await Refused(host, Orders.Of(customer, ("A", 1)))).ShouldBe(CreditRules.Blocked);
        await host.Do(new SetExchangeRates { Rates = [new("USD", new DateOnly(2000, 1, 1), 2m)] });
        await Prepaid(host, Orders.Of(customer, ("A", 5)), 50m);
        await host.Terms(customer, limit: 10m, currency: "EUR");
        await host.Do(Orders.Of(customer, ("A", 1)) with { Confirm = true });
        (await Refused(host, dollars)).ShouldBe(CreditRules.LimitExceeded);
        await Prepaid(host, dollars, 5m);

        (await Exposure(host, customer)).ShouldBe(10m);
    }

    [Fact]
    public async Task Beside_a_limit_in_another_currency_than_the_companys_everything_else_is_paid_in_advance()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var customer = await host.Customer();
        await host.Product("A", onHand: 100);
        await host.Do(new SetExchangeRates { Rates = [new("USD", new DateOnly(2000, 1, 1), 2m)] });
        await host.Terms(customer, limit: 10m, currency: "USD");
        var dollars = Orders.Of(customer) with { Currency = "USD", Lines = [new OrderContent.Line(1, "A", UnitPrice: 10m)] };

        (await Refused(host, Orders.Of(customer, ("A", 1)))).ShouldBe(CreditRules.LimitExceeded);
        await Prepaid(host, Orders.Of(customer, ("A", 1)), 10m);
        // What was paid in EUR takes nothing off it, and what is worth 20 EUR fits.
        await host.Do(dollars with { Confirm = true });
        (await Refused(host, dollars)).ShouldBe(CreditRules.LimitExceeded);
    }

    [SkippableTheory, EveryProvider]
    public async Task A_rule_holds_what_goes_beyond_the_limit_until_somebody_agrees(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var customer = await WithLimit(host, 25m);
        await host.Product("A", onHand: 100);
        await host.Do(new MakeApprovalRule { Name = "Credit", Kind = HoldKind.Credit });

        (await host.Do(Orders.Of(customer, ("A", 2)) with { Confirm = true })).Status.ShouldBe(OrderStatus.Confirmed);
        var beyond = await host.Do(Orders.Of(customer, ("A", 1)) with { Confirm = true });
        beyond.Status.ShouldBe(OrderStatus.Pending);
        (await host.See(db => db.Holds.AsNoTracking().SingleAsync())).Measured.ShouldBe(5m);
        (await host.Do(new ApproveOrder { Id = beyond.Id }, Boss)).Status.ShouldBe(OrderStatus.Confirmed);

        (await Exposure(host, customer)).ShouldBe(30m);
    }

    [Fact]
    public async Task An_order_approved_for_something_else_still_waits_for_credit()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var customer = await WithLimit(host, 30m);
        await host.Product("A", onHand: 100);
        await host.Do(new MakeApprovalRule { Name = "Any discount", Kind = HoldKind.Discount, Threshold = 0m });
        var discounted = await host.Do(Orders.Of(customer) with { Confirm = true, Lines = [new OrderContent.Line(2, "A", DiscountRate: 0.1m)] });
        var other = await host.Do(Orders.Of(customer, ("A", 2)) with { Confirm = true });

        (await host.Do(new ApproveOrder { Id = discounted.Id }, Boss)).Status.ShouldBe(OrderStatus.Pending);
        (await Should.ThrowAsync<RuleBroken>(() => host.Do(new ConfirmOrder(discounted.Id)))).Rule.ShouldBe(CreditRules.LimitExceeded);
        await host.Do(new MakeApprovalRule { Name = "Credit", Kind = HoldKind.Credit });
        (await host.Do(new ConfirmOrder(discounted.Id))).Status.ShouldBe(OrderStatus.Pending);
        (await host.Do(new ApproveOrder { Id = discounted.Id }, Boss)).Status.ShouldBe(OrderStatus.Confirmed);
        (await host.Order(other.Id)).Status.ShouldBe(OrderStatus.Confirmed);
    }

    [SkippableTheory, EveryProvider]
    public async Task Where_credit_is_checked_at_shipping_the_first_shipment_needs_it(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        host.Harness.Services.GetRequiredService<TestSettings>().Choose(SalesSettings.CreditAtShipping, "true");
        var customer = await WithLimit(host, 45m);
        await host.Product("A", onHand: 100);
        var orders = new List<Guid>();
        for (var i = 0; i < 6; i++) orders.Add((await host.Do(Orders.Of(customer, ("A", 2)) with { Confirm = true })).Id);

        var outcomes = await Racing.AtOnce(orders.Count, i => host.Do(new ShipOrder { Id = orders[i] }));

        outcomes.Count(o => o is null).ShouldBe(2);
        outcomes.OfType<RuleBroken>().Select(r => r.Rule).Distinct().ShouldBe([CreditRules.LimitExceeded]);
        var left = orders[Array.FindIndex(outcomes, o => o is not null)];
        await host.Do(new AllowCredit(left));
        (await host.Do(new ShipOrder { Id = left })).Fulfilment.ShouldBe(FulfilmentState.Full);
    }

    [Fact]
    public async Task Invoices_are_due_by_the_terms_of_the_customer()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var customer = await host.Customer();
        await host.Terms(customer, currency: "EUR", paymentDays: 14);
        await host.Product("A", onHand: 10);
        var order = await host.Do(Orders.Of(customer, ("A", 2)) with { Confirm = true });
        await host.Do(new ShipOrder { Id = order.Id });

        (await host.Do(new IssueInvoice { Id = order.Id, IssuedOn = new DateOnly(2026, 3, 1) })).DueOn.ShouldBe(new DateOnly(2026, 3, 15));
    }

    private static async Task<Guid> WithLimit(SalesOrdersHost host, decimal limit)
    {
        var customer = await host.Customer();
        await host.Terms(customer, limit: limit, currency: "EUR");
        return customer;
    }

    private static async Task Prepaid(SalesOrdersHost host, PlaceOrder order, decimal amount)
    {
        var placed = await host.Do(order);
        await host.Do(new RecordPayment { Id = placed.Id, Amount = amount });
        (await host.Do(new ConfirmOrder(placed.Id))).Status.ShouldBe(OrderStatus.Confirmed);
    }

    private static async Task<Rule> Refused(SalesOrdersHost host, PlaceOrder order) =>
        (await Should.ThrowAsync<RuleBroken>(() => host.Do(order with { Confirm = true }))).Rule;

    private static async Task<decimal> Exposure(SalesOrdersHost host, Guid customer) =>
        (await host.See(db => db.Debts([customer], fromShipping: false, CancellationToken.None))).Where(d => d.Currency == "EUR").Sum(d => d.Debt.Unpaid);

    private static async Task TellExposures(SalesOrdersHost host)
    {
        await using var scope = host.Harness.Scope();
        await ActivatorUtilities.CreateInstance<TellExposures>(scope.ServiceProvider).Run(CancellationToken.None);
    }
}
