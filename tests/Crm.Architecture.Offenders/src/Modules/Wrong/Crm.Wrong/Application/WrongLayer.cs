using Crm.Neighbour.Contracts;
using Crm.Wrong.Api;
using Crm.Wrong.Contracts;

namespace Crm.Wrong.Application;

internal sealed class CallsUpwards
{
    public static void Publish() => KnowsEvents.Publish();
}

internal sealed class ListensOutsideConsumers
{
    public static bool Is(object happened) => happened is NeighbourMovedV1;

    public static object Own() => new GoodV1(Guid.Empty);
}

public sealed class SeenByAll
{
    public enum NestedAndSeen
    {
        Yes,
    }

    internal enum NestedAndUnseen
    {
        Yes,
    }
}
