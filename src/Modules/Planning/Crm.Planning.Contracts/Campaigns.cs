using Crm.BuildingBlocks;

namespace Crm.Planning.Contracts;

/// <summary>A campaign began.</summary>
/// <param name="CampaignId">Never changes.</param>
/// <param name="Code">As people and opportunities name it.</param>
/// <param name="Name">As it is shown.</param>
/// <param name="Channel">By which it reaches people.</param>
/// <param name="From">First business date.</param>
/// <param name="To">Last business date.</param>
/// <param name="Currency">ISO 4217, of its cost.</param>
/// <param name="PlannedCost">What it is meant to cost.</param>
[EventName("planning.campaign-launched.v1")]
public sealed record CampaignLaunchedV1(
    Guid CampaignId, string Code, string Name, string? Channel, DateOnly From, DateOnly To, string Currency, decimal PlannedCost) : IIntegrationEvent;

/// <summary>A campaign is over.</summary>
/// <param name="CampaignId">Never changes.</param>
/// <param name="WasCancelled">Ended before its time.</param>
/// <param name="ActualCost">What it cost.</param>
[EventName("planning.campaign-ended.v1")]
public sealed record CampaignEndedV1(Guid CampaignId, bool WasCancelled, decimal ActualCost) : IIntegrationEvent;
