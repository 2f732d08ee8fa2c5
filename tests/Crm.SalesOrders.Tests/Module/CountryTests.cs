using System.Globalization;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Customers.Contracts;
using Crm.Pricing;
using Crm.SalesOrders.Application.Orders;
using Crm.SalesOrders.Application.Prices;
using Crm.SalesOrders.Application.Supply;
using Crm.SalesOrders.Application.Warehousing;
using Crm.SalesOrders.Domain.Channels;
using Crm.SalesOrders.Domain.Prices;
using Crm.Testing;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Crm.SalesOrders.Tests.Module;

/// <summary>The country decides the tax, however it is written.</summary>
public sealed class CountryTests
{
    [Theory]
    [InlineData("DE", "DE")]
    [InlineData(" de ", "DE")]
    [InlineData("Germany", "DE")]
    [InlineData("Deutschland", "DE")]
    [InlineData("德国", "DE")]
    [InlineData("瑞典", "SE")]
    [InlineData("波兰", "PL")]
    [InlineData("巴西", "BR")]
    [InlineData("印度", "IN")]
    [InlineData("英国", "GB")]
    [InlineData("美国", "US")]
    [InlineData("俄罗斯", "RU")]
    [InlineData("香港", "HK")]
    [InlineData("澳门", "MO")]
    [InlineData("台湾", "TW")]
    [InlineData("GBR", "GB")]
    [InlineData("UK", "GB")]
    [InlineData("u.s.a.", "US")]
    [InlineData("venezuela", "VE")]
    [InlineData("Atlantis", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void What_people_write_for_a_country_is_one_code(string? said, string? code) => Countries.CodeOf(said).ShouldBe(code);

    [Fact]
    public void Every_country_is_known_by_its_name_in_Chinese() =>
        Countries.All.Select(code => (Code: code, Name: new RegionInfo($"zh-Hans-{code}").NativeName)).Where(c => Countries.CodeOf(c.Name) != c.Code).ShouldBeEmpty();

    [Fact]
    public async Task A_file_of_orders_with_a_country_that_is_none_is_refused_row_by_row_with_what_is_understood()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        await host.Customer();
        await host.Product("A", onHand: 9);
        const string profile = """
            { "target": "sales-orders.orders", "key": { "system": "northwind", "columns": ["Id"] },
              "fields": { "customer": { "constant": "NW-ALFKI" }, "currency": { "constant": "EUR" }, "orderedOn": { "constant": "2026-02-01" }, "shipCountry": { "column": "To" } },
              "details": { "field": "lines", "key": ["Id"], "fields": { "product": { "column": "Sku" }, "quantity": { "constant": "1" }, "unitPrice": { "constant": "3" } } } }
            """;

        var outcome = await host.Harness.Import("sales-orders", profile, "Id,To\n1,瑞典\n2,Frnace\n3,Sverige\n", "Id,Sku\n1,A\n2,A\n3,A\n");

        outcome.Counts.ShouldBe((2, 0, 0, 1), string.Join("\n", outcome.Problems));
        outcome.Problems.Single().ShouldContain("its English, Chinese or own name is understood");
        (await host.See(db => db.Orders.Select(o => o.ShipTo.Country).ToListAsync())).ShouldBe(["SE", "SE"]);
    }

    [Fact]
    public void There_are_as_many_countries_as_in_the_standard_and_every_code_means_itself()
    {
        Countries.All.Count.ShouldBe(249);
        Countries.All.ShouldAllBe(code => Countries.CodeOf(code) == code);
        Countries.All.ShouldBe(Countries.All.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_order_bears_the_tax_of_the_country_however_its_name_is_written()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var customer = await host.Customer();
        await host.Product("A", onHand: 9, price: 100m);
        await host.Do(Offers.Taxes with { Rates = [new TaxRule("full", 0.19m), new TaxRule("reduced", 0.07m), new TaxRule("full", 0.2m, Country: "France")] });

        foreach (var said in (string[])["FR", "france", "FRA"])
        {
            var order = await host.Do(Orders.Of(customer, ("A", 1)) with { ShipTo = new OrderContent.Address(Country: said) });
            order.Gross.ShouldBe(120m, said);
            (await host.Order(order.Id)).ShipTo.Country.ShouldBe("FR");
        }

        (await host.Do(Orders.Of(customer, ("A", 1)))).Gross.ShouldBe(119m);
        await Should.ThrowAsync<InvalidInput>(() => host.Do(Orders.Of(customer, ("A", 1)) with { ShipTo = new OrderContent.Address(Country: "Frnace") }));
        await Should.ThrowAsync<InvalidInput>(() => host.Do(Offers.Taxes with { Version = 2, Rates = [new TaxRule("full", 0.19m, Country: "Frnace")] }));
    }

    [Fact]
    public async Task A_customer_whose_country_is_none_is_asked_for_where_taxes_depend_on_it_and_nowhere_else()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var (lost, french) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await host.Hear(new CustomerRegisteredV1(lost, Customers.State(lost, "LOST") with { Country = "Frnace" }), lost, version: 1);
        await host.Hear(new CustomerRegisteredV1(french, Customers.State(french, "FRENCH") with { Country = "France" }), french, version: 1);
        await host.Product("A", onHand: 9, price: 100m);
        await host.Do(Orders.Of(lost, ("A", 1)));
        await host.Do(Offers.Taxes with { Rates = [new TaxRule("full", 0.19m), new TaxRule("reduced", 0.07m), new TaxRule("full", 0.2m, Country: "FR")] });

        (await Should.ThrowAsync<RuleBroken>(() => host.Do(Orders.Of(lost, ("A", 1))))).Rule.ShouldBe(PriceRules.CountryUnknown);
        (await host.Do(Orders.Of(lost, ("A", 1)) with { ShipTo = new OrderContent.Address(Country: "FR") })).Gross.ShouldBe(120m);
        (await host.Do(Orders.Of(french, ("A", 1)))).Gross.ShouldBe(120m);
        (await host.See(db => db.CustomerCopies.Where(c => c.Id == french).Select(c => c.Country).SingleAsync())).ShouldBe("FR");
    }

    [Fact]
    public async Task Suppliers_and_warehouses_stand_in_one_country_however_it_is_written()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var supplier = new AddSupplier { Code = "ACME", Name = "Acme", Country = "Germany", Currency = "EUR" };
        var warehouse = new OpenWarehouse { Code = "east", Name = "East", Country = "u.k.", Channels = [ChannelKind.Web] };

        var added = await host.Do(supplier);
        var opened = await host.Do(warehouse);
        await host.Do(supplier with { Code = "NOWHERE", Country = null });
        (await host.See(db => db.Suppliers.OrderBy(s => s.Code).Select(s => s.Country).ToListAsync())).ShouldBe(["DE", null]);
        (await host.See(db => db.Warehouses.Where(w => w.Code == "east").Select(w => w.Country).SingleAsync())).ShouldBe("GB");

        await host.Do(new ChangeSupplier { Id = added.Id, Name = "Acme", Country = "FRA", Currency = "EUR" });
        await host.Do(new ChangeWarehouse { Id = opened.Id, Name = "East", Country = "法国", Channels = [] });
        (await host.See(db => db.Suppliers.Where(s => s.Code == "ACME").Select(s => s.Country).SingleAsync())).ShouldBe("FR");
        (await host.See(db => db.Warehouses.Where(w => w.Code == "east").Select(w => w.Country).SingleAsync())).ShouldBe("FR");
        await Should.ThrowAsync<InvalidInput>(() => host.Do(supplier with { Code = "LOST", Country = "Frnace" }));
        await Should.ThrowAsync<InvalidInput>(() => host.Do(warehouse with { Code = "lost", Country = "Frnace" }));
    }
}
