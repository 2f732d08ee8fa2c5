using Crm.BuildingBlocks.Hosting.Modules;
using Crm.BuildingBlocks.Hosting.Operations;
using Crm.Planning.Api.PriceLists;
using Crm.Planning.Application.Consumers.Products;
using Crm.Planning.Application.PriceLists;
using Crm.Planning.Application.Proposals;
using Crm.SalesOrders.Contracts;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Planning;

// Price lists and how prices come about.
public sealed partial class PlanningModule
{
    private static void DescribePrices(ModuleBuilder module) => module
        .Permissions<PriceListPermissions>()
        .Consumes<ProductChangedV1, KeepProducts>("planning.product-copy")
        .Operation<ProposalOperation>(ProposalWork.Kind)
        .Services(services => services.AddScoped<RuleEvaluation>());

    private static void MapPrices(IEndpointRouteBuilder routes)
    {
        PriceListEndpoints.Map(routes);
        ProposalEndpoints.Map(routes);
    }

    private static void MapPricesAdmin(IEndpointRouteBuilder routes) => PriceListEndpoints.MapAdmin(routes);
}
