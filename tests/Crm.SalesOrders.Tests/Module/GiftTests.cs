using Crm.BuildingBlocks.Hosting.Operations;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Pricing;
using Crm.SalesOrders.Application.Checking;
using Crm.SalesOrders.Application.Orders;
using Crm.SalesOrders.Application.Warehousing;
using Crm.SalesOrders.Domain;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Crm.SalesOrders.Tests.Module;

/// <summary>Gifts that are not there, and what can be done to their orders afterwards.</summary>
public sealed class GiftTests
{
    [Fact]
    public async Task An_order_whose_gift_was_not_there_is_changed_and_gets_it_when_it_is_there_by_then()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var (order, line) = await WithoutGift(host);

        await Change(host, order, new LineWish(2, line));
        (await Gift(host, order)).ShouldBe((1, 0, 0));
        await host.Do(new CountStock { ProductId = (await host.Stock("MUG")).ProductId.Value, OnHand = 5 });
        await Change(host, order, new LineWish(3, line));

        (await Gift(host, order)).ShouldBe((0, 1, 1));
        (await host.Stock("MUG")).Allocated.ShouldBe(1);
        await CheckFindsNothing(host);
    }

    [Fact]
    public async Task An_order_whose_gift_was_not_there_is_closed()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var (order, line) = await WithoutGift(host);
        await Change(host, order, new LineWish(3, line));
        await host.Do(new ShipOrder { Id = order, Lines = [new(line, 1)] });

        (await host.Do(new CloseOrder { Id = order, Reason = "the rest is broken" })).Gross.ShouldBe(20m);

        (await Gift(host, order)).ShouldBe((1, 0, 0));
        await CheckFindsNothing(host);
    }

    [Fact]
    public async Task Closing_tells_of_no_more_units_than_are_free_by_it()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        await host.Product("A", onHand: 3);
        var order = (await host.Do(Orders.Of(await host.Customer(), ("A", 5)) with { Confirm = true, AllowBackOrder = true })).Id;
        var line = (await host.Order(order)).Lines.Single().Id;
        await host.Do(new ShipOrder { Id = order, Lines = [new(line, 1)] });

        await host.Do(new CloseOrder { Id = order, Reason = "no more to come" });

        var told = await host.See(db => db.OrderChanges.AsNoTracking().SingleAsync());
        told.Stock.Select(s => (s.Sku, s.Change)).ShouldBe([("A", -2)]);
        (await host.Stock("A")).Available.ShouldBe(2);
    }

    private static async Task<(Guid Order, Guid Line)> WithoutGift(SalesOrdersHost host)
    {
        await host.Product("A", onHand: 10, price: 20m);
        await host.Product("MUG");
        await host.Do(Offers.Promotion("mug", PricePhase.Gifts, new Gift("MUG")));
        var order = (await host.Do(Orders.Of(await host.Customer(), ("A", 1)) with { Confirm = true })).Id;
        (await Gift(host, order)).ShouldBe((1, 0, 0));
        return (order, (await host.Order(order)).Lines.Single(l => !l.IsGift).Id);
    }

    private static async Task<(int NotGiven, int Open, int Allocated)> Gift(SalesOrdersHost host, Guid order)
    {
        var gift = (await host.Order(order)).Lines.Single(l => l.IsGift);
        return (gift.NotGiven, gift.Open, gift.Allocated);
    }

    private static async Task Change(SalesOrdersHost host, Guid order, LineWish wish)
    {
        var change = await host.Do(new ProposeOrderChange { Id = order, Lines = [wish] });
        await host.Do(new AcceptOrderChange(order, change.Id));
    }

    private static async Task CheckFindsNothing(SalesOrdersHost host)
    {
        await host.Do(new StartOrderCheck());
        await host.Harness.RunOperations();
        (await host.See(db => db.Set<OperationProblem>().Select(p => p.English).ToListAsync())).ShouldBeEmpty();
    }
}
