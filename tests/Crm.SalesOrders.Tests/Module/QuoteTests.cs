using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.SalesOrders.Application;
using Crm.SalesOrders.Application.Orders;
using Crm.SalesOrders.Contracts;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Persistence;
using Crm.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Crm.SalesOrders.Tests.Module;

public sealed class QuoteTests
{
    private static readonly DateOnly FarAway = new(2199, 12, 31);
    private static readonly DateOnly LongAgo = new(2001, 1, 1);

    [SkippableTheory, EveryProvider]
    public async Task A_quote_keeps_what_each_revision_said_and_takes_no_stock_until_it_is_accepted(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var customer = await host.Customer();
        await host.Product("A", onHand: 10, price: 20m);
        var quote = await host.Do(Orders.Of(customer, ("A", 2)) with { QuoteUntil = FarAway });
        quote.Status.ShouldBe(OrderStatus.Quoted);

        await host.Do(new ChangeDraft { Id = quote.Id, CustomerId = customer, Currency = "EUR", Lines = [new OrderContent.Line(3, "A")] });

        var revisions = await host.See(db => db.OrderRevisions.AsNoTracking().OrderBy(r => r.Number).ToListAsync());
        revisions.Select(r => (r.Number, r.Gross, r.Lines.Single().Quantity)).ShouldBe([(1, 40m, 2), (2, 60m, 3)]);
        (await host.Stock("A")).Available.ShouldBe(10);
        (await host.Do(new ConfirmOrder(quote.Id))).Status.ShouldBe(OrderStatus.Confirmed);
        (await host.Stock("A")).Available.ShouldBe(7);
    }

    [SkippableTheory, EveryProvider]
    public async Task What_was_not_accepted_in_time_expires_and_can_be_quoted_again(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var customer = await host.Customer();
        await host.Product("A", onHand: 10);
        var late = await host.Do(Orders.Of(customer, ("A", 2)) with { QuoteUntil = LongAgo });
        var open = await host.Do(Orders.Of(customer, ("A", 1)) with { QuoteUntil = FarAway });
        (await Should.ThrowAsync<RuleBroken>(() => host.Do(new ConfirmOrder(late.Id)))).Rule.ShouldBe(SalesOrdersRules.OrderExpired);
        (await Should.ThrowAsync<RuleBroken>(() => host.Do(new SubmitOrder(late.Id)))).Rule.ShouldBe(SalesOrdersRules.OrderExpired);

        await using (var scope = host.Harness.Scope()) (await scope.ServiceProvider.GetRequiredService<ExpireQuotes>().Run(default)).ShouldBe("1 quotes expired, 0 failed");

        var told = (await host.Harness.Published<SalesOrdersDbContext>(typeof(OrderExpiredV1))).ShouldHaveSingleItem();
        told.ShouldBe(new OrderExpiredV1(late.Id, late.Number, customer, LongAgo));
        ((await host.Order(late.Id)).Status, (await host.Order(open.Id)).Status).ShouldBe((OrderStatus.Expired, OrderStatus.Quoted));
        var over = await host.Order(late.Id);
        (over.Balance, over.Payment).ShouldBe((0m, PaymentState.Unpaid), "nothing is owed for what was only offered");
        (await host.Do(new QuoteOrder { Id = late.Id, ValidUntil = FarAway })).Status.ShouldBe(OrderStatus.Quoted);
        (await host.Do(new SubmitOrder(late.Id))).Status.ShouldBe(OrderStatus.Pending);
    }

    [Fact]
    public void Every_action_is_in_the_table_once_and_every_state_but_the_first_can_be_reached()
    {
        OrderLife.Transitions.Select(t => t.Action).ShouldBe(Enum.GetValues<OrderAction>(), ignoreOrder: true);
        var reached = OrderLife.Transitions.SelectMany(t => t.To).Concat(OrderLife.Followings.Select(f => f.To)).Append(OrderState.Draft).ToHashSet();
        reached.ShouldBe(Enum.GetValues<OrderState>(), ignoreOrder: true);
    }
}
