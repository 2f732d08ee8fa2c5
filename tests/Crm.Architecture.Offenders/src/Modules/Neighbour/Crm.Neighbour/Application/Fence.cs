namespace Crm.Neighbour.Application;

internal sealed class Fence
{
    public static void Paint() => GC.KeepAlive(typeof(Fence));
}

internal sealed class FenceBroken : Exception;
