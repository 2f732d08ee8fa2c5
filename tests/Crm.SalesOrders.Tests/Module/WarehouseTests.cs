using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.SalesOrders.Application;
using Crm.SalesOrders.Application.Catalogue;
using Crm.SalesOrders.Application.Orders;
using Crm.SalesOrders.Application.Warehousing;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Channels;
using Crm.SalesOrders.Domain.Warehousing;
using Crm.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Crm.SalesOrders.Tests.Module;

public sealed class WarehouseTests
{
    private static readonly OpenWarehouse East = new() { Code = "east", Name = "East", Country = "DE", Channels = [ChannelKind.Web, ChannelKind.Partner] };

    [SkippableTheory, EveryProvider]
    public async Task An_order_is_served_by_the_warehouse_it_names_and_else_by_one_that_serves_its_channel(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var customer = await host.Customer();
        var a = await host.Product("A", onHand: 5);
        await host.Do(East);
        await host.Do(new MoveStock { ProductId = a, Warehouse = "east", Change = 7, Reason = MovementReason.Receipt });
        var order = Orders.Of(customer, ("A", 1)) with { Confirm = true };

        await host.Do(order);
        await host.Do(order with { Warehouse = "east" });
        await OnlyPhone(host);
        await host.Do(order);

        ((await host.Stock("A")).Allocated, (await host.Stock("A", "east")).Allocated).ShouldBe((1, 2));
        (await Should.ThrowAsync<RuleBroken>(() => host.Do(order with { Warehouse = "main" }))).Rule.ShouldBe(StockRules.WarehouseServesOthers);
        (await Should.ThrowAsync<RuleBroken>(() => host.Do(order with { Warehouse = "west" }))).Rule.ShouldBe(StockRules.WarehouseUnknown);
        (await Should.ThrowAsync<RuleBroken>(() => host.Do(order with { Channel = FirstChannels.Social }))).Rule.ShouldBe(StockRules.ChannelUnserved);
    }

    [Fact]
    public async Task A_warehouse_with_goods_and_the_default_one_stay_in_use()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var a = await host.Product("A");
        var east = await host.Do(East);
        await host.Do(new MoveStock { ProductId = a, Warehouse = "east", Change = 1, Reason = MovementReason.Receipt });
        var close = new ChangeWarehouse { Id = east.Id, Name = "East", Channels = [], IsActive = false };

        (await Should.ThrowAsync<RuleBroken>(() => host.Do(close, ifMatch: east.Version))).Rule.ShouldBe(StockRules.WarehouseNotEmpty);
        await host.Do(new MoveStock { ProductId = a, Warehouse = "east", Change = -1, Because = AdjustmentReason.Damaged });
        await host.Do(close, ifMatch: east.Version);

        (await Should.ThrowAsync<RuleBroken>(() => host.Do(new MoveStock { ProductId = a, Warehouse = "east", Change = 1 }))).Rule.ShouldBe(StockRules.WarehouseUnknown);
        (await Should.ThrowAsync<RuleBroken>(async () => await host.Do(close with { Id = await IdOfMain(host) }))).Rule.ShouldBe(StockRules.DefaultWarehouseStays);
        (await Should.ThrowAsync<RuleBroken>(() => host.Do(East))).Rule.ShouldBe(StockRules.WarehouseCodeTaken);
        (await host.See(db => db.StockMovements.SingleAsync(m => m.Change == -1))).Because.ShouldBe(AdjustmentReason.Damaged);
    }

    [SkippableTheory, EveryProvider]
    public async Task Goods_are_in_transit_between_two_warehouses_until_they_are_received(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        await host.Product("A", onHand: 10);
        await host.Do(East);

        var sent = await host.Do(new SendTransfer { From = "main", To = "east", Lines = [new("A", 8)] });
        (await Figures(host)).ShouldBe(((2, 0), (0, 8)));
        (await host.Do(new ReceiveTransfer { Id = sent.Id, Lines = [new("A", 3)] })).State.ShouldBe(TransferState.InTransit);
        (await Figures(host)).ShouldBe(((2, 0), (3, 5)));
        (await Should.ThrowAsync<RuleBroken>(() => host.Do(new ReceiveTransfer { Id = sent.Id, Lines = [new("A", 6)] }))).Rule.ShouldBe(StockRules.MoreThanOpen);
        (await host.Do(new TurnBackTransfer(sent.Id))).State.ShouldBe(TransferState.Received);

        (await Figures(host)).ShouldBe(((7, 0), (3, 0)));
        (await Should.ThrowAsync<RuleBroken>(() => host.Do(new ReceiveTransfer { Id = sent.Id }))).Rule.ShouldBe(StockRules.TransferIsOver);
        var movements = await host.See(db => db.StockMovements.Where(m => m.DocumentId == sent.Id).Select(m => m.Change).ToListAsync());
        movements.ShouldBe([-8, 3, 5], ignoreOrder: true);
        (await Should.ThrowAsync<RuleBroken>(() => host.Do(new SendTransfer { From = "main", To = "east", Lines = [new("A", 8)] })))
            .Rule.ShouldBe(SalesOrdersRules.StockInsufficient);
    }

    [SkippableTheory, EveryProvider]
    public async Task A_stock_taking_posts_what_differed_when_it_was_counted_although_selling_went_on(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var customer = await host.Customer();
        foreach (var sku in new[] { "A", "B", "C" }) await host.Product(sku, onHand: 10);
        var count = await host.Do(new OpenStockCount());
        await host.Do(new EnterStockCount { Id = count.Id, Lines = [new("A", 9), new("B", 99), new("C", 10)] });
        (await host.Do(new EnterStockCount { Id = count.Id, Lines = [new("B", 12)] })).Differences.ShouldBe(2);
        var order = await host.Do(Orders.Of(customer, ("A", 4)) with { Confirm = true });
        await host.Do(new ShipOrder { Id = order.Id });

        await host.Do(new PostStockCount(count.Id));

        ((await host.Stock("A")).OnHand, (await host.Stock("B")).OnHand, (await host.Stock("C")).OnHand).ShouldBe((5, 12, 10));
        var posted = await host.See(db => db.StockMovements.Where(m => m.DocumentId == count.Id).ToListAsync());
        posted.Select(m => (m.Change, m.Because)).ShouldBe([(-1, AdjustmentReason.StockTaking), (2, AdjustmentReason.StockTaking)], ignoreOrder: true);
        (await Should.ThrowAsync<RuleBroken>(() => host.Do(new PostStockCount(count.Id)))).Rule.ShouldBe(StockRules.CountIsClosed);
    }

    [SkippableTheory, EveryProvider]
    public async Task A_stock_taking_that_finds_less_than_is_promised_moves_nothing(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var customer = await host.Customer();
        await host.Product("A", onHand: 10);
        await host.Product("B", onHand: 10);
        await host.Do(Orders.Of(customer, ("A", 8)) with { Confirm = true });
        var count = await host.Do(new OpenStockCount());
        await host.Do(new EnterStockCount { Id = count.Id, Lines = [new("B", 9), new("A", 7)] });

        var refused = await Should.ThrowAsync<RuleBroken>(() => host.Do(new PostStockCount(count.Id)));

        refused.Rule.ShouldBe(StockRules.CountBelowPromised);
        refused.Values.ShouldBe(["A"]);
        (await host.Stock("B")).OnHand.ShouldBe(10);
        (await host.Do(new CancelStockCount(count.Id))).State.ShouldBe(StockCountState.Cancelled);
    }

    [SkippableTheory, EveryProvider]
    public async Task What_comes_in_goes_to_the_orders_that_wait_the_oldest_first(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var customer = await host.Customer();
        var a = await host.Product("A", onHand: 2);
        var waiting = new List<Guid>();
        foreach (var quantity in new[] { 5, 4, 3 })
        {
            waiting.Add((await host.Do(Orders.Of(customer, ("A", quantity)) with { Confirm = true, AllowBackOrder = true })).Id);
            host.Harness.Time.Advance(TimeSpan.FromMinutes(1));
        }

        (await BackOrdered(host, waiting)).ShouldBe([3, 4, 3]);
        await host.Do(new MoveStock { ProductId = a, Change = 5, Reason = MovementReason.Receipt });
        (await BackOrdered(host, waiting)).ShouldBe([0, 2, 3]);
        await host.Do(new MoveStock { ProductId = a, Change = 20, Reason = MovementReason.Receipt });

        (await BackOrdered(host, waiting)).ShouldBe([0, 0, 0]);
        var stock = await host.Stock("A");
        (stock.OnHand, stock.Allocated).ShouldBe((27, 12));
    }

    [SkippableTheory, EveryProvider]
    public async Task That_stock_is_low_is_told_to_the_others(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var customer = await host.Customer();
        var a = await host.Product("A", onHand: 10);
        await host.Do(new PlanStock { ProductId = a, ReorderPoint = 5 });

        await host.Do(Orders.Of(customer, ("A", 5)) with { Confirm = true });
        await host.Do(Orders.Of(customer, ("A", 1)) with { Confirm = true });
        (await host.Published()).Count(n => n == "sales-orders.below-reorder-point.v1").ShouldBe(1);
        await host.Do(new ChangeProduct { Id = a, Sku = "A", Name = "A", ListPrice = 1m, Currency = "EUR", ReorderLevel = 2 });
        await host.Do(Orders.Of(customer, ("A", 2)) with { Confirm = true });

        (await host.Published()).Count(n => n == "sales-orders.below-reorder-point.v1").ShouldBe(2);
    }

    private static async Task OnlyPhone(SalesOrdersHost host) =>
        await host.Do(new ChangeWarehouse { Id = await IdOfMain(host), Name = "Main", Channels = [ChannelKind.Phone] });

    private static Task<Guid> IdOfMain(SalesOrdersHost host) =>
        host.See(async db => (await db.Warehouses.AsNoTracking().SingleAsync(w => w.Code == Warehouses.Default)).Key);

    private static async Task<((int OnHand, int Incoming) Main, (int OnHand, int Incoming) East)> Figures(SalesOrdersHost host)
    {
        var (main, east) = (await host.Stock("A"), await host.Stock("A", "east"));
        return ((main.OnHand, main.Incoming), (east.OnHand, east.Incoming));
    }

    private static async Task<List<int>> BackOrdered(SalesOrdersHost host, List<Guid> orders)
    {
        var waiting = new List<int>();
        foreach (var id in orders) waiting.Add((await host.Order(id)).Lines.Sum(l => l.BackOrdered));
        return waiting;
    }
}
