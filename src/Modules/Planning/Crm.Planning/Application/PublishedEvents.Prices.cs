using Crm.BuildingBlocks;

namespace Crm.Planning.Application;

internal sealed partial class PlanningPublishedEvents
{
    private static IIntegrationEvent? Prices(AggregateRoot source, DomainEvent happened) => (source, happened) switch
    {
        _ => null,
    };
}
