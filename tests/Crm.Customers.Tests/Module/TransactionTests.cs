using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Customers.Application;
using Crm.Customers.Application.Figures;
using Crm.Customers.Application.Merging;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Figures;
using Crm.Customers.Persistence;
using Crm.SalesOrders.Contracts;
using Crm.Testing;
using Crm.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Crm.Customers.Tests.Module;

public sealed class TransactionTests
{
    private static readonly DateOnly May = new(2026, 5, 1);
    private static readonly DateOnly June = new(2026, 6, 1);
    private static readonly DateOnly July = new(2026, 7, 1);

    [SkippableTheory, EveryProvider]
    public async Task What_happens_to_an_order_stands_on_the_time_line_and_adds_up_as_of_every_day(DatabaseProvider provider)
    {
        await using var customers = await CustomerDesk.Open(provider);
        var acme = (await customers.Register(CustomerDesk.Acme())).Id;
        var order = new SoldOrder(customers, acme, cost: 60m);
        await order.Confirmed(May);
        await order.Paid(May.AddDays(2), 119m);
        await order.Delivered(May.AddDays(3));
        customers.TodayIs(June);
        await order.OwedIs(59.5m);
        await order.Refunded(July, 59.5m);

        (await customers.KindsOf(acme)).ShouldBe(
            [TransactionKind.Order, TransactionKind.Payment, TransactionKind.Delivery, TransactionKind.Credit, TransactionKind.Refund]);
        Sums(await customers.BalanceOf(acme, May)).ShouldBe((1, 100m, 40m, 119m));
        Sums(await customers.BalanceOf(acme, May.AddDays(2))).ShouldBe((1, 100m, 40m, 0m));
        Sums(await customers.BalanceOf(acme, June)).ShouldBe((1, 50m, 20m, -59.5m));
        Sums(await customers.BalanceOf(acme, July)).ShouldBe((1, 50m, 20m, 0m));
        Sums(await customers.BalanceOf(acme, May.AddDays(-1))).ShouldBe((0, 0m, 0m, 0m));
        var figures = (await customers.FiguresOf(acme))!;
        (figures.Orders, figures.FirstOrderOn, figures.LastOrderOn, figures.LastPaymentOn).ShouldBe((1, May, May, May.AddDays(2)));
        (figures.Net, figures.Margin, figures.OpenBalance, figures.Currency).ShouldBe((50m, 20m, 0m, "EUR"));
    }

    [SkippableTheory, EveryProvider]
    public async Task A_change_and_a_cancellation_count_from_their_own_days_and_leave_the_days_before_as_they_were(DatabaseProvider provider)
    {
        await using var customers = await CustomerDesk.Open(provider);
        var acme = (await customers.Register(CustomerDesk.Acme())).Id;
        var (stays, goes) = (new SoldOrder(customers, acme), new SoldOrder(customers, acme));
        await stays.Confirmed(May);
        await goes.Confirmed(May.AddDays(1));
        customers.TodayIs(June);
        await stays.Changed(May, 238m, 200m);
        await goes.Cancelled(July);
        await goes.OwedIs(-5m);

        Sums(await customers.BalanceOf(acme, May.AddDays(1))).ShouldBe((2, 200m, 0m, 238m));
        Sums(await customers.BalanceOf(acme, June)).ShouldBe((2, 300m, 0m, 357m));
        Sums(await customers.BalanceOf(acme, July)).ShouldBe((1, 200m, 0m, 238m));
        (await customers.BalanceOf(acme, July)).LastOrderOn.ShouldBe(May);
        (await customers.FiguresOf(acme))!.LastOrderOn.ShouldBe(May);
    }

    [SkippableTheory, EveryProvider]
    public async Task What_is_told_twice_is_written_once_and_money_may_come_before_its_order(DatabaseProvider provider)
    {
        await using var customers = await CustomerDesk.Open(provider);
        var acme = (await customers.Register(CustomerDesk.Acme())).Id;
        var order = new SoldOrder(customers, acme, currency: "USD", rate: 0.5m);
        await order.Paid(May, 19m);
        (await customers.FiguresOf(acme))!.OpenBalance.ShouldBe(0m);

        var confirmed = new OrderConfirmedV1(order.Id, order.State(May, 119m, 100m));
        await order.Told(confirmed);
        await order.Told(confirmed, 2);
        await order.Told(new PaymentCapturedV1(order.Id, Guid.CreateVersion7(), acme, 19m, "USD", May, 100m), 1);

        (await customers.KindsOf(acme)).ShouldBe([TransactionKind.Payment, TransactionKind.Order]);
        var balance = await customers.BalanceOf(acme, May);
        balance.Currencies.ShouldHaveSingleItem().ShouldBe(new CurrencyBalance("USD", 1, 100m, 0m, 100m, 100m));
        balance.Converted.ShouldBe(new CurrencyBalance("EUR", 1, 50m, 0m, 50m, 50m));
        var lines = await customers.Read<CustomersDbContext, List<string?>>(db => db.Set<CustomerTransaction>().Select(t => t.OrderNumber).ToListAsync());
        lines.ShouldAllBe(number => number != null);
    }

    [SkippableTheory, EveryProvider]
    public async Task An_order_without_a_rate_is_left_out_of_what_is_converted_and_counted(DatabaseProvider provider)
    {
        await using var customers = await CustomerDesk.Open(provider);
        var acme = (await customers.Register(CustomerDesk.Acme())).Id;
        await new SoldOrder(customers, acme).Confirmed(May);
        await new SoldOrder(customers, acme, currency: "CNY", rate: null).Confirmed(June);

        var balance = await customers.BalanceOf(acme, July);

        balance.Currencies.Select(c => (c.Currency, c.Net)).ShouldBe([("CNY", 100m), ("EUR", 100m)]);
        (balance.Orders, balance.OrdersWithoutRate, balance.Converted.Net, balance.Converted.Orders).ShouldBe((2, 1, 100m, 1));
        (await customers.FiguresOf(acme))!.OrdersWithoutRate.ShouldBe(1);
    }

    [SkippableTheory, EveryProvider]
    public async Task What_was_written_off_is_owed_no_more_and_was_sold_all_the_same(DatabaseProvider provider)
    {
        await using var customers = await CustomerDesk.Open(provider);
        var acme = (await customers.Register(CustomerDesk.Acme())).Id;
        var order = new SoldOrder(customers, acme);
        await order.Confirmed(May);
        await order.OwedIs(0m, "writeOff", June);
        await order.OwedIs(19m, "recovery", July);

        Sums(await customers.BalanceOf(acme, June)).ShouldBe((1, 100m, 0m, 0m));
        Sums(await customers.BalanceOf(acme, July)).ShouldBe((1, 100m, 0m, 19m));
    }

    [SkippableTheory, EveryProvider]
    public async Task What_hangs_on_a_merged_customer_is_read_and_counted_with_the_survivor(DatabaseProvider provider)
    {
        await using var customers = await CustomerDesk.Open(provider);
        var (acme, twin) = ((await customers.Register(CustomerDesk.Acme())).Id, (await customers.Register(new CustomerInput { Name = "Acme Ltd" })).Id);
        await new SoldOrder(customers, acme).Confirmed(May);
        var late = new SoldOrder(customers, twin);
        await late.Confirmed(June);

        await customers.Send(new MergeCustomers([new MergedCustomer(twin, 1)]) { SurvivorId = acme });
        await customers.Pump();

        Sums(await customers.BalanceOf(acme, July)).ShouldBe((2, 200m, 0m, 238m));
        Sums(await customers.BalanceOf(twin, July)).ShouldBe((2, 200m, 0m, 238m));
        (await customers.FiguresOf(twin)).ShouldBeNull();
        await late.Paid(July, 119m);
        var figures = (await customers.FiguresOf(acme))!;
        (figures.Orders, figures.LastOrderOn, figures.OpenBalance).ShouldBe((2, June, 119m));

        await customers.Send(new UnmergeCustomer(twin));
        await customers.Pump();
        ((await customers.FiguresOf(acme))!.Orders, (await customers.FiguresOf(twin))!.Orders).ShouldBe((1, 1));
    }

    [SkippableTheory, EveryProvider]
    public async Task A_module_that_was_off_is_told_the_account_of_an_order_and_knows_what_it_missed(DatabaseProvider provider)
    {
        await using var customers = await CustomerDesk.Open(provider);
        var acme = (await customers.Register(CustomerDesk.Acme())).Id;
        var (heard, missed, cancelled) = (new SoldOrder(customers, acme), new SoldOrder(customers, acme), new SoldOrder(customers, acme));
        var payment = Guid.CreateVersion7();
        await heard.Confirmed(May);
        await heard.Told(new PaymentCapturedV1(heard.Id, payment, acme, 119m, "EUR", June, 0m));
        await cancelled.Confirmed(May);
        OrderAccountEntryV1 Entry(string kind, DateOnly on, decimal? amount, Guid? id = null) =>
            new(kind, id ?? Guid.CreateVersion7(), kind is "change" or "credit" ? null : on, new DateTimeOffset(on, default, TimeSpan.Zero), amount, null);

        await heard.Told(new OrderAccountV1(heard.Id, heard.State(May, 119m, 100m), IsSold: true, null, 119m, [Entry("payment", June, 119m, payment)]), 9);
        await missed.Told(new OrderAccountV1(missed.Id, missed.State(May, 238m, 200m), IsSold: true, null, 178.5m,
            [Entry("change", May.AddDays(9), 119m), Entry("credit", June, 59.5m), Entry("payment", May.AddDays(3), 238m), Entry("refund", July, 59.5m), Entry("delivery", May.AddDays(5), null)]), 9);
        await cancelled.Told(new OrderAccountV1(cancelled.Id, cancelled.State(May, 119m, 100m), IsSold: false, June, 0m, []), 9);

        (await customers.KindsOf(acme)).Count.ShouldBe(2 + 6 + 2);
        Sums(await customers.BalanceOf(acme, May)).ShouldBe((3, 300m, 0m, 357m));
        Sums(await customers.BalanceOf(acme, May.AddDays(9))).ShouldBe((3, 400m, 0m, 238m));
        Sums(await customers.BalanceOf(acme, June)).ShouldBe((2, 250m, 0m, -59.5m));
        Sums(await customers.BalanceOf(acme, July)).ShouldBe((2, 250m, 0m, 0m));
    }

    [SkippableTheory, EveryProvider]
    public async Task A_whole_life_that_arrives_at_once_is_written_as_if_it_had_come_bit_by_bit(DatabaseProvider provider)
    {
        await using var customers = await CustomerDesk.Open(provider);
        var acme = (await customers.Register(CustomerDesk.Acme())).Id;
        var (order, other) = (new SoldOrder(customers, acme), new SoldOrder(customers, acme));
        var pay = (decimal amount) => new PaymentCapturedV1(order.Id, Guid.CreateVersion7(), acme, amount, "EUR", May, 0m);
        await customers.AllAtOnce(
        [
            (order, 1, pay(19m)), (order, 2, pay(50m)), (order, 3, new OrderConfirmedV1(order.Id, order.State(May, 119m, 100m))),
            (other, 1, new OrderConfirmedV1(other.Id, other.State(May, 119m, 100m))),
            (order, 4, pay(50m)), (other, 2, new OrderCancelledV1(other.Id, WasConfirmed: true, May, null, acme)),
        ]);

        Sums(await customers.BalanceOf(acme, May)).ShouldBe((1, 100m, 0m, 0m));
        var lines = await customers.Read<CustomersDbContext, List<(string? Number, decimal? Rate)>>(
            async db => [.. (await db.Set<CustomerTransaction>().ToListAsync()).Select(t => (t.OrderNumber, t.BookRate))]);
        lines.ShouldAllBe(l => l.Number != null && l.Rate == 1m);
    }

    [Fact]
    public async Task What_was_earned_is_taken_back_whatever_becomes_of_the_cost_and_small_credits_come_to_the_same_as_one()
    {
        await using var customers = await CustomerDesk.Open(DatabaseProvider.Sqlite);
        var acme = (await customers.Register(CustomerDesk.Acme())).Id;
        var (known, unknown, credited) = (new SoldOrder(customers, acme, cost: 60m), new SoldOrder(customers, acme), new SoldOrder(customers, acme, gross: 1.19m, net: 1m));
        await known.Confirmed(May);
        await known.Told(new OrderChangedV1(known.Id, unknown.State(May, 238m, 200m), Guid.CreateVersion7()));
        Sums(await customers.BalanceOf(acme, May.AddMonths(1))).ShouldBe((1, 200m, 0m, 238m));
        await known.Cancelled(June);
        Sums(await customers.BalanceOf(acme, June)).ShouldBe((0, 0m, 0m, 0m));

        await credited.Confirmed(May);
        for (var owed = 1.18m; owed >= 0m; owed -= 0.01m) await credited.OwedIs(owed);
        Sums(await customers.BalanceOf(acme, July)).ShouldBe((1, 0m, 0m, 0m));
    }

    [SkippableTheory, EveryProvider]
    public async Task Figures_follow_the_currency_of_the_books_and_can_all_be_counted_anew(DatabaseProvider provider)
    {
        await using var customers = await CustomerDesk.Open(provider);
        var acme = (await customers.Register(CustomerDesk.Acme())).Id;
        await new SoldOrder(customers, acme, currency: "USD", rate: 0.5m).Confirmed(May);
        await customers.Read<CustomersDbContext, int>(db => db.Set<CustomerFigures>().ExecuteUpdateAsync(set => set.SetProperty(f => f.Net, 7m)));
        await customers.Send(new StartFiguresRecount());
        await customers.RunOperations();
        (await customers.FiguresOf(acme))!.Net.ShouldBe(50m);

        customers.Services.GetRequiredService<TestSettings>().Choose("platform.currency", "USD");
        await using var scope = customers.Scope();
        var job = ActivatorUtilities.CreateInstance<FollowCurrency>(scope.ServiceProvider);
        (await job.Run(CancellationToken.None)).ShouldBe("1 customers counted in USD");
        (await job.Run(CancellationToken.None)).ShouldBe("0 customers counted in USD");
        var figures = (await customers.FiguresOf(acme))!;
        (figures.Net, figures.Currency).ShouldBe((100m, "USD"));
    }

    private static (int Orders, decimal Net, decimal Margin, decimal Open) Sums(CustomerBalance balance) =>
        (balance.Orders, balance.Converted.Net, balance.Converted.Margin, balance.Converted.OpenBalance);
}
