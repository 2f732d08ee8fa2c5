using Crm.BuildingBlocks.Hosting.Mail;
using Crm.BuildingBlocks.Hosting.Modules;
using Crm.BuildingBlocks.Hosting.Operations;
using Crm.Platform.Contracts;
using Crm.Reporting;
using Crm.Reporting.Api;
using Crm.Reporting.Application;
using Crm.Reporting.Application.Consumers;
using Crm.Reporting.Application.Demo;
using Crm.Reporting.Application.Rebuilding;
using Crm.Reporting.Application.Reports;
using Crm.Reporting.Application.Schedules;
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
        .Consumes<PersonErasureRequestedV1, EndSubscriptionsOfErased>("reporting.end-subscriptions")
        .Consumes<PersonErasureRequestedV1, ForgetMailsOfErased>("reporting.forget-mails")
        .Permissions<ReportingPermissions>()
        .Demo<DemoReports>()
        .Operation<RebuildFacts>(RebuildFacts.Kind)
        .Job<SendDueReports>("send-due-reports", cron: "0 * * * * ?")
        .Job<CleanDeliveries>("clean-deliveries", cron: "0 50 3 * * ?")
        .Services(AddReports);

    public void MapEndpoints(IEndpointRouteBuilder routes)
    {
        MetricEndpoints.Map(routes);
        ReportEndpoints.Map(routes);
        ScheduleEndpoints.Map(routes);
        DeliveryEndpoints.Map(routes);
    }

    public void MapAdminEndpoints(IEndpointRouteBuilder routes) => AdminEndpoints.Map(routes);

    private static void AddReports(IServiceCollection services)
    {
        services.AddSettings<DeliveryOptions>(DeliveryOptions.Section);
        services.AddScoped<SalesReportReader>();
        services.AddScoped<ReportNames>();
        services.AddScoped<FactsRebuild>();
        services.AddScoped<ReportsOfCallers>();
        services.AddScoped<ReportDeliveries>();
        services.AddSingleMails();
    }
}
