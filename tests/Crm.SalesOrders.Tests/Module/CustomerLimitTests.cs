using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Customers.Contracts;
using Crm.Pricing;
using Crm.SalesOrders.Application.Orders;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Prices;
using Crm.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Crm.SalesOrders.Tests.Module;

/// <summary>What one customer may have of a promotion.</summary>
public sealed class CustomerLimitTests
{
    private const int Orders64 = 64;

    [SkippableTheory, EveryProvider(7)]
    public async Task Of_many_orders_of_one_customer_exactly_as_many_get_it_as_the_customer_may(DatabaseProvider provider, int uses)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var (ada, bob) = (await host.Customer("ADA"), await host.Customer("BOB"));
        await host.Product("A", onHand: 1000, price: 20m);
        await host.Do(Planned.Five() with { MaxUsesPerCustomer = uses });

        var failures = await Racing.AtOnce(Orders64, _ => host.Do(Orders.Of(ada, ("A", 1)) with { Confirm = true }));

        failures.ShouldAllBe(f => f == null);
        var sold = await host.See(db => db.Orders.AsNoTracking().Where(o => o.CustomerId == ada).Select(o => o.Gross).ToListAsync());
        (sold.Count(g => g == 15m), sold.Count(g => g == 20m)).ShouldBe((uses, Orders64 - uses));
        (await host.Do(Orders.Of(bob, ("A", 1)) with { Confirm = true })).Gross.ShouldBe(15m);
        (await host.See(db => db.PromotionUses.AsNoTracking().OrderByDescending(u => u.Used).Select(u => new { u.CustomerId, u.Used, u.Spent }).ToListAsync()))
            .ShouldBe([new { CustomerId = (Guid?)ada, Used = uses, Spent = uses * 5m }, new { CustomerId = (Guid?)bob, Used = 1, Spent = 5m }]);
    }

    [SkippableTheory, EveryProvider]
    public async Task A_credit_is_spent_in_pieces_and_never_beyond(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var customer = await host.Customer();
        await host.Product("A", onHand: 1000, price: 4m);
        await host.Do(Offers.Promotion("credit", PricePhase.Vouchers, new Offset(50m, OffsetKind.Credit)) with { MostPerCustomer = 50m });

        var first = await host.Do(Orders.Of(customer, ("A", 5)) with { Confirm = true });
        first.Gross.ShouldBe(0m);
        var failures = await Racing.AtOnce(Orders64, _ => host.Do(Orders.Of(customer, ("A", 1)) with { Confirm = true }));

        failures.ShouldAllBe(f => f == null);
        (await host.See(db => db.PromotionUses.AsNoTracking().SingleAsync())).Spent.ShouldBe(50m);
        (await host.See(db => db.Orders.Select(o => o.Gross).ToListAsync())).Sum().ShouldBe(20m + (Orders64 * 4m) - 50m);
        await host.Do(new CancelOrder { Id = first.Id, Reason = "changed their mind" });
        (await host.Do(Orders.Of(customer, ("A", 6)) with { Confirm = true })).Gross.ShouldBe(4m);
    }

    [Fact]
    public async Task A_change_has_what_the_order_had_already_to_spend_again()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var customer = await host.Customer();
        await host.Product("A", onHand: 100, price: 4m);
        await host.Do(Offers.Promotion("credit", PricePhase.Vouchers, new Offset(10m, OffsetKind.Credit)) with { MostPerCustomer = 10m });
        var order = await host.Do(Orders.Of(customer, ("A", 2)) with { Confirm = true });
        var line = (await host.Order(order.Id)).Lines.Single().Id;

        var change = await host.Do(new ProposeOrderChange { Id = order.Id, Lines = [new LineWish(4, line)] });
        await host.Do(new AcceptOrderChange(order.Id, change.Id));

        (await host.Order(order.Id)).Gross.ShouldBe(6m);
        (await host.See(db => db.PromotionUses.AsNoTracking().SingleAsync())).Spent.ShouldBe(10m);
    }

    [Fact]
    public async Task Whoever_was_found_to_be_the_customer_has_had_it_for_them()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var (ada, twin) = (await host.Customer("ADA"), await host.Customer("TWIN"));
        await host.Product("A", onHand: 100, price: 20m);
        await host.Do(Planned.Five() with { MaxUsesPerCustomer = 1 });
        await host.Hear(new CustomerChangedV1(twin, Customers.State(twin, "TWIN") with { SurvivorId = ada }), twin, 2);

        (await host.Do(Orders.Of(twin, ("A", 1)) with { Confirm = true })).Gross.ShouldBe(15m);
        (await host.Do(Orders.Of(ada, ("A", 1)) with { Confirm = true })).Gross.ShouldBe(20m);
    }

    [Fact]
    public async Task A_use_that_was_told_and_taken_by_another_order_meanwhile_is_refused()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var order = Orders.Of(await host.Customer(), ("A", 1));
        await host.Product("A", onHand: 100, price: 20m);
        await host.Do(Planned.Five() with { MaxUsesPerCustomer = 1 });
        var (first, second) = (await host.Do(order), await host.Do(order));

        await host.Do(new ConfirmOrder(second.Id));

        (await Should.ThrowAsync<RuleBroken>(() => host.Do(new ConfirmOrder(first.Id)))).Rule.ShouldBe(PriceRules.PromotionUsedUp);
    }

    [Fact]
    public async Task A_credit_without_its_amount_per_customer_is_not_published()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);

        var wrong = await Should.ThrowAsync<InvalidInput>(() => host.Do(Offers.Promotion("credit", PricePhase.Vouchers, new Offset(50m, OffsetKind.Credit))));

        wrong.Errors.Select(e => e.Pointer).ShouldBe(["/mostPerCustomer"]);
    }
}
