using Crm.Neighbour.Application;

namespace Crm.Host;

internal sealed class NamesModules
{
    public static Type Type => typeof(Fence);

    public static string Route => "/api/v1/neighbour/fences";

    public static string Permission => "neighbour.fences.paint";

    public static string Assembly => "Crm.Neighbour";

    public static string Prose => "Your neighbour. A neighbour is no module.";
}
