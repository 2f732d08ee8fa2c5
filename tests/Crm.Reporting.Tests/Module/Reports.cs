using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Messaging;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Hosting.PersonalData;
using Crm.Reporting.Application.Reports;
using Crm.Reporting.Domain;
using Crm.Reporting.Persistence;
using Crm.SalesOrders.Contracts;
using Crm.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Reporting.Tests.Module;

/// <summary>Short ways to say what was sold and to ask for it.</summary>
internal static class Reports
{
    public static readonly DateOnly SomeDay = new(2026, 2, 10);

    public static Task<ModuleHarness> Start(DatabaseProvider provider) => ModuleHarness.Start(provider, new ReportingModule());

    public static Task<SalesReport> Sales(
        this ModuleHarness module, SalesBy by = SalesBy.Month, NetBasis net = NetBasis.Exact, int? top = null, string? currency = null,
        DateOnly? from = null, DateOnly? to = null, Caller? caller = null) =>
        module.Sales(new SalesQuery(from, to, by, net, top, currency), caller);

    public static async Task<SalesReport> Sales(this ModuleHarness module, SalesQuery query, Caller? caller = null)
    {
        await using var scope = module.Scope(caller);
        return await scope.ServiceProvider.GetRequiredService<SalesReportReader>().Read(query, CancellationToken.None);
    }

    /// <summary>Puts events into the inbox as a relay would, without working them off: a burst.</summary>
    public static async Task Arrive(this ModuleHarness module, IEnumerable<(IIntegrationEvent Event, string Stream, int Position)> events)
    {
        await using var scope = module.Scope();
        var db = scope.ServiceProvider.GetRequiredService<ReportingDbContext>();
        var persons = scope.ServiceProvider.GetRequiredService<IPersonKeys>();
        foreach (var (happened, stream, position) in events)
        {
            db.Inbox.Add(new InboxMessage
            {
                MessageId = Guid.CreateVersion7(),
                Consumer = "reporting.facts",
                EventName = EventNames.Of(happened.GetType()),
                Body = await PersonalJson.Write(happened, persons, CancellationToken.None),
                Stream = stream,
                StreamPosition = position,
                OccurredAt = module.Time.GetUtcNow(),
                ReceivedAt = module.Time.GetUtcNow(),
                NextAttemptAt = module.Time.GetUtcNow(),
            });
        }

        await db.SaveChangesAsync();
    }

    public static async Task Confirmed(this ModuleHarness module, OrderConfirmedV1 order, int position = 1) =>
        await module.Given(order, $"order/{order.OrderId}", position);

    public static async Task Cancelled(this ModuleHarness module, OrderConfirmedV1 order, int position = 2) =>
        await module.Given(new OrderCancelledV1(order.OrderId, true, order.Order.OrderedOn, "changed mind"), $"order/{order.OrderId}", position);

    public static OrderConfirmedV1 Order(params OrderLineV1[] lines) => Order(SomeDay, lines);

    public static OrderConfirmedV1 Order(DateOnly day, params OrderLineV1[] lines) => new(Guid.CreateVersion7(), new OrderStateV1(
        "S-1", Guid.CreateVersion7(), "web", null, null, "EUR", day, "Germany", null, 5m, lines.Sum(l => l.Net), lines.Sum(l => l.NetExact),
        lines.Sum(l => l.Net) + 5m, lines));

    public static OrderLineV1 Line(decimal price, int quantity = 1, decimal discount = 0, string? category = "Tea", Guid? product = null)
    {
        var exact = quantity * price * (1 - discount);
        return new OrderLineV1(
            Guid.CreateVersion7(), product ?? Guid.CreateVersion7(), "T-1", "Tea", category, quantity, price, discount, exact, Currencies.Round(exact, "EUR"), null);
    }

    public static OrderConfirmedV1 With(this OrderConfirmedV1 order, Func<OrderStateV1, OrderStateV1> change) => order with { Order = change(order.Order) };
}
