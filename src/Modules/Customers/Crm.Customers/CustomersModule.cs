using Crm.BuildingBlocks.Hosting.Imports;
using Crm.BuildingBlocks.Hosting.Modules;
using Crm.BuildingBlocks.Hosting.Operations;
using Crm.Customers;
using Crm.Customers.Api;
using Crm.Customers.Api.Duplicates;
using Crm.Customers.Api.Figures;
using Crm.Customers.Application;
using Crm.Customers.Application.Consumers;
using Crm.Customers.Application.Demo;
using Crm.Customers.Application.Duplicates;
using Crm.Customers.Application.Figures;
using Crm.Customers.Application.Imports;
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
        .ConsumesInBatches<KeepTransactions>("customers.transactions", KeepTransactions.Events)
        .Permissions<FiguresPermissions>()
        .Services(services => services.AddScoped<FigureCount>())
        .Permissions<DuplicatesPermissions>()
        .Services(services => services.AddScoped<DuplicateSearch>().AddScoped<DuplicateGate>())
        .Operation<CompareCustomers>(CompareCustomers.Kind)
        .Job<CompareChangedCustomers>(CompareChangedCustomers.Name, CompareChangedCustomers.Cron)
        .Demo<DemoCustomers>();

    public void MapEndpoints(IEndpointRouteBuilder routes)
    {
        CustomerEndpoints.Map(routes);
        TransactionEndpoints.Map(routes);
        CandidateEndpoints.Map(routes);
        routes.MapImports(Name);
    }

    public void MapAdminEndpoints(IEndpointRouteBuilder routes)
    {
        CustomerEndpoints.MapAdmin(routes);
        DedupeRuleEndpoints.MapAdmin(routes);
    }
}
