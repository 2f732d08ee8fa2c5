using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.SalesOrders.Application;
using Crm.SalesOrders.Application.Catalogue;
using Crm.SalesOrders.Application.Orders;
using Crm.SalesOrders.Domain;
using Crm.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Crm.SalesOrders.Tests.Module;

/// <summary>Orders and products as another system keeps them up to date: by its own key, again and again.</summary>
public sealed class ByReferenceTests
{
    [SkippableTheory, EveryProvider]
    public async Task An_order_that_is_put_again_as_it_is_stays_as_it_is_whatever_became_of_it(DatabaseProvider provider)
    {
        await using var sales = await SalesOrdersHost.On(provider);
        var order = await Tea(sales, "1");
        var placed = await sales.Do(order);

        var again = await sales.Do(order);
        var other = await Should.ThrowAsync<RuleBroken>(() => sales.Do(order with { Freight = 1m }));
        var confirmed = await sales.Do(order with { Confirm = true });
        await sales.Do(new ShipOrder { Id = placed.Order.Id });
        var shipped = await sales.Do(order with { Confirm = true });
        var draft = await sales.Do(order with { Draft = true });

        (again.WasCreated, again.Order).ShouldBe((false, placed.Order));
        other.Rule.Code.ShouldBe("sales-orders.order-not-draft");
        confirmed.Order.Version.ShouldBe(placed.Order.Version + 1);
        (shipped.Order.Version, draft.Order.Version).ShouldBe((confirmed.Order.Version + 1, confirmed.Order.Version + 1));
    }

    [SkippableTheory, EveryProvider]
    public async Task Sixteen_clients_that_put_the_same_and_other_orders_at_once_all_succeed(DatabaseProvider provider)
    {
        await using var sales = await SalesOrdersHost.On(provider);
        var tea = await Tea(sales, "");
        foreach (var (draft, confirm) in new[] { (true, false), (false, false), (false, true) })
        {
            var refs = Enumerable.Range(0, 16).Select(i => $"{draft}-{confirm}-{i % 5}").ToList();

            var replies = await Task.WhenAll(refs.Select(key => Task.Run(() => sales.Do(
                tea with { Ref = new ExternalRef("shop", key), Draft = draft, Confirm = confirm }))));

            replies.Select(r => r.Order.Id).Distinct().Count().ShouldBe(5);
            replies.Count(r => r.WasCreated).ShouldBe(5);
        }

        (await sales.See(db => db.Orders.CountAsync())).ShouldBe(15);
        (await sales.Stock("TEA")).Allocated.ShouldBe(10);
    }

    [SkippableTheory, EveryProvider]
    public async Task Sixteen_clients_that_put_the_same_and_other_products_at_once_all_succeed(DatabaseProvider provider)
    {
        await using var sales = await SalesOrdersHost.On(provider);
        for (var round = 0; round < 4; round++)
        {
            var refs = Enumerable.Range(0, 16).Select(i => $"{round}-{i % 5}").ToList();

            var replies = await Task.WhenAll(refs.Select((key, i) => Task.Run(() => sales.Do(
                new UpsertProduct { Ref = new ExternalRef("erp", key), Sku = $"P{key}", Name = $"Name {i}", ListPrice = 1m, Currency = "EUR" }))));

            replies.Select(r => r.Product.Id).Distinct().Count().ShouldBe(5);
            replies.Count(r => r.WasCreated).ShouldBe(5);
        }
    }

    [SkippableTheory, EveryProvider]
    public async Task Who_sees_prices_and_costs_masked_keeps_them_by_every_way_of_writing(DatabaseProvider provider)
    {
        await using var sales = await SalesOrdersHost.On(provider);
        var product = new UpsertProduct { Ref = new ExternalRef("erp", "1"), Sku = "TEA", Name = "Tea", ListPrice = 10m, Currency = "EUR", Cost = 6m };
        var saved = (await sales.Do(product)).Product;
        var order = new UpsertOrder { Ref = new ExternalRef("shop", "1"), CustomerId = await sales.Customer(), Currency = "EUR", Draft = true, Lines = [new(2, "TEA", UnitPrice: 9m)] };
        var draft = (await sales.Do(order)).Order;
        var masked = Callers.App with
        {
            Masks = new Dictionary<string, FieldMask> { ["products.cost"] = FieldMask.Omit, ["orders.lines.unitPrice"] = FieldMask.Omit },
        };

        await sales.Do(product with { Name = "Green tea", Cost = null }, masked);
        await sales.Do(ChangeProduct.Of(await Product(sales)) with { Id = saved.Id, Unit = "box", Cost = null }, masked);
        await sales.Do(order with { Lines = [new(3, "TEA")] }, masked);
        await sales.Do(new ChangeDraft { Id = draft.Id, CustomerId = order.CustomerId, Currency = "EUR", Freight = 5m, Lines = [new(3, "TEA")] }, masked);

        var taken = new AddProduct { Sku = "POT", Name = "Pot", ListPrice = 1m, Currency = "EUR", ExternalRefs = [new ExternalRef("erp", "1")] };
        (await Should.ThrowAsync<RuleBroken>(() => sales.Do(taken))).Rule.ShouldBe(SalesOrdersRules.ExternalRefTaken);
        var kept = await Product(sales);
        (kept.Name, kept.Unit, kept.Cost).ShouldBe(("Green tea", "box", 6m));
        (await sales.Order(draft.Id)).Gross.ShouldBe(32m);
        var refused = await Should.ThrowAsync<RuleBroken>(() => sales.Do(product with { Cost = 1m }, masked));
        refused.Rule.Code.ShouldBe("access.field-masked");
        await Should.ThrowAsync<RuleBroken>(() => sales.Do(order with { Lines = [new(3, "TEA", UnitPrice: 1m)] }, masked));
        await Should.ThrowAsync<RuleBroken>(() => sales.Do(order with { Lines = [new(3, "TEA"), new(1, "TEA")] }, masked));
    }

    private static async Task<UpsertOrder> Tea(SalesOrdersHost sales, string key)
    {
        await sales.Product("TEA", onHand: 100);
        return new UpsertOrder { Ref = new ExternalRef("shop", key), CustomerId = await sales.Customer(), Currency = "EUR", Lines = [new(2, "TEA")] };
    }

    private static Task<Product> Product(SalesOrdersHost sales) => sales.See(db => db.Products.AsNoTracking().SingleAsync(p => p.Sku == "TEA"));
}
