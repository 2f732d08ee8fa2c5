using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.SalesOrders.Application.Accounting;
using Crm.SalesOrders.Application.Loyalty;
using Crm.SalesOrders.Application.Money;
using Crm.SalesOrders.Application.Orders;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Accounting;
using Crm.SalesOrders.Domain.Loyalty;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Crm.SalesOrders.Tests.Module;

/// <summary>By which way money comes and goes, and that points are not one of the ways somebody may name.</summary>
public sealed class PaymentMethodTests
{
    [Fact]
    public async Task Whatever_becomes_of_a_payment_is_posted_to_the_account_of_the_way_it_came()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        await host.Do(new SetAccount { Role = AccountRole.Bank, For = "card", Number = "1460", Name = "Cards" });
        var order = await Confirmed(host, await host.Customer(), units: 5);
        var payment = await host.Do(new AuthorisePayment { Id = order, Amount = 50m, Method = "card" });
        await host.Do(new CapturePayment { Id = payment.Id, Amount = 30m });
        await host.Do(new CapturePayment { Id = payment.Id });
        await host.Do(new ChargeBackPayment { Id = payment.Id, Amount = 7m });
        var refund = await host.Do(new RequestRefund { Id = order, Goodwill = 3m });
        await host.Do(new ApproveRefund(refund.Id), Callers.Boss);
        await host.Do(new SettleRefund { Id = refund.Id });

        (await Posted(host, "1460")).ShouldBe([-7m, -3m, 20m, 30m]);
        (await Posted(host, "1000")).ShouldBe([]);
    }

    [Fact]
    public async Task Points_come_back_when_the_payment_with_them_is_taken_back()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var (order, customer) = await PaidWithPoints(host);
        var payment = (await host.See(db => db.Payments.Where(p => p.Provider == PointsDue.Method).Select(p => p.Id).SingleAsync())).Value;

        await host.Do(new ChargeBackPayment { Id = payment });
        await Count(host);

        (await host.Order(order)).Balance.ShouldBe(50m);
        (await Balance(host, customer)).ShouldBe(100);
        (await Posted(host, "2500")).ShouldBe([-4m, 4m]);
    }

    [Fact]
    public async Task Nobody_pays_with_points_by_saying_so()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var customer = await host.Customer();
        var order = await Confirmed(host, customer, units: 5);

        foreach (var word in new[] { "points", "Points", " POINTS " })
        {
            await Refused(() => host.Do(new RecordPayment { Id = order, Amount = 1m, Method = word }));
            await Refused(() => host.Do(new AuthorisePayment { Id = order, Amount = 1m, Method = word }));
            await Refused(() => host.Do(new ReceivePayment { CustomerId = customer, Currency = "EUR", Amount = 1m, Method = word }));
            await Refused(() => host.Do(Reported(order) with { Method = word }));
            await Should.ThrowAsync<InvalidInput>(() => host.Do(Reported(order) with { Provider = word }));
        }

        (await host.Order(order)).Paid.ShouldBe(0m);
    }

    [Fact]
    public async Task A_refund_mints_no_points_out_of_money()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var (order, customer) = await PaidWithPoints(host);
        await host.Do(new RecordPayment { Id = order, Amount = 46m, Method = "card" });
        var refund = await host.Do(new RequestRefund { Id = order, Goodwill = 46m });

        await host.Do(new ApproveRefund(refund.Id), Callers.Boss);
        await Refused(() => host.Do(new SettleRefund { Id = refund.Id, Method = "points" }));
        await host.Do(new SettleRefund { Id = refund.Id, Method = "card" });
        await Count(host);

        (await Balance(host, customer)).ShouldBe(20);
    }

    private static TakeProviderEvent Reported(Guid order) => new()
    {
        Provider = "bank",
        EventId = "1",
        PaymentReference = "P1",
        Kind = PaymentEntryKind.Capture,
        Amount = 1m,
        OrderId = order,
    };

    private static async Task Refused(Func<Task> work) => (await Should.ThrowAsync<RuleBroken>(work)).Rule.ShouldBe(SalesOrdersRules.PointsAreNoMethod);

    /// <summary>An order over 50 of which 4 are paid with 80 of 100 points.</summary>
    private static async Task<(Guid Order, Guid Customer)> PaidWithPoints(SalesOrdersHost host)
    {
        await host.Do(new SetLoyaltyProgram { Currency = "EUR", PointsPerUnit = 1m, PointValue = 0.05m });
        var customer = await host.Customer();
        var first = await Confirmed(host, customer, units: 10);
        await host.Do(new ShipOrder { Id = first });
        await host.Do(new RecordPayment { Id = first, Amount = 100m });
        await Count(host);
        var order = (await host.Do(Orders.Of(customer, ("A", 5)) with { Confirm = true })).Id;
        await host.Do(new PayWithPoints { Id = order, Points = 80 });
        return (order, customer);
    }

    private static async Task<Guid> Confirmed(SalesOrdersHost host, Guid customer, int units)
    {
        await host.Product("A", onHand: 100);
        return (await host.Do(Orders.Of(customer, ("A", units)) with { Confirm = true })).Id;
    }

    private static async Task<List<decimal>> Posted(SalesOrdersHost host, string account)
    {
        var entries = await host.See(db => db.JournalEntries.AsNoTracking().ToListAsync());
        return [.. entries.SelectMany(e => e.Lines).Where(l => l.Account == account).Select(l => l.Debit - l.Credit).Order()];
    }

    private static Task<long> Balance(SalesOrdersHost host, Guid customer) =>
        host.See(db => db.PointsAccounts.Where(a => a.CustomerId == customer).Select(a => a.Balance).SingleAsync());

    private static async Task Count(SalesOrdersHost host)
    {
        await using var scope = host.Harness.Scope();
        await ActivatorUtilities.CreateInstance<CountPoints>(scope.ServiceProvider).Run(CancellationToken.None);
    }
}
