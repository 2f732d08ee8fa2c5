using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Api.Json;
using Crm.Planning.Contracts;
using Crm.Planning.Domain.Competitors;
using Crm.Planning.Domain.Studies;

namespace Crm.Planning.Application;

internal sealed partial class PlanningPublishedEvents
{
    private static IIntegrationEvent? Research(AggregateRoot source, DomainEvent happened) => (source, happened) switch
    {
        (CompetitorPrice price, CompetitorPriceWasObserved) => Of(price),
        (Study study, StudyWasCompleted) => Of(study),
        _ => null,
    };

    public static CompetitorPriceObservedV1 Of(CompetitorPrice p) => new(
        p.Key, p.CompetitorId.Value, p.CompetitorCode, p.ProductId, p.Sku, p.UnitPrice, p.Currency, p.IncludesTax, p.SeenOn, Enums.Name(p.Source), p.Confidence, p.ReplacesId);

    public static StudyCompletedV1 Of(Study study) => new(study.Key, study.Code, study.Responses, study.CompletedOn!.Value);
}
