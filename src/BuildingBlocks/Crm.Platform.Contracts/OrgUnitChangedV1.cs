using Crm.BuildingBlocks;

namespace Crm.Platform.Contracts;

/// <summary>An org unit as it is now, after it was made, renamed or moved.</summary>
/// <param name="ParentId">Null for the top of a tree.</param>
[EventName("platform.org-unit-changed.v1")]
public sealed record OrgUnitChangedV1(Guid UnitId, string Code, string Name, Guid? ParentId) : IIntegrationEvent;
