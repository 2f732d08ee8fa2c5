using Crm.BuildingBlocks.Hosting.Imports;
using Crm.BuildingBlocks.Hosting.Modules;
using Crm.Planning.Api.Competitors;
using Crm.Planning.Api.Studies;
using Crm.Planning.Application;
using Crm.Planning.Application.Competitors;
using Crm.Planning.Application.Consumers.Studies;
using Crm.Planning.Application.Studies;
using Crm.Platform.Contracts;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Crm.Planning;

// Studies and competitors.
public sealed partial class PlanningModule
{
    private static void DescribeResearch(ModuleBuilder module) => module
        .Consumes<PersonErasureRequestedV1, ForgetAnswers>("planning.research-erasure")
        .Import<CompetitorPriceImport>("planning.competitor-prices", ResearchPermissions.WriteMarkets)
        .Import<AnswerImport>("planning.answers", ResearchPermissions.WriteAnswers)
        .Permissions<ResearchPermissions>()
        .Services(services =>
        {
            services.TryAddScoped<CompanyDay>();
            services.AddScoped<ObservedPrices>().AddScoped<StudyResults>().AddScoped<CrossTables>().AddScoped<WaveTrends>();
        });

    private void MapResearch(IEndpointRouteBuilder routes)
    {
        routes.MapImports(Name);
        CompetitorEndpoints.Map(routes);
        CompetitorPriceEndpoints.Map(routes);
        StudyEndpoints.Map(routes);
    }

    private static void MapResearchAdmin(IEndpointRouteBuilder routes) => StudyEndpoints.MapAdmin(routes);
}
