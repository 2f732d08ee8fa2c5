using System.Globalization;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.SalesOrders.Application;
using Crm.SalesOrders.Domain.Prices;
using Crm.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Crm.SalesOrders.Tests.Module;

public sealed class KnownPricesTests
{
    [SkippableTheory, EveryProvider]
    public async Task What_a_host_has_read_of_publications_it_does_not_read_again(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var order = Orders.Of(await host.Customer(), ("A", 1));
        await host.Product("A", price: 10m);
        await host.Do(Offers.List("usual", 1, ("A", 9m)));
        (await host.Do(order)).Gross.ShouldBe(9m);

        // What cannot be read any more is not missed.
        await host.See(db => db.Database.ExecuteSqlRawAsync(string.Format(
            CultureInfo.InvariantCulture, "UPDATE {0} SET \"Body\" = '?'", TableOf(db))));
        await host.Product("B", price: 10m);
        await host.Do(Offers.List("special", 1, ("B", 8m)));

        (await host.Do(order)).Gross.ShouldBe(9m);
        (await host.Do(Orders.Of(order.CustomerId, ("B", 1)))).Gross.ShouldBe(8m);
    }

    [Fact]
    public async Task Of_a_list_each_version_holds_on_its_days()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var order = Orders.Of(await host.Customer(), ("A", 1));
        await host.Product("A", price: 10m);
        var today = DateOnly.FromDateTime(host.Harness.Time.GetUtcNow().UtcDateTime);
        foreach (var version in new[] { 1, 2, 3 })
        {
            await host.Do(Offers.List("usual", version, ("A", 10m - version)) with { Scope = new() { From = today.AddDays(10 * (version - 3)) } });
        }

        foreach (var (day, price) in new[] { (-21, 10m), (-20, 9m), (-11, 9m), (-10, 8m), (0, 7m) })
            (await host.Do(order with { OrderedOn = today.AddDays(day) })).Gross.ShouldBe(price, $"{day} days from today");
    }

    private static string TableOf(DbContext db)
    {
        var publications = db.Model.FindEntityType(typeof(PricePublication))!;
        return publications.GetSchema() is { } schema ? $"\"{schema}\".\"{publications.GetTableName()}\"" : $"\"{publications.GetTableName()}\"";
    }
}
