using System.Text.Json;
using Crm.BuildingBlocks.Hosting.Operations;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.SalesOrders.Application;
using Crm.SalesOrders.Application.Checking;
using Crm.SalesOrders.Application.Invoices;
using Crm.SalesOrders.Application.Loyalty;
using Crm.SalesOrders.Application.Money;
using Crm.SalesOrders.Application.Orders;
using Crm.SalesOrders.Application.Warehousing;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Accounting;
using Crm.SalesOrders.Domain.Loyalty;
using Crm.Testing;
using Crm.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Crm.SalesOrders.Tests.Module;

/// <summary>Random walks over everything that can be done to orders: whatever is done or refused, the checkers dispute nothing, and the books agree.</summary>
public sealed class OrderWalkTests
{
    private const int Seeds = 2;
    private const int Steps = 120;
    private const int MostSteps = 400;

    // What needs a long history may not come to pass in a short walk.
    private const int MostUndone = 4;

    // Here stock, orders and books meet: a walk that never comes here proves little.
    private static readonly string[] Essential = ["receive a return", "inspect a return", "exchange", "write off", "recover", OrderWalk.CancelGivenUp];

    [SkippableTheory, EveryProvider]
    public async Task No_walk_over_all_transitions_leads_to_what_happened_does_not_explain_or_the_books_do_not_say(DatabaseProvider provider)
    {
        OrderWalk.Unknown.ShouldBe([], "Nothing of the table may be left out of the walk.");
        HashSet<string>? undone = null;
        for (var seed = 1; seed <= Seeds; seed++)
        {
            await using var host = await SalesOrdersHost.On(provider);
            host.Harness.Services.GetRequiredService<TestSettings>().Choose(SalesSettings.InvoiceOrdered, seed % 2 == 0 ? "true" : "false");
            host.Harness.Services.GetRequiredService<TestSettings>().Choose(SalesSettings.RefundBeforeReceipt, seed % 2 == 0 ? "true" : "false");
            var walk = new OrderWalk(host, new Random(seed));
            await walk.Begin();
            for (var step = 0; step < Steps || (seed == Seeds && step < MostSteps && walk.Undone.Any(undone!.Contains)); step++)
            {
                await walk.Step();
                if (step % 10 == 9) (await Wrong(host)).ShouldBe([], $"seed {seed}, step {step}, {walk.Last}");
                if (step % 40 == 39) (await Disputed(host)).ShouldBe([], $"seed {seed}, step {step}, {walk.Last}");
            }

            (await Disputed(host)).ShouldBe([], $"seed {seed}");
            walk.Astray.ShouldBe([], $"seed {seed}");
            undone = [.. walk.Undone.Where(name => undone?.Contains(name) != false)];
        }

        undone = undone.ShouldNotBeNull();
        undone.Where(name => Enum.TryParse<OrderAction>(name, out _) || Essential.Contains(name)).ShouldBe([]);
        undone.Count.ShouldBeLessThan(MostUndone, $"Never done: {string.Join(", ", undone)}");
    }

    [SkippableTheory, EveryProvider]
    public async Task Every_difference_between_an_order_and_what_happened_to_it_is_named(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var customer = await host.Customer();
        await host.Product("A", onHand: 5);
        var good = await host.Do(Orders.Of(customer, ("A", 1)) with { Confirm = true });
        var bad = await host.Do(Orders.Of(customer, ("A", 3)) with { Confirm = true });
        await host.Do(new ShipOrder { Id = good.Id });
        await host.Do(new RecordPayment { Id = good.Id, Amount = 10m });
        (await Disputed(host)).ShouldBe([]);

        var key = new OrderId(bad.Id);
        await host.See(db => db.Orders.Where(o => o.Id == key).ExecuteUpdateAsync(set => set.SetProperty(o => o.Paid, 3m).SetProperty(o => o.Fulfilment, FulfilmentState.Full)));
        await host.See(db => db.Orders.Where(o => o.Id == key).ExecuteUpdateAsync(set => set.SetProperty(o => o.IsToldCompleted, true).SetProperty(o => o.IsToldSettled, true)));
        await host.See(db => db.OrderLines.Where(l => EF.Property<OrderId>(l, "OrderId") == key).ExecuteUpdateAsync(set => set.SetProperty(l => l.Shipped, 1).SetProperty(l => l.NotGiven, 1)));

        var disputed = await Disputed(host);
        disputed.ShouldAllBe(d => d.Contains(bad.Number));
        string[] planted = ["paid", "fulfilment", "lines[1].shipped", "told to be completed", "told to be settled", "lines[1]: only gifts are not given"];
        planted.Where(what => !disputed.Exists(d => d.Contains(what))).ShouldBeEmpty(string.Join('\n', disputed));
    }

    /// <summary>Where invoices, books and points say something else than the orders, or an order holds stock and nothing can be done with it.</summary>
    private static async Task<List<string>> Wrong(SalesOrdersHost host)
    {
        await using (var scope = host.Harness.Scope()) await ActivatorUtilities.CreateInstance<CountPoints>(scope.ServiceProvider).Run(CancellationToken.None);
        var orders = await host.See(db => db.Orders.IgnoreQueryFilters().AsNoTracking().ToListAsync());
        var invoices = await host.See(db => db.Invoices.Include(i => i.Order).AsSplitQuery().ToListAsync());
        var open = invoices.ToLookup(i => i.OrderId, i => i.Open);
        var receivables = (await host.See(db => db.JournalEntries.AsNoTracking().ToListAsync()))
            .ToLookup(e => e.OrderId, e => e.Lines.Where(l => l.Role == AccountRole.Receivables).Sum(l => l.Debit - l.Credit));
        var program = await host.See(db => db.LoyaltyPrograms.AsNoTracking().SingleAsync());
        var points = (await host.See(db => db.PointsEntries.AsNoTracking().ToListAsync())).ToLookup(e => e.OrderId);
        var withPoints = (await host.See(db => db.PaymentEntries.AsNoTracking().Where(e => e.Method == PointsDue.Method).ToListAsync()))
            .ToLookup(e => e.OrderId, e => e.Kind == PaymentEntryKind.Capture ? e.Amount : -e.Amount);
        // What the database says to be overdue one day is what is open.
        var overdue = await host.See(db => db.Invoices.OverdueOn(DateOnly.MaxValue).Select(i => i.Number).ToListAsync());
        var wrong = overdue.Except(Unpaid()).Concat(Unpaid().Except(overdue)).Select(number => $"{number}: overdue is not open").ToList();
        foreach (var o in orders)
        {
            if (o.State != OrderState.Cancelled) Same("open", open[o.Id].Sum(), Math.Max(0m, o.Debt.Receivable));
            Same("receivables", receivables[o.Id].Sum(), o.Invoiced - o.Paid + o.Refunded - o.WrittenOff);
            Same("points", points[o.Id].Where(e => e.Kind is PointsKind.Earned or PointsKind.Reversed).Sum(e => e.Points), program.EarnedBy(o, withPoints[o.Id].Sum()));
            if (o.Lines.Any(l => l.Allocated > 0) && !MayGoOn(o)) wrong.Add($"{o.Number}: holds stock, and nothing can be done");

            void Same(string what, decimal said, decimal explained)
            {
                if (said != explained) wrong.Add(FormattableString.Invariant($"{o.Number} {o.State}: {what} {said}, explained {explained}"));
            }
        }

        return wrong;

        IEnumerable<string> Unpaid() => invoices.Where(i => i.Open > 0m).Select(i => i.Number);
    }

    /// <summary>It can be sent or cancelled, as soon as nobody holds it and it is paid.</summary>
    private static bool MayGoOn(Order order) =>
        new[] { OrderAction.Ship, OrderAction.Cancel }.Any(action => order.WhyNot(action) is var rule && (rule is null || rule == SalesOrdersRules.OrderOnHold || rule == SalesOrdersRules.NothingPrepaid));

    /// <summary>What the checks of orders and stock name.</summary>
    private static async Task<List<string>> Disputed(SalesOrdersHost host)
    {
        var orders = (await host.Do(new StartOrderCheck())).Value;
        var stock = (await host.Do(new StartStockCheck(Repair: false))).Value;
        await host.Harness.RunOperations();
        return await host.See(async db =>
        {
            var results = await db.Operations.AsNoTracking().Where(o => o.Id == orders || o.Id == stock).Select(o => o.Result).ToListAsync();
            results.ShouldAllBe(result => result != null && JsonDocument.Parse(result, default).RootElement.ValueKind == JsonValueKind.Object);
            return await db.Set<OperationProblem>().Where(p => p.OperationId == orders || p.OperationId == stock).Select(p => p.English).ToListAsync();
        });
    }
}
