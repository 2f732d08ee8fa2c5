using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Lists;
using Crm.BuildingBlocks.Hosting.Modules;
using Crm.BuildingBlocks.Hosting.Persistence;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Crm.Host.Tests.EndToEnd;

[Collection(OneHost.Name)]
public sealed class ListIndexTests(SharedApp shared)
{
    [Fact]
    public async Task Whatever_a_list_can_be_sorted_by_is_in_an_index()
    {
        await using var scope = shared.App.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CallerContext>().ActAsJob("test");
        var tables = scope.ServiceProvider.GetRequiredService<ModuleCatalog>().Descriptions.Where(m => m.Context is not null)
            .SelectMany(m => ((ModuleDbContext)scope.ServiceProvider.GetRequiredService(m.Context!)).Model.GetEntityTypes()).ToLookup(e => e.ClrType);
        var lists = shared.App.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints)
            .Select(e => e.Metadata.GetMetadata<ListMetadata>()).OfType<ListMetadata>().ToList();

        lists.Count.ShouldBeGreaterThan(10);
        var missing = lists
            .Where(l => tables.Contains(l.Entity)) // What is no table is counted or summed up for the list.
            .SelectMany(l => l.Fields.Where(f => f.Sortable && f.Column is not null && !IsIndexed(tables[l.Entity].First(), f.Column)).Select(f => $"{l.Entity.Name}.{f.Name}"))
            .Distinct();
        missing.ShouldBeEmpty();
    }

    // Not only at its beginning: what stands before may be fixed by the address of the list, such as the schedule of its deliveries.
    private static bool IsIndexed(IEntityType table, string column) =>
        table.GetIndexes().Select(i => i.Properties).Concat(table.GetKeys().Select(k => k.Properties)).Any(p => p.Any(c => c.Name == column));
}
