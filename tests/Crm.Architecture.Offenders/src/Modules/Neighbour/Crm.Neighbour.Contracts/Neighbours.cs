using Crm.BuildingBlocks;

namespace Crm.Neighbour.Contracts;

[EventName("neighbour.neighbour-moved.v1")]
public sealed record NeighbourMovedV1(Guid NeighbourId) : IIntegrationEvent;

[EventName("neighbour.neighbour-left.v1")]
public sealed record NeighbourLeftV1(Guid NeighbourId) : IIntegrationEvent;
