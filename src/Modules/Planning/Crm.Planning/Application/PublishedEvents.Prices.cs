using Crm.BuildingBlocks;
using Crm.Planning.Application.PriceLists;
using Crm.Planning.Contracts;
using Crm.Planning.Domain.PriceLists;

namespace Crm.Planning.Application;

internal sealed partial class PlanningPublishedEvents
{
    private static IIntegrationEvent? Prices(AggregateRoot source, DomainEvent happened) => (source, happened) switch
    {
        (PlannedPriceList list, PriceListWasPublished published) => Of(list, list.Versions.Single(v => v.Number == published.Number), published),
        (PlannedPriceList list, PriceListWasResumed) => new PriceListResumedV1(list.Key, list.Code, list.TurnedBecause, list.TurnedAt!.Value),
        (PlannedPriceList list, PriceListWasSuspended or PriceListWasEnded) => Turned(list),
        _ => null,
    };

    /// <summary>A version, part by part.</summary>
    public static IEnumerable<PriceListPublishedV1> Of(PlannedPriceList list, PriceListVersion version, string text)
    {
        var parts = PublishedText.Parts(text);
        return parts.Select((part, i) => Of(list, version, new PriceListWasPublished(version.Number, i + 1, parts.Count, part)));
    }

    /// <summary>That the list is not sold by, for now or for good; null: it is, or nothing of it was published.</summary>
    public static IIntegrationEvent? Turned(PlannedPriceList list) => list.State switch
    {
        PriceListState.Suspended => new PriceListSuspendedV1(list.Key, list.Code, list.TurnedBecause, list.TurnedAt!.Value),
        PriceListState.Ended or PriceListState.Archived => new PriceListEndedV1(list.Key, list.Code, list.TurnedBecause, list.TurnedAt!.Value, IsEarly: true),
        _ => null,
    };

    private static PriceListPublishedV1 Of(PlannedPriceList list, PriceListVersion version, PriceListWasPublished told) =>
        new(list.Key, list.Code, told.Number, version.PublishedAt, told.Part, told.Parts, told.Text);
}
