using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Reporting.Domain;
using Crm.Reporting.Persistence;
using Crm.SalesOrders.Contracts;
using Crm.Testing;
using Crm.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;
using static Crm.Reporting.Tests.Module.Reports;

namespace Crm.Reporting.Tests.Module;

public sealed class FactsTests
{
    [SkippableTheory, EveryProvider]
    public async Task Lines_are_counted_with_mean_median_smallest_and_largest(DatabaseProvider provider)
    {
        await using var module = await Start(provider);
        await module.Confirmed(Order(Line(10m), Line(20m, quantity: 2), Line(3m)));
        await module.Confirmed(Order(Line(7m)));

        var report = await module.Sales();

        var figures = report.Rows.ShouldHaveSingleItem().Figures;
        (figures.Orders, figures.Lines, figures.Units).ShouldBe((2, 4, 5L));
        figures.Net.ShouldBe(new Money(60m, "EUR"));
        figures.Mean.Amount.ShouldBe(15m);
        figures.Median.Amount.ShouldBe(8.5m);
        figures.Min.Amount.ShouldBe(3m);
        figures.Max.Amount.ShouldBe(40m);
        figures.Freight!.Value.Amount.ShouldBe(10m);
        figures.Share.ShouldBe(1m);
    }

    [SkippableTheory, EveryProvider]
    public async Task An_order_that_is_taken_back_takes_its_extremes_with_it_in_every_break_down(DatabaseProvider provider)
    {
        await using var module = await Start(provider);
        var (green, black) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var taken = Order(Line(100m, product: green), Line(1m, category: null, product: black));
        var sameCustomer = Order(Line(50m, product: green)).With(o => o with { CustomerId = taken.Order.CustomerId });
        var other = Order(Line(20m, category: "Coffee", product: black), Line(30m, category: null, product: black)).With(o => o with { ShipToCountry = "France" });
        foreach (var order in new[] { taken, sameCustomer, other }) await module.Confirmed(order);

        await module.Cancelled(taken);

        (await Ranges(module, SalesBy.Month)).ShouldBe([(20m, 50m)]);
        (await Ranges(module, SalesBy.Channel)).ShouldBe([(20m, 50m)]);
        (await Ranges(module, SalesBy.Customer)).ShouldBe([(20m, 30m), (50m, 50m)]);
        (await Ranges(module, SalesBy.Country)).ShouldBe([(20m, 30m), (50m, 50m)]);
        (await Ranges(module, SalesBy.Product)).ShouldBe([(20m, 30m), (50m, 50m)]);
        (await Ranges(module, SalesBy.Category)).ShouldBe([(20m, 20m), (30m, 30m), (50m, 50m)]);
    }

    private static async Task<List<(decimal Smallest, decimal Largest)>> Ranges(ModuleHarness module, SalesBy by) =>
        [.. (await module.Sales(by)).Rows.Select(r => (r.Figures.Min.Amount, r.Figures.Max.Amount)).Order()];

    [Fact]
    public async Task A_report_that_is_not_told_how_many_groups_to_show_adds_up_what_is_beyond_five_hundred()
    {
        await using var module = await Start(DatabaseProvider.Sqlite);
        await module.Confirmed(Order([.. Enumerable.Range(1, 502).Select(i => Line(i))]));

        var report = await module.Sales(SalesBy.Product);
        var whole = await module.Sales(SalesBy.Product, top: 5000);

        report.Rows.Count.ShouldBe(500);
        (report.Others!.Groups, report.Others.Net.Amount).ShouldBe((2, 3m));
        (whole.Rows.Count, whole.Others).ShouldBe((502, null));
        report.Totals.ShouldBe(whole.Totals);
        (report.Rows.Sum(r => r.Figures.NetUnrounded) + report.Others.NetUnrounded).ShouldBe(report.Totals!.NetUnrounded);
    }

    [SkippableTheory, EveryProvider]
    public async Task A_report_says_which_net_it_counts_and_what_rounding_changes(DatabaseProvider provider)
    {
        await using var module = await Start(provider);
        await module.Confirmed(Order(Line(0.335m), Line(0.335m)));

        var exact = await module.Sales(net: NetBasis.Exact);
        var rounded = await module.Sales(net: NetBasis.Rounded);

        exact.Totals!.Net.Amount.ShouldBe(0.67m);
        rounded.Totals!.Net.Amount.ShouldBe(0.68m);
        exact.RoundingDifference.ShouldBe(0.01m);
        (exact.Net, rounded.Net).ShouldBe((NetBasis.Exact, NetBasis.Rounded));
    }

    [SkippableTheory, EveryProvider]
    public async Task An_order_with_two_products_of_a_category_is_one_order_of_that_category(DatabaseProvider provider)
    {
        await using var module = await Start(provider);
        await module.Confirmed(Order(Line(10m, category: "Tea"), Line(20m, category: "Tea"), Line(5m, category: null)));

        var report = await module.Sales(SalesBy.Category);

        report.Rows.Select(r => (r.Key, r.Figures.Orders, r.Figures.Net.Amount, r.Figures.Freight)).ShouldBe([("Tea", 1, 30m, null), (null, 1, 5m, null)]);
        report.Totals!.Orders.ShouldBe(1);
        report.Totals.Freight!.Value.Amount.ShouldBe(5m);
    }

    [SkippableTheory, EveryProvider]
    public async Task A_cancelled_order_is_taken_back_with_its_extremes(DatabaseProvider provider)
    {
        await using var module = await Start(provider);
        await module.Confirmed(Order(Line(10m), Line(20m)));
        var large = Order(Line(500m), Line(1m));
        await module.Confirmed(large);

        await module.Cancelled(large);

        var figures = (await module.Sales()).Totals!;
        (figures.Orders, figures.Lines, figures.Net.Amount, figures.Freight!.Value.Amount).ShouldBe((1, 2, 30m, 5m));
        (figures.Min.Amount, figures.Median.Amount, figures.Max.Amount).ShouldBe((10m, 15m, 20m));
        (await module.Sales(SalesBy.Customer)).Rows.Count.ShouldBe(1);
    }

    [SkippableTheory, EveryProvider]
    public async Task The_last_order_cancelled_leaves_nothing(DatabaseProvider provider)
    {
        await using var module = await Start(provider);
        var order = Order(Line(10m));
        await module.Arrive([(order, "order/1", 1), (new OrderCancelledV1(order.OrderId, true, SomeDay, "none"), "order/1", 2)]);
        await module.Pump();
        var other = Order(Line(10m));
        await module.Confirmed(other);
        await module.Cancelled(other);

        (await module.Sales()).IsEmpty.ShouldBeTrue();
        (await module.Read<ReportingDbContext, int>(db => db.SalesRollups.CountAsync())).ShouldBe(0);
    }

    [SkippableTheory, EveryProvider]
    public async Task An_event_that_comes_twice_is_counted_once(DatabaseProvider provider)
    {
        await using var module = await Start(provider);
        var order = Order(Line(10m));
        await module.Confirmed(order);
        await module.Confirmed(order);

        (await module.Sales()).Totals!.Orders.ShouldBe(1);
        (await module.Read<ReportingDbContext, int>(db => db.KeptEvents.CountAsync())).ShouldBe(1);
    }

    [SkippableTheory, EveryProvider]
    public async Task A_shipment_may_be_known_before_its_order(DatabaseProvider provider)
    {
        await using var module = await Start(provider);
        var order = Order(Line(10m, quantity: 3));
        var line = order.Order.Lines[0];
        await module.Given(
            new ShipmentDispatchedV1(order.OrderId, Guid.CreateVersion7(), "Post", SomeDay.AddDays(2), [new ShippedLineV1(line.LineId, line.ProductId, 3)], true), "shipment/1", 1);
        await module.Confirmed(order);

        var fact = await module.Read<ReportingDbContext, Persistence.Facts.OrderLineFact>(db => db.OrderLineFacts.SingleAsync());
        (fact.ShippedQuantity, fact.ShippedOn).ShouldBe((3, SomeDay.AddDays(2)));
        (await module.Read<ReportingDbContext, DateOnly?>(db => db.OrderFacts.Select(o => o.ShippedOn).SingleAsync())).ShouldBe(SomeDay.AddDays(2));
    }

    [SkippableTheory, EveryProvider]
    public async Task A_changed_order_counts_as_it_is_now_and_a_lost_shipment_as_never_sent(DatabaseProvider provider)
    {
        await using var module = await Start(provider);
        var order = Order(Line(10m, quantity: 3), Line(5m));
        var kept = order.Order.Lines[0];
        var (stream, sent, lost) = ($"order/{order.OrderId}", new ShippedLineV1(kept.LineId, kept.ProductId, 3), Guid.CreateVersion7());
        await module.Confirmed(order);
        await module.Given(new ShipmentDispatchedV1(order.OrderId, lost, "Post", SomeDay, [sent], false), stream, 2);

        var now = order.Order with { Lines = [kept, Line(4m, quantity: 2)] };
        await module.Given(new OrderChangedV1(order.OrderId, now, Guid.CreateVersion7()), stream, 3);
        await module.Given(new ShipmentLostV1(order.OrderId, lost, order.Order.CustomerId, SomeDay, [sent]), stream, 4);

        var figures = (await module.Sales()).Rows.ShouldHaveSingleItem().Figures;
        (figures.Orders, figures.Lines, figures.Units, figures.Net.Amount).ShouldBe((1, 2, 5L, 38m));
        (await module.Read<ReportingDbContext, int>(db => db.OrderLineFacts.SumAsync(l => l.ShippedQuantity))).ShouldBe(0);
        (await module.Read<ReportingDbContext, int>(db => db.ShipmentFacts.CountAsync())).ShouldBe(0);

        await module.Given(new ServiceAcceptedV1(order.OrderId, Guid.CreateVersion7(), order.Order.CustomerId, SomeDay.AddDays(1), [.. now.Lines.Select(l => new ShippedLineV1(l.LineId, l.ProductId, l.Quantity))], true), stream, 5);
        (await module.Read<ReportingDbContext, DateOnly?>(db => db.OrderFacts.Select(o => o.ShippedOn).SingleAsync())).ShouldBe(SomeDay.AddDays(1));
    }

    [Fact]
    public async Task A_payment_that_the_bank_took_back_is_taken_off_what_came_in_and_once()
    {
        await using var module = await Start(DatabaseProvider.Sqlite);
        var (order, customer, takenBack) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        var stream = $"order/{order}";
        await module.Given(new PaymentCapturedV1(order, Guid.CreateVersion7(), customer, 20m, "EUR", SomeDay, 0m), stream, 1);

        foreach (var position in new[] { 2, 3 }) await module.Given(new PaymentChargedBackV1(order, takenBack, customer, 15m, "EUR", SomeDay.AddDays(1), 15m), stream, position);

        var facts = await module.Read<ReportingDbContext, List<Persistence.Facts.PaymentFact>>(db => db.PaymentFacts.OrderBy(p => p.PaidOn).ToListAsync());
        facts.Select(f => (f.Amount, f.PaidOn)).ShouldBe([(20m, SomeDay), (-15m, SomeDay.AddDays(1))]);
    }

    [SkippableTheory, EveryProvider]
    public async Task Several_currencies_are_never_added_up(DatabaseProvider provider)
    {
        await using var module = await Start(provider);
        await module.Confirmed(Order(Line(10m)));
        await module.Confirmed(Order(Line(20m)).With(o => o with { Currency = "USD" }));

        var refused = await Should.ThrowAsync<InvalidInput>(() => module.Sales());
        refused.Errors[0].Values.ShouldBe(["EUR, USD"]);
        (await module.Sales(currency: "USD")).Totals!.Net.ShouldBe(new Money(20m, "USD"));
    }

    [SkippableTheory, EveryProvider]
    public async Task A_report_shows_the_rows_its_reader_may_see(DatabaseProvider provider)
    {
        await using var module = await Start(provider);
        var (me, colleague, unit) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        await module.Confirmed(Order(Line(10m)).With(o => o with { SalespersonId = me, UnitId = unit }));
        await module.Confirmed(Order(Line(20m)).With(o => o with { SalespersonId = colleague, UnitId = unit }));
        await module.Confirmed(Order(Line(40m)).With(o => o with { SalespersonId = colleague, UnitId = Guid.CreateVersion7() }));

        (await module.Sales(caller: Reader(RowScope.Own))).Totals!.Net.Amount.ShouldBe(10m);
        (await module.Sales(caller: Reader(RowScope.Unit))).Totals!.Net.Amount.ShouldBe(30m);
        var seen = await module.Sales(SalesBy.Salesperson, caller: Reader(RowScope.Own));
        (seen.Rows.ShouldHaveSingleItem().Key, seen.Totals!.Median.Amount).ShouldBe((me.ToString(), 10m));
        (await module.Sales(caller: Reader(RowScope.None))).IsEmpty.ShouldBeTrue();
        (await module.Sales()).Totals!.Net.Amount.ShouldBe(70m);

        Caller Reader(RowScope scope) => new(me, CallerKind.Person, "me")
        {
            UnitId = unit,
            UnitsBelow = [unit],
            Permissions = new Dictionary<string, RowScope> { ["reporting.reports.read"] = scope },
        };
    }
}
