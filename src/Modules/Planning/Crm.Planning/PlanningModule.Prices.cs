using Crm.BuildingBlocks.Hosting.Modules;
using Microsoft.AspNetCore.Routing;

namespace Crm.Planning;

// Price lists, how prices come about, and simulations.
public sealed partial class PlanningModule
{
    private static void DescribePrices(ModuleBuilder module)
    {
    }

    private static void MapPrices(IEndpointRouteBuilder routes)
    {
    }

    private static void MapPricesAdmin(IEndpointRouteBuilder routes)
    {
    }
}
