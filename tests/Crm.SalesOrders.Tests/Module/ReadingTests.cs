using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Lists;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.SalesOrders.Api;
using Crm.SalesOrders.Application;
using Crm.SalesOrders.Application.Money;
using Crm.SalesOrders.Application.Orders;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Channels;
using Crm.SalesOrders.Persistence;
using Crm.Testing.Databases;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Crm.SalesOrders.Tests.Module;

public sealed class ReadingTests
{
    [SkippableTheory, EveryProvider]
    public async Task An_order_is_read_with_its_lines_in_one_query_and_with_all_that_happened_to_it(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var customer = await host.Customer();
        await host.Product("A", onHand: 10, price: 3.335m);
        await host.Product("B", onHand: 10);
        var placed = await host.Do(Orders.Of(customer, ("B", 1), ("A", 3)) with { Confirm = true, ShipTo = new("Alfred", "Obere Str. 57", "Berlin") });
        await Read(host, placed.Id);

        OrderView fresh = null!;
        var commands = await CommandLog.Of(async () => fresh = await Read(host, placed.Id));
        await host.Do(new ShipOrder { Id = placed.Id, Carrier = "UPS" });
        await host.Do(new RecordPayment { Id = placed.Id, Amount = 5m, Method = "card" });
        var later = await Read(host, placed.Id);

        commands.Count.ShouldBe(1, string.Join("\n", commands));
        fresh.Customer.ShouldBe(new OrderCustomer(customer, "ALFKI", "Customer ALFKI"));
        fresh.Lines.Select(l => (l.Position, l.Sku, l.NetExact, l.Net)).ShouldBe([(1, "B", 10m, new Money(10m, "EUR")), (2, "A", 10.005m, new Money(10.01m, "EUR"))]);
        fresh.ShipTo.Street.ShouldBe("Obere Str. 57");
        (fresh.Shipments.Count, fresh.Payments.Count).ShouldBe((0, 0));
        later.Shipments.Single().Lines.Select(l => l.Quantity).ShouldBe([1, 3], ignoreOrder: true);
        later.Payments.Single().Amount.ShouldBe(new Money(5m, "EUR"));
        later.Balance.ShouldBe(new Money(15.01m, "EUR"));
    }

    [SkippableTheory, EveryProvider]
    public async Task Orders_are_found_by_what_they_are(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var (alfki, anton) = (await host.Customer("ALFKI"), await host.Customer("ANTON"));
        await host.Product("A", onHand: 10);
        var first = await host.Do(Orders.Of(alfki, ("A", 1)) with { Confirm = true, Channel = FirstChannels.Phone });
        var second = await host.Do(Orders.Of(anton, ("A", 2)) with { CustomerReference = "PO-77" });
        var third = await host.Do(Orders.Of(anton, ("A", 5)) with { Confirm = true });

        (await Find(host, "filter[status]=confirmed&sort=number")).ShouldBe([first.Number, third.Number]);
        (await Find(host, "filter[customer.name][contains]=anton&sort=-number")).ShouldBe([third.Number, second.Number]);
        (await Find(host, "filter[customer.code]=ALFKI")).ShouldBe([first.Number]);
        (await Find(host, "filter[channel]=phone")).ShouldBe([first.Number]);
        (await Find(host, $"filter[number]={second.Number}")).ShouldBe([second.Number]);
        (await Find(host, "filter[placedAt][gte]=2026-03-02&filter[gross.amount][gt]=20")).ShouldBe([third.Number]);
        (await Find(host, "filter[orderedOn]=2026-03-02&filter[payment]=unpaid&limit=2&sort=-number")).ShouldBe([third.Number, second.Number]);
        (await Find(host, "q=po-77")).ShouldBe([second.Number]);
    }

    [Fact]
    public async Task What_may_be_done_is_told_with_the_reason_why_the_rest_may_not()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        await host.Product("A", onHand: 10);
        var placed = await host.Do(Orders.Of(await host.Customer(), ("A", 1)) with { Confirm = true });
        await using var scope = host.Harness.Scope();
        var caller = scope.ServiceProvider.GetRequiredService<CallerContext>();
        caller.Language = Language.Chinese;

        var told = (await OrderReads.Transitions(placed.Id, scope.ServiceProvider.GetRequiredService<SalesOrdersDbContext>(), caller, TimeProvider.System, default)).Value!;

        told.Where(t => t.IsPossible).Select(t => t.Action).ShouldBe([OrderAction.Hold, OrderAction.AllowCredit, OrderAction.Ship, OrderAction.Pay, OrderAction.Cancel, OrderAction.Amend]);
        told.Single(t => t.Action == OrderAction.Confirm).ShouldBe(new TransitionView(OrderAction.Confirm, false, "sales-orders.order-already-confirmed", "订单已确认。"));
    }

    private static async Task<OrderView> Read(SalesOrdersHost host, Guid id)
    {
        await using var scope = host.Harness.Scope();
        var request = new OneRequest(new DefaultHttpContext().Request, Callers.App);
        return (await OrderReads.Get(id, request, scope.ServiceProvider.GetRequiredService<SalesOrdersDbContext>(), default)).Value;
    }

    private static async Task<IEnumerable<string>> Find(SalesOrdersHost host, string query)
    {
        await using var scope = host.Harness.Scope();
        var request = new ListRequest(new QueryCollection(QueryHelpers.ParseQuery(query)), Callers.App, host.Harness.Time, scope.ServiceProvider);
        var page = await OrderReads.Search(request, archived: null, scope.ServiceProvider.GetRequiredService<SalesOrdersDbContext>(), default);
        return page.Content.Items.Select(o => o.Number);
    }
}
