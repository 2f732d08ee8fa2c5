using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.SalesOrders.Application;
using Crm.SalesOrders.Application.Orders;
using Crm.SalesOrders.Domain;
using Crm.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Crm.SalesOrders.Tests.Module;

public sealed class ParallelConfirmationTests
{
    private const int Buyers = 64;

    [SkippableTheory, EveryProvider(17)]
    public async Task Of_many_who_want_the_last_units_exactly_as_many_get_them_as_there_are(DatabaseProvider provider, int units)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var customer = await host.Customer();
        await host.Product("A", onHand: units);
        await host.Product("B", onHand: units);

        // Half of them name the products the other way round: locks taken in the order of the lines would deadlock.
        var outcomes = await Task.WhenAll(Enumerable.Range(0, Buyers).Select(i => Task.Run(() => Buy(host, i % 2 == 0
            ? Orders.Of(customer, ("A", 1), ("B", 1))
            : Orders.Of(customer, ("B", 1), ("A", 1))))));

        outcomes.Count(o => o is null).ShouldBe(units);
        outcomes.OfType<RuleBroken>().Select(r => r.Rule).Distinct().ShouldBe([SalesOrdersRules.StockInsufficient]);
        outcomes.OfType<RuleBroken>().Count().ShouldBe(Buyers - units);
        (await host.Stock("A")).Available.ShouldBe(0);
        (await host.Stock("B")).Allocated.ShouldBe(units);
        var numbers = await host.See(db => db.Orders.Select(o => o.Number).ToListAsync());
        numbers.Distinct().Count().ShouldBe(units);
    }

    [SkippableTheory, EveryProvider]
    public async Task Of_many_who_confirm_the_same_order_one_does(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var customer = await host.Customer();
        await host.Product("A", onHand: 100);
        var order = await host.Do(Orders.Of(customer, ("A", 7)));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Outcome(host.Do(new ConfirmOrder(order.Id))))));

        outcomes.Count(o => o is null).ShouldBe(1);
        outcomes.OfType<RuleBroken>().Select(r => r.Rule).Distinct().ShouldBe([SalesOrdersRules.OrderAlreadyConfirmed]);
        (await host.Stock("A")).Allocated.ShouldBe(7);
    }

    private static Task<Exception?> Buy(SalesOrdersHost host, PlaceOrder order) => Outcome(host.Do(order with { Confirm = true }));

    private static async Task<Exception?> Outcome(Task work)
    {
        try
        {
            await work;
            return null;
        }
        catch (Exception failure)
        {
            return failure;
        }
    }
}
