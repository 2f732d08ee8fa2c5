using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Lists;
using Crm.Customers.Application;
using Crm.Customers.Domain.Territories;
using Crm.Customers.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Crm.Customers.Api.Territories;

/// <summary>The parts of the market, for whoever puts customers into them; administrators make them.</summary>
internal static class TerritoryEndpoints
{
    private static readonly ListSpec<Territory, TerritoryRow> List = new ListSpec<Territory, TerritoryRow>("territories")
        .Field("code", t => t.Code)
        .Field("name", t => t.Name)
        .Field("parentId", t => t.ParentId)
        .Field("managerId", t => t.ManagerId)
        .SearchIn("code", "name")
        .DefaultSort("code")
        .Key(t => t.Id)
        .Select(t => new TerritoryRow(t.Id, t.Code, t.Name, t.ParentId, t.ManagerId, t.Depth));

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/territories", Search).WithTags("Territories").WithList(List).Requires(CustomersPermissions.Read);

    private static Task<PageOf<TerritoryRow>> Search(ListRequest request, CustomersDbContext db, CancellationToken ct) => List.Page(db.Territories, request, ct);
}

/// <param name="Id">Customers are filtered by it with <c>filter[territoryId]</c>, or with all below it by <c>filter[territory]</c>.</param>
/// <param name="Code">As the company calls it.</param>
/// <param name="Name">For people.</param>
/// <param name="ParentId">Null at the top.</param>
/// <param name="ManagerId">The user who answers for it.</param>
/// <param name="Depth">How many lie above it.</param>
internal sealed record TerritoryRow(Guid Id, string Code, string Name, Guid? ParentId, Guid? ManagerId, int Depth);
