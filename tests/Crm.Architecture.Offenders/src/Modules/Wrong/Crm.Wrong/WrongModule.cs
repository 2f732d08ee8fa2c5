using Crm.BuildingBlocks.Hosting.Modules;
using Crm.Neighbour.Application;
using Crm.Neighbour.Contracts;
using Crm.Wrong.Application.Consumers;
using Microsoft.AspNetCore.Routing;

namespace Crm.Wrong;

public sealed class WrongModule : IModule
{
    public string Name => "wrongly-named";

    public void Describe(ModuleBuilder module) => module
        .Consumes<NeighbourMovedV1, FollowNeighbour>("wrong.follow-neighbour")
        .ConsumesInBatches<CountNeighbours>("wrong.count-by-list", typeof(NeighbourMovedV1), typeof(NeighbourLeftV1))
        .ConsumesInBatches<CountNeighbours>("wrong.count-by-field", CountNeighbours.Events);

    public void MapEndpoints(IEndpointRouteBuilder routes) => Fence.Paint();
}
