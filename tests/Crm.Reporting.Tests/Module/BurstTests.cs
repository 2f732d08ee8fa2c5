using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Reporting.Domain;
using Crm.Testing.Databases;
using Shouldly;
using Xunit;
using static Crm.Reporting.Tests.Module.Reports;

namespace Crm.Reporting.Tests.Module;

public sealed class BurstTests
{
    [SkippableTheory, EveryProvider]
    public async Task A_burst_of_orders_is_counted_as_one_by_one(DatabaseProvider provider)
    {
        await using var module = await Start(provider);
        var product = Guid.CreateVersion7();
        var orders = Enumerable.Range(1, 250).Select(i => Order(
            SomeDay.AddDays(i % 3), Line(i, product: product), Line(0.335m, quantity: i, discount: 0.15m, category: i % 2 == 0 ? null : "Coffee"))).ToList();
        foreach (var order in orders.Take(2)) await module.Confirmed(order);

        await module.Arrive(orders.Skip(2).Select(o => ((IIntegrationEvent)o, $"order/{o.OrderId}", 1)));
        await module.Pump();

        var lines = orders.SelectMany(o => o.Order.Lines).ToList();
        var total = (await module.Sales(SalesBy.Product)).Totals!;
        (total.Orders, total.Lines, total.Units).ShouldBe((250, 500, lines.Sum(l => (long)l.Quantity)));
        total.NetUnrounded.ShouldBe(lines.Sum(l => l.NetExact));
        (total.Min.Amount, total.Max.Amount).ShouldBe((Currencies.Round(lines.Min(l => l.NetExact), "EUR"), 250m));
        (await module.Sales(SalesBy.Product)).Rows[0].Figures.NetUnrounded.ShouldBe(Enumerable.Range(1, 250).Sum());
        (await module.Sales(SalesBy.Category)).Rows.Select(r => r.Key).ShouldBe(["Tea", "Coffee", null], ignoreOrder: true);
        (await RebuildTests.Rebuild(module)).IsSame.ShouldBeTrue();
    }
}
