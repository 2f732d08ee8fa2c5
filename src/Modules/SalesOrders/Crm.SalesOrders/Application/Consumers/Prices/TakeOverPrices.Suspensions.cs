using Crm.BuildingBlocks.Hosting.Messaging;
using Crm.Planning.Contracts;
using Crm.SalesOrders.Application.Prices;
using Crm.SalesOrders.Domain.Prices;

namespace Crm.SalesOrders.Application.Consumers.Prices;

/// <summary>What is suspended or ended by hand is given to nobody new. Prices that were told before stay, and so does what an order has already.</summary>
internal sealed partial class TakeOverPrices
    : IConsumer<PriceListSuspendedV1>, IConsumer<PriceListResumedV1>, IConsumer<PriceListEndedV1>,
        IConsumer<PromotionSuspendedV1>, IConsumer<PromotionResumedV1>, IConsumer<PromotionEndedV1>
{
    public Task Consume(Received<PriceListSuspendedV1> received, CancellationToken ct) =>
        Turn(PublicationKind.PriceList, received.Event.Code, known => known.Suspend(isSuspended: true, received.StreamPosition), ct);

    public Task Consume(Received<PriceListResumedV1> received, CancellationToken ct) =>
        Turn(PublicationKind.PriceList, received.Event.Code, known => known.Suspend(isSuspended: false, received.StreamPosition), ct);

    public Task Consume(Received<PriceListEndedV1> received, CancellationToken ct) => received.Event.IsEarly
        ? Turn(PublicationKind.PriceList, received.Event.Code, known => known.End(received.Event.At, received.StreamPosition), ct)
        : Task.CompletedTask;

    public Task Consume(Received<PromotionSuspendedV1> received, CancellationToken ct) =>
        Turn(PublicationKind.Promotion, received.Event.Code, known => known.Suspend(isSuspended: true, received.StreamPosition), ct);

    public Task Consume(Received<PromotionResumedV1> received, CancellationToken ct) =>
        Turn(PublicationKind.Promotion, received.Event.Code, known => known.Suspend(isSuspended: false, received.StreamPosition), ct);

    // One whose days are over ends by itself, and orders of those days keep it.
    public Task Consume(Received<PromotionEndedV1> received, CancellationToken ct) => received.Event.IsEarly
        ? Turn(PublicationKind.Promotion, received.Event.Code, known => known.End(received.Event.At, received.StreamPosition), ct)
        : Task.CompletedTask;

    private async Task Turn(PublicationKind kind, string code, Func<PriceSuspension, bool> take, CancellationToken ct)
    {
        var stamp = await PriceStamp.Lock(db, ct);
        var known = await db.PriceSuspensions.FindAsync([kind, code], ct);
        if (known is null) db.PriceSuspensions.Add(known = new PriceSuspension(kind, code));
        if (take(known)) stamp.Raise(db);
    }
}
