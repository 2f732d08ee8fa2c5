using System.Text.Json.Nodes;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Hosting.PersonalData;
using Crm.Customers.Contracts;
using Crm.Platform.Contracts;
using Crm.SalesOrders.Application;
using Crm.SalesOrders.Application.Money;
using Crm.SalesOrders.Application.Orders;
using Crm.SalesOrders.Contracts;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Persistence;
using Crm.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Crm.SalesOrders.Tests.Module;

public sealed class ErasureTests
{
    private static readonly string[] Secrets = ["Anna Berg", "Hidden lane 5", "Potsdam", "14467"];

    private static readonly OrderContent.Address Home = new("Anna Berg", "Hidden lane 5", "Potsdam", "Brandenburg", "14467", "DE");

    [SkippableTheory, EveryProvider]
    public async Task Of_a_customer_who_is_erased_the_orders_keep_what_was_sold_and_not_to_whom(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var (anna, bert) = (await Customer(host, "ANNA", "Anna Berg"), await Customer(host, "BERT", "Bert Tal"));
        await host.Product("A", onHand: 10, price: 20m);
        var sold = await host.Do(Orders.Of(anna, ("A", 2)) with { Confirm = true, ShipTo = Home });
        var deleted = await host.Do(Orders.Of(anna, ("A", 1)) with { Draft = true, ShipTo = Home });
        await host.Do(new DeleteDraft(deleted.Id));
        var other = await host.Do(Orders.Of(bert, ("A", 1)) with { ShipTo = Home with { Name = "Bert Tal", Street = "Open road 1", City = "Bonn", PostalCode = "53111" } });
        var before = await Tables(host);
        foreach (var secret in Secrets.Where(s => s != "Hidden lane 5")) before.ShouldContain(secret);

        await Erase(host, anna);

        var after = await Tables(host);
        foreach (var secret in Secrets) after.ShouldNotContain(secret);
        var order = await host.Order(sold.Id);
        order.ShipTo.ShouldBe(new ShipTo { Region = "Brandenburg", Country = "DE" });
        (order.Gross, order.Lines.Single().Quantity, order.Status).ShouldBe((40m, 2, OrderStatus.Confirmed));
        (await host.Order(other.Id)).ShipTo.Street.ShouldBe("Open road 1");
        (await host.See(db => db.CustomerCopies.OrderBy(c => c.Code).Select(c => c.Name).ToListAsync())).ShouldBe([null, "Bert Tal"]);
    }

    [SkippableTheory, EveryProvider]
    public async Task What_was_written_in_words_about_the_orders_goes_as_well(DatabaseProvider provider)
    {
        string[] words = ["for grandma Elfriede", "Anna's uncle complained", "rent of flat 7, A. Berg", "1Z-ANNA-999"];
        await using var host = await SalesOrdersHost.On(provider);
        var anna = await Customer(host, "ANNA", "Anna Berg");
        await host.Product("A", onHand: 10, price: 20m);
        var sold = await host.Do(Orders.Of(anna, ("A", 1)) with { Confirm = true, CustomerReference = words[0] });
        var cancelled = await host.Do(Orders.Of(anna, ("A", 1)) with { Confirm = true });
        await host.Do(new CancelOrder { Id = cancelled.Id, Reason = words[1] });
        await host.Do(new RecordPayment { Id = sold.Id, Amount = 20m, Reference = words[2] });
        await host.Do(new ShipOrder { Id = sold.Id, TrackingNumber = words[3] });
        var trail = await host.See(db => db.Audit.Select(a => a.Changes!).ToListAsync());
        var told = await host.See(db => db.Outbox.Select(m => m.Body).ToListAsync());
        var before = await Tables(host);
        foreach (var word in words)
        {
            before.ShouldContain(word);
            string.Concat(trail.Concat(told)).ShouldNotContain(word);
        }

        await Erase(host, anna);

        var after = await Tables(host);
        foreach (var word in words) after.ShouldNotContain(word);
        var cancellation = (await host.Harness.Published<SalesOrdersDbContext>(typeof(OrderCancelledV1))).ShouldHaveSingleItem().ShouldBeOfType<OrderCancelledV1>();
        (cancellation.CustomerId, cancellation.Reason, cancellation.WasConfirmed).ShouldBe((anna, null, true));
    }

    [Fact]
    public async Task What_a_provider_calls_a_payment_goes_as_well_and_its_next_report_still_finds_the_payment()
    {
        const string Reference = "transfer of Anna Berg";
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var anna = await Customer(host, "ANNA", "Anna Berg");
        await host.Product("A", onHand: 10, price: 20m);
        var sold = await host.Do(Orders.Of(anna, ("A", 1)) with { Confirm = true });
        var captured = new TakeProviderEvent { Provider = "pay", EventId = "1", PaymentReference = Reference, Kind = PaymentEntryKind.Capture, Amount = 20m, OrderId = sold.Id };
        await host.Do(captured);
        string.Concat(await host.See(db => db.Audit.Select(a => a.Changes!).ToListAsync())).ShouldNotContain(Reference);
        (await Tables(host)).ShouldContain(Reference);

        await Erase(host, anna);
        await Erase(host, anna);

        (await Tables(host)).ShouldNotContain(Reference);
        await host.Do(captured);
        await host.Do(captured with { EventId = "2", Kind = PaymentEntryKind.ChargeBack, Amount = 5m });
        (await Tables(host)).ShouldNotContain(Reference);
        var payment = await host.See(db => db.Payments.AsNoTracking().SingleAsync());
        (payment.Captured, payment.ChargedBack).ShouldBe((20m, 5m));
    }

    [SkippableTheory, EveryProvider]
    public async Task Why_prices_were_agreed_goes_as_well_and_the_prices_stay(DatabaseProvider provider)
    {
        string[] words = ["for the wedding of Anna", "she knows the boss", "birthday of Anna", "paid for by an uncle"];
        await using var host = await SalesOrdersHost.On(provider);
        var anna = await Customer(host, "ANNA", "Anna Berg");
        await host.Product("A", onHand: 10, price: 20m);
        var line = new OrderContent.Line(1, "A", UnitPrice: 15m, PriceReason: words[0]);
        var sold = await host.Do(Orders.Of(anna) with { Lines = [line], Confirm = true, Discount = 1m, DiscountReason = words[1] });
        await host.Do(new ProposeOrderChange { Id = sold.Id, Reason = words[2], Lines = [new LineWish(1, Sku: "A", UnitPrice: 14m, PriceReason: words[3])] });
        var trail = await host.See(db => db.Audit.Select(a => a.Changes!).ToListAsync());
        var before = await Tables(host);
        foreach (var word in words)
        {
            before.ShouldContain(word);
            string.Concat(trail).ShouldNotContain(word);
        }

        await Erase(host, anna);
        await Erase(host, anna);

        var after = await Tables(host);
        foreach (var word in words) after.ShouldNotContain(word);
        var order = await host.Order(sold.Id);
        (order.Gross, order.Lines.Single().UnitPrice).ShouldBe((14m, 15m));
    }

    [SkippableTheory, EveryProvider]
    public async Task Of_a_salesperson_who_is_erased_no_name_is_left_and_the_credit_stays(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var (customer, bert) = (await Customer(host, "ANNA", "Anna Berg"), await host.Salesperson("bert-tal"));
        await host.Product("A");
        var order = await host.Do(Orders.Of(customer, ("A", 1)) with { SalespersonId = bert });
        (await Tables(host)).ShouldContain("Person bert-tal");

        await Erase(host, bert);

        (await Tables(host)).ShouldNotContain("bert-tal");
        (await host.Order(order.Id)).OwnerId.ShouldBe(bert);
    }

    [SkippableTheory, EveryProvider]
    public async Task An_erasure_that_is_heard_twice_happens_once_and_late_news_brings_no_name_back(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var anna = await Customer(host, "ANNA", "Anna Berg");
        await host.Product("A");
        var order = await host.Do(Orders.Of(anna, ("A", 1)) with { ShipTo = Home });

        await Erase(host, anna);
        await Erase(host, anna);
        await Erase(host, Guid.CreateVersion7());
        await host.Hear(new CustomerChangedV1(anna, Customers.State(anna, "ANNA", name: "Anna Berg")), anna, version: 2);

        (await host.Order(order.Id)).Version.ShouldBe(order.Version + 1);
        (await Tables(host)).ShouldNotContain("Anna Berg");
    }

    [SkippableTheory, EveryProvider]
    public async Task The_audit_trail_holds_where_an_order_went_under_the_key_of_its_customer(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var (anna, bert) = (await Customer(host, "ANNA", "Anna Berg"), await Customer(host, "BERT", "Bert Tal"));
        await host.Product("A");
        var draft = await host.Do(Orders.Of(anna, ("A", 1)) with { Draft = true, ShipTo = Home });
        await host.Do(new ChangeDraft { Id = draft.Id, CustomerId = bert, Currency = "EUR", Lines = [new OrderContent.Line(1, "A")], ShipTo = new("Bert Tal") });

        var trail = await host.See(db => db.Audit.Where(a => a.RecordId == draft.Id).OrderBy(a => a.Version).Select(a => a.Changes!).ToListAsync());

        var (annas, berts) = (await KeyOf(host, anna), await KeyOf(host, bert));
        foreach (var secret in Secrets.Append("Bert Tal")) string.Concat(trail).ShouldNotContain(secret);
        Plain(Values(trail[0], "shipTo.street")[1], annas).ShouldBe("Hidden lane 5");
        var names = Values(trail[1], "shipTo.name");
        (Plain(names[0], annas), Plain(names[1], berts)).ShouldBe(("Anna Berg", "Bert Tal"));
    }

    private static async Task<Guid> Customer(SalesOrdersHost host, string code, string name)
    {
        var id = Guid.CreateVersion7();
        await host.Hear(new CustomerRegisteredV1(id, Customers.State(id, code, name: name)), id, version: 1);
        return id;
    }

    private static async Task Erase(SalesOrdersHost host, Guid person)
    {
        await Persons(host).Destroy(person, CancellationToken.None);
        await host.Hear(new PersonErasureRequestedV1(person, host.Harness.Time.GetUtcNow()), Guid.CreateVersion7(), version: 1);
    }

    private static string? Plain(string? stored, byte[]? key) => PersonalJson.DecryptValue(stored, key)?.GetValue<string>();

    private static string?[] Values(string changes, string path) =>
        [.. JsonNode.Parse(changes)![path]!.AsArray().Select(v => v?.GetValue<string>())];

    private static async Task<byte[]?> KeyOf(SalesOrdersHost host, Guid person) => await Persons(host).KeyOf(person, CancellationToken.None);

    private static IPersonKeys Persons(SalesOrdersHost host) => host.Harness.Services.GetRequiredService<IPersonKeys>();

    private static Task<string> Tables(SalesOrdersHost host) => host.See(db => db.AllTables());
}
