using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.SalesOrders.Application;
using Crm.SalesOrders.Application.Invoices;
using Crm.SalesOrders.Application.Money;
using Crm.SalesOrders.Application.Orders;
using Crm.SalesOrders.Domain;
using Crm.Testing;
using Crm.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Crm.SalesOrders.Tests.Module;

/// <summary>What is open of invoices when credit notes took something off them that nobody was given credit for.</summary>
public sealed class OpenInvoiceTests
{
    private static readonly DateOnly LongAfter = new(2030, 1, 1);

    [SkippableTheory, EveryProvider]
    public async Task Nothing_is_overdue_when_all_is_paid_but_the_line_that_was_taken_off(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        host.Harness.Services.GetRequiredService<TestSettings>().Choose(SalesSettings.InvoiceOrdered, "true");
        await host.Product("B", onHand: 9, price: 7m);
        var (order, lines) = await Confirmed(host, ("A", 5), ("B", 2));
        await host.Do(new IssueInvoice { Id = order });
        var change = await host.Do(new ProposeOrderChange { Id = order, Lines = [new LineWish(0, lines["B"])] });
        await host.Do(new AcceptOrderChange(order, change.Id));
        await host.Do(new IssueInvoice { Id = order, Kind = InvoiceKind.CreditNote });
        (await Open(host)).ShouldBe([0m, 50m]);

        await host.Do(new RecordPayment { Id = order, Amount = 49.99m });
        (await Overdue(host)).ShouldBe(["INV-2026-000001"]);
        await host.Do(new RecordPayment { Id = order, Amount = 0.01m });

        (await Overdue(host)).ShouldBe([]);
        (await Open(host)).ShouldBe([0m, 0m]);
    }

    [SkippableTheory, EveryProvider]
    public async Task What_was_paid_for_a_parcel_that_got_lost_pays_the_next_one(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var (order, _) = await Confirmed(host, ("A", 5));
        var shipment = await host.Do(new ShipOrder { Id = order });
        await host.Do(new IssueInvoice { Id = order });
        await host.Do(new RecordPayment { Id = order, Amount = 50m });
        await host.Do(new LoseShipment { OrderId = order, ShipmentId = shipment.ShipmentId });
        await host.Do(new IssueInvoice { Id = order, Kind = InvoiceKind.CreditNote });

        await host.Do(new ShipOrder { Id = order });
        await host.Do(new IssueInvoice { Id = order });

        (await Overdue(host)).ShouldBe([]);
        (await Open(host)).ShouldBe([0m, 0m, 0m]);
    }

    private static Task<List<string>> Overdue(SalesOrdersHost host) =>
        host.See(db => db.Invoices.OverdueOn(LongAfter).OrderBy(i => i.Number).Select(i => i.Number).ToListAsync());

    private static async Task<List<decimal>> Open(SalesOrdersHost host) =>
        (await host.See(db => db.Invoices.Include(i => i.Order).AsSplitQuery().OrderBy(i => i.Number).ToListAsync())).ConvertAll(i => i.Open);

    private static async Task<(Guid Order, Dictionary<string, Guid> Lines)> Confirmed(SalesOrdersHost host, params (string Sku, int Quantity)[] lines)
    {
        var customer = await host.Customer();
        await host.Product("A", onHand: 20);
        var order = await host.Do(Orders.Of(customer, lines) with { Confirm = true });
        return (order.Id, (await host.Order(order.Id)).Lines.ToDictionary(l => l.Sku, l => l.Id));
    }
}
