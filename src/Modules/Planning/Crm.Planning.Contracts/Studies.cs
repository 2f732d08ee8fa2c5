using Crm.BuildingBlocks;

namespace Crm.Planning.Contracts;

/// <summary>A market study has its results.</summary>
/// <param name="StudyId">Never changes.</param>
/// <param name="Code">As people name it.</param>
/// <param name="Responses">How many people answered.</param>
/// <param name="CompletedOn">Business date.</param>
[EventName("planning.study-completed.v1")]
public sealed record StudyCompletedV1(Guid StudyId, string Code, int Responses, DateOnly CompletedOn) : IIntegrationEvent;
