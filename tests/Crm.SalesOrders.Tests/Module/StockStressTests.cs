using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.SalesOrders.Application;
using Crm.SalesOrders.Application.Orders;
using Crm.SalesOrders.Application.Supply;
using Crm.SalesOrders.Application.Warehousing;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Channels;
using Crm.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Crm.SalesOrders.Tests.Module;

public sealed class StockStressTests
{
    private const int Clients = 16;
    private const int StepsEach = 12;
    private const int Kinds = 7;
    private static readonly string[] Skus = ["A", "B", "C"];

    [SkippableTheory, EveryProvider]
    public async Task Whatever_many_clients_do_to_the_same_stock_at_once_nothing_is_sold_twice_and_the_ledger_explains_it(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var customer = await host.Customer();
        foreach (var sku in Skus) await host.Product(sku, onHand: 40);
        await host.Do(new OpenWarehouse { Code = "east", Name = "East", Channels = [ChannelKind.Web] });
        await host.Do(new AddSupplier { Code = "ACME", Name = "Acme", Currency = "EUR" });

        var done = await Task.WhenAll(Enumerable.Range(0, Clients).Select(client => Task.Run(() => Client(host, customer, client))));

        // Nobody met a deadlock or another failure that is not a rule of the business, or the client would have thrown.
        done.SelectMany(kinds => kinds).Distinct().Order().ShouldBe(Enumerable.Range(0, Kinds), "Each kind of step was possible for somebody.");
        foreach (var level in await host.See(db => db.StockLevels.AsNoTracking().ToListAsync()))
        {
            level.Allocated.ShouldBeGreaterThanOrEqualTo(0);
            level.Reserved.ShouldBeGreaterThanOrEqualTo(0);
            level.Available.ShouldBeGreaterThanOrEqualTo(0);
        }

        (await Check(host, repair: false)).ShouldBe((0, 0));
    }

    [SkippableTheory, EveryProvider]
    public async Task A_check_names_every_level_that_differs_and_a_rebuild_makes_it_what_the_ledger_says(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var customer = await host.Customer();
        foreach (var sku in Skus) await host.Product(sku, onHand: 10);
        await host.Do(Orders.Of(customer, ("A", 4), ("B", 3)) with { Confirm = true });
        await host.Do(ReservationTests.Of(("A", 1)));
        await host.See(db => db.StockLevels.Where(l => l.Sku == "A").ExecuteUpdateAsync(set => set.SetProperty(l => l.OnHand, 77).SetProperty(l => l.Reserved, 9)));
        await host.See(db => db.StockLevels.Where(l => l.Sku == "B").ExecuteUpdateAsync(set => set.SetProperty(l => l.Allocated, 0)));

        (await Check(host, repair: false)).ShouldBe((2, 2));
        (await host.Stock("A")).OnHand.ShouldBe(77);
        (await Check(host, repair: true)).ShouldBe((2, 2));

        var (a, b) = (await host.Stock("A"), await host.Stock("B"));
        (a.OnHand, a.Allocated, a.Reserved, b.Allocated).ShouldBe((10, 4, 1, 3));
        (await Check(host, repair: false)).ShouldBe((0, 0));
    }

    // Each client goes its own way through everything that takes, keeps, moves or brings units, with the SKUs in its own order.
    private static async Task<HashSet<int>> Client(SalesOrdersHost host, Guid customer, int client)
    {
        var random = new Random(client);
        var done = new HashSet<int>();
        for (var step = 0; step < StepsEach; step++)
        {
            var skus = Skus.OrderBy(_ => random.Next()).ToArray();
            var kind = random.Next(Kinds);
            try
            {
                await Something(host, customer, random, kind, skus);
                done.Add(kind);
            }
            catch (RuleBroken)
            {
                // Somebody else was first.
            }
        }

        return done;
    }

    private static async Task Something(SalesOrdersHost host, Guid customer, Random random, int kind, string[] skus)
    {
        (string, int)[] wanted = [.. skus.Select(sku => (sku, random.Next(1, 4)))];
        StockLine[] goods = [.. wanted.Select(w => new StockLine(w.Item1, w.Item2))];
        switch (kind)
        {
            case 0:
                await host.Do(new ConfirmOrder((await host.Do(Orders.Of(customer, wanted))).Id));
                break;
            case 1:
                var taken = await host.Do(Orders.Of(customer, wanted) with { Confirm = true, AllowBackOrder = true });
                await host.Do(new CancelOrder { Id = taken.Id, Reason = "changed their mind" });
                break;
            case 2:
                var kept = await host.Do(ReservationTests.Of(wanted));
                await host.Do(Orders.Of(customer, [wanted[0], wanted[1]]) with { ReservationId = kept.Id, Confirm = true });
                break;
            case 3:
                await host.Do(new ReleaseReservation((await host.Do(ReservationTests.Of(wanted))).Id));
                break;
            case 4:
                var sent = await host.Do(new SendTransfer { From = "main", To = "east", Lines = goods });
                if (random.Next(2) == 0) await host.Do(new ReceiveTransfer { Id = sent.Id, Lines = [goods[0]] });
                await host.Do(new TurnBackTransfer(sent.Id));
                break;
            case 5:
                var supply = await host.Do(new DraftSupplyOrder { Supplier = "ACME", Lines = [.. wanted.Select(w => new SupplyOrderContent.Line(w.Item1, w.Item2))] });
                await host.Do(new PlaceSupplyOrder { Id = supply.Id });
                await host.Do(new ReceiveSupplyOrder { Id = supply.Id, Lines = [goods[1]] });
                break;
            default:
                var waiting = await host.Do(Orders.Of(customer, wanted) with { Confirm = true, AllowBackOrder = true });
                await host.Do(new ShipOrder { Id = waiting.Id });
                break;
        }
    }

    private static async Task<(int Differences, int Problems)> Check(SalesOrdersHost host, bool repair)
    {
        var id = await host.Do(new StartStockCheck(repair));
        await host.Harness.RunOperations();
        return await host.See(async db =>
        {
            var operation = await db.Operations.AsNoTracking().SingleAsync(o => o.Id == id.Value);
            operation.Result.ShouldNotBeNull(operation.State.ToString());
            var problems = await db.Set<Crm.BuildingBlocks.Hosting.Operations.OperationProblem>().CountAsync(p => p.OperationId == operation.Id);
            return (System.Text.Json.JsonDocument.Parse(operation.Result!).RootElement.GetProperty("differences").GetInt32(), problems);
        });
    }
}
