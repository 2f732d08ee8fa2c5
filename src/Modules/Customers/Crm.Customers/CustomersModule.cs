using Crm.BuildingBlocks.Hosting.Api.OpenApi;
using Crm.BuildingBlocks.Hosting.Imports;
using Crm.BuildingBlocks.Hosting.Modules;
using Crm.Customers;
using Crm.Customers.Api;
using Crm.Customers.Api.Analysis;
using Crm.Customers.Api.Fields;
using Crm.Customers.Api.Figures;
using Crm.Customers.Api.Sampling;
using Crm.Customers.Api.Segments;
using Crm.Customers.Api.Tags;
using Crm.Customers.Application;
using Crm.Customers.Application.Analysis;
using Crm.Customers.Application.Consumers;
using Crm.Customers.Application.Demo;
using Crm.Customers.Application.Fields;
using Crm.Customers.Application.Figures;
using Crm.Customers.Application.Imports;
using Crm.Customers.Application.Sampling;
using Crm.Customers.Application.Segments;
using Crm.Customers.Persistence;
using Crm.Platform.Contracts;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

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
        .Permissions<FieldsPermissions>()
        .Services(services => services.AddScoped<IDescribesData, FieldsInDescription>())
        .ConsumesInBatches<KeepTransactions>("customers.transactions", KeepTransactions.Events)
        .Permissions<FiguresPermissions>()
        .Permissions<SegmentsPermissions>()
        .Permissions<SamplingPermissions>()
        .Permissions<AnalysisPermissions>()
        .Job<ScoreCustomers>(ScoreCustomers.Name, cron: "0 10 1 * * ?")
        .Services(AnalysisSettings.Declare)
        .Services(services => services
            .AddScoped<FigureCount>()
            .AddSingleton(new CustomerFilters(CustomerChoice.Filters))
            .AddScoped<CustomerAudience>()
            .AddScoped<SampleFrames>()
            .AddScoped<BuyingReader>()
            .AddScoped<LifetimeValues>()
            .AddScoped<CustomerAnalysis>())
        .Demo<DemoCustomers>();

    public void MapEndpoints(IEndpointRouteBuilder routes)
    {
        CustomerEndpoints.Map(routes);
        TagEndpoints.Map(routes);
        FieldEndpoints.Map(routes);
        TransactionEndpoints.Map(routes);
        SegmentEndpoints.Map(routes);
        SampleEndpoints.Map(routes);
        AnalysisEndpoints.Map(routes);
        ScoreEndpoints.Map(routes);
        routes.MapImports(Name);
    }

    public void MapAdminEndpoints(IEndpointRouteBuilder routes)
    {
        CustomerEndpoints.MapAdmin(routes);
        FieldEndpoints.MapAdmin(routes);
    }
}
