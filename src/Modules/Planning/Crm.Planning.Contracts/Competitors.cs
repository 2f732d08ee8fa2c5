using Crm.BuildingBlocks;

namespace Crm.Planning.Contracts;

/// <summary>Somebody saw what a competitor asks. Never changes: a correction is another observation.</summary>
/// <param name="ObservationId">Never changes.</param>
/// <param name="CompetitorId">Whose price it is.</param>
/// <param name="CompetitorCode">As people name the competitor.</param>
/// <param name="ProductId">Our product that it stands against, where known.</param>
/// <param name="Sku">Its number.</param>
/// <param name="UnitPrice">Per unit, up to eight decimals.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="IncludesTax">Whether the price contains tax.</param>
/// <param name="SeenOn">Business date.</param>
/// <param name="Source"><c>web</c>, <c>visit</c>, <c>catalogue</c>, <c>customer</c>, <c>study</c> or <c>other</c>.</param>
/// <param name="Confidence">Fraction from 0 to 1.</param>
/// <param name="Replaces">The observation that was wrong.</param>
[EventName("planning.competitor-price-observed.v1")]
public sealed record CompetitorPriceObservedV1(
    Guid ObservationId,
    Guid CompetitorId,
    string CompetitorCode,
    Guid? ProductId,
    string? Sku,
    decimal UnitPrice,
    string Currency,
    bool IncludesTax,
    DateOnly SeenOn,
    string Source,
    decimal Confidence,
    Guid? Replaces) : IIntegrationEvent;
