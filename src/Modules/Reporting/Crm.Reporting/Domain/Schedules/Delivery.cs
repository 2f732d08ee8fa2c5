using Crm.BuildingBlocks;

namespace Crm.Reporting.Domain.Schedules;

/// <summary>The one mail of a subscription for a slot.</summary>
internal sealed class Delivery : SingleMail
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    private Delivery()
    {
    }

    public DeliveryId Id { get; private init; }

    public override Guid Key => Id.Value;

    public ScheduleId ScheduleId { get; private init; }

    public SubscriptionId SubscriptionId { get; private init; }

    public Guid UserId { get; private init; }

    public DateTimeOffset Slot { get; private init; }

    public static Delivery Plan(Subscription subscription, DateTimeOffset slot, DateTimeOffset now)
    {
        var delivery = new Delivery
        {
            Id = DeliveryId.New(),
            ScheduleId = subscription.ScheduleId,
            SubscriptionId = subscription.Id,
            UserId = subscription.UserId,
            Slot = slot,
        };
        delivery.BePlanned(now);
        return delivery;
    }

    /// <summary>1, 2, 4 ... minutes, at most an hour: a report that comes late is worth little.</summary>
    protected override TimeSpan WaitAfter(int tries)
    {
        var wait = TimeSpan.FromMinutes(1 << (tries - 1));
        return wait < LongestWait ? wait : LongestWait;
    }
}
