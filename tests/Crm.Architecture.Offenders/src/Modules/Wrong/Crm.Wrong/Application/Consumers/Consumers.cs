using Crm.BuildingBlocks.Hosting.Messaging;
using Crm.Neighbour.Contracts;

namespace Crm.Wrong.Application.Consumers;

/// <summary>Nothing is wrong here: consumers are where other modules' contracts belong.</summary>
internal sealed class FollowNeighbour : IConsumer<NeighbourMovedV1>
{
    public Task Consume(Received<NeighbourMovedV1> received, CancellationToken ct) => Task.CompletedTask;
}

internal sealed class CountNeighbours : IBatchConsumer
{
    public static readonly Type[] Events = [typeof(NeighbourLeftV1)];

    public Task Consume(IReadOnlyList<Received> batch, CancellationToken ct) => Task.CompletedTask;
}
