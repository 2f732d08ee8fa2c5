using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.SalesOrders.Application.Accounting;
using Crm.SalesOrders.Application.Approval;
using Crm.SalesOrders.Application.Loyalty;
using Crm.SalesOrders.Application.Money;
using Crm.SalesOrders.Application.Orders;
using Crm.SalesOrders.Application.Supply;
using Crm.SalesOrders.Application.Warehousing;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Accounting;
using Crm.SalesOrders.Domain.Loyalty;
using Crm.SalesOrders.Domain.Supply;
using Crm.SalesOrders.Domain.Warehousing;
using Shouldly;
using Xunit;

namespace Crm.SalesOrders.Tests.Module;

/// <summary>Refusals that stand in nobody's way elsewhere.</summary>
public sealed class RefusedTests
{
    [Fact]
    public async Task What_the_state_of_an_order_does_not_allow_is_refused_in_the_words_that_help_most()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var order = Orders.Of(await host.Customer(), ("A", 1));
        await host.Product("A", onHand: 9);
        var (draft, submitted) = ((await host.Do(order with { Draft = true })).Id, (await host.Do(order)).Id);
        await host.Do(new MakeApprovalRule { Name = "All", Kind = HoldKind.Value, Threshold = 0m, Currency = "EUR" });
        var pending = (await host.Do(order with { Confirm = true })).Id;

        await Refuses(() => host.Do(new ShipOrder { Id = submitted }), SalesOrdersRules.OrderNotConfirmed);
        await Refuses(() => host.Do(new RecordPayment { Id = draft, Amount = 1m }), SalesOrdersRules.OrderNotPlaced);
        await Refuses(() => host.Do(new WithdrawOrder(draft)), SalesOrdersRules.OrderNotPlaced);
        (await host.Order(submitted)).WhyNot(OrderAction.Expire).ShouldBe(SalesOrdersRules.OrderNotQuoted);
        await Refuses(() => host.Do(new ConfirmOrder(pending)), SalesOrdersRules.OrderPending);
        await Refuses(() => host.Do(new WithdrawOrder(pending)), SalesOrdersRules.OrderPending);
    }

    [Fact]
    public async Task Stock_suppliers_books_and_points_refuse_what_cannot_be()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        await host.Product("A", onHand: 1);
        await host.Product("B", onHand: 1);
        var order = (await host.Do(Orders.Of(await host.Customer(), ("A", 1)))).Id;
        var product = (await host.Stock("A")).ProductId.Value;
        await host.Do(new CountStock { ProductId = product, OnHand = Limits.MostUnits });
        await Refuses(() => host.Do(new MoveStock { ProductId = product, Change = 1 }), SalesOrdersRules.StockTooLarge);

        var acme = new AddSupplier { Code = "ACME", Name = "Acme", Currency = "EUR", Items = [new("B")] };
        await host.Do(acme);
        await Refuses(() => host.Do(acme with { Name = "Another" }), SupplyRules.SupplierCodeTaken);
        var supply = await host.Do(new DraftSupplyOrder { Supplier = "ACME", Lines = [new("B", 5, UnitCost: 4m)] });
        await host.Do(new PlaceSupplyOrder { Id = supply.Id });
        await Refuses(() => host.Do(new ReceiveSupplyOrder { Id = supply.Id, Lines = [new("A", 1)] }), StockRules.NotOnDocument);

        await Refuses(() => host.Do(new ReopenMonths(new DateOnly(2020, 1, 15))), AccountingRules.NotBeginOfMonth);
        await host.Do(new SetLoyaltyProgram { Currency = "EUR", PointsPerUnit = 1m, PointValue = 0.001m });
        await Refuses(() => host.Do(new PayWithPoints { Id = order, Points = 1 }), LoyaltyRules.PointsWorthNothing);
    }

    [Fact]
    public void A_stock_taking_has_so_many_products_and_no_more()
    {
        var count = StockCount.Open("CNT-1", "main", new DateOnly(2026, 3, 2), note: null, DateTimeOffset.UnixEpoch);
        var nothing = new LockedStock(new HashSet<ProductId>(), [], "main");
        count.Enter(Enumerable.Range(0, Limits.MostCountedLines).Select(i => new Units(new ProductId(Guid.CreateVersion7()), $"P{i}", 1)), nothing, DateTimeOffset.UnixEpoch);

        Should.Throw<RuleBroken>(() => count.Enter([new Units(new ProductId(Guid.CreateVersion7()), "MORE", 1)], nothing, DateTimeOffset.UnixEpoch)).Rule.ShouldBe(StockRules.CountTooLong);
    }

    private static async Task Refuses(Func<Task> tried, Rule rule) => (await Should.ThrowAsync<RuleBroken>(tried)).Rule.ShouldBe(rule);
}
