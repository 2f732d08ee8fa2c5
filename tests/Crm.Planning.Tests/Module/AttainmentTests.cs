using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Planning.Api;
using Crm.Planning.Domain;
using Crm.Platform.Contracts;
using Crm.Testing;
using Crm.Testing.Databases;
using Shouldly;
using Xunit;
using static Crm.Planning.Tests.Module.PlanningDesk;
using static Crm.Planning.Tests.Module.Sales;

namespace Crm.Planning.Tests.Module;

public sealed class AttainmentTests
{
    private static readonly Guid Anna = new("0192aaaa-0000-7000-8000-000000000001");
    private static readonly Guid Bert = new("0192aaaa-0000-7000-8000-000000000002");

    [SkippableTheory, EveryProvider]
    public async Task A_confirmed_order_counts_for_company_person_and_channel_in_the_month_of_the_order(DatabaseProvider provider)
    {
        await using var planning = await Open(provider);
        var plan = await planning.Send(FirstQuarter(
            Company(TargetMetric.NetSales, 100, 100, 0), Company(TargetMetric.Orders, 4), Company(TargetMetric.Units, 10), Of(Anna, 50), Of(Bert, 50), Through("web", 80)));

        await planning.Given(Confirmed(Guid.CreateVersion7(), new(2026, 1, 31), 30.25m, Anna, "web", units: 3));
        await planning.Given(Confirmed(Guid.CreateVersion7(), new(2026, 2, 1), 125m, Anna, "shop"));
        await planning.Given(Confirmed(Guid.CreateVersion7(), new(2025, 12, 31), 999m, Anna));

        var view = await planning.AttainmentOf(plan.Id);
        Months(view, TargetMetric.NetSales, TargetScope.Company).ShouldBe(
        [
            new MonthAttainment(January, 100, 30.25m, 0.3025m, 69.75m),
            new MonthAttainment(February, 100, 125, 1.25m, -25),
            new MonthAttainment(March, 0, 0, null, 0),
        ]);
        Total(view, TargetMetric.NetSales, TargetScope.Company).ShouldBe(new AttainmentFigures(200, 155.25m, 0.77625m, 44.75m));
        Total(view, TargetMetric.Orders, TargetScope.Company).Actual.ShouldBe(1);
        Total(view, TargetMetric.Units, TargetScope.Company).Actual.ShouldBe(3);
        view.Targets.Single(t => t.PersonId == Anna).Total.Actual.ShouldBe(30.25m);
        view.Targets.Single(t => t.PersonId == Bert).Total.Actual.ShouldBe(0);
        view.Targets.Single(t => t.Channel == "web").Total.Actual.ShouldBe(30.25m);
        view.CountedThrough.ShouldBe(planning.Time.GetUtcNow());
    }

    [SkippableTheory, EveryProvider]
    public async Task A_changed_order_counts_for_what_it_is_now(DatabaseProvider provider)
    {
        await using var planning = await Open(provider);
        var plan = await planning.Send(FirstQuarter(Company(TargetMetric.NetSales, 100, 100, 0)));
        var order = Guid.CreateVersion7();
        await planning.Given(Confirmed(order, new(2026, 1, 31), 30m, Anna));

        var changed = new SalesOrders.Contracts.OrderChangedV1(order, Confirmed(order, new(2026, 1, 31), 12m, Anna).Order, Guid.CreateVersion7());
        await planning.Given(changed, StreamOf(order), 3);

        Total(await planning.AttainmentOf(plan.Id), TargetMetric.NetSales, TargetScope.Company).Actual.ShouldBe(12m);
    }

    [SkippableTheory, EveryProvider]
    public async Task A_cancelled_order_is_taken_back_in_the_month_in_which_it_counted(DatabaseProvider provider)
    {
        await using var planning = await Open(provider);
        var plan = await planning.Send(FirstQuarter(Company(TargetMetric.NetSales, 100, 100)));
        var (stays, goes) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await planning.Given(Confirmed(stays, January.AddDays(3), 10));
        await planning.Given(Confirmed(goes, January.AddDays(4), 20));

        await planning.Given(Cancelled(goes, February.AddDays(10)));

        var view = await planning.AttainmentOf(plan.Id);
        Months(view, TargetMetric.NetSales, TargetScope.Company).Select(m => m.Actual).ShouldBe([10, 0]);
        (await planning.OrdersBehind(plan.Id)).Select(o => o.Id).ShouldBe([stays]);
    }

    [SkippableTheory, EveryProvider]
    public async Task A_cancellation_that_arrives_before_its_confirmation_leaves_nothing_to_count(DatabaseProvider provider)
    {
        await using var planning = await Open(provider);
        var plan = await planning.Send(FirstQuarter(Company(TargetMetric.Orders, 1)));
        var order = Guid.CreateVersion7();

        await planning.Given(Cancelled(order, February));
        await planning.Given(Confirmed(order, January, 20));

        Total(await planning.AttainmentOf(plan.Id), TargetMetric.Orders, TargetScope.Company).Actual.ShouldBe(0);
        (await planning.Figures()).Orders.ShouldBe(0);
    }

    [SkippableTheory, EveryProvider]
    public async Task An_event_that_comes_again_counts_once(DatabaseProvider provider)
    {
        await using var planning = await Open(provider);
        var plan = await planning.Send(FirstQuarter(Company(TargetMetric.NetSales, 1)));
        var confirmed = Confirmed(Guid.CreateVersion7(), January, 20);

        await planning.Given(confirmed);
        await planning.Given(confirmed);
        await planning.GivenAll([(confirmed, StreamOf(confirmed.OrderId), 2)]);

        Total(await planning.AttainmentOf(plan.Id), TargetMetric.NetSales, TargetScope.Company).Actual.ShouldBe(20);
        (await planning.Figures()).Events.ShouldBe(1);
    }

    [SkippableTheory, EveryProvider]
    public async Task Orders_in_another_currency_do_not_count_and_are_reported_as_left_out(DatabaseProvider provider)
    {
        await using var planning = await Open(provider);
        var plan = await planning.Send(FirstQuarter(Company(TargetMetric.Orders, 1), Company(TargetMetric.NetSales, 1)));
        await planning.Given(Confirmed(Guid.CreateVersion7(), January, 20));
        await planning.Given(Confirmed(Guid.CreateVersion7(), January, 30, currency: "USD"));
        await planning.Given(Confirmed(Guid.CreateVersion7(), March, 40, Anna, currency: "USD"));
        await planning.Given(Confirmed(Guid.CreateVersion7(), March, 5000, currency: "JPY"));
        await planning.Given(Confirmed(Guid.CreateVersion7(), March.AddMonths(1), 50, currency: "USD"));

        var view = await planning.AttainmentOf(plan.Id);

        Total(view, TargetMetric.Orders, TargetScope.Company).Actual.ShouldBe(1);
        Total(view, TargetMetric.NetSales, TargetScope.Company).Actual.ShouldBe(20);
        view.LeftOut.ShouldBe([new LeftOutOrders("JPY", 1), new LeftOutOrders("USD", 2)]);
    }

    [SkippableTheory, EveryProvider]
    public async Task The_orders_behind_a_figure_sum_up_to_it(DatabaseProvider provider)
    {
        await using var planning = await Open(provider);
        var plan = await planning.Send(FirstQuarter(
            Company(TargetMetric.NetSales, 1, 1, 1), Company(TargetMetric.Units, 1), Company(TargetMetric.Orders, 1, 1), Of(Anna, 1, 1), Through("shop", 1, 1, 1)));
        await planning.GivenAll(History(seed: 11, orders: 60));

        var view = await planning.AttainmentOf(plan.Id);

        foreach (var target in view.Targets)
        {
            foreach (var month in target.Months)
                Sum(target.Metric, await planning.OrdersBehind(plan.Id, target.TargetId, month.Month)).ShouldBe(month.Actual);
            Sum(target.Metric, await planning.OrdersBehind(plan.Id, target.TargetId)).ShouldBe(target.Total.Actual);
        }

        view.Targets.ShouldAllBe(t => t.Total.Actual > 0);
    }

    [SkippableTheory, EveryProvider(1), EveryProvider(2), EveryProvider(3)]
    public async Task Whatever_happened_the_sum_over_persons_and_of_what_is_credited_to_nobody_is_the_company(DatabaseProvider provider, int seed)
    {
        await using var planning = await Open(provider);
        var plan = await planning.Send(FirstQuarter(Company(TargetMetric.NetSales, 1, 1, 1)));
        var history = History(seed, orders: 80);
        await planning.GivenAll(history);

        foreach (var by in new[] { "person", "channel" })
        {
            var view = await planning.ActualsOf(plan.Id, by);
            for (var i = 0; i < view.Company.Count; i++)
            {
                view.Rows.Sum(r => r.Months[i].NetSales).ShouldBe(view.Company[i].NetSales);
                view.Rows.Sum(r => r.Months[i].Orders).ShouldBe(view.Company[i].Orders);
                view.Rows.Sum(r => r.Months[i].Units).ShouldBe(view.Company[i].Units);
            }

            view.Company.Sum(m => m.NetSales).ShouldBe(Expected(history));
        }
    }

    [SkippableTheory, EveryProvider]
    public async Task A_target_shows_the_name_of_its_person_until_the_person_is_erased(DatabaseProvider provider)
    {
        await using var planning = await Open(provider);
        var plan = await planning.Send(FirstQuarter(Of(Anna, 1)));
        var user = new UserChangedV1(Anna, "anna", "Anna Berg", null, null, null, "UTC", Active: true);
        await planning.Given(user, $"user/{Anna}", 4);
        await planning.Given(user with { Name = "Older name" }, $"user/{Anna}", 3);
        (await planning.AttainmentOf(plan.Id)).Targets.Single().PersonName.ShouldBe("Anna Berg");

        await planning.Given(new PersonErasureRequestedV1(Anna, planning.Time.GetUtcNow()), "person-erasure/1", 1);
        await planning.Given(user, $"user/{Anna}", 5);

        (await planning.AttainmentOf(plan.Id)).Targets.Single().PersonName.ShouldBeNull();
    }

    /// <summary>Orders of a quarter and around it, some cancelled, in every mixture of person, channel and currency.</summary>
    internal static List<(IIntegrationEvent Event, string Stream, int Position)> History(int seed, int orders)
    {
        var chance = new Random(seed);
        var events = new List<(IIntegrationEvent, string, int)>();
        for (var i = 0; i < orders; i++)
        {
            var order = new Guid($"0192bbbb-{seed:x4}-7000-8000-{i:x12}");
            Guid? person = chance.Next(3) switch { 0 => Anna, 1 => Bert, _ => null };
            var orderedOn = new DateOnly(2025, 12, 15).AddDays(chance.Next(120));
            events.Add((Confirmed(order, orderedOn, chance.Next(1, 100_000) / 100m, person, chance.Next(2) == 0 ? "web" : "shop",
                chance.Next(5) == 0 ? "USD" : "EUR", chance.Next(1, 9)), StreamOf(order), 2));
            if (chance.Next(4) == 0) events.Add((Cancelled(order, orderedOn.AddDays(40)), StreamOf(order), 3));
        }

        return events;
    }

    private static decimal Expected(List<(IIntegrationEvent Event, string Stream, int Position)> history)
    {
        var cancelled = history.Select(h => h.Event).OfType<SalesOrders.Contracts.OrderCancelledV1>().Select(c => c.OrderId).ToHashSet();
        return history.Select(h => h.Event).OfType<SalesOrders.Contracts.OrderConfirmedV1>()
            .Where(c => !cancelled.Contains(c.OrderId) && c.Order.Currency == "EUR" && c.Order.OrderedOn >= January && c.Order.OrderedOn < March.AddMonths(1))
            .Sum(c => c.Order.Net);
    }

    private static IReadOnlyList<MonthAttainment> Months(AttainmentView view, TargetMetric metric, TargetScope scope) =>
        view.Targets.Single(t => t.Metric == metric && t.Scope == scope).Months;

    private static AttainmentFigures Total(AttainmentView view, TargetMetric metric, TargetScope scope) =>
        view.Targets.Single(t => t.Metric == metric && t.Scope == scope).Total;

    private static decimal Sum(TargetMetric metric, List<CreditedOrderRow> orders) => metric switch
    {
        TargetMetric.NetSales => orders.Sum(o => o.Net.Amount),
        TargetMetric.Units => orders.Sum(o => o.Units),
        _ => orders.Count,
    };
}
