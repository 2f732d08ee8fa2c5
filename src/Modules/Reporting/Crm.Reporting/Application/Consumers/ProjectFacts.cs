using Crm.BuildingBlocks.Hosting.Messaging;
using Crm.Customers.Contracts;
using Crm.Planning.Contracts;
using Crm.Platform.Contracts;
using Crm.Reporting.Persistence;
using Crm.Reporting.Persistence.Facts;
using Crm.SalesOrders.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Crm.Reporting.Application.Consumers;

/// <summary>Keeps every event it has not seen before and brings the live facts up to it, in one transaction.</summary>
internal sealed class ProjectFacts(ReportingDbContext db) : IBatchConsumer
{
    /// <summary>
    /// Everything that is kept. What no fact is made from yet is kept all the same, since it cannot be had later: facts have a history
    /// that the present state of their source does not tell.
    /// </summary>
    public static readonly Type[] Events =
    [
        typeof(OrderSubmittedV1), typeof(OrderConfirmedV1), typeof(OrderChangedV1), typeof(OrderCancelledV1), typeof(ShipmentDispatchedV1), typeof(PaymentCapturedV1),
        typeof(PaymentChargedBackV1), typeof(RefundSettledV1), typeof(ReturnReceivedV1), typeof(InvoiceIssuedV1),
        typeof(ShipmentDeliveredV1), typeof(ShipmentLostV1), typeof(ServiceAcceptedV1),
        typeof(ProductChangedV1), typeof(StockLevelChangedV1), typeof(CustomerRegisteredV1), typeof(CustomerChangedV1), typeof(TargetSetV1),
        typeof(UserChangedV1), typeof(OrgUnitChangedV1), typeof(PersonErasureRequestedV1),
    ];

    public async Task Consume(IReadOnlyList<Received> batch, CancellationToken ct)
    {
        var state = await db.LockedState(ProjectionState.Live, ct);
        var fresh = await NotKeptYet(batch, ct);
        if (fresh.Count == 0) return;
        await db.InsertAll(
            fresh.ConvertAll(received => new KeptEvent
            {
                Position = ++state.Position,
                Stream = received.Stream,
                StreamPosition = received.StreamPosition,
                EventName = received.EventName,
                Body = received.Body,
                OccurredAt = received.OccurredAt,
            }),
            ct);
        state.OccurredAt = fresh[^1].OccurredAt;
        await new Projection(db, state.Generation).Apply([.. fresh.Select(r => new Happened(r.StreamPosition, r.Event))], ct);
    }

    private async Task<List<Received>> NotKeptYet(IReadOnlyList<Received> batch, CancellationToken ct)
    {
        var streams = batch.Select(r => r.Stream).Distinct().ToList();
        var positions = batch.Select(r => r.StreamPosition).Distinct().ToList();
        var kept = await db.KeptEvents
            .Where(k => EF.Parameter(streams).Contains(k.Stream) && EF.Parameter(positions).Contains(k.StreamPosition))
            .Select(k => new { k.Stream, k.StreamPosition })
            .ToListAsync(ct);
        var known = kept.Select(k => (k.Stream, k.StreamPosition)).ToHashSet();
        return [.. batch.Where(r => known.Add((r.Stream, r.StreamPosition)))];
    }
}
