using Crm.BuildingBlocks.Hosting.Modules;
using Crm.Reporting;
using Crm.Reporting.Api;
using Crm.Reporting.Application;
using Crm.Reporting.Application.Consumers;
using Crm.Reporting.Application.Reports;
using Crm.Reporting.Persistence;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

[assembly: CrmModule(typeof(ReportingModule))]

namespace Crm.Reporting;

/// <summary>What the company has sold, as facts made from events, and the reports and mails made from them.</summary>
public sealed class ReportingModule : IModule
{
    public string Name => "reporting";

    public void Describe(ModuleBuilder module) => module
        .Database<ReportingDbContext>()
        .Handlers()
        .ConsumesInBatches<ProjectFacts>("reporting.facts", ProjectFacts.Events)
        .Permissions<ReportingPermissions>()
        .Services(services => services.AddScoped<SalesReportReader>().AddScoped<ReportNames>());

    public void MapEndpoints(IEndpointRouteBuilder routes)
    {
        MetricEndpoints.Map(routes);
        ReportEndpoints.Map(routes);
    }
}
