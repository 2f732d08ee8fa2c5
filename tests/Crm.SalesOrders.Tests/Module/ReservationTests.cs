using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Jobs;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.SalesOrders.Application;
using Crm.SalesOrders.Application.Orders;
using Crm.SalesOrders.Application.Warehousing;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Channels;
using Crm.SalesOrders.Domain.Warehousing;
using Crm.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Crm.SalesOrders.Tests.Module;

public sealed class ReservationTests
{
    [SkippableTheory, EveryProvider]
    public async Task Reserved_units_go_to_nobody_but_the_order_that_names_the_reservation(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var customer = await host.Customer();
        await host.Product("A", onHand: 10);
        var reserved = await host.Do(Of(("A", 3), ("A", 4)));
        (await host.Stock("A")).Available.ShouldBe(3);

        (await Should.ThrowAsync<RuleBroken>(() => host.Do(Orders.Of(customer, ("A", 4)) with { Confirm = true }))).Rule.ShouldBe(SalesOrdersRules.StockInsufficient);
        var order = await host.Do(Orders.Of(customer, ("A", 9)) with { ReservationId = reserved.Id });
        await host.Do(new ConfirmOrder(order.Id));

        var stock = await host.Stock("A");
        (stock.Allocated, stock.Reserved, stock.Available).ShouldBe((9, 0, 1));
        (await Reservation(host, reserved.Id)).State.ShouldBe(ReservationState.Used);
        (await Should.ThrowAsync<RuleBroken>(() => host.Do(new ReleaseReservation(reserved.Id)))).Rule.ShouldBe(StockRules.ReservationEnded);
    }

    [SkippableTheory, EveryProvider]
    public async Task An_order_that_wants_less_gives_the_rest_back_and_one_that_fails_leaves_the_reservation_alone(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var customer = await host.Customer();
        await host.Product("A", onHand: 10);
        await host.Product("B", onHand: 10);
        var reserved = await host.Do(Of(("A", 5), ("B", 5)));

        await Should.ThrowAsync<RuleBroken>(() => host.Do(Orders.Of(customer, ("A", 11)) with { ReservationId = reserved.Id, Confirm = true }));
        (await host.Stock("A")).Reserved.ShouldBe(5);
        await host.Do(Orders.Of(customer, ("A", 2)) with { ReservationId = reserved.Id, Confirm = true });

        var (a, b) = (await host.Stock("A"), await host.Stock("B"));
        (a.Allocated, a.Reserved, b.Allocated, b.Reserved).ShouldBe((2, 0, 0, 0));
    }

    [SkippableTheory, EveryProvider]
    public async Task A_reservation_ends_when_its_time_has_passed_unless_it_was_extended(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        await host.Product("A", onHand: 10);
        var now = host.Harness.Time.GetUtcNow();
        var extended = await host.Do(Of(("A", 1)) with { ExpiresAt = now.AddMinutes(10) });
        var forgotten = await host.Do(Of(("A", 2)) with { ExpiresAt = now.AddMinutes(10) });
        await host.Do(new ExtendReservation { Id = extended.Id, ExpiresAt = now.AddMinutes(60) });

        host.Harness.Time.Advance(TimeSpan.FromMinutes(10));
        (await Run<ExpireReservations>(host)).ShouldBe("1 of 1 reservations expired");

        ((await Reservation(host, extended.Id)).State, (await Reservation(host, forgotten.Id)).State).ShouldBe((ReservationState.Active, ReservationState.Expired));
        (await host.Stock("A")).Reserved.ShouldBe(1);
    }

    [SkippableTheory, EveryProvider]
    public async Task Reservations_that_ended_long_ago_are_forgotten_and_their_orders_confirm_all_the_same(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var customer = await host.Customer();
        await host.Product("A", onHand: 10);
        var kept = await host.Do(Of(("A", 1)) with { ExpiresAt = host.Harness.Time.GetUtcNow().AddDays(90) });
        var ended = await host.Do(Of(("A", 2)));
        var order = await host.Do(Orders.Of(customer, ("A", 3)) with { ReservationId = ended.Id });
        await host.Do(new ReleaseReservation(ended.Id));

        host.Harness.Time.Advance(TimeSpan.FromDays(101));
        (await Run<CleanReservations>(host)).ShouldBe("1 reservations");

        (await host.See(db => db.Reservations.AsNoTracking().SingleAsync())).Key.ShouldBe(kept.Id);
        (await host.Do(new ConfirmOrder(order.Id))).Status.ShouldBe(OrderStatus.Confirmed);
    }

    [Fact]
    public async Task A_reservation_for_one_customer_is_not_there_for_another()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var (anna, bert) = (await host.Customer("ANNA"), await host.Customer("BERT"));
        await host.Product("A", onHand: 5);
        var reserved = await host.Do(Of(("A", 5)) with { CustomerId = anna });
        var order = Orders.Of(bert, ("A", 1)) with { ReservationId = reserved.Id };

        (await Should.ThrowAsync<RuleBroken>(() => host.Do(order))).Rule.ShouldBe(StockRules.ReservationUnknown);
        await host.Do(new OpenWarehouse { Code = "east", Name = "East", Channels = [ChannelKind.Phone] });
        (await Should.ThrowAsync<RuleBroken>(() => host.Do(order with { CustomerId = anna, Warehouse = "east" }))).Rule.ShouldBe(StockRules.ReservationElsewhere);
        (await host.Do(order with { CustomerId = anna, Confirm = true })).Status.ShouldBe(OrderStatus.Confirmed);
        (await Should.ThrowAsync<RuleBroken>(() => host.Do(Of(("A", 1)) with { CustomerId = Guid.CreateVersion7() }))).Rule.ShouldBe(SalesOrdersRules.CustomerUnknown);
    }

    [Fact]
    public async Task A_reservation_is_seen_ended_and_named_by_who_made_it_and_its_order_is_confirmed_by_whoever_may()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var (nancy, andrew) = (Callers.Person(RowScope.Own), Callers.Person(RowScope.Own));
        var customer = await host.Customer();
        await host.Product("A", onHand: 5);
        var reserved = await host.Do(Of(("A", 4)), nancy);
        var order = Orders.Of(customer, ("A", 1)) with { ReservationId = reserved.Id };

        (await host.See(db => db.Reservations.CountAsync(), andrew)).ShouldBe(0);
        await Should.ThrowAsync<ResourceNotFound>(() => host.Do(new ReleaseReservation(reserved.Id), andrew));
        (await Should.ThrowAsync<RuleBroken>(() => host.Do(order, andrew))).Rule.ShouldBe(StockRules.ReservationUnknown);
        var placed = await host.Do(order, nancy);
        (await host.Do(new ConfirmOrder(placed.Id), Callers.Boss)).Status.ShouldBe(OrderStatus.Confirmed);
        (await host.Stock("A")).Reserved.ShouldBe(0);
    }

    [SkippableTheory, EveryProvider]
    public async Task What_was_reserved_for_an_order_is_free_when_the_order_is_given_up_and_no_other_counts_on_it(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var customer = await host.Customer();
        await host.Product("A", onHand: 9);
        var reserved = await host.Do(Of(("A", 4)));
        var order = Orders.Of(customer, ("A", 1)) with { ReservationId = reserved.Id };
        var (placed, draft, quote) = (await host.Do(order), await host.Do(order with { Draft = true }), await host.Do(order with { QuoteUntil = new DateOnly(2026, 3, 3) }));

        await host.Do(new CancelOrder { Id = placed.Id, Reason = "changed their mind" });
        await host.Do(new DeleteDraft(draft.Id));
        (await host.Stock("A")).Reserved.ShouldBe(4);
        await host.Do(new ExpireQuote(quote.Id, new DateOnly(2026, 3, 5)));

        (await host.Stock("A")).Reserved.ShouldBe(0);
        (await Reservation(host, reserved.Id)).State.ShouldBe(ReservationState.Released);
    }

    [Fact]
    public async Task Nobody_keeps_stock_for_ever_or_into_the_past()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        await host.Product("A", onHand: 10);
        var now = host.Harness.Time.GetUtcNow();

        foreach (var when in new[] { now, now.AddDays(91) })
            (await Should.ThrowAsync<RuleBroken>(() => host.Do(Of(("A", 1)) with { ExpiresAt = when }))).Rule.ShouldBe(StockRules.ReservationTime);
        (await host.Stock("A")).Reserved.ShouldBe(0);
    }

    [SkippableTheory, EveryProvider]
    public async Task Of_many_who_reserve_the_last_units_exactly_as_many_get_them_as_there_are(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        await host.Product("A", onHand: 9);
        await host.Product("B", onHand: 9);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 32).Select(i => Task.Run(() => Reserved(host, i % 2 == 0
            ? Of(("A", 1), ("B", 1))
            : Of(("B", 1), ("A", 1))))));

        outcomes.Count(won => won).ShouldBe(9);
        ((await host.Stock("A")).Reserved, (await host.Stock("B")).Available).ShouldBe((9, 0));
    }

    [SkippableTheory, EveryProvider]
    public async Task Two_orders_that_name_one_reservation_do_not_both_get_its_units(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var customer = await host.Customer();
        await host.Product("A", onHand: 5);
        var reserved = await host.Do(Of(("A", 5)));
        var order = Orders.Of(customer, ("A", 5)) with { ReservationId = reserved.Id, Confirm = true };

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            try
            {
                await host.Do(order);
                return true;
            }
            catch (RuleBroken broken) when (broken.Rule == SalesOrdersRules.StockInsufficient)
            {
                return false;
            }
        })));

        outcomes.Count(won => won).ShouldBe(1);
        ((await host.Stock("A")).Allocated, (await host.Stock("A")).Reserved).ShouldBe((5, 0));
    }

    internal static ReserveStock Of(params (string Sku, int Quantity)[] lines) => new() { Lines = [.. lines.Select(l => new StockLine(l.Sku, l.Quantity))] };

    private static async Task<string> Run<TJob>(SalesOrdersHost host)
        where TJob : IScheduledJob
    {
        await using var scope = host.Harness.Scope();
        return await ActivatorUtilities.CreateInstance<TJob>(scope.ServiceProvider).Run(CancellationToken.None);
    }

    private static Task<Reservation> Reservation(SalesOrdersHost host, Guid id) =>
        host.See(db => db.Reservations.AsNoTracking().SingleAsync(r => r.Id == new ReservationId(id)));

    private static async Task<bool> Reserved(SalesOrdersHost host, ReserveStock command)
    {
        try
        {
            await host.Do(command);
            return true;
        }
        catch (RuleBroken broken) when (broken.Rule == SalesOrdersRules.StockInsufficient)
        {
            return false;
        }
    }
}
