using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Lists;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Host.Platform.Application;
using Crm.Host.Platform.Domain;
using Crm.Host.Platform.Persistence;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Crm.Host.Platform.Api;

internal static class TerritoryEndpoints
{
    private const string Resource = "territories";

    private static readonly ListSpec<Territory, TerritoryView> Spec = new ListSpec<Territory, TerritoryView>(Resource)
        .Key(t => t.Id)
        .Field("code", t => t.Code)
        .Field("name", t => t.Name)
        .Field("parentId", t => t.ParentId)
        .Field("managerId", t => t.ManagerId)
        .SearchIn("code", "name")
        .DefaultSort("code")
        .Select(t => TerritoryView.Of(t));

    public static void Map(IEndpointRouteBuilder admin)
    {
        var territories = admin.MapGroup("/territories").WithTags("Territories");
        territories.MapGet("/", List).Requires(PlatformPermissions.ReadAccess).WithMetadata(Spec.Describe());
        territories.MapGet("/{id:guid}", Get).Requires(PlatformPermissions.ReadAccess);
        territories.MapPost("/", Add).Requires(PlatformPermissions.ManageTerritories);
        territories.MapPut("/{id:guid}", Change).Requires(PlatformPermissions.ManageTerritories);
    }

    private static Task<PageOf<TerritoryView>> List(PlatformDbContext db, ListRequest request, CancellationToken ct) => Spec.Page(db.Territories, request, ct);

    private static async Task<OneOf<TerritoryView>> Get(Guid id, PlatformDbContext db, OneRequest request, CancellationToken ct)
    {
        var key = new TerritoryId(id);
        var territory = await db.Territories.AsNoTracking().SingleOrDefaultAsync(t => t.Id == key, ct) ?? throw new ResourceNotFound("territory", id.ToString());
        return request.Answer(Resource, TerritoryView.Of(territory), territory.Version);
    }

    private static async Task<Created<TerritoryReply>> Add(AddTerritory command, ICommandHandler<AddTerritory, TerritoryReply> handler, CancellationToken ct)
    {
        var added = await handler.Handle(command, ct);
        return TypedResults.Created($"/admin/v1/territories/{added.Id}", added);
    }

    private static Task<TerritoryReply> Change(Guid id, ChangeTerritory command, ICommandHandler<ChangeTerritory, TerritoryReply> handler, CancellationToken ct) =>
        handler.Handle(command with { Id = id }, ct);
}

internal sealed record TerritoryView(Guid Id, string Code, string Name, Guid? ParentId, Guid? ManagerId, IReadOnlyList<TerritoryRuleInput> Rules, int Version)
{
    public static TerritoryView Of(Territory t) => new(
        t.Key, t.Code, t.Name, t.ParentId?.Value, t.ManagerId?.Value, [.. t.Rules.Select(r => new TerritoryRuleInput(r.Country, r.Region, r.PostalCode, r.Industry))], t.Version);
}
