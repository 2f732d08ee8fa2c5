using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Operations;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Reporting.Application.Rebuilding;
using Crm.Reporting.Domain;
using Crm.Reporting.Persistence;
using Crm.Reporting.Persistence.Facts;
using Crm.SalesOrders.Contracts;
using Crm.Testing;
using Crm.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;
using static Crm.Reporting.Tests.Module.Reports;

namespace Crm.Reporting.Tests.Module;

/// <summary>What came back of what was sold, beside figures that stay as they were.</summary>
public sealed class ReturnsTests
{
    [SkippableTheory, EveryProvider]
    public async Task What_is_refunded_for_goods_is_told_beside_what_was_sold(DatabaseProvider provider)
    {
        await using var module = await Start(provider);
        var tea = Line(3.335m, quantity: 3, category: "Tea") with { TaxRate = 0.19m, Tax = 1.90m };
        var cups = Line(20m, category: "Cups");
        var order = Order(tea, cups);
        await module.Confirmed(order);
        var before = (await module.Sales()).Totals!;

        await Refunded(module, order, 2, tea, quantity: 1, amount: 3.97m);
        await Refunded(module, order, 3, tea, quantity: 2, amount: 7.94m);

        var after = (await module.Sales()).Totals!;
        (after with { ReturnedUnits = 0, Returned = before.Returned, NetAfterReturns = before.NetAfterReturns }).ShouldBe(before);
        (after.ReturnedUnits, after.Returned.Amount, after.NetAfterReturns.Amount).ShouldBe((3L, 10.01m, 20m));
        var categories = (await module.Sales(SalesBy.Category)).Rows.ToDictionary(r => r.Key!, r => r.Figures.NetAfterReturns.Amount);
        (categories["Tea"], categories["Cups"]).ShouldBe((0m, 20m));
        (await module.Sales(net: NetBasis.Rounded)).Totals!.NetAfterReturns.Amount.ShouldBe(20m);
    }

    [SkippableTheory, EveryProvider]
    public async Task In_whatever_order_and_however_often_refunds_are_heard_the_facts_are_the_same_and_can_be_made_again(DatabaseProvider provider)
    {
        await using var module = await Start(provider);
        var (tea, cups) = (Line(10m, quantity: 4), Line(20m));
        var (early, late, cancelled) = (Order(tea), Order(cups), Order(Line(7m)));
        await module.Confirmed(early);
        await Refunded(module, early, 2, tea, quantity: 1, amount: 10m);
        await Refunded(module, early, 2, tea, quantity: 1, amount: 10m);
        // Before its order is known, and one of an order that is taken back afterwards.
        await module.Arrive([(Refund(late, cups, 1, 20m), "refund-first", 1)]);
        await module.Pump();
        await module.Confirmed(late);
        await module.Confirmed(cancelled);
        await Refunded(module, cancelled, 2, cancelled.Order.Lines[0], quantity: 1, amount: 7m);
        await module.Cancelled(cancelled, position: 3);
        // The order is told again as it is now.
        await module.Confirmed(early, position: 3);

        (await module.Sales()).Totals!.ShouldSatisfyAllConditions(t => t.Net.Amount.ShouldBe(60m), t => t.Returned.Amount.ShouldBe(30m), t => t.NetAfterReturns.Amount.ShouldBe(30m));
        await module.Send(new StartRebuild());
        (await module.Services.GetRequiredKeyedService<OperationRunner>("reporting").RunNext(CancellationToken.None)).ShouldBeTrue();
        var operation = await module.Read<ReportingDbContext, Operation>(db => db.Operations.AsNoTracking().SingleAsync());
        operation.Result.ShouldNotBeNull().ShouldContain("\"isSame\":true");
        (await module.Sales()).Totals!.NetAfterReturns.Amount.ShouldBe(30m);
        (await module.Read<ReportingDbContext, int>(db => db.Set<RefundFact>().Where(r => r.Generation == 1).CountAsync())).ShouldBe(0);
    }

    private static RefundSettledV1 Refund(OrderConfirmedV1 order, OrderLineV1 line, int quantity, decimal amount) => new(
        order.OrderId, Guid.CreateVersion7(), order.Order.CustomerId, amount, "EUR", SomeDay.AddDays(20), 0m, 0m, 0m,
        [new RefundedLineV1(line.LineId, line.ProductId, quantity, amount)]);

    private static Task Refunded(ModuleHarness module, OrderConfirmedV1 order, int position, OrderLineV1 line, int quantity, decimal amount) =>
        module.Given(Refund(order, line, quantity, amount), $"order/{order.OrderId}", position);
}
