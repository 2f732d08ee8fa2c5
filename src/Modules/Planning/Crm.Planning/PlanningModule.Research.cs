using Crm.BuildingBlocks.Hosting.Modules;
using Microsoft.AspNetCore.Routing;

namespace Crm.Planning;

// Studies, competitors and markets.
public sealed partial class PlanningModule
{
    private static void DescribeResearch(ModuleBuilder module)
    {
    }

    private static void MapResearch(IEndpointRouteBuilder routes)
    {
    }

    private static void MapResearchAdmin(IEndpointRouteBuilder routes)
    {
    }
}
