using Crm.Neighbour.Contracts;

namespace Crm.Neighbour.Application;

internal sealed class Fence
{
    public static void Paint() => GC.KeepAlive(typeof(Fence));
}

internal sealed class FenceBroken : Exception;

internal sealed class Tells
{
    public static object Moved() => new NeighbourMovedV1(Guid.Empty);
}
