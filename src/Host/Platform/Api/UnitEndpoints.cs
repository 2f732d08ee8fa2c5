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

internal static class UnitEndpoints
{
    private const string Resource = "units";

    private static readonly ListSpec<OrgUnit, UnitRow> Spec = new ListSpec<OrgUnit, UnitRow>(Resource)
        .Key(u => u.Id)
        .Field("code", u => u.Code)
        .Field("name", u => u.Name)
        .Field("parentId", u => u.ParentId)
        .SearchIn("code", "name")
        .DefaultSort("code")
        .Select(u => new UnitRow(u.Id.Value, u.Code, u.Name, u.ParentId!.Value.Value, u.Version));

    public static void Map(IEndpointRouteBuilder admin)
    {
        var units = admin.MapGroup("/units").WithTags("Org units");
        units.MapGet("/", List).Requires(PlatformPermissions.ReadAccess).WithMetadata(Spec.Describe());
        units.MapGet("/{id:guid}", Get).Requires(PlatformPermissions.ReadAccess);
        units.MapPost("/", Add).Requires(PlatformPermissions.ManageUnits);
        units.MapPut("/{id:guid}", Change).Requires(PlatformPermissions.ManageUnits);
    }

    private static Task<PageOf<UnitRow>> List(PlatformDbContext db, ListRequest request, CancellationToken ct) => Spec.Page(db.Units, request, ct);

    private static async Task<OneOf<UnitRow>> Get(Guid id, PlatformDbContext db, OneRequest request, CancellationToken ct)
    {
        var key = new OrgUnitId(id);
        var unit = await db.Units.AsNoTracking().SingleOrDefaultAsync(u => u.Id == key, ct) ?? throw new ResourceNotFound("org-unit", id.ToString());
        return request.Answer(Resource, new UnitRow(id, unit.Code, unit.Name, unit.ParentId?.Value, unit.Version), unit.Version);
    }

    private static async Task<Created<OrgUnitReply>> Add(AddOrgUnit command, ICommandHandler<AddOrgUnit, OrgUnitReply> handler, CancellationToken ct)
    {
        var added = await handler.Handle(command, ct);
        return TypedResults.Created($"/admin/v1/units/{added.Id}", added);
    }

    private static Task<OrgUnitReply> Change(Guid id, ChangeOrgUnit command, ICommandHandler<ChangeOrgUnit, OrgUnitReply> handler, CancellationToken ct) =>
        handler.Handle(command with { Id = id }, ct);
}

internal sealed record UnitRow(Guid Id, string Code, string Name, Guid? ParentId, int Version);
