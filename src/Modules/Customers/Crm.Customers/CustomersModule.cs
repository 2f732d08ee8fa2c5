using Crm.BuildingBlocks.Hosting.Api.OpenApi;
using Crm.BuildingBlocks.Hosting.Imports;
using Crm.BuildingBlocks.Hosting.Mail;
using Crm.BuildingBlocks.Hosting.Modules;
using Crm.Customers;
using Crm.Customers.Api;
using Crm.Customers.Api.Activities;
using Crm.Customers.Api.Fields;
using Crm.Customers.Api.Figures;
using Crm.Customers.Api.Opportunities;
using Crm.Customers.Api.Processes;
using Crm.Customers.Api.Tags;
using Crm.Customers.Application;
using Crm.Customers.Application.Activities;
using Crm.Customers.Application.Consumers;
using Crm.Customers.Application.Demo;
using Crm.Customers.Application.Fields;
using Crm.Customers.Application.Figures;
using Crm.Customers.Application.Imports;
using Crm.Customers.Application.Opportunities;
using Crm.Customers.Application.Processes;
using Crm.Customers.Persistence;
using Crm.Platform.Contracts;
using Crm.SalesOrders.Contracts;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

[assembly: CrmModule(typeof(CustomersModule))]

namespace Crm.Customers;

/// <summary>Who the company sells to.</summary>
public sealed class CustomersModule : IModule
{
    public string Name => "customers";

    public void Describe(ModuleBuilder module) => module
        .Database<CustomersDbContext>()
        .Handlers()
        .Publishes<CustomersPublishedEvents>()
        .Republishes<CustomersState>()
        .Import<CustomerImport>("customers.customers", CustomersPermissions.Import)
        .Consumes<PersonErasureRequestedV1, AnonymiseErased>("customers.erasure")
        .Permissions<CustomersPermissions>()
        .Permissions<OpportunityPermissions>()
        .Consumes<PersonErasureRequestedV1, ForgetOpportunities>("customers.opportunity-erasure")
        .Job<SnapshotOpportunities>(SnapshotOpportunities.Name, cron: "0 1,31 * * * ?")
        .Permissions<ProcessPermissions>()
        .Consumes<PersonErasureRequestedV1, ForgetProcesses>("customers.process-erasure")
        .Consumes<OrderQuotedV1, HearSales>(HearSales.Name)
        .Consumes<OrderExpiredV1, HearSales>(HearSales.Name)
        .Consumes<OrderSubmittedV1, HearSales>(HearSales.Name)
        .Consumes<OrderConfirmedV1, HearSales>(HearSales.Name)
        .Consumes<OrderCancelledV1, HearSales>(HearSales.Name)
        .Consumes<OrderCompletedV1, HearSales>(HearSales.Name)
        .Consumes<PaymentCapturedV1, HearSales>(HearSales.Name)
        .Consumes<ShipmentDeliveredV1, HearSales>(HearSales.Name)
        .Consumes<ReturnReceivedV1, HearSales>(HearSales.Name)
        .Consumes<RefundSettledV1, HearSales>(HearSales.Name)
        .Services(services => services.AddScoped<CompanyDay>().AddScoped<ProcessWalks>().AddSingleton<GraphCheck>())
        .Permissions<FieldsPermissions>()
        .Services(services => services.AddScoped<IDescribesData, FieldsInDescription>())
        .ConsumesInBatches<KeepTransactions>("customers.transactions", KeepTransactions.Events)
        .Permissions<FiguresPermissions>()
        .Services(services => services.AddScoped<FigureCount>())
        .Duplicates()
        .Permissions<ActivityPermissions>()
        .Consumes<PersonErasureRequestedV1, ForgetActivities>("customers.activities-erasure")
        .Job<SendActivityReminders>(SendActivityReminders.Name, cron: "5 * * * * ?")
        .Services(services => services.AddScoped<ActivityPlanning>().AddScoped<NextActivity>().AddScoped<ActivityCalendars>().TryAddSingleton<MailSending>())
        .Demo<DemoCustomers>()
        .Demo<DemoProcesses>()
        .Demo<DemoOpportunities>();

    public void MapEndpoints(IEndpointRouteBuilder routes)
    {
        CustomerEndpoints.Map(routes);
        OpportunityEndpoints.Map(routes);
        PipelineEndpoints.Map(routes);
        ProcessDefinitionEndpoints.Map(routes);
        ProcessEndpoints.Map(routes);
        TagEndpoints.Map(routes);
        FieldEndpoints.Map(routes);
        TransactionEndpoints.Map(routes);
        DuplicatesParts.Map(routes);
        ActivityEndpoints.Map(routes);
        CalendarEndpoints.Map(routes);
        routes.MapImports(Name);
    }

    public void MapAdminEndpoints(IEndpointRouteBuilder routes)
    {
        CustomerEndpoints.MapAdmin(routes);
        DuplicatesParts.MapAdmin(routes);
        OpportunityEndpoints.MapAdmin(routes);
        PipelineEndpoints.MapAdmin(routes);
        ProcessDefinitionEndpoints.MapAdmin(routes);
        FieldEndpoints.MapAdmin(routes);
    }
}
