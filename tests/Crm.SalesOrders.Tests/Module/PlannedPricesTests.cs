using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Planning.Contracts;
using Crm.Pricing;
using Crm.SalesOrders.Application.Orders;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Prices;
using Crm.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Crm.SalesOrders.Tests.Module;

/// <summary>Selling by what Planning publishes, and stopping when it says so.</summary>
public sealed class PlannedPricesTests
{
    [SkippableTheory, EveryProvider]
    public async Task A_planned_version_is_taken_over_when_its_last_part_arrives_and_only_once(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var order = Orders.Of(await host.Customer(), ("A", 1));
        await host.Product("A", price: 20m);
        var source = Guid.CreateVersion7();
        var parts = Planned.Parts(Planned.Five() with { MaxUses = 9 }, source, 3);

        await host.Hear(parts[0], source, 1);
        await host.Hear(parts[1], source, 2);
        (await host.Do(order)).Gross.ShouldBe(20m);
        await host.Hear(parts[2], source, 3);
        (await host.Do(order)).Gross.ShouldBe(15m);

        // Told again to whoever asks, the same is the same.
        for (var i = 0; i < 3; i++) await host.Hear(parts[i], source, i + 1);
        var kept = await host.See(db => db.PricePublications.AsNoTracking().SingleAsync());
        (kept.Code, kept.Number, kept.IsPlanned).ShouldBe(("five", 1, true));
        (await host.See(db => db.PublicationParts.CountAsync())).ShouldBe(0);
    }

    [SkippableTheory, EveryProvider]
    public async Task A_suspended_promotion_is_not_given_to_the_next_order_and_comes_back_when_resumed(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        await host.Product("A", onHand: 9, price: 20m);
        var order = Orders.Of(await host.Customer(), ("A", 1)) with { Confirm = true };
        var source = Guid.CreateVersion7();
        await host.Plan(Planned.Five(), source);
        var before = await host.Do(order);
        before.Gross.ShouldBe(15m);

        await host.Hear(new PromotionSuspendedV1(source, "five", "too dear", Planned.Then), source, 2);
        (await host.Do(order)).Gross.ShouldBe(20m);
        // What an order has it keeps, also when it is changed.
        var line = (await host.Order(before.Id)).Lines.Single().Id;
        var change = await host.Do(new ProposeOrderChange { Id = before.Id, Lines = [new LineWish(2, line)] });
        await host.Do(new AcceptOrderChange(before.Id, change.Id));
        (await host.Order(before.Id)).Gross.ShouldBe(35m);

        await host.Hear(new PromotionResumedV1(source, "five", null, Planned.Then), source, 3);
        (await host.Do(order)).Gross.ShouldBe(15m);
        // What comes late says nothing any more.
        await host.Hear(new PromotionSuspendedV1(source, "five", "too dear", Planned.Then), source, 2);
        (await host.Do(order)).Gross.ShouldBe(15m);
    }

    [Fact]
    public async Task What_was_ended_by_hand_is_over_and_what_ended_by_itself_needs_no_word()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var order = Orders.Of(await host.Customer(), ("A", 1));
        await host.Product("A", price: 20m);
        var source = Guid.CreateVersion7();
        await host.Plan(Planned.Five(), source);

        await host.Hear(new PromotionEndedV1(source, "five", null, Planned.Then, IsEarly: false), source, 2);
        (await host.Do(order)).Gross.ShouldBe(15m);
        await host.Hear(new PromotionEndedV1(source, "five", "enough", Planned.Then, IsEarly: true), source, 3);
        (await host.Do(order)).Gross.ShouldBe(20m);
        await host.Hear(new PromotionResumedV1(source, "five", null, Planned.Then), source, 4);
        (await host.Do(order)).Gross.ShouldBe(20m);
    }

    [SkippableTheory, EveryProvider]
    public async Task A_planned_list_is_sold_by_until_it_is_suspended(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var order = Orders.Of(await host.Customer(), ("A", 1));
        await host.Product("A", price: 20m);
        var source = Guid.CreateVersion7();
        // A channel that nobody has here keeps no list away from the others.
        await host.Hear(Planned.List(source, Offers.List("retail", 1, ("A", 18m)) with { Scope = new PriceScope { Channels = ["web", "moon"] } }), source, 1);
        (await host.Do(order)).Gross.ShouldBe(18m);

        await host.Hear(new PriceListSuspendedV1(source, "retail", "wrong", Planned.Then), source, 2);
        (await host.Do(order)).Gross.ShouldBe(20m);
        await host.Hear(new PriceListResumedV1(source, "retail", null, Planned.Then), source, 3);
        (await host.Do(order)).Gross.ShouldBe(18m);
        await host.Hear(new PriceListEndedV1(source, "retail", null, Planned.Then, IsEarly: true), source, 4);
        (await host.Do(order)).Gross.ShouldBe(20m);
    }

    [Fact]
    public async Task Of_what_comes_from_Planning_nobody_else_publishes_the_next_version()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        await host.Plan(Planned.Five(), Guid.CreateVersion7());

        (await Should.ThrowAsync<RuleBroken>(() => host.Do(Planned.Five() with { Version = 2 }))).Rule.ShouldBe(PriceRules.PlannedElsewhere);
        await host.Do(Planned.Five("six"));
    }

    [Fact]
    public async Task What_nobody_can_sell_by_is_parked_and_not_taken_over_in_part()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var (odd, empty) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var told = Planned.Parts(Planned.Five("odd"), odd, 1).Single();

        await host.Hear(told with { Text = told.Text.Replace("amountOff", "amountOn", StringComparison.Ordinal) }, odd, 1);
        await host.Hear(Planned.List(empty, Offers.List("empty", 1)), empty, 1);

        var failed = await host.See(db => db.Inbox.Where(m => m.ParkedAt != null).Select(m => m.LastError).ToListAsync());
        failed.Count.ShouldBe(2);
        failed.ShouldAllBe(error => error!.Contains(PriceRules.PlannedNotSold.Code));
        (await host.See(db => db.PricePublications.CountAsync())).ShouldBe(0);
    }
}
