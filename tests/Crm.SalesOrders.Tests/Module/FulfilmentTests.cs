using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.SalesOrders.Application;
using Crm.SalesOrders.Application.AfterSales;
using Crm.SalesOrders.Application.Approval;
using Crm.SalesOrders.Application.Catalogue;
using Crm.SalesOrders.Application.Money;
using Crm.SalesOrders.Application.Orders;
using Crm.SalesOrders.Application.Warehousing;
using Crm.SalesOrders.Contracts;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Channels;
using Crm.SalesOrders.Persistence;
using Crm.Testing;
using Crm.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Crm.SalesOrders.Tests.Module;

public sealed class FulfilmentTests
{
    [SkippableTheory, EveryProvider]
    public async Task An_order_is_delivered_once_every_shipment_has_arrived(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var order = await Confirmed(host, onHand: 10, ("A", 5));
        var line = (await host.Order(order)).Lines.Single().Id;
        var first = await host.Do(new ShipOrder { Id = order, Lines = [new(line, 2)] });
        var second = await host.Do(new ShipOrder { Id = order });

        (await host.Do(new DeliverShipment { OrderId = order, ShipmentId = first.ShipmentId })).Status.ShouldBe(OrderStatus.Shipped);
        var delivered = await host.Do(new DeliverShipment { OrderId = order, ShipmentId = second.ShipmentId });

        (delivered.Status, delivered.Fulfilment, delivered.State).ShouldBe((OrderStatus.Delivered, FulfilmentState.Delivered, ShipmentState.Delivered));
        var again = await Should.ThrowAsync<RuleBroken>(() => host.Do(new DeliverShipment { OrderId = order, ShipmentId = second.ShipmentId }));
        again.Rule.ShouldBe(SalesOrdersRules.NothingOnItsWay);
        var told = (await host.Harness.Published<SalesOrdersDbContext>(typeof(ShipmentDeliveredV1))).Cast<ShipmentDeliveredV1>();
        told.Select(t => t.IsOrderFullyDelivered).ShouldBe([false, true]);
    }

    [SkippableTheory, EveryProvider]
    public async Task What_is_lost_on_its_way_is_gone_and_as_many_units_are_shipped_again(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var order = await Confirmed(host, onHand: 8, ("A", 5));
        var shipment = await host.Do(new ShipOrder { Id = order });
        await host.Do(new RecordPayment { Id = order, Amount = 50m });
        (await host.Order(order)).State.ShouldBe(OrderState.Completed);

        var lost = await host.Do(new LoseShipment { OrderId = order, ShipmentId = shipment.ShipmentId });

        (lost.Status, lost.Fulfilment).ShouldBe((OrderStatus.Confirmed, FulfilmentState.None));
        var open = (await host.Order(order)).Lines.Single();
        (open.Shipped, open.Allocated, open.BackOrdered).ShouldBe((0, 3, 2));
        (await host.Stock("A")).OnHand.ShouldBe(3);
        var told = (await host.Harness.Published<SalesOrdersDbContext>(typeof(ShipmentLostV1))).ShouldHaveSingleItem().ShouldBeOfType<ShipmentLostV1>();
        (told.OrderId, told.ShipmentId, told.Lines.Single().Quantity).ShouldBe((order, shipment.ShipmentId, 5));

        await host.Do(new MoveStock { ProductId = open.ProductId.Value, Change = 2, Reason = MovementReason.Receipt });
        await host.Do(new ShipOrder { Id = order });
        (await host.Order(order)).State.ShouldBe(OrderState.Completed);
        (await host.Stock("A")).OnHand.ShouldBe(0);
        (await host.See(db => db.StockMovements.SumAsync(m => m.Change))).ShouldBe(0);
    }

    [Fact]
    public async Task What_came_back_was_not_lost()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var order = await Confirmed(host, onHand: 5, ("A", 5));
        var shipment = await host.Do(new ShipOrder { Id = order });
        await host.Do(new RequestReturn { Id = order, Lines = [new((await host.Order(order)).Lines.Single().Id, 1)] });

        var refused = await Should.ThrowAsync<RuleBroken>(() => host.Do(new LoseShipment { OrderId = order, ShipmentId = shipment.ShipmentId }));

        refused.Rule.ShouldBe(SalesOrdersRules.LostWasReturned);
    }

    [SkippableTheory, EveryProvider]
    public async Task A_service_takes_no_stock_and_is_accepted_in_parts_instead_of_being_shipped(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        await host.Do(new AddProduct { Sku = "FIT", Name = "Fitting", ListPrice = 30m, Currency = "EUR", Kind = ProductKind.Service });
        var order = await Confirmed(host, onHand: 1, ("A", 1), ("FIT", 3));
        var lines = (await host.Order(order)).Lines.ToDictionary(l => l.Sku);
        var refused = await Should.ThrowAsync<RuleBroken>(() => host.Do(new ShipOrder { Id = order, Lines = [new(lines["FIT"].Id, 1)] }));
        refused.Rule.ShouldBe(SalesOrdersRules.ServicesAreAccepted);
        (await Should.ThrowAsync<RuleBroken>(() => host.Do(new AcceptWork { Id = order, Lines = [new(lines["A"].Id, 1)] }))).Rule.ShouldBe(SalesOrdersRules.GoodsAreShipped);

        (await host.Do(new ShipOrder { Id = order })).Fulfilment.ShouldBe(FulfilmentState.Partial);
        (await host.Do(new AcceptWork { Id = order, Lines = [new(lines["FIT"].Id, 1)], AcceptedBy = "Ms Lee" })).Fulfilment.ShouldBe(FulfilmentState.Partial);
        (await host.Do(new AcceptWork { Id = order })).Status.ShouldBe(OrderStatus.Shipped);
        await host.Do(new RecordPayment { Id = order, Amount = 100m });

        var done = await host.Order(order);
        (done.State, done.Lines.Sum(l => l.BackOrdered)).ShouldBe((OrderState.Completed, 0));
        (await Should.ThrowAsync<RuleBroken>(() => host.Do(new AcceptWork { Id = order }))).Rule.ShouldBe(SalesOrdersRules.NothingToAccept);
        (await host.Harness.Published<SalesOrdersDbContext>(typeof(ServiceAcceptedV1))).Cast<ServiceAcceptedV1>()
            .Select(a => (a.Lines.Single().Quantity, a.IsOrderFullyFulfilled)).ShouldBe([(1, false), (2, true)]);
    }

    [SkippableTheory, EveryProvider]
    public async Task A_prepaid_order_goes_no_further_than_it_is_paid(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        host.Harness.Services.GetRequiredService<TestSettings>().Choose(SalesSettings.Prepaid, "true");
        var order = await Confirmed(host, onHand: 5, ("A", 5));
        var line = (await host.Order(order)).Lines.Single().Id;
        (await Should.ThrowAsync<RuleBroken>(() => host.Do(new ShipOrder { Id = order }))).Rule.ShouldBe(SalesOrdersRules.NothingPrepaid);
        await host.Do(new RecordPayment { Id = order, Amount = 29.99m });

        (await Should.ThrowAsync<RuleBroken>(() => host.Do(new ShipOrder { Id = order, Lines = [new(line, 3)] }))).Rule.ShouldBe(SalesOrdersRules.NotPrepaid);
        await host.Do(new ShipOrder { Id = order, Lines = [new(line, 2)] });
        await host.Do(new RecordPayment { Id = order, Amount = 20.01m });
        (await host.Do(new ShipOrder { Id = order })).Status.ShouldBe(OrderStatus.Completed);
    }

    [Fact]
    public async Task An_order_on_credit_is_shipped_unpaid_where_the_company_asks_for_money_first()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        host.Harness.Services.GetRequiredService<TestSettings>().Choose(SalesSettings.Prepaid, "true");
        var customer = await host.Customer();
        await host.Product("A", onHand: 1);
        var order = await host.Do(Orders.Of(customer, ("A", 1)) with { Confirm = true, PaymentPolicy = PaymentPolicy.OnCredit });

        (await host.Do(new ShipOrder { Id = order.Id })).Status.ShouldBe(OrderStatus.Shipped);
    }

    [Fact]
    public async Task A_packing_list_says_what_goes_where_and_no_prices()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var customer = await host.Customer();
        await host.Product("A", onHand: 5, price: 47.11m);
        var placed = await host.Do(Orders.Of(customer, ("A", 2)) with { Confirm = true, ShipTo = new(Name: "Ada Lovelace", City: "London") });
        await host.Do(new ShipOrder { Id = placed.Id, Carrier = "Parcel Co" });
        var order = await host.Order(placed.Id);
        var shipment = await host.See(db => db.Shipments.AsNoTracking().Include(s => s.Lines).SingleAsync());

        var page = await PackingLists.ToHtml(new PackedShipment(order, shipment, OrderContent.Address.Of(order.ShipTo)), Language.English, "Our company");

        foreach (var said in new[] { order.Number, "Ada Lovelace", "London", "Parcel Co", "Product A", "Our company" }) page.ShouldContain(said);
        page.ShouldNotContain("47.11");
        page.ShouldNotContain("94.22");
    }

    [Fact]
    public async Task Money_is_not_paid_back_for_what_was_only_offered()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var customer = await host.Customer();
        await host.Product("A", onHand: 5);
        var quote = await host.Do(Orders.Of(customer, ("A", 1)) with { QuoteUntil = new DateOnly(2026, 1, 31) });

        (await Should.ThrowAsync<RuleBroken>(() => host.Do(new RequestRefund { Id = quote.Id, Goodwill = 1m }))).Rule.ShouldBe(SalesOrdersRules.NothingOwedYet);
        await host.Do(new ExpireQuote(quote.Id, new DateOnly(2026, 3, 1)));
        (await Should.ThrowAsync<RuleBroken>(() => host.Do(new RequestRefund { Id = quote.Id, Goodwill = 1m }))).Rule.ShouldBe(SalesOrdersRules.NothingOwedYet);
    }

    [SkippableTheory, EveryProvider]
    public async Task A_receipt_pays_the_order_behind_any_number_of_older_quotes(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var customer = await host.Customer();
        await host.Product("A", onHand: 5);
        var order = await host.Do(Orders.Of(customer, ("A", 1)) with { Confirm = true, OrderedOn = new DateOnly(2026, 3, 1) });
        await host.See(db =>
        {
            var product = db.Products.AsNoTracking().Select(p => new ProductSnapshot(p.Id, p.Sku, p.Name, p.Category, p.Unit, p.ListPrice, p.Currency, p.Cost, true, false)).Single();
            for (var i = 0; i <= ReceivePaymentValidator.MostOrders; i++)
            {
                var terms = new OrderTerms
                {
                    CustomerId = customer,
                    Channel = FirstChannels.Web,
                    Currency = "EUR",
                    OrderedOn = new DateOnly(2026, 1, 1),
                    Lines = [new LineTerms(product, 1, 10m, 0m)],
                };
                db.Orders.Add(Order.Quoted($"Q-{i}", terms, new DateOnly(2026, 12, 31), DateTimeOffset.UnixEpoch));
            }

            return db.SaveChangesAsync();
        });

        await host.Do(new ReceivePayment { CustomerId = customer, Currency = "EUR", Amount = 10m });

        (await host.Order(order.Id)).Payment.ShouldBe(PaymentState.Paid);
    }

    [Fact]
    public async Task A_draft_for_which_money_came_in_cannot_be_deleted()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        await host.Do(new MakeApprovalRule { Name = "all", Kind = HoldKind.Value, Threshold = 0m, Currency = "EUR" });
        var customer = await host.Customer();
        await host.Product("A", onHand: 5);
        var order = await host.Do(Orders.Of(customer, ("A", 1)) with { Confirm = true });
        await host.Do(new RecordPayment { Id = order.Id, Amount = 10m });
        (await host.Do(new RejectOrder { Id = order.Id, Reason = "no" }, Callers.App)).Status.ShouldBe(OrderStatus.Draft);

        (await Should.ThrowAsync<RuleBroken>(() => host.Do(new DeleteDraft(order.Id)))).Rule.ShouldBe(SalesOrdersRules.OrderHasMoney);
    }

    private static async Task<Guid> Confirmed(SalesOrdersHost host, int onHand, params (string Sku, int Quantity)[] lines)
    {
        var customer = await host.Customer();
        await host.Product("A", onHand);
        return (await host.Do(Orders.Of(customer, lines) with { Confirm = true })).Id;
    }
}
