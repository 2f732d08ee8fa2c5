using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.SalesOrders.Application;
using Crm.SalesOrders.Application.Money;
using Crm.SalesOrders.Contracts;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Persistence;
using Crm.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Crm.SalesOrders.Tests.Module;

public sealed class PaymentTests
{
    [SkippableTheory, EveryProvider]
    public async Task What_was_authorised_is_captured_in_parts_and_the_rest_given_back(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var order = await Order(host, units: 10);

        var payment = await host.Do(new AuthorisePayment { Id = order, Amount = 100m, Method = "card" });
        (await host.Order(order)).Payment.ShouldBe(PaymentState.Authorised);
        (await host.Do(new CapturePayment { Id = payment.Id, Amount = 30m })).State.ShouldBe(PaymentRecordState.PartlyCaptured);
        await host.Do(new CapturePayment { Id = payment.Id, Amount = 20m });
        var captured = await host.Order(order);
        (captured.Payment, captured.Paid, captured.Authorised, captured.Balance).ShouldBe((PaymentState.PartlyPaid, 50m, 50m, 50m));
        (await Should.ThrowAsync<RuleBroken>(() => host.Do(new CapturePayment { Id = payment.Id, Amount = 50.01m }))).Rule.ShouldBe(SalesOrdersRules.CaptureTooLarge);
        (await host.Do(new VoidPayment(payment.Id))).Open.ShouldBe(0m);
        (await Should.ThrowAsync<RuleBroken>(() => host.Do(new VoidPayment(payment.Id)))).Rule.ShouldBe(SalesOrdersRules.NothingAuthorised);

        (await host.Order(order)).Authorised.ShouldBe(0m);
        (await host.Published()).Where(n => n.Contains("payment")).ShouldBe(
            ["sales-orders.payment-authorised.v1", "sales-orders.payment-captured.v1", "sales-orders.payment-captured.v1"]);
    }

    [SkippableTheory, EveryProvider]
    public async Task What_the_bank_takes_back_is_owed_again(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var order = await Order(host, units: 10);
        var paid = await host.Do(new RecordPayment { Id = order, Amount = 120m });
        (await host.Order(order)).Payment.ShouldBe(PaymentState.Overpaid);

        (await host.Do(new ChargeBackPayment { Id = paid.PaymentId, Amount = 70m })).State.ShouldBe(PaymentRecordState.Captured);

        var after = await host.Order(order);
        (after.Payment, after.Paid, after.Balance).ShouldBe((PaymentState.PartlyPaid, 50m, 50m));
        (await Should.ThrowAsync<RuleBroken>(() => host.Do(new ChargeBackPayment { Id = paid.PaymentId, Amount = 51m }))).Rule.ShouldBe(SalesOrdersRules.ChargeBackTooLarge);
        (await host.Do(new ChargeBackPayment { Id = paid.PaymentId })).State.ShouldBe(PaymentRecordState.ChargedBack);
        (await host.Order(order)).Payment.ShouldBe(PaymentState.Unpaid);
        (await host.Published()).Count(n => n == "sales-orders.payment-charged-back.v1").ShouldBe(2);
    }

    [SkippableTheory, EveryProvider]
    public async Task One_receipt_pays_the_oldest_orders_first_and_what_is_left_over_stands_on_the_last(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var customer = await host.Customer();
        await host.Product("A");
        var young = await host.Do(Orders.Of(customer, ("A", 5)) with { OrderedOn = new DateOnly(2026, 2, 1) });
        var old = await host.Do(Orders.Of(customer, ("A", 3)) with { OrderedOn = new DateOnly(2026, 1, 1) });
        var receipt = new ReceivePayment { CustomerId = customer, Currency = "EUR", Amount = 40m, Method = "transfer" };

        await host.Do(receipt);
        ((await host.Order(old.Id)).Payment, (await host.Order(young.Id)).Balance).ShouldBe((PaymentState.Paid, 40m));
        await host.Do(receipt with { Amount = 45m });
        ((await host.Order(young.Id)).Payment, (await host.Order(young.Id)).Balance).ShouldBe((PaymentState.Overpaid, -5m));
        (await Should.ThrowAsync<RuleBroken>(() => host.Do(receipt))).Rule.ShouldBe(SalesOrdersRules.NothingToPay);
        var named = receipt with { Allocations = [new(old.Id, 1m), new(young.Id, 38m)] };
        (await Should.ThrowAsync<RuleBroken>(() => host.Do(named))).Rule.ShouldBe(SalesOrdersRules.AllocationsDiffer);
        (await host.Do(named with { Amount = 39m })).Captured.ShouldBe(39m);

        (await host.Order(young.Id)).Paid.ShouldBe(10m + 45m + 38m);
    }

    [SkippableTheory, EveryProvider]
    public async Task A_notification_of_a_provider_counts_once_however_often_and_in_whichever_order_it_comes(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var order = await Order(host, units: 10);
        var (authorise, capture, bounced) = (Said(order, "e1", PaymentEntryKind.Authorise, 100m), Said(order, "e2", PaymentEntryKind.Capture, 60m), Said(order, "e3", PaymentEntryKind.Capture, 40m));
        TakeProviderEvent[] said = [capture, bounced, authorise, capture, authorise, bounced];

        var outcomes = await Racing.AtOnce(said.Length * 3, i => host.Do(said[i % said.Length]));

        outcomes.ShouldAllBe(o => o == null);
        var paid = await host.Order(order);
        (paid.Paid, paid.Authorised, paid.Payment).ShouldBe((100m, 0m, PaymentState.Paid));
        (await host.See(db => db.PaymentEntries.CountAsync())).ShouldBe(3);
        (await host.See(db => db.Payments.SingleAsync())).State.ShouldBe(PaymentRecordState.Captured);
        (await Should.ThrowAsync<RuleBroken>(() => host.Do(capture with { Amount = 61m }))).Rule.ShouldBe(SalesOrdersRules.ProviderEventDiffers);
        await host.Do(Said(order, "e4", PaymentEntryKind.Fail, 5m));
        var failed = (await host.Harness.Published<SalesOrdersDbContext>(typeof(PaymentFailedV1))).ShouldHaveSingleItem().ShouldBeOfType<PaymentFailedV1>();
        (failed.OrderId, failed.Amount, (await host.Order(order)).Paid).ShouldBe((order, 5m, 100m));
    }

    [SkippableTheory, EveryProvider]
    public async Task Of_many_who_capture_what_was_authorised_no_more_get_it_than_there_is(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var order = await Order(host, units: 10);
        var payment = await host.Do(new AuthorisePayment { Id = order, Amount = 100m });

        var outcomes = await Racing.AtOnce(32, _ => host.Do(new CapturePayment { Id = payment.Id, Amount = 15m }));

        outcomes.Count(o => o is null).ShouldBe(6);
        outcomes.OfType<RuleBroken>().Count(r => r.Rule == SalesOrdersRules.CaptureTooLarge).ShouldBe(26);
        ((await host.Order(order)).Paid, (await host.Order(order)).Authorised).ShouldBe((90m, 10m));
    }

    [Fact]
    public async Task A_representative_moves_money_of_own_orders_only()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var (nancy, andrew) = (Callers.Person(RowScope.Own), Callers.Person(RowScope.Own));
        var customer = await host.Customer();
        await host.Product("A");
        var order = await host.Do(Orders.Of(customer, ("A", 1)), nancy);
        var payment = await host.Do(new RecordPayment { Id = order.Id, Amount = 10m }, nancy);

        await Should.ThrowAsync<ResourceNotFound>(() => host.Do(new RecordPayment { Id = order.Id, Amount = 10m }, andrew));
        await Should.ThrowAsync<ResourceNotFound>(() => host.Do(new ChargeBackPayment { Id = payment.PaymentId }, andrew));
        await Should.ThrowAsync<ResourceNotFound>(() => host.Do(new ReceivePayment { CustomerId = customer, Currency = "EUR", Amount = 1m, Allocations = [new(order.Id, 1m)] }, andrew));
    }

    [Fact]
    public async Task Money_is_of_one_currency_and_one_customer_and_what_was_authorised_is_of_one_order()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var (anna, bert) = (await host.Customer("ANNA"), await host.Customer("BERT"));
        await host.Product("A");
        var order = (await host.Do(Orders.Of(anna, ("A", 1)))).Id;
        var another = (await host.Do(Orders.Of(anna, ("A", 1)))).Id;
        var ofOther = (await host.Do(Orders.Of(bert, ("A", 1)))).Id;
        var receipt = new ReceivePayment { CustomerId = anna, Currency = "USD", Amount = 1m, Allocations = [new(order, 1m)] };

        (await Should.ThrowAsync<RuleBroken>(() => host.Do(receipt))).Rule.ShouldBe(SalesOrdersRules.PaymentCurrencyDiffers);
        (await Should.ThrowAsync<RuleBroken>(() => host.Do(receipt with { Currency = "EUR", Allocations = [new(ofOther, 1m)] }))).Rule.ShouldBe(SalesOrdersRules.PaymentOfOtherCustomer);
        await host.Do(Said(order, "e1", PaymentEntryKind.Authorise, 5m));
        (await Should.ThrowAsync<RuleBroken>(() => host.Do(Said(another, "e2", PaymentEntryKind.Capture, 5m)))).Rule.ShouldBe(SalesOrdersRules.PaymentOfOtherOrder);

        (await host.See(db => db.PaymentEntries.CountAsync())).ShouldBe(1);
    }

    private static async Task<Guid> Order(SalesOrdersHost host, int units)
    {
        var customer = await host.Customer();
        await host.Product("A", onHand: units);
        return (await host.Do(Orders.Of(customer, ("A", units)) with { Confirm = true })).Id;
    }

    private static TakeProviderEvent Said(Guid order, string id, PaymentEntryKind kind, decimal amount) =>
        new() { Provider = "adyen", EventId = id, PaymentReference = "PSP-1", Kind = kind, Amount = amount, OrderId = order };
}
