using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.SalesOrders.Application.Catalogue;
using Crm.SalesOrders.Application.Notes;
using Crm.SalesOrders.Application.Orders;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Warehousing;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Crm.SalesOrders.Tests.Module;

/// <summary>What happens when somebody else acts between two statements. On SQLite nobody can: it has one writer at a time.</summary>
public sealed class InterruptedTests
{
    private static readonly string[] LockingStock = ["StockLevels", "FOR NO KEY UPDATE"];

    [SkippableFact]
    public async Task Whoever_locks_an_order_with_its_stock_begins_again_when_it_got_other_goods_just_now()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Postgres);
        var order = await Confirmed(host, ("A", 2));
        await host.Product("X", onHand: 9, price: 5m);
        var change = await host.Do(new ProposeOrderChange { Id = order, Lines = [new(1, Sku: "X")] });

        await host.See(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            return await Should.ThrowAsync<DbUpdateConcurrencyException>(() => Meanwhile.Before(
                LockingStock, () => db.LockOrderAndStock(order, CancellationToken.None), () => host.Do(new AcceptOrderChange(order, change.Id))));
        });

        (await host.Order(order)).Lines.Select(l => l.Sku).ShouldBe(["A", "X"], ignoreOrder: true);
    }

    [SkippableFact]
    public async Task Of_two_orders_that_end_at_once_one_frees_what_was_reserved_for_both()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Postgres);
        var customer = await host.Customer();
        await host.Product("A", onHand: 9);
        var reserved = await host.Do(ReservationTests.Of(("A", 4)));
        var order = Orders.Of(customer, ("A", 1)) with { ReservationId = reserved.Id };
        var (one, other) = (await host.Do(order), await host.Do(order));

        var acted = await Meanwhile.Before(LockingStock, () => Cancel(host, one.Id), () => Cancel(host, other.Id));

        acted.ShouldBeTrue();
        (await host.See(db => db.Reservations.AsNoTracking().SingleAsync())).State.ShouldBe(ReservationState.Released);
        (await host.Stock("A")).Reserved.ShouldBe(0);
    }

    [SkippableFact]
    public async Task A_note_is_written_while_somebody_holds_the_order()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Postgres);
        var order = await Confirmed(host, ("A", 2));

        await host.See(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            await db.LockOrders([new OrderId(order)], CancellationToken.None);
            return await host.Do(new WriteNote { OrderId = order, Text = "Rings twice" });
        });

        (await host.See(db => db.OrderNotes.CountAsync())).ShouldBe(1);
    }

    [SkippableFact]
    public async Task A_category_and_its_heir_are_locked_together()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Postgres);
        foreach (var code in new[] { "A", "Z" }) await host.Do(new AddCategory { Code = code, Names = new Phrase(code, code) });
        var last = await host.See(db => db.Categories.Where(c => c.Code == "Z").Select(c => c.Id).SingleAsync());

        var locks = (await CommandLog.Of(() => host.Do(new DeleteCategory { Id = last.Value, ReassignTo = "A" }))).Where(c => c.Contains("FOR NO KEY UPDATE", StringComparison.Ordinal));

        locks.Count(c => c.Contains("Categories", StringComparison.Ordinal)).ShouldBe(1);
    }

    private static Task<OrderSaved> Cancel(SalesOrdersHost host, Guid order) => host.Do(new CancelOrder { Id = order, Reason = "changed their mind" });

    private static async Task<Guid> Confirmed(SalesOrdersHost host, params (string Sku, int Quantity)[] lines)
    {
        foreach (var (sku, _) in lines) await host.Product(sku, onHand: 20);
        return (await host.Do(Orders.Of(await host.Customer(), lines) with { Confirm = true })).Id;
    }
}
