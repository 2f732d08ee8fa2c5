using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Messaging;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Hosting.PersonalData;
using Crm.Planning.Persistence;
using Crm.SalesOrders.Contracts;
using Crm.Testing;

namespace Crm.Planning.Tests.Module;

/// <summary>Events of orders, and their arrival in any order.</summary>
internal static class Sales
{
    public const string Consumer = "planning.order-credits";

    public static OrderConfirmedV1 Confirmed(
        Guid order, DateOnly orderedOn, decimal net, Guid? person = null, string channel = "web", string currency = "EUR", int units = 1,
        Guid? unit = null) => new(
        order,
        new OrderStateV1(
            $"SO-{order:N}"[..16], Guid.CreateVersion7(), channel, person, unit, currency, orderedOn, "DE", null, 0, net, net, net,
            [new OrderLineV1(Guid.CreateVersion7(), Guid.CreateVersion7(), "SKU", "Tea", "Beverages", units, net / units, 0, net, net, null)]));

    public static OrderCancelledV1 Cancelled(Guid order, DateOnly on, bool wasConfirmed = true) => new(order, wasConfirmed, on, "changed their mind");

    public static string StreamOf(Guid order) => $"order/{order}";

    /// <summary>One event, worked off at once.</summary>
    public static Task Given(this ModuleHarness planning, OrderConfirmedV1 confirmed, int position = 2) =>
        planning.Given(confirmed, StreamOf(confirmed.OrderId), position);

    public static Task Given(this ModuleHarness planning, OrderCancelledV1 cancelled, int position = 3) =>
        planning.Given(cancelled, StreamOf(cancelled.OrderId), position);

    /// <summary>Many events in the order given, in as few batches as the inbox makes of them.</summary>
    public static async Task GivenAll(this ModuleHarness planning, IEnumerable<(IIntegrationEvent Event, string Stream, int Position)> events)
    {
        await planning.Read<PlanningDbContext, int>(async db =>
        {
            foreach (var (happened, stream, position) in events)
            {
                db.Inbox.Add(new InboxMessage
                {
                    MessageId = Guid.CreateVersion7(),
                    Consumer = Consumer,
                    EventName = EventNames.Of(happened.GetType()),
                    Body = await PersonalJson.Write(happened, new TestPersonKeys(), CancellationToken.None),
                    Stream = stream,
                    StreamPosition = position,
                    OccurredAt = planning.Time.GetUtcNow(),
                    ReceivedAt = planning.Time.GetUtcNow(),
                    NextAttemptAt = planning.Time.GetUtcNow(),
                });
            }

            return await db.SaveChangesAsync();
        });
        await planning.Pump();
    }
}
