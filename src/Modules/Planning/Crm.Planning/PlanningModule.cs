using Crm.BuildingBlocks.Hosting.Modules;
using Crm.Planning;
using Crm.Planning.Api;
using Crm.Planning.Application;
using Crm.Planning.Application.Consumers;
using Crm.Planning.Persistence;
using Crm.Platform.Contracts;
using Microsoft.AspNetCore.Routing;

[assembly: CrmModule(typeof(PlanningModule))]

namespace Crm.Planning;

/// <summary>What the company wants to sell, at which prices and by which offers, and how far it has got. One part per subject.</summary>
public sealed partial class PlanningModule : IModule
{
    public string Name => "planning";

    public void Describe(ModuleBuilder module)
    {
        module
            .Database<PlanningDbContext>()
            .Handlers()
            .Publishes<PlanningPublishedEvents>()
            .Republishes<PlanningState>()
            .Consumes<UserChangedV1, KeepPersonCopy>("planning.person-copy")
            .Consumes<PersonErasureRequestedV1, KeepPersonCopy>("planning.person-copy")
            .Permissions<PlanningPermissions>();
        DescribePlans(module);
        DescribeAttainment(module);
        DescribePrices(module);
        DescribeOffers(module);
        DescribeResearch(module);
    }

    public void MapEndpoints(IEndpointRouteBuilder routes)
    {
        PlanEndpoints.Map(routes);
        MapPlans(routes);
        MapAttainment(routes);
        MapPrices(routes);
        MapOffers(routes);
        MapResearch(routes);
    }

    public void MapAdminEndpoints(IEndpointRouteBuilder routes)
    {
        PlanEndpoints.MapAdmin(routes);
        MapPlansAdmin(routes);
        MapAttainmentAdmin(routes);
        MapPricesAdmin(routes);
        MapOffersAdmin(routes);
        MapResearchAdmin(routes);
    }
}
