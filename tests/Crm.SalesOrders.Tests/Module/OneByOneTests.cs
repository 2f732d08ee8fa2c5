using System.Globalization;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.SalesOrders.Application.Loyalty;
using Crm.SalesOrders.Application.Money;
using Crm.SalesOrders.Application.Orders;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Loyalty;
using Crm.SalesOrders.Tests.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Crm.SalesOrders.Tests.Module;

/// <summary>Jobs go on with the others when one cannot be done, which stays to be tried again.</summary>
public sealed class OneByOneTests
{
    [Fact]
    public async Task Points_are_counted_although_those_of_an_older_order_cannot_be()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        await host.Do(new SetLoyaltyProgram { Currency = "EUR", PointsPerUnit = 1m, PointValue = 0.05m });
        var customer = await host.Customer();
        await host.Product("A", onHand: 5);
        var unknown = Order.Draft("SO-0", Sold.Terms(Sold.Line(Sold.Product("X"), 1)), Sold.Now);
        await host.See(db =>
        {
            db.PointsDue.Add(new PointsDue(unknown));
            return db.SaveChangesAsync();
        });
        var order = (await host.Do(Orders.Of(customer, ("A", 2)) with { Confirm = true })).Id;
        await host.Do(new ShipOrder { Id = order });
        await host.Do(new RecordPayment { Id = order, Amount = 20m });

        await using (var scope = host.Harness.Scope())
            (await ActivatorUtilities.CreateInstance<CountPoints>(scope.ServiceProvider).Run(default)).ShouldEndWith("1 failed");

        (await host.See(db => db.PointsAccounts.Select(a => a.Balance).SingleAsync())).ShouldBe(20);
        (await host.See(db => db.PointsDue.Select(d => d.OrderId).Distinct().ToListAsync())).ShouldBe([unknown.Id]);
    }

    [Fact]
    public async Task Quotes_expire_although_an_older_one_cannot()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var customer = await host.Customer();
        await host.Product("A", onHand: 5);
        var quote = Orders.Of(customer, ("A", 1)) with { QuoteUntil = new DateOnly(2026, 1, 31) };
        var (spoiled, good) = ((await host.Do(quote)).Id, (await host.Do(quote)).Id);
        await host.See(db =>
        {
            var spoil = string.Format(CultureInfo.InvariantCulture, "UPDATE \"{0}\" SET \"Coupons\" = '[' WHERE \"Number\" = (SELECT MIN(\"Number\") FROM \"{0}\")", db.Model.FindEntityType(typeof(Order))!.GetTableName());
            return db.Database.ExecuteSqlRawAsync(spoil);
        });

        await using (var scope = host.Harness.Scope()) (await scope.ServiceProvider.GetRequiredService<ExpireQuotes>().Run(default)).ShouldBe("1 quotes expired, 1 failed");

        (await host.Order(good)).State.ShouldBe(OrderState.Expired);
        (await host.See(db => db.Orders.Where(o => o.Id == new OrderId(spoiled)).Select(o => o.State).SingleAsync())).ShouldBe(OrderState.Quoted);
    }
}
