using Crm.BuildingBlocks.Hosting.Modules;
using Crm.Customers.Contracts;
using Crm.Planning.Api;
using Crm.Planning.Api.Forecasts;
using Crm.Planning.Application;
using Crm.Planning.Application.Consumers;
using Crm.Planning.Application.Consumers.Forecasts;
using Crm.Planning.Application.Forecasts;
using Crm.Planning.Application.Policy;
using Crm.Platform.Contracts;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Planning;

// Plans, targets, budgets and forecasts.
public sealed partial class PlanningModule
{
    private const string Opportunities = "planning.opportunities";

    private static void DescribePlans(ModuleBuilder module) => module
        .Consumes<OrgUnitChangedV1, KeepUnitCopy>("planning.unit-copy")
        .Consumes<OpportunityOpenedV1, KeepOpportunities>(Opportunities)
        .Consumes<OpportunityMovedV1, KeepOpportunities>(Opportunities)
        .Consumes<OpportunityWonV1, KeepOpportunities>(Opportunities)
        .Consumes<OpportunityLostV1, KeepOpportunities>(Opportunities)
        .Permissions<SettingsPermissions>()
        .Permissions<ForecastPermissions>()
        .Services(services => services.AddScoped<CompanyDay>());

    private static void MapPlans(IEndpointRouteBuilder routes) => ForecastEndpoints.Map(routes);

    private static void MapPlansAdmin(IEndpointRouteBuilder routes) => SettingsEndpoints.MapAdmin(routes);
}
