using Crm.BuildingBlocks.Hosting.Modules;
using Crm.Planning.Api.Promotions;
using Crm.Planning.Api.Vouchers;
using Crm.Planning.Application;
using Crm.Planning.Application.Consumers.Promotions;
using Crm.Planning.Application.Promotions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Planning;

// Promotions and the codes of their vouchers.
public sealed partial class PlanningModule
{
    private static void DescribeOffers(ModuleBuilder module) => module
        .ConsumesInBatches<CountUses>("planning.promotion-uses", CountUses.Events)
        .Permissions<PromotionPermissions>()
        .Job<TurnPromotions>(TurnPromotions.Name, "0 * * * * ?")
        .Services(services => services.AddScoped<CompanyDay>().AddScoped<PromotionChecks>());

    private static void MapOffers(IEndpointRouteBuilder routes)
    {
        PromotionEndpoints.Map(routes);
        VoucherEndpoints.Map(routes);
    }

    private static void MapOffersAdmin(IEndpointRouteBuilder routes) => PromotionEndpoints.MapAdmin(routes);
}
