using Crm.BuildingBlocks.Hosting.Modules;
using Microsoft.AspNetCore.Routing;

namespace Crm.Planning;

// Plans, targets, budgets and forecasts.
public sealed partial class PlanningModule
{
    private static void DescribePlans(ModuleBuilder module)
    {
    }

    private static void MapPlans(IEndpointRouteBuilder routes)
    {
    }

    private static void MapPlansAdmin(IEndpointRouteBuilder routes)
    {
    }
}
