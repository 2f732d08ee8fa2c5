using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.SalesOrders.Application;
using Crm.SalesOrders.Application.Accounting;
using Crm.SalesOrders.Application.Invoices;
using Crm.SalesOrders.Application.Money;
using Crm.SalesOrders.Application.Orders;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Accounting;
using Crm.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Crm.SalesOrders.Tests.Module;

/// <summary>What a cancelled order leaves in the books: nothing, when all is noted and paid back.</summary>
public sealed class CancelledMoneyTests
{
    [Theory, InlineData(10), InlineData(100)]
    public async Task Goodwill_that_was_noted_is_taken_back_with_the_order(int goodwill)
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        await host.Do(Offers.Taxes);
        var order = await Invoiced(host, price: 84.03m);
        var gross = (await host.Order(order)).Gross;
        gross.ShouldBe(100m);
        await host.Do(new RecordPayment { Id = order, Amount = gross });
        await Settle(host, await host.Do(new RequestRefund { Id = order, Goodwill = goodwill }));
        await host.Do(new IssueInvoice { Id = order, Kind = InvoiceKind.CreditNote });

        await host.Do(new CancelOrder { Id = order, Reason = "changed their mind" });
        (await host.Do(new IssueInvoice { Id = order, Kind = InvoiceKind.CreditNote })).Total.ShouldBe(gross - goodwill);
        if (goodwill < gross) await Settle(host, await host.Do(new RequestRefund { Id = order, Overpayment = gross - goodwill }));

        var after = await host.Order(order);
        (after.Invoiced, after.GoodwillNoted, after.Balance, after.IsSettled).ShouldBe((0m, 0m, 0m, true));
        (await Posted(host)).ShouldAllBe(sum => sum == 0m);
    }

    [Fact]
    public async Task An_order_of_which_something_was_written_off_is_not_cancelled()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var order = await Invoiced(host, price: 10m);
        await host.Do(new WriteOffReceivable { Id = order, Reason = "insolvent" });

        (await Should.ThrowAsync<RuleBroken>(() => host.Do(new CancelOrder { Id = order, Reason = "too late" }))).Rule.Code.ShouldBe("sales-orders.order-written-off");
    }

    private static async Task<Guid> Invoiced(SalesOrdersHost host, decimal price)
    {
        host.Harness.Services.GetRequiredService<TestSettings>().Choose(SalesSettings.InvoiceOrdered, "true");
        await host.Product("A", onHand: 1, price);
        var order = (await host.Do(Orders.Of(await host.Customer(), ("A", 1)) with { Confirm = true })).Id;
        await host.Do(new IssueInvoice { Id = order });
        return order;
    }

    private static async Task Settle(SalesOrdersHost host, RefundSaved refund)
    {
        await host.Do(new ApproveRefund(refund.Id), Callers.Boss);
        await host.Do(new SettleRefund { Id = refund.Id });
    }

    /// <summary>What is left on each account.</summary>
    private static async Task<List<decimal>> Posted(SalesOrdersHost host)
    {
        var entries = await host.See(db => db.JournalEntries.AsNoTracking().ToListAsync());
        return [.. entries.SelectMany(e => e.Lines).GroupBy(l => l.Account).Select(g => g.Sum(l => l.Debit - l.Credit))];
    }
}
