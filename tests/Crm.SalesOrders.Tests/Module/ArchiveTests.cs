using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Operations;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.SalesOrders.Application.AfterSales;
using Crm.SalesOrders.Application.Checking;
using Crm.SalesOrders.Application.Invoices;
using Crm.SalesOrders.Application.Money;
using Crm.SalesOrders.Application.Orders;
using Crm.SalesOrders.Contracts;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Persistence;
using Crm.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Crm.SalesOrders.Tests.Module;

public sealed class ArchiveTests
{
    [SkippableTheory, EveryProvider]
    public async Task An_order_of_which_nobody_expects_anything_is_put_away_and_comes_back_when_something_happens(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var customer = await host.Customer();
        await host.Product("A", onHand: 9, price: 10m);
        var order = await host.Do(Orders.Of(customer, ("A", 2)) with { Confirm = true });
        (await Refused(host, order.Id)).ShouldBe(SalesOrdersRules.OrderUnderWay);
        await host.Do(new ShipOrder { Id = order.Id });
        await host.Do(new RecordPayment { Id = order.Id, Amount = 25m });
        (await Refused(host, order.Id)).ShouldBe(SalesOrdersRules.OrderNotBalanced);
        var back = await host.Do(new RequestRefund { Id = order.Id, Overpayment = 5m });
        await host.Do(new ApproveRefund(back.Id), Callers.Boss);
        await host.Do(new SettleRefund { Id = back.Id });

        await host.Do(new ArchiveOrder(order.Id, IsArchived: true));
        (await Refused(host, order.Id)).ShouldBe(SalesOrdersRules.OrderArchived);
        (await host.Order(order.Id)).ArchivedAt.ShouldNotBeNull();
        (await host.Order(order.Id)).Status.ShouldBe(OrderStatus.Completed);
        await host.Do(new ArchiveOrder(order.Id, IsArchived: false));
        (await Should.ThrowAsync<RuleBroken>(() => host.Do(new ArchiveOrder(order.Id, IsArchived: false)))).Rule.ShouldBe(SalesOrdersRules.OrderNotArchived);

        await host.Do(new ArchiveOrder(order.Id, IsArchived: true));
        await host.Do(new RequestReturn { Id = order.Id });
        (await host.Order(order.Id)).ArchivedAt.ShouldBeNull();
        (await Refused(host, order.Id)).ShouldBe(SalesOrdersRules.OrderHasClaims);
    }

    [Fact]
    public async Task An_order_is_not_put_away_before_its_invoices_say_what_it_says()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var customer = await host.Customer();
        await host.Product("A", onHand: 9, price: 10m);
        var order = (await host.Do(Orders.Of(customer, ("A", 2)) with { Confirm = true })).Id;
        await host.Do(new ShipOrder { Id = order, Lines = [new((await host.Order(order)).Lines.Single().Id, 1)] });
        await host.Do(new IssueInvoice { Id = order, Kind = InvoiceKind.Invoice });
        await host.Do(new ShipOrder { Id = order });
        await host.Do(new RecordPayment { Id = order, Amount = 20m });

        (await Refused(host, order)).ShouldBe(SalesOrdersRules.OrderPartlyInvoiced);
        await host.Do(new IssueInvoice { Id = order, Kind = InvoiceKind.Invoice });
        await host.Do(new ArchiveOrder(order, IsArchived: true));
    }

    [SkippableTheory, EveryProvider]
    public async Task What_will_not_come_is_closed_at_the_price_per_unit_that_it_had_and_its_stock_is_free(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var customer = await host.Customer();
        await host.Product("A", onHand: 10, price: 10m);
        await host.Product("B", onHand: 10, price: 7m);
        var order = await host.Do(Orders.Of(customer, ("A", 3), ("B", 2)) with { Confirm = true, Freight = 4m });
        (await Should.ThrowAsync<RuleBroken>(() => host.Do(new CloseOrder { Id = order.Id, Reason = "out of stock" }))).Rule.ShouldBe(SalesOrdersRules.NothingShipped);
        var line = (await host.Order(order.Id)).Lines.Single(l => l.Sku == "A").Id;
        await host.Do(new ShipOrder { Id = order.Id, Lines = [new(line, 2)] });

        (await host.Do(new CloseOrder { Id = order.Id, Reason = "out of stock" })).Gross.ShouldBe(24m);

        var closed = await host.Order(order.Id);
        closed.Lines.Select(l => (l.Sku, l.Quantity, l.Open, l.Net)).ShouldBe([("A", 2, 0, 20m)]);
        ((await host.Stock("A")).Allocated, (await host.Stock("B")).Allocated).ShouldBe((0, 0));
        var change = await host.See(db => db.OrderChanges.AsNoTracking().SingleAsync());
        (change.State, change.GrossBefore, change.GrossAfter).ShouldBe((OrderChangeState.Accepted, 48m, 24m));
        (await host.Harness.Published<SalesOrdersDbContext>(typeof(OrderChangedV1))).ShouldHaveSingleItem().ShouldBeOfType<OrderChangedV1>().Order.Gross.ShouldBe(24m);
        await host.Do(new RecordPayment { Id = order.Id, Amount = 24m });
        (await host.Order(order.Id)).Status.ShouldBe(OrderStatus.Completed);
        await host.Do(new IssueInvoice { Id = order.Id, Kind = InvoiceKind.Invoice });
        await host.Do(new ArchiveOrder(order.Id, IsArchived: true));
        await using (var scope = host.Harness.Scope()) (await ActivatorUtilities.CreateInstance<CheckOrdersWeekly>(scope.ServiceProvider).Run(CancellationToken.None)).ShouldStartWith("operation ");
        await host.Harness.RunOperations();
        (await host.See(db => db.Operations.SingleAsync())).State.ShouldBe(OperationState.Succeeded);
        (await host.See(db => db.Set<OperationProblem>().Select(p => p.English).ToListAsync())).ShouldBeEmpty();
    }

    private static async Task<Rule> Refused(SalesOrdersHost host, Guid order) =>
        (await Should.ThrowAsync<RuleBroken>(() => host.Do(new ArchiveOrder(order, IsArchived: true)))).Rule;
}
