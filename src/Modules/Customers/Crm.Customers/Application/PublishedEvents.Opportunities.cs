using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Api.Json;
using Crm.Customers.Contracts;
using Crm.Customers.Domain.Opportunities;

namespace Crm.Customers.Application;

internal sealed partial class CustomersPublishedEvents
{
    /// <summary>An opportunity as it is, for whoever was not there.</summary>
    public static IIntegrationEvent PresentOf(Opportunity o) => o.State switch
    {
        OpportunityState.Won => WonOf(o),
        OpportunityState.Lost => LostOf(o),
        _ => new OpportunityMovedV1(o.Key, o.CustomerId.Value, StateOf(o)),
    };

    private static IIntegrationEvent? Of(Opportunity o, DomainEvent happened) => happened switch
    {
        OpportunityWasOpened => new OpportunityOpenedV1(o.Key, o.CustomerId.Value, StateOf(o)),
        OpportunityWasWon => WonOf(o),
        OpportunityWasLost => LostOf(o),
        OpportunityWasForgotten => null,
        _ => new OpportunityMovedV1(o.Key, o.CustomerId.Value, StateOf(o)),
    };

    private static OpportunityWonV1 WonOf(Opportunity o) => new(
        o.Key, o.CustomerId.Value, o.Title, o.Currency, o.Amount, o.ClosedOn!.Value, o.OwnerId, o.UnitId, o.Channel, o.WantedOn,
        [.. o.Lines.OrderBy(l => l.Position).Select(l => new OpportunityLineV1(l.ProductId, l.Sku, l.Description, l.Quantity, l.UnitPrice, l.DiscountRate))]);

    private static OpportunityLostV1 LostOf(Opportunity o) => new(o.Key, o.CustomerId.Value, o.ClosedOn!.Value, o.Reason, o.LostTo, StateOf(o));

    private static OpportunityStateV1 StateOf(Opportunity o) => new(
        Enums.Name(o.State), o.PipelineId.Value, o.Stage, Enums.Name(o.Category), o.Currency, o.Amount, o.Weighted, o.ModelProbability, o.ManualProbability,
        o.ExpectedClose, o.OwnerId, o.UnitId, o.Source, o.Channel, o.OpenedAt, o.DeletedAt is not null);
}
