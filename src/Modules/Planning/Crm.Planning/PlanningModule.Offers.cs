using Crm.BuildingBlocks.Hosting.Modules;
using Microsoft.AspNetCore.Routing;

namespace Crm.Planning;

// Promotions, vouchers and campaigns.
public sealed partial class PlanningModule
{
    private static void DescribeOffers(ModuleBuilder module)
    {
    }

    private static void MapOffers(IEndpointRouteBuilder routes)
    {
    }

    private static void MapOffersAdmin(IEndpointRouteBuilder routes)
    {
    }
}
