using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.SalesOrders.Application.AfterSales;
using Crm.SalesOrders.Application.Dunning;
using Crm.SalesOrders.Application.Invoices;
using Crm.SalesOrders.Application.Money;
using Crm.SalesOrders.Application.Notes;
using Crm.SalesOrders.Application.Orders;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Accounting;
using Crm.SalesOrders.Domain.Dunning;
using Crm.SalesOrders.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Shouldly;
using Xunit;

namespace Crm.SalesOrders.Tests.Module;

/// <summary>Whoever sees an order sees its documents, and those of no other order.</summary>
public sealed class DocumentVisibilityTests
{
    [Fact]
    public async Task Who_sees_own_orders_alone_sees_their_documents_alone()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        await host.Do(new DefineReminderLevel { Level = 1, DaysAfterDue = 7, Subject = new("{invoice}", "{invoice}"), Text = new("Pay", "付款"), Fee = 5m, FeeCurrency = "EUR" });
        await host.Product("A", onHand: 100);
        var nancy = await host.Salesperson("nancy");
        var hers = await WithDocuments(host, nancy);
        await WithDocuments(host, await host.Salesperson("andrew"));
        var caller = new Caller(nancy, CallerKind.Person, "Nancy") { Permissions = new Dictionary<string, RowScope> { ["anything"] = RowScope.Own } };

        (await Orders(host, caller)).ShouldBe([hers]);
        (await Documents(host, caller)).ShouldAllBe(seen => seen.Orders.Count == 1 && seen.Orders[0] == hers, "a kind of document of others is seen");
        (await Documents(host, caller: null)).ShouldAllBe(seen => seen.Orders.Count == 2);
    }

    [Fact]
    public async Task Every_document_of_an_order_is_limited_with_it()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);

        var open = await host.See(db => Task.FromResult(db.Model.GetEntityTypes()
            .Where(e => typeof(AggregateRoot).IsAssignableFrom(e.ClrType) && e.FindProperty("OrderId") is { } of && of.ClrType == typeof(OrderId))
            // The books are read as a whole, under a permission of their own.
            .Where(e => e.ClrType != typeof(JournalEntry) && !IsLimited(e)).Select(e => e.ClrType.Name).ToList()));

        open.ShouldBeEmpty();
    }

    private static bool IsLimited(IReadOnlyEntityType entity) => entity.GetDeclaredQueryFilters().Any(f => f.Key == ModuleDbContext.ScopeFilter);

    private static async Task<Guid> WithDocuments(SalesOrdersHost host, Guid salesperson)
    {
        var customer = await host.Customer($"C{salesperson:N}"[..9]);
        var order = (await host.Do(Module.Orders.Of(customer, ("A", 4)) with { Confirm = true, SalespersonId = salesperson })).Id;
        var line = (await host.Order(order)).Lines.Single().Id;
        await host.Do(new ProposeOrderChange { Id = order, Lines = [new(3, line)] });
        await host.Do(new WriteNote { OrderId = order, Text = "hello" });
        await host.Do(new ShipOrder { Id = order });
        await host.Do(new IssueInvoice { Id = order });
        await host.Do(new RecordPayment { Id = order, Amount = 10m });
        await host.Do(new RequestRefund { Id = order, Goodwill = 1m });
        await host.Do(new RequestReturn { Id = order, Lines = [new(line, 1)] });
        var invoice = await host.See(db => db.Invoices.Where(i => i.OrderId == new OrderId(order)).Select(i => i.Id).SingleAsync());
        await host.Do(new SetBillingContact { CustomerId = customer, Email = "billing@example.com" });
        var reminder = (await host.Do(new PlanReminder(invoice.Value, 1))).Id!.Value;
        var begun = await host.Do(new BeginReminder(reminder));
        await host.Do(new SettleReminder(reminder, begun.Attempt, MailState.Taken));
        return order;
    }

    private static Task<List<Guid>> Orders(SalesOrdersHost host, Caller? caller) => Ids(host, db => db.Orders.IgnoreAutoIncludes().Select(o => o.Id), caller);

    private static async Task<List<(string Kind, List<Guid> Orders)>> Documents(SalesOrdersHost host, Caller? caller) =>
    [
        ("invoices", await Ids(host, db => db.Invoices.Select(i => i.OrderId), caller)),
        ("refunds", await Ids(host, db => db.Refunds.Select(r => r.OrderId), caller)),
        ("returns", await Ids(host, db => db.Returns.Select(r => r.OrderId), caller)),
        ("notes", await Ids(host, db => db.OrderNotes.Select(n => n.OrderId), caller)),
        ("changes", await Ids(host, db => db.OrderChanges.Select(c => c.OrderId), caller)),
        ("fees", await Ids(host, db => db.ReminderFees.Select(f => f.OrderId), caller)),
        ("reminders", await Ids(host, db => db.Reminders.Select(r => db.Invoices.Single(i => i.Id == r.InvoiceId).OrderId), caller)),
        ("payments", await Ids(host, db => db.Payments.SelectMany(p => p.Entries).Select(e => e.OrderId), caller)),
    ];

    private static async Task<List<Guid>> Ids(SalesOrdersHost host, Func<SalesOrdersDbContext, IQueryable<OrderId>> of, Caller? caller) =>
        (await host.See(db => of(db).Distinct().ToListAsync(), caller)).ConvertAll(id => id.Value);
}
