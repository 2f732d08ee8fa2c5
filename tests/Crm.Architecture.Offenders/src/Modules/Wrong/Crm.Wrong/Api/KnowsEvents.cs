using Crm.Neighbour.Application;
using Crm.Wrong.Contracts;

namespace Crm.Wrong.Api;

internal sealed class KnowsEvents
{
    public static void Publish()
    {
        try
        {
            GC.KeepAlive(new GoodV1(Guid.Empty));
        }
        catch (FenceBroken)
        {
            Fence.Paint();
        }
    }
}
