using Crm.Neighbour.Contracts;

namespace Crm.BuildingBlocks.Hosting;

internal sealed class ServesOneModule
{
    public NeighbourLeftV1? Last { get; init; }

    public static string Statement => "SELECT 1";
}
