using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Messaging;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Customers.Application.Consumers;
using Crm.Customers.Application.Figures;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Figures;
using Crm.Customers.Persistence;
using Crm.SalesOrders.Contracts;
using Crm.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Customers.Tests.Module;

/// <summary>What Sales Orders tells of an order, one event after the other.</summary>
internal sealed class SoldOrder(ModuleHarness customers, Guid customer, decimal gross = 119m, decimal net = 100m, string currency = "EUR", decimal? rate = 1m, decimal? cost = null)
{
    private int _version;

    public Guid Id { get; } = Guid.CreateVersion7();

    public Task Confirmed(DateOnly on) => Told(new OrderConfirmedV1(Id, State(on, gross, net)));

    public Task Changed(DateOnly orderedOn, decimal newGross, decimal newNet) => Told(new OrderChangedV1(Id, State(orderedOn, newGross, newNet), Guid.CreateVersion7()));

    public Task Cancelled(DateOnly on) => Told(new OrderCancelledV1(Id, WasConfirmed: true, on, "changed their mind", customer));

    public Task Paid(DateOnly on, decimal amount) => Told(new PaymentCapturedV1(Id, Guid.CreateVersion7(), customer, amount, currency, on, 0m));

    public Task OwedIs(decimal owed, string cause = "refund", DateOnly? on = null) =>
        Told(new OrderOwedChangedV1(Id, customer, cause, Guid.CreateVersion7(), owed, currency, on));

    public Task Refunded(DateOnly on, decimal amount) => Told(new RefundSettledV1(Id, Guid.CreateVersion7(), customer, amount, currency, on, 0m, 0m, 0m, []));

    public Task Delivered(DateOnly on) => Told(new ShipmentDeliveredV1(Id, Guid.CreateVersion7(), customer, on, true));

    public Task Told(IIntegrationEvent happened) => Told(happened, ++_version);

    public Task Told(IIntegrationEvent happened, int version) => customers.Given(happened, $"order/{Id}", version);

    public OrderStateV1 State(DateOnly on, decimal itsGross, decimal itsNet) => new(
        $"SO-{Id:N}"[..16], customer, "web", null, null, currency, on, "DE", null, 0m, itsNet, itsNet, itsGross,
        [new OrderLineV1(Guid.CreateVersion7(), Guid.CreateVersion7(), "SKU", "Tea", "Beverages", 1, itsNet, 0m, itsNet, itsNet, cost)],
        itsGross - itsNet, CompanyCurrency: "EUR", CompanyRate: rate);
}

internal static class SoldFigures
{
    /// <summary>Hands events to the consumer together, as a busy inbox does. Where one of them fails, all do.</summary>
    public static async Task AllAtOnce(this ModuleHarness customers, IEnumerable<(SoldOrder Order, int Version, IIntegrationEvent Event)> events)
    {
        await using var scope = customers.Scope();
        var db = scope.ServiceProvider.GetRequiredService<CustomersDbContext>();
        var batch = events.Select(e => new Received(Guid.CreateVersion7(), EventNames.Of(e.Event.GetType()), $"order/{e.Order.Id}", e.Version, customers.Time.GetUtcNow(), e.Event) { Body = "" }).ToList();
        var consumer = ActivatorUtilities.CreateInstance<KeepTransactions>(scope.ServiceProvider);
        await scope.ServiceProvider.GetRequiredService<Transactions>().Run(
            db,
            async token =>
            {
                await consumer.Consume(batch, token);
                return batch.Count;
            },
            CancellationToken.None);
    }

    public static void TodayIs(this ModuleHarness customers, DateOnly day) => customers.Time.MoveTo(new DateTimeOffset(day, new TimeOnly(12, 0), TimeSpan.Zero));

    public static Task<CustomerFigures?> FiguresOf(this ModuleHarness customers, Guid customer) =>
        customers.Read<CustomersDbContext, CustomerFigures?>(db => db.Set<CustomerFigures>().SingleOrDefaultAsync(f => f.CustomerId == new CustomerId(customer)));

    public static Task<CustomerBalance> BalanceOf(this ModuleHarness customers, Guid customer, DateOnly asOf) =>
        customers.Read<CustomersDbContext, CustomerBalance>(async db => await CustomerBalance.Read(db, await db.FamilyOf(customer, CancellationToken.None), asOf, "EUR", CancellationToken.None));

    public static Task<List<TransactionKind>> KindsOf(this ModuleHarness customers, Guid customer) =>
        customers.Read<CustomersDbContext, List<TransactionKind>>(db => db.Set<CustomerTransaction>().Where(t => t.CustomerId == new CustomerId(customer))
            .OrderBy(t => t.OrderId).ThenBy(t => t.SourceVersion).Select(t => t.Kind).ToListAsync());
}
