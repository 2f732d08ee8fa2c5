using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Mail;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Customers.Contracts;
using Crm.SalesOrders.Api;
using Crm.SalesOrders.Application;
using Crm.SalesOrders.Application.AfterSales;
using Crm.SalesOrders.Application.Approval;
using Crm.SalesOrders.Application.Credit;
using Crm.SalesOrders.Application.Dunning;
using Crm.SalesOrders.Application.Invoices;
using Crm.SalesOrders.Application.Loyalty;
using Crm.SalesOrders.Application.Money;
using Crm.SalesOrders.Application.Orders;
using Crm.SalesOrders.Application.Prices;
using Crm.SalesOrders.Contracts;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Loyalty;
using Crm.SalesOrders.Domain.Warehousing;
using Crm.SalesOrders.Persistence;
using Crm.Testing;
using Crm.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Crm.SalesOrders.Tests.Module;

/// <summary>What merged customers bought stays under their own ids and counts for all of them together; apart again, each has its own.</summary>
public sealed class MergedCustomersTests
{
    [SkippableTheory, EveryProvider]
    public async Task What_they_owe_is_told_under_the_survivor_and_apart_again_when_they_are_two(DatabaseProvider provider)
    {
        await using var two = await Two.On(provider);
        await two.Host.Terms(two.Survivor, limit: 500m);
        await two.Host.Do(Orders.Of(two.Survivor, ("A", 2)) with { Confirm = true });
        await two.Host.Do(Orders.Of(two.Merged, ("A", 3)) with { Confirm = true });
        (await Told(two)).ShouldBe([(two.Survivor, 20m)]);

        await two.Merge();
        (await Told(two)).ShouldBe([(two.Survivor, 50m)], "the one that was merged has no terms, and its debts count");
        await two.Unmerge();
        await two.Host.Terms(two.Merged, limit: 100m);
        (await Told(two)).ShouldBe([(two.Survivor, 20m), (two.Merged, 30m)], ignoreOrder: true);
        await two.Merge();

        (await Told(two)).ShouldBe([(two.Survivor, 50m), (two.Merged, 0m)], ignoreOrder: true);
        (await Told(two)).ShouldBeEmpty();
    }

    [SkippableTheory, EveryProvider]
    public async Task An_invoice_is_due_by_the_terms_of_the_survivor_and_a_statement_shows_what_all_owe(DatabaseProvider provider)
    {
        await using var two = await Two.On(provider);
        await two.Host.Terms(two.Survivor, paymentDays: 60);
        var (own, old) = (await two.Shipped(two.Survivor, 1), await two.Shipped(two.Merged, 2));

        await two.Merge();
        var invoice = await two.Host.Do(new IssueInvoice { Id = old });
        await two.Host.Do(new IssueInvoice { Id = own });

        invoice.DueOn.ShouldBe(invoice.IssuedOn.AddDays(60));
        (await Statement(two, two.Survivor)).ShouldBe([10m, 20m]);
        (await Statement(two, two.Merged)).ShouldBe([10m, 20m]);
        await two.Unmerge();
        (await Statement(two, two.Survivor)).ShouldBe([10m]);
        (await Statement(two, two.Merged)).ShouldBe([20m]);
    }

    [SkippableTheory, EveryProvider]
    public async Task One_receipt_pays_the_orders_of_all_and_can_be_taken_back_when_they_are_two_again(DatabaseProvider provider)
    {
        await using var two = await Two.On(provider);
        var (own, old) = (await two.Shipped(two.Survivor, 1), await two.Shipped(two.Merged, 2));
        var receipt = new ReceivePayment { CustomerId = two.Merged, Currency = "EUR", Amount = 30m, Allocations = [new(own, 10m), new(old, 20m)] };
        (await Should.ThrowAsync<RuleBroken>(() => two.Host.Do(receipt))).Rule.ShouldBe(SalesOrdersRules.PaymentOfOtherCustomer);

        await two.Merge();
        var paid = await two.Host.Do(receipt with { Allocations = null });

        (await two.Host.Order(own)).Payment.ShouldBe(PaymentState.Paid);
        (await two.Host.Order(old)).Payment.ShouldBe(PaymentState.Paid);
        (await two.Host.See(db => db.Payments.SingleAsync())).CustomerId.ShouldBe(two.Survivor);
        await two.Unmerge();
        await two.Host.Do(new ChargeBackPayment { Id = paid.Id, OrderId = old, Amount = 5m });
        (await two.Host.Order(old)).Balance.ShouldBe(5m);
    }

    [SkippableTheory, EveryProvider]
    public async Task Points_of_all_are_spent_together_and_go_back_to_whom_they_came_from(DatabaseProvider provider)
    {
        await using var two = await Two.On(provider);
        await two.Host.Do(new SetLoyaltyProgram { Currency = "EUR", PointsPerUnit = 1m, PointValue = 0.05m, MonthsValid = 12 });
        await Earn(two, two.Merged, 10);
        two.Host.Harness.Time.Advance(TimeSpan.FromDays(1));
        await Earn(two, two.Survivor, 4);
        var order = await two.Host.Do(Orders.Of(two.Survivor, ("A", 1)) with { Confirm = true });
        var all = new PayWithPoints { Id = order.Id, Points = 120 };
        (await Should.ThrowAsync<RuleBroken>(() => two.Host.Do(all))).Rule.ShouldBe(LoyaltyRules.NotEnoughPoints);

        await two.Merge();
        (await Points(two, two.Survivor)).ShouldBe((140, 140));
        (await two.Host.Do(all)).PointsLeft.ShouldBe(20);
        (await Points(two, two.Merged)).ShouldBe((20, 20));
        await two.Unmerge();
        (await Points(two, two.Merged)).ShouldBe((0, 0), "those that expire first were spent first");
        await two.Host.Do(new CancelOrder { Id = order.Id, Reason = "changed their mind" });
        var refund = await two.Host.Do(new RequestRefund { Id = order.Id, Overpayment = 6m });
        await two.Host.Do(new ApproveRefund(refund.Id), Callers.Boss);
        await two.Host.Do(new SettleRefund { Id = refund.Id });
        await Run<CountPoints>(two);

        (await Points(two, two.Merged)).ShouldBe((100, 100));
        (await Points(two, two.Survivor)).ShouldBe((40, 40));
    }

    [SkippableTheory, EveryProvider]
    public async Task Reminders_go_where_the_survivor_gets_its_mails_and_where_it_gets_none_to_whom_it_was(DatabaseProvider provider)
    {
        await using var two = await Two.On(provider);
        await two.Host.Do(new DefineReminderLevel { Level = 1, DaysAfterDue = 1, Subject = new("{invoice}", "{invoice}"), Text = new("Please pay", "请付款") });
        await two.Host.Do(new SetBillingContact { CustomerId = two.Merged, Email = "old@example.com" });
        await two.Host.Do(new IssueInvoice { Id = await two.Shipped(two.Survivor, 1), PaymentDays = 1 });
        await two.Host.Do(new IssueInvoice { Id = await two.Shipped(two.Merged, 1), PaymentDays = 5 });
        await two.Merge();

        two.Host.Harness.Time.Advance(TimeSpan.FromDays(4));
        await Run<SendReminders>(two);
        (await MailedTo(two)).ShouldBe(["old@example.com"]);
        (await two.Host.Do(new SetBillingContact { CustomerId = two.Merged, Email = "new@example.com" })).CustomerId.ShouldBe(two.Survivor);
        two.Host.Harness.Time.Advance(TimeSpan.FromDays(4));
        await Run<SendReminders>(two);

        (await MailedTo(two)).ShouldBe(["old@example.com", "new@example.com"]);
    }

    [Fact]
    public async Task What_was_said_of_the_one_holds_for_the_other()
    {
        await using var two = await Two.On(DatabaseProvider.Sqlite);
        var back = await two.Host.Do(new RequestReturn { Id = await two.Shipped(two.Merged, 2) });
        await two.Host.Do(new ApproveReturn(back.Id));
        var exchange = new ExchangeReturn { Id = back.Id, Order = Orders.Of(two.Survivor, ("A", 1)) };
        (await Should.ThrowAsync<RuleBroken>(() => two.Host.Do(exchange))).Rule.ShouldBe(SalesOrdersRules.ExchangeForOther);
        var kept = await two.Host.Do(ReservationTests.Of(("A", 5)) with { CustomerId = two.Merged });
        var reserving = Orders.Of(two.Survivor, ("A", 5)) with { ReservationId = kept.Id };
        (await Should.ThrowAsync<RuleBroken>(() => two.Host.Do(reserving))).Rule.ShouldBe(StockRules.ReservationUnknown);
        await two.Host.Do(new MakeApprovalRule { Name = "Twice", Kind = HoldKind.DuplicateReference });
        await two.Host.Do(Referring(two.Merged));

        await two.Merge();

        await two.Host.Do(exchange);
        await two.Host.Do(reserving);
        (await two.Host.Do(Referring(two.Survivor))).Status.ShouldBe(OrderStatus.Pending);
        (await two.Host.Do(new AssignPriceGroup { CustomerId = two.Merged, Group = "trade" })).CustomerId.ShouldBe(two.Survivor);
        await two.Unmerge();
        (await two.Host.Do(Referring(two.Survivor) with { CustomerReference = "PO-8" })).Status.ShouldBe(OrderStatus.Confirmed);

        static PlaceOrder Referring(Guid customer) => Orders.Of(customer, ("A", 1)) with { Confirm = true, CustomerReference = "PO-7" };
    }

    [SkippableTheory, EveryProvider]
    public async Task Whoever_reaches_the_survivor_or_an_order_of_any_sees_what_they_have_and_nobody_else_by_an_old_id(DatabaseProvider provider)
    {
        var (north, south) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await using var two = await Two.On(provider);
        await two.Merge(survivorsUnit: north, mergedUnit: south);

        (await two.Family(Callers.Person(RowScope.Unit, north), two.Merged)).ShouldBe([two.Survivor, two.Merged]);
        await Should.ThrowAsync<ResourceNotFound>(() => two.Family(Callers.Person(RowScope.Unit, south), two.Merged));
    }

    /// <summary>What is told in one run, by customer and amount.</summary>
    private static async Task<List<(Guid, decimal)>> Told(Two two)
    {
        var before = (await two.Host.Harness.Published<SalesOrdersDbContext>(typeof(CreditExposureChangedV1))).Count;
        await Run<TellExposures>(two);
        return [.. (await two.Host.Harness.Published<SalesOrdersDbContext>(typeof(CreditExposureChangedV1))).Skip(before).Cast<CreditExposureChangedV1>()
            .Select(t => (t.CustomerId, t.Exposures.SingleOrDefault()?.Amount ?? 0m))];
    }

    private static async Task<List<decimal>> Statement(Two two, Guid customer)
    {
        await using var scope = two.Host.Harness.Scope(Callers.App);
        var services = scope.ServiceProvider;
        var answer = await StatementEndpoints.Get(
            customer, "EUR", from: null, to: null, services.GetRequiredService<SalesOrdersDbContext>(), services.GetRequiredService<CallerContext>(), two.Host.Harness.Time, default);
        return [.. answer.Value!.Rows.Select(r => r.Amount).Order()];
    }

    private static async Task<(long Balance, long Available)> Points(Two two, Guid customer)
    {
        await using var scope = two.Host.Harness.Scope(Callers.App);
        var services = scope.ServiceProvider;
        var answer = await PointsEndpoints.Get(customer, services.GetRequiredService<SalesOrdersDbContext>(), services.GetRequiredService<CallerContext>(), two.Host.Harness.Time, default);
        return (answer.Value!.Balance, answer.Value.Available);
    }

    private static async Task Earn(Two two, Guid customer, int units)
    {
        await two.Host.Do(new RecordPayment { Id = await two.Shipped(customer, units), Amount = 10m * units });
        await Run<CountPoints>(two);
    }

    private static async Task Run<TJob>(Two two)
        where TJob : Crm.BuildingBlocks.Hosting.Jobs.IScheduledJob
    {
        await using var scope = two.Host.Harness.Scope();
        await ActivatorUtilities.CreateInstance<TJob>(scope.ServiceProvider).Run(CancellationToken.None);
    }

    private static Task<List<string>> MailedTo(Two two) => Task.FromResult(two.Mails.Taken.Select(m => m.To.Address).ToList());

    /// <summary>Two customers of whom one is merged into the other, and separated again, as Customers would tell it.</summary>
    private sealed class Two : IAsyncDisposable
    {
        private readonly Dictionary<Guid, int> _versions = [];

        public required SalesOrdersHost Host { get; init; }

        public required KeptMails Mails { get; init; }

        public Guid Survivor { get; private set; }

        public Guid Merged { get; private set; }

        public static async Task<Two> On(DatabaseProvider provider)
        {
            var mails = new KeptMails();
            var two = new Two { Host = await SalesOrdersHost.On(provider, services => services.AddSingleton<IMailTransport>(mails)), Mails = mails };
            (two.Survivor, two.Merged) = (await two.Host.Customer("ALFKI"), await two.Host.Customer("ALFKI2"));
            await two.Host.Product("A", onHand: 1000);
            return two;
        }

        public async Task Merge(Guid? survivorsUnit = null, Guid? mergedUnit = null)
        {
            await Tell(Survivor, Customers.State(Survivor, "ALFKI") with { UnitId = survivorsUnit });
            await Tell(Merged, Customers.State(Merged, "ALFKI2") with { UnitId = mergedUnit, SurvivorId = Survivor });
        }

        public Task Unmerge() => Tell(Merged, Customers.State(Merged, "ALFKI2"));

        public async Task<Guid> Shipped(Guid customer, int units)
        {
            var order = await Host.Do(Orders.Of(customer, ("A", units)) with { Confirm = true });
            await Host.Do(new ShipOrder { Id = order.Id });
            return order.Id;
        }

        public Task<List<Guid>> Family(Caller caller, Guid customer) => Host.See(db => db.ReachedFamily(customer, default), caller);

        public ValueTask DisposeAsync() => Host.DisposeAsync();

        private Task Tell(Guid customer, CustomerStateV1 state)
        {
            var version = _versions[customer] = _versions.GetValueOrDefault(customer, 1) + 1;
            return Host.Hear(new CustomerChangedV1(customer, state), customer, version);
        }
    }

    private sealed class KeptMails : IMailTransport
    {
        public List<OutgoingMail> Taken { get; } = [];

        public Task<MailOutcome> Send(OutgoingMail mail, CancellationToken cancellation)
        {
            Taken.Add(mail);
            return Task.FromResult<MailOutcome>(new MailOutcome.Taken());
        }
    }
}
