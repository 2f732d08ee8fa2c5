using System.Reflection;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.SalesOrders.Application.Channels;
using Crm.SalesOrders.Application.Orders;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Channels;
using Crm.Testing.Databases;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Crm.SalesOrders.Tests.Module;

/// <summary>Orders of a channel that was there before this system: what they are called, and what is taken over of them.</summary>
public sealed class OrderNumberTests
{
    [SkippableTheory, EveryProvider]
    public async Task A_channel_goes_on_behind_the_numbers_of_its_past_orders(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var customer = await host.Customer();
        await host.Product("A");
        await host.Do(new OpenChannel { Code = "amazon", Kind = ChannelKind.Marketplace, Names = new Phrase("Amazon", "亚马逊"), NumberPattern = "AMZ-{n}" });
        foreach (var number in new[] { "AMZ-1", "AMZ-2", "AMZ-5", "AMZ-WITHOUT" }) await Past(host, number);
        var order = Orders.Of(customer, ("A", 1)) with { Channel = "amazon" };

        (await host.Do(order)).Number.ShouldBe("AMZ-6");
        (await host.Do(order)).Number.ShouldBe("AMZ-7");
        await Past(host, "AMZ-8");
        (await host.Do(order)).Number.ShouldBe("AMZ-9");
    }

    [Fact]
    public async Task A_host_that_begins_a_block_whose_numbers_came_in_with_orders_of_the_past_begins_behind_them()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var customer = await host.Customer();
        await host.Product("A");
        (await host.Do(Orders.Of(customer, ("A", 1)))).Number.ShouldBe("SO-00000001");
        await Past(host, "SO-00001001");
        await Past(host, "SO-00003000");
        await Past(host, "SO-00002999");

        (await Next(host)).ShouldBe("SO-00001002");
        (await Next(host)).ShouldBe("SO-00003001");
    }

    [Fact]
    public void What_a_channel_says_of_an_order_is_taken_over_whole()
    {
        var said = new TakeOrder
        {
            Ref = new ExternalRef("shop", "1"),
            CustomerId = Guid.CreateVersion7(),
            Currency = "USD",
            Lines = [new OrderContent.Line(2, "A")],
            Channel = "amazon",
            CustomerReference = "PO 7",
            SalespersonId = Guid.CreateVersion7(),
            OrderedOn = new DateOnly(2026, 5, 4),
            RequiredOn = new DateOnly(2026, 5, 9),
            ShipTo = new OrderContent.Address("Anna"),
            Warehouse = "east",
            ReservationId = Guid.CreateVersion7(),
            AllowBackOrder = true,
            PaymentPolicy = PaymentPolicy.Prepaid,
            Freight = 1m,
            Discount = 2m,
            DiscountReason = "late",
            Coupons = ["SPRING"],
            PriceHash = "abc",
            Confirm = true,
        };

        var taken = said.ToUpsert();

        (taken.Ref, taken.Confirm, taken.Draft).ShouldBe((said.Ref, true, false));
        foreach (var field in typeof(OrderContent).GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            field.GetValue(said).ShouldNotBeNull($"{field.Name} is not tried");
            field.GetValue(taken).ShouldBe(field.GetValue(said), field.Name);
        }
    }

    // What another host would call its first order.
    private static Task<string> Next(SalesOrdersHost host) => host.See(async db =>
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        var number = await new OrderNumbers().Next(db, NumberPattern.Usual, 2026, default);
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        return number;
    });

    private static Task Past(SalesOrdersHost host, string number) => host.Do(new ImportOrder
    {
        Ref = new ExternalRef("old", number),
        Number = number,
        Customer = "ALFKI",
        Currency = "EUR",
        OrderedOn = new DateOnly(2026, 1, 2),
        Lines = [new ImportOrder.Line("A", 1, 3m)],
    });
}
