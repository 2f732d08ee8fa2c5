using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.SalesOrders.Application;
using Crm.SalesOrders.Application.Orders;
using Crm.SalesOrders.Application.Warehousing;
using Crm.SalesOrders.Domain;
using Crm.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Crm.SalesOrders.Tests.Module;

public sealed class ImportingHistoryTests
{
    private static readonly ImportOrder Old = new()
    {
        Ref = new ExternalRef("northwind", "10248"),
        Number = "10248",
        Customer = "NW-ALFKI",
        Salesperson = "5",
        Currency = "EUR",
        OrderedOn = new DateOnly(1996, 7, 4),
        RequiredOn = new DateOnly(1996, 8, 1),
        ShippedOn = new DateOnly(1996, 7, 16),
        Carrier = "Speedy Express",
        Freight = 32.38m,
        Lines = [new ImportOrder.Line("A", 12, 14m), new ImportOrder.Line("B", 10, 9.8m, 0.05m)],
    };

    [SkippableTheory, EveryProvider]
    public async Task A_shipped_order_keeps_its_dates_and_prices_and_leaves_the_stock_as_it_is(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        await host.Customer();
        var unit = Guid.CreateVersion7();
        var salesperson = await host.Salesperson("northwind-5", unit);
        var a = await host.Product("A", price: 99m);
        await host.Product("B", onHand: 3);
        await host.Do(new CountStock { ProductId = a, OnHand = 7, CountedOn = new DateOnly(1996, 7, 1) });

        var imported = await host.Do(Old);
        var again = await host.Do(Old);

        (imported.WasThere, again.WasThere).ShouldBe((false, true));
        var twin = Old with { Ref = new ExternalRef("northwind", "10249") };
        (await Should.ThrowAsync<RuleBroken>(() => host.Do(twin))).Rule.ShouldBe(SalesOrdersRules.NumberTaken);
        var order = await host.Order(imported.Order.Id);
        (order.Number, order.OrderedOn, order.ShippedOn).ShouldBe(("10248", new DateOnly(1996, 7, 4), new DateOnly(1996, 7, 16)));
        (order.OwnerId, order.UnitId).ShouldBe((salesperson, unit));
        (order.Status, order.Net, order.NetExact, order.Gross).ShouldBe((OrderStatus.Shipped, 261.1m, 261.1m, 293.48m));
        (await host.Stock("A")).OnHand.ShouldBe(7);
        var ledger = await host.See(db => db.StockMovements.Where(m => m.ProductId == new ProductId(a)).Select(m => new { m.Change, m.Reason, m.MovedOn }).ToListAsync());
        ledger.Sum(m => m.Change).ShouldBe(7);
        ledger.ShouldContain(m => m.Change == 12 && m.Reason == MovementReason.Opening && m.MovedOn == new DateOnly(1996, 7, 1));
        ledger.ShouldContain(m => m.Change == -12 && m.Reason == MovementReason.Issue && m.MovedOn == new DateOnly(1996, 7, 16));
        (await host.Published()).Count(n => n is "sales-orders.order-confirmed.v1" or "sales-orders.shipment-dispatched.v1").ShouldBe(2);
    }

    [Fact]
    public async Task An_unshipped_order_takes_what_is_there_and_waits_for_the_rest()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        await host.Customer();
        await host.Salesperson("northwind-5");
        var a = await host.Product("A", onHand: 5);
        await host.Product("B", onHand: 50);

        var imported = await host.Do(Old with { ShippedOn = null });

        var order = await host.Order(imported.Order.Id);
        order.Status.ShouldBe(OrderStatus.Confirmed);
        order.Lines.Single(l => l.Sku == "A").BackOrdered.ShouldBe(7);
        (await host.Stock("A")).Available.ShouldBe(0);
        (await Should.ThrowAsync<RuleBroken>(() => host.Do(new ShipOrder { Id = imported.Order.Id }))).Rule.ShouldBe(SalesOrdersRules.StockInsufficient);
        await host.Do(new MoveStock { ProductId = a, Change = 7, Reason = MovementReason.Receipt });
        (await host.Do(new ShipOrder { Id = imported.Order.Id })).Status.ShouldBe(OrderStatus.Shipped);
        (await host.Stock("A")).OnHand.ShouldBe(0);
    }

    [Fact]
    public async Task A_paid_order_of_the_past_is_completed()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        await host.Customer();
        await host.Salesperson("northwind-5");
        await host.Product("A");
        await host.Product("B");

        var imported = await host.Do(Old with { PaidOn = new DateOnly(1996, 8, 1) });

        imported.Order.Status.ShouldBe(OrderStatus.Completed);
        (await host.See(db => db.PaymentEntries.AsNoTracking().SingleAsync())).Amount.ShouldBe(293.48m);
    }

    [Fact]
    public async Task An_order_of_the_past_that_came_to_nothing_was_paid_without_a_payment()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        await host.Customer();
        await host.Salesperson("northwind-5");
        await host.Product("A");

        var imported = await host.Do(Old with { PaidOn = new DateOnly(1996, 8, 1), Freight = 0m, Discount = 0m, Lines = [new("A", 1, 0m)] });

        imported.Order.Status.ShouldBe(OrderStatus.Completed);
        (await host.See(async db => await db.PaymentEntries.CountAsync() + await db.JournalEntries.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task A_file_that_names_somebody_unknown_is_refused()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        await host.Customer();
        await host.Product("A");

        (await Should.ThrowAsync<RuleBroken>(() => host.Do(Old with { Customer = "X" }))).Rule.ShouldBe(SalesOrdersRules.CustomerUnknown);
        (await Should.ThrowAsync<RuleBroken>(() => host.Do(Old))).Rule.ShouldBe(SalesOrdersRules.SalespersonUnknown);
        await host.Salesperson("northwind-5");
        (await Should.ThrowAsync<RuleBroken>(() => host.Do(Old))).Values.Single().ShouldBe("B");
    }
}
