using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Messaging;

namespace Crm.Planning.Application;

/// <summary>What Planning tells the others, one part per subject. Everything not listed stays inside.</summary>
internal sealed partial class PlanningPublishedEvents : PublishedEvents
{
    public override IIntegrationEvent? Translate(AggregateRoot source, DomainEvent happened) =>
        Plans(source, happened) ?? Attainment(source, happened) ?? Prices(source, happened) ?? Offers(source, happened) ?? Research(source, happened);
}
