using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Customers.Contracts;
using Crm.Pricing;
using Crm.SalesOrders.Application.Catalogue;
using Crm.SalesOrders.Application.Channels;
using Crm.SalesOrders.Application.Exchange;
using Crm.SalesOrders.Application.Orders;
using Crm.SalesOrders.Application.Prices;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Channels;
using Crm.SalesOrders.Domain.Notes;
using Crm.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Crm.SalesOrders.Tests.Module;

/// <summary>What a customer said yes to arrives from Customers and becomes the draft of a quote.</summary>
public sealed class OpportunityTests
{
    private static readonly DateOnly WonOn = new(2026, 3, 2);

    [SkippableTheory, EveryProvider]
    public async Task A_won_opportunity_becomes_one_draft_with_its_lines_owner_and_channel_however_often_it_is_told(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var (customer, unit) = (await host.Customer(), Guid.CreateVersion7());
        var owner = await host.Salesperson("nancy", unit);
        var tea = await host.Product("TEA", price: 20m);
        await host.Product("CUP", price: 5m);
        var won = Won(customer, new(tea, null, "Tea", 3m, null, 0m), new(null, "CUP", "Cups", 10m, 4m, 0m)) with { OwnerId = owner, Channel = "partner", WantedOn = new DateOnly(2026, 4, 1) };

        await Hear(host, won);
        await Hear(host, won, version: 2);

        var draft = await host.See(db => db.Orders.AsNoTracking().SingleAsync());
        (draft.State, draft.OpportunityId, draft.CustomerId, draft.Channel).ShouldBe((OrderState.Draft, won.OpportunityId, customer, FirstChannels.Partner));
        (draft.OwnerId, draft.UnitId, draft.OrderedOn, draft.RequiredOn).ShouldBe((owner, unit, WonOn, new DateOnly(2026, 4, 1)));
        draft.Lines.OrderBy(l => l.Position).Select(l => (l.Sku, l.Quantity, l.UnitPrice, l.PriceIsAgreed)).ShouldBe([("TEA", 3, 20m, false), ("CUP", 10, 4m, true)]);
        draft.Gross.ShouldBe(100m);
        var note = await Note(host);
        (note.Text, note.IsAutomatic, note.IsPinned).ShouldBe(("Written for the won opportunity: Tea for the canteen.\nIt was thought to be worth 120 EUR.", true, true));
        note.TextInChinese!.ShouldStartWith("根据赢单商机创建：Tea for the canteen。");
        (await host.Do(new QuoteOrder { Id = draft.Key, ValidUntil = new DateOnly(2199, 1, 1) })).Status.ShouldBe(OrderStatus.Quoted);
    }

    [SkippableTheory, EveryProvider]
    public async Task News_that_come_before_those_of_the_customer_wait_for_nobody_and_nothing_is_sold_until_the_customer_is_known(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        await host.Product("TEA", onHand: 9, price: 20m);
        var customer = Guid.CreateVersion7();

        await Hear(host, Won(customer, new OpportunityLineV1(null, "TEA", null, 2m, null, 0m)));

        var draft = await host.See(db => db.Orders.AsNoTracking().SingleAsync());
        draft.Gross.ShouldBe(40m);
        (await Note(host)).Text!.ShouldContain("- The customer is not known to sales yet, or was deleted.");
        (await Should.ThrowAsync<RuleBroken>(() => host.Do(new ConfirmOrder(draft.Key)))).Rule.ShouldBe(SalesOrdersRules.CustomerUnknown);
        await host.Hear(new CustomerRegisteredV1(customer, Customers.State(customer, "LATE")), customer, version: 1);
        (await host.See(db => db.CustomerCopies.AsNoTracking().SingleAsync())).Code.ShouldBe("LATE");
        (await host.Do(new ConfirmOrder(draft.Key))).Status.ShouldBe(OrderStatus.Confirmed);
    }

    [SkippableTheory, EveryProvider]
    public async Task What_cannot_be_taken_over_stands_in_the_note_and_parks_nothing(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var customer = await host.Customer(isBlocked: true);
        await host.Product("TEA", price: 20m);
        await host.Product("OLD", isActive: false);

        await Hear(host, Won(
            customer,
            new(null, "TEA", null, 2m, null, 0m), new(null, "GONE", "A thing of old", 1m, 3m, 0m), new(null, "OLD", null, 1m, null, 0m), new(null, "TEA", null, 1.5m, null, 0m),
            new(null, null, "Advice", 1m, 900m, 0m), new(null, "TEA", "Tea again", 1m, -4m, 0m)) with
        { Channel = "telex" });

        var draft = await host.See(db => db.Orders.AsNoTracking().SingleAsync());
        draft.Lines.Select(l => (l.Sku, l.Quantity)).ShouldBe([("TEA", 2)]);
        draft.Channel.ShouldBe(FirstChannels.Phone);
        (await Note(host)).Text!.Split('\n').Skip(2).ShouldBe([
            "To be completed by hand:", "- There is no channel telex.", "- The customer is blocked: no new orders are accepted.", "- 1 x A thing of old: not a product of the catalogue.",
            "- 1 x OLD: is not sold any more.", "- 1.5 x TEA: not a number of whole units.", "- 1 x Advice: not a product of the catalogue.", "- 1 x Tea again: price or discount are out of range."]);
        (await host.See(db => db.Inbox.CountAsync(m => m.HandledAt == null))).ShouldBe(0);
    }

    [Fact]
    public async Task What_was_promised_below_the_floor_is_drafted_at_the_list_price_and_a_draft_without_lines_is_not_more_than_a_draft()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var customer = await host.Customer();
        await host.Product("TEA", price: 20m);
        await host.Do(new PublishPriceList
        {
            Code = "usual",
            Version = 1,
            Currency = "EUR",
            Items = [new PriceItem("TEA", 18m, Floor: 15m)],
        });

        await Hear(host, Won(customer, new OpportunityLineV1(null, "TEA", null, 2m, 10m, 0m)));
        await Hear(host, Won(customer));

        var drafts = await host.See(db => db.Orders.AsNoTracking().OrderBy(o => o.Number).ToListAsync());
        drafts[0].Lines.Single().UnitPrice.ShouldBe(18m);
        var notes = await host.See(db => db.OrderNotes.AsNoTracking().ToListAsync());
        notes.Single(n => n.OrderId == drafts[0].Id).Text!.ShouldContain("- TEA: what was promised (10 EUR) was not taken over.");
        drafts[1].Lines.ShouldBeEmpty();
        foreach (var tried in new Func<Task>[] { () => host.Do(new SubmitOrder(drafts[1].Key)), () => host.Do(new ConfirmOrder(drafts[1].Key)), () => host.Do(new QuoteOrder { Id = drafts[1].Key, ValidUntil = WonOn }) })
            (await Should.ThrowAsync<RuleBroken>(tried)).Rule.ShouldBe(SalesOrdersRules.OrderEmpty);
    }

    [Fact]
    public async Task A_draft_is_numbered_as_its_channel_has_it_and_knows_what_it_is_worth_to_the_company()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var customer = await host.Customer();
        await host.Product("TEA", price: 20m);
        await host.Do(new SetExchangeRates { Rates = [new("USD", WonOn, 0.5m)] });
        await host.Do(new OpenChannel { Code = "telex", Kind = ChannelKind.Phone, Names = new Phrase("Telex", "电传"), NumberPattern = "TX-{year}-{n}", PaymentPolicy = PaymentPolicy.Prepaid });

        await Hear(host, Won(customer, new OpportunityLineV1(null, "TEA", null, 2m, 30m, 0m)) with { Channel = "Telex", Currency = "USD" });

        var draft = await host.See(db => db.Orders.AsNoTracking().SingleAsync());
        (draft.Number, draft.Channel, draft.PaymentPolicy).ShouldBe(("TX-2026-1", "telex", PaymentPolicy.Prepaid));
        (draft.CompanyCurrency, draft.CompanyRate, draft.Lines.Single().UnitCost).ShouldBe(("EUR", 0.5m, 12m));
    }

    [Fact]
    public async Task Gifts_cost_what_they_cost_in_the_currency_of_the_draft_and_a_later_change_is_priced_by_the_hour_of_the_draft()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var customer = await host.Customer();
        await host.Product("TEA", price: 20m);
        await host.Do(new AddProduct { Sku = "MUG", Name = "Mug", ListPrice = 10m, Currency = "CNY", Cost = 7m });
        await host.Do(new SetExchangeRates { Rates = [new("CNY", WonOn, 0.1m)] });
        await host.Do(Offers.Promotion("mug", PricePhase.Gifts, new Gift("MUG")));

        await Hear(host, Won(customer, new OpportunityLineV1(null, "TEA", null, 2m, null, 0m)));

        var draft = await host.See(db => db.Orders.AsNoTracking().SingleAsync());
        draft.Lines.Single(l => l.IsGift).UnitCost.ShouldBe(0.7m);
        draft.PricedAt.ShouldBe(TimeOnly.FromDateTime(host.Harness.Time.GetUtcNow().UtcDateTime));
    }

    [Fact]
    public async Task A_channel_is_found_as_it_is_written_and_else_in_small_letters()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var customer = await host.Customer();
        await host.Do(new OpenChannel { Code = "B2B", Kind = ChannelKind.Partner, Names = new Phrase("Resellers", "经销商"), NumberPattern = "B-{n}" });

        await Hear(host, Won(customer) with { Channel = "B2B" });
        await Hear(host, Won(customer) with { Channel = "Partner" });

        (await host.See(db => db.Orders.AsNoTracking().Select(o => o.Channel).ToListAsync())).ShouldBe(["B2B", FirstChannels.Partner], ignoreOrder: true);
    }

    private static OpportunityWonV1 Won(Guid customer, params OpportunityLineV1[] lines) =>
        new(Guid.CreateVersion7(), customer, "Tea for the canteen", "EUR", 120m, WonOn, OwnerId: null, UnitId: null, Channel: null, WantedOn: null, lines);

    private static Task Hear(SalesOrdersHost host, OpportunityWonV1 won, int version = 1) => host.Hear(won, won.OpportunityId, version);

    private static Task<OrderNote> Note(SalesOrdersHost host) => host.See(db => db.OrderNotes.AsNoTracking().SingleAsync());
}
