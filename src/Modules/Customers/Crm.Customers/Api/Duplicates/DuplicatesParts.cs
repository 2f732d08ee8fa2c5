using Crm.BuildingBlocks.Hosting.Modules;
using Crm.BuildingBlocks.Hosting.Operations;
using Crm.BuildingBlocks.Hosting.PersonalData;
using Crm.Customers.Application.Duplicates;
using Crm.Customers.Application.Merging;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Customers.Api.Duplicates;

/// <summary>What belongs to duplicates: finding them, deciding about them, merging.</summary>
internal static class DuplicatesParts
{
    public static ModuleBuilder Duplicates(this ModuleBuilder module) => module
        .Permissions<DuplicatesPermissions>()
        .Services(services => services.AddScoped<DuplicateSearch>().AddScoped<DuplicateGate>().AddScoped<ISamePersons, MergedPersons>())
        .Operation<CompareCustomers>(CompareCustomers.Kind)
        .Job<CompareChangedCustomers>(CompareChangedCustomers.Name, CompareChangedCustomers.Cron);

    public static void Map(IEndpointRouteBuilder routes)
    {
        CandidateEndpoints.Map(routes);
        MergeEndpoints.Map(routes);
    }

    public static void MapAdmin(IEndpointRouteBuilder routes) => DedupeRuleEndpoints.MapAdmin(routes);
}
