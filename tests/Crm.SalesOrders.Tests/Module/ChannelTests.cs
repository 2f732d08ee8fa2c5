using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Pricing;
using Crm.SalesOrders.Application;
using Crm.SalesOrders.Application.Approval;
using Crm.SalesOrders.Application.Channels;
using Crm.SalesOrders.Application.Orders;
using Crm.SalesOrders.Application.Prices;
using Crm.SalesOrders.Application.Warehousing;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Channels;
using Crm.SalesOrders.Domain.Warehousing;
using Crm.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Crm.SalesOrders.Tests.Module;

public sealed class ChannelTests
{
    private static readonly OpenChannel Amazon = new() { Code = "amazon-de", Kind = ChannelKind.Marketplace, Names = new Phrase("Amazon", "亚马逊") };

    [SkippableTheory, EveryProvider]
    public async Task An_order_is_numbered_priced_and_served_as_its_channel_has_it_without_a_trip_more(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var customer = await host.Customer();
        var id = await host.Product("A", onHand: 5);
        await host.Do(new OpenWarehouse { Code = "east", Name = "East", Channels = [ChannelKind.Partner] });
        await host.Do(new CountStock { ProductId = id, Warehouse = "east", OnHand = 5 });
        await host.Do(Amazon with { NumberPattern = "AMZ-{year}-{n:4}", PriceGroup = "market", Warehouses = ["east", "main"], PaymentPolicy = PaymentPolicy.Prepaid });
        await host.Do(Offers.List("market", 1, ("A", 8m)) with { Scope = new PriceScope { CustomerGroups = ["market"] } });
        await host.Do(Offers.List("amazon", 1, ("A", 7m)) with { Scope = new PriceScope { Channels = ["amazon-de"], From = new DateOnly(2026, 12, 1) }, Priority = 1 });
        var order = Orders.Of(customer, ("A", 1)) with { Channel = "amazon-de", OrderedOn = new DateOnly(2026, 5, 4), Confirm = true };

        var first = await host.Do(order);
        var reads = (await CommandLog.Of(() => host.Do(order))).Count(c => c.StartsWith("SELECT", StringComparison.Ordinal));
        var next = await host.Do(order with { OrderedOn = new DateOnly(2027, 1, 4) });
        var usual = await host.Do(Orders.Of(customer, ("A", 1)));

        first.Number.ShouldBe("AMZ-2026-0001");
        next.Number.ShouldBe("AMZ-2027-0001");
        usual.Number.ShouldBe("SO-00000001");
        reads.ShouldBe(3);
        var placed = await host.Order(first.Id);
        (placed.Warehouse, placed.Gross, placed.PaymentPolicy, placed.Channel).ShouldBe(("east", 8m, PaymentPolicy.Prepaid, "amazon-de"));
        (next.Gross, usual.Gross).ShouldBe((7m, 10m));
    }

    [SkippableTheory, EveryProvider]
    public async Task Orders_of_many_channels_at_once_have_numbers_of_their_own(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var customer = await host.Customer();
        await host.Product("A");
        await host.Do(Amazon with { NumberPattern = "AMZ-{n}" });
        await host.Do(Amazon with { Code = "amazon-fr", NumberPattern = "AMZ-{n:6}" });

        var placed = await Task.WhenAll(Enumerable.Range(0, 24).Select(i => Task.Run(() => host.Do(
            Orders.Of(customer, ("A", 1)) with { Channel = (i % 3) switch { 0 => "web", 1 => "amazon-de", _ => "amazon-fr" } }))));

        placed.Select(p => p.Number).Distinct().Count().ShouldBe(24);
        placed.Select(p => p.Number).Where(n => n.StartsWith("AMZ-", StringComparison.Ordinal)).Select(n => int.Parse(n[4..])).ShouldBeUnique();
    }

    [SkippableTheory, EveryProvider]
    public async Task A_channel_that_is_unknown_closed_or_unserved_takes_no_order(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var customer = await host.Customer();
        await host.Product("A", onHand: 5);
        var order = Orders.Of(customer, ("A", 1)) with { Channel = "amazon-de" };

        (await Should.ThrowAsync<RuleBroken>(() => host.Do(order))).Rule.ShouldBe(ChannelRules.Unknown);
        var saved = await host.Do(Amazon);
        (await Should.ThrowAsync<RuleBroken>(() => host.Do(Amazon))).Rule.ShouldBe(ChannelRules.CodeTaken);
        (await host.Do(order)).Status.ShouldBe(OrderStatus.Pending);
        await host.Do(new OpenWarehouse { Code = "east", Name = "East", Channels = [] });
        var channel = await host.See(db => db.Channels.AsNoTracking().SingleAsync(c => c.Id == new ChannelId(saved.Id)));
        await host.Do(ChangeChannel.Of(channel) with { Warehouses = ["east"] });
        (await host.Do(order)).Status.ShouldBe(OrderStatus.Pending);
        (await Should.ThrowAsync<RuleBroken>(() => host.Do(order with { Warehouse = "main" }))).Rule.ShouldBe(StockRules.WarehouseServesOthers);
        await host.Do(ChangeChannel.Of(channel) with { IsActive = false });
        (await Should.ThrowAsync<RuleBroken>(() => host.Do(order))).Rule.ShouldBe(ChannelRules.Closed);
    }

    [Fact]
    public async Task Promotions_and_approval_rules_follow_the_code_of_a_channel_and_not_its_kind()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var customer = await host.Customer();
        await host.Product("A", onHand: 9);
        await host.Do(Amazon);
        await host.Do(Amazon with { Code = "amazon-fr" });
        await host.Do(Offers.Promotion("DE", PricePhase.OrderPromotions, new AmountOff(2m)) with { When = new InChannel(["amazon-de"]) });
        await host.Do(new MakeApprovalRule { Name = "Germany", Kind = HoldKind.Value, Threshold = 0m, Currency = "EUR", Channel = "amazon-de" });
        var order = Orders.Of(customer, ("A", 1)) with { Confirm = true };

        var german = await host.Do(order with { Channel = "amazon-de" });
        var french = await host.Do(order with { Channel = "amazon-fr" });

        (german.Status, german.Gross).ShouldBe((OrderStatus.Pending, 8m));
        (french.Status, french.Gross).ShouldBe((OrderStatus.Confirmed, 10m));
    }

    [Fact]
    public async Task Nothing_names_a_channel_that_is_not_there_and_what_came_by_one_that_was_closed_can_still_be_changed()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var customer = await host.Customer();
        await host.Product("A", onHand: 9);
        var rule = new MakeApprovalRule { Name = "All", Kind = HoldKind.Value, Threshold = 1000m, Currency = "EUR" };
        var made = await host.Do(rule);
        var past = new ImportOrder
        {
            Ref = new ExternalRef("northwind", "1"),
            Customer = "NW-ALFKI",
            Currency = "EUR",
            OrderedOn = new DateOnly(2026, 2, 1),
            Channel = "nowhere",
            Lines = [new ImportOrder.Line("A", 1, 3m)],
        };

        foreach (var naming in new Func<Task>[]
        {
            () => host.Do(rule with { Channel = "nowhere" }),
            () => host.Do(new ChangeApprovalRule { Id = made.Id, Name = "All", Kind = HoldKind.Value, Threshold = 1m, Currency = "EUR", Channel = "nowhere" }),
            () => host.Do(past),
        })
            (await Should.ThrowAsync<RuleBroken>(naming)).Rule.ShouldBe(ChannelRules.Unknown);
        (await Should.ThrowAsync<InvalidInput>(() => host.Do(Offers.List("lost", 1, ("A", 1m)) with { Scope = new PriceScope { Channels = ["nowhere"] } }))).Message.ShouldContain("/scope/channels/0");
        var saved = await host.Do(Amazon);
        var order = (await host.Do(Orders.Of(customer, ("A", 1)) with { Channel = "amazon-de", Confirm = true })).Id;
        var channel = await host.See(db => db.Channels.AsNoTracking().SingleAsync(c => c.Id == new ChannelId(saved.Id)));
        await host.Do(ChangeChannel.Of(channel) with { IsActive = false });
        var change = await host.Do(new ProposeOrderChange { Id = order, Lines = [new LineWish(2, (await host.Order(order)).Lines.Single().Id)] });
        (await host.Do(new AcceptOrderChange(order, change.Id))).Gross.ShouldBe(20m);
        (await host.Do(past with { Channel = "amazon-de" })).WasThere.ShouldBeFalse();
    }

    [Theory]
    [InlineData("WEB-{year}-{n}", true)]
    [InlineData("AMZ{n:8}", true)]
    [InlineData("{n}", false)]
    [InlineData("A1{n}", false)]
    [InlineData("A-{year}{n}", false)]
    [InlineData("A-{n}-B", false)]
    [InlineData("A-{n:13}", false)]
    [InlineData("A {n}", false)]
    public void A_pattern_ends_in_a_number_that_nothing_before_it_can_be_taken_for(string pattern, bool isValid) => NumberPattern.IsValid(pattern).ShouldBe(isValid);
}
