using System.Text.Json;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Api.Json;
using Crm.BuildingBlocks.Hosting.Messaging;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Customers.Contracts;
using Crm.Pricing;
using Crm.SalesOrders.Application;
using Crm.SalesOrders.Application.Catalogue;
using Crm.SalesOrders.Application.Prices;
using Crm.SalesOrders.Contracts;
using Crm.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Crm.SalesOrders.Tests.Module;

/// <summary>What the others are told, so that they can price past orders again.</summary>
public sealed class ToldPricesTests
{
    [SkippableTheory, EveryProvider]
    public async Task Everything_orders_are_priced_by_is_told_and_no_code_of_a_voucher(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        await host.Do(Offers.List("usual", 1, ("A", 9m)));
        await host.Do(Offers.Voucher("spring", "SECRET-CODE") with { MaxUses = 3, Budget = 99m });
        await host.Do(Offers.Taxes);

        var told = await Told<PricesPublishedV1>(host);

        told.Select(t => (t.Kind, t.Code, t.Number, t.Part, t.Parts)).ShouldBe([("priceList", "usual", 1, 1, 1), ("promotion", "spring", 1, 1, 1), ("taxes", "taxes", 1, 1, 1)]);
        Read<PriceList>(told[0].Text).Items.ShouldBe([new PriceItem("A", 9m)]);
        var promotion = Read<Promotion>(told[1].Text);
        (promotion.NeedsCode, promotion.Coupons.Count, told[1].MaxUses, told[1].Budget).ShouldBe((true, 0, 3, 99m));
        Read<PriceBook>(told[2].Text).Taxes.Count.ShouldBe(2);
        told.ShouldAllBe(t => !t.Text.Contains("SECRET-CODE"));
    }

    [Fact]
    public async Task A_long_list_is_told_in_parts_and_again_as_it_was()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        await host.Do(new PublishPriceList { Code = "long", Version = 1, Currency = "EUR", Items = [.. Enumerable.Range(0, 6000).Select(i => new PriceItem($"茶-{i}-𠮷", 1m))] });

        var told = await Told<PricesPublishedV1>(host);
        var again = await host.Ask<SalesOrdersCurrentState, List<StateEvent>>(async state => await state.Read(CancellationToken.None).ToListAsync());

        told.Count.ShouldBeGreaterThan(1);
        told.Select(t => t.Part).ShouldBe(Enumerable.Range(1, told[0].Parts));
        Read<PriceList>(string.Concat(told.Select(t => t.Text))).Items.Count.ShouldBe(6000);
        var repeated = again.Where(e => e.Event is PricesPublishedV1).ToList();
        repeated.Select(e => (PricesPublishedV1)e.Event).ShouldBe(told);
        repeated.Select(e => e.StreamPosition).ShouldBe(Enumerable.Range(1, told.Count));
    }

    [SkippableTheory, EveryProvider]
    public async Task A_confirmed_order_tells_what_it_was_priced_by(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var (customer, territory) = (await host.Customer(), Guid.CreateVersion7());
        await host.Hear(new CustomerChangedV1(customer, Customers.State(customer, "ALFKI") with { TerritoryId = territory }), customer, 2);
        await host.Product("A", onHand: 9, price: 20m);
        await host.Do(Offers.Taxes);
        await host.Do(Offers.List("usual", 1, ("A", 18m)));
        await host.Do(Offers.Voucher("spring", "SPRING"));

        var order = await host.Do(Orders.Of(customer, ("A", 1)) with
        {
            Confirm = true,
            Coupons = ["SPRING"],
            Freight = 3m,
            Lines = [new(1, "A"), new(2, "A", DiscountRate: 0.5m, PriceReason: "old")],
        });

        var state = (await Told<OrderConfirmedV1>(host)).Single().Order;
        state.TerritoryId.ShouldBe(territory);
        var priced = state.Priced.ShouldNotBeNull();
        (priced.Country, priced.FreightAsked, priced.IncludesTax, priced.Coupons.Single(), priced.Territories.Single()).ShouldBe(("DE", 3m, false, "SPRING", territory));
        priced.AtSecond.ShouldNotBeNull();
        priced.Lines.Select(l => (l.ProductPrice, l.TaxClass, l.IsAgreed)).ShouldBe([(20m, null, false), (20m, null, true)]);
        priced.Lines.Select(l => l.LineId).ShouldBe((await host.Order(order.Id)).Lines.OrderBy(l => l.Position).Select(l => l.Id));
    }

    [Fact]
    public async Task Categories_are_told_as_they_come_and_go()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var tea = await host.Do(new AddCategory { Code = "tea", Names = new Phrase("Tea", "茶"), TaxClass = "reduced" });
        var green = await host.Do(new AddCategory { Code = "green", Names = new Phrase("Green tea", "绿茶"), Parent = "tea" });
        await host.Do(new DeleteCategory { Id = green.Id });

        (await Told<CategoryChangedV1>(host)).ShouldBe(
        [
            new(tea.Id, "tea", "Tea", "茶", null, "reduced", IsDeleted: false),
            new(green.Id, "green", "Green tea", "绿茶", "tea", null, IsDeleted: false),
            new(green.Id, "green", "Green tea", "绿茶", "tea", null, IsDeleted: true),
        ]);
    }

    private static async Task<List<TEvent>> Told<TEvent>(SalesOrdersHost host)
    {
        var name = EventNames.Of(typeof(TEvent));
        var bodies = await host.See(db => db.Outbox.Where(m => m.EventName == name).OrderBy(m => m.Position).Select(m => m.Body).ToListAsync());
        return bodies.ConvertAll(b => JsonSerializer.Deserialize<TEvent>(b, JsonSerializerOptions.Web)!);
    }

    private static T Read<T>(string text) => JsonSerializer.Deserialize<T>(text, CrmJson.Options)!;
}
