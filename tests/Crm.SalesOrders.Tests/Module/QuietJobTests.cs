using System.Globalization;
using Crm.BuildingBlocks.Hosting.Jobs;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.SalesOrders.Application.Credit;
using Crm.SalesOrders.Application.Dunning;
using Crm.SalesOrders.Application.Invoices;
using Crm.SalesOrders.Application.Loyalty;
using Crm.SalesOrders.Application.Money;
using Crm.SalesOrders.Application.Orders;
using Crm.SalesOrders.Contracts;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Credit;
using Crm.SalesOrders.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Crm.SalesOrders.Tests.Module;

/// <summary>Jobs run every few minutes for years: what they find nothing to do for costs nothing, and what they cannot do stops nothing.</summary>
public sealed class QuietJobTests
{
    [Fact]
    public async Task Debts_that_are_told_already_leave_no_trace()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        await Owing(host, "ALFKI");
        await host.Terms(await host.Customer("NOTHING"), limit: 500m, currency: "EUR");
        (await Run<TellExposures>(host)).ShouldBe("1 exposures told, 0 failed");
        var trail = await Trail(host);

        (await Run<TellExposures>(host)).ShouldBe("0 exposures told, 0 failed");

        (await Trail(host)).ShouldBe(trail);
        (await host.See(db => db.ToldExposures.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task A_debt_that_cannot_be_told_keeps_no_other_waiting()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var customers = new[] { await Owing(host, "ALFKI"), await Owing(host, "ANATR") }.Order().ToList();
        await Run<TellExposures>(host);
        foreach (var customer in customers) await host.Do(Orders.Of(customer, ("ALFKI", 1)) with { Confirm = true });
        await Spoil<ToldExposure>(host, "\"Version\" = 'many' WHERE \"CustomerId\" = (SELECT MIN(\"CustomerId\") FROM \"{0}\")");

        (await Run<TellExposures>(host)).ShouldBe("1 exposures told, 1 failed");

        var told = (await host.Harness.Published<SalesOrdersDbContext>(typeof(CreditExposureChangedV1))).Cast<CreditExposureChangedV1>();
        told.Where(t => t.Exposures[0].Amount == 20m).Select(t => t.CustomerId).ShouldBe([customers[1]]);
    }

    [Fact]
    public async Task An_invoice_that_cannot_be_planned_keeps_nobody_else_from_being_reminded()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        await host.Do(new DefineReminderLevel { Level = 1, DaysAfterDue = 7, Subject = new("{invoice}", "{invoice}"), Text = new("Please pay", "请付款") });
        foreach (var code in new[] { "ALFKI", "ANATR" })
        {
            var order = await host.Do(Orders.Of(await Owing(host, code), (code, 1)) with { Confirm = true });
            await host.Do(new ShipOrder { Id = order.Id });
            await host.Do(new IssueInvoice { Id = order.Id, PaymentDays = 10 });
            await host.Do(new SetBillingContact { CustomerId = (await host.Order(order.Id)).CustomerId, Email = "billing@example.com" });
        }

        await Spoil<Order>(host, "\"Coupons\" = '[' WHERE \"Id\" = (SELECT \"OrderId\" FROM \"sales_orders_Invoices\" ORDER BY \"Id\" LIMIT 1)");
        host.Harness.Time.Advance(TimeSpan.FromDays(30));

        (await Run<SendReminders>(host)).ShouldStartWith("1 reminders planned");

        (await host.See(db => db.Reminders.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task Points_are_noted_only_where_there_is_a_program_and_settled_without_a_trace_where_none_change()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var customer = await host.Customer();
        await host.Product("A", onHand: 9);
        await Completed(host, customer);
        (await host.See(db => db.PointsDue.CountAsync())).ShouldBe(0);

        await host.Do(new SetLoyaltyProgram { Currency = "EUR", PointsPerUnit = 1m, PointValue = 0.05m });
        var order = await Completed(host, customer);
        (await Run<CountPoints>(host)).ShouldStartWith("points counted");
        (await host.See(db => db.PointsAccounts.Select(a => a.Balance).SingleAsync())).ShouldBe(10);
        await host.Do(new IssueInvoice { Id = order });
        (await host.See(db => db.PointsDue.CountAsync())).ShouldBe(1);
        var trail = await Trail(host);
        await Run<CountPoints>(host);

        (await host.See(db => db.PointsDue.CountAsync())).ShouldBe(0);
        (await Trail(host)).ShouldBe(trail);
    }

    private static async Task<Guid> Owing(SalesOrdersHost host, string code)
    {
        var customer = await host.Customer(code);
        await host.Product(code, onHand: 100);
        await host.Terms(customer, limit: 500m, currency: "EUR");
        await host.Do(Orders.Of(customer, (code, 1)) with { Confirm = true });
        return customer;
    }

    private static async Task<Guid> Completed(SalesOrdersHost host, Guid customer)
    {
        var order = (await host.Do(Orders.Of(customer, ("A", 1)) with { Confirm = true })).Id;
        await host.Do(new ShipOrder { Id = order });
        await host.Do(new RecordPayment { Id = order, Amount = 10m });
        return order;
    }

    private static Task<int> Trail(SalesOrdersHost host) => host.See(db => db.Audit.CountAsync());

    private static Task<int> Spoil<TEntity>(SalesOrdersHost host, string set) => host.See(db => db.Database.ExecuteSqlRawAsync(
        string.Format(CultureInfo.InvariantCulture, "UPDATE \"{0}\" SET " + set, db.Model.FindEntityType(typeof(TEntity))!.GetTableName())));

    private static async Task<string> Run<TJob>(SalesOrdersHost host)
        where TJob : IScheduledJob
    {
        await using var scope = host.Harness.Scope();
        return await ActivatorUtilities.CreateInstance<TJob>(scope.ServiceProvider).Run(CancellationToken.None);
    }
}
