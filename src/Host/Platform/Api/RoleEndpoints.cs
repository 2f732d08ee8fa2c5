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

internal static class RoleEndpoints
{
    private const string Resource = "roles";

    private static readonly ListSpec<Role, RoleRow> Spec = new ListSpec<Role, RoleRow>(Resource)
        .Key(r => r.Id)
        .Field("name", r => r.Name)
        .Field("builtIn", r => r.BuiltIn, sortable: false)
        .DefaultSort("name")
        .Select(r => new RoleRow(
            r.Id.Value, r.Name, r.BuiltIn, EF.Property<List<Grant>>(r, "_grants"), EF.Property<List<Mask>>(r, "_masks"), r.Version));

    public static void Map(IEndpointRouteBuilder admin)
    {
        var roles = admin.MapGroup("/roles").WithTags("Roles");
        roles.MapGet("/", List).Requires(PlatformPermissions.ReadAccess).WithMetadata(Spec.Describe());
        roles.MapGet("/{id:guid}", Get).Requires(PlatformPermissions.ReadAccess);
        roles.MapPost("/", Add).Requires(PlatformPermissions.ManageRoles);
        roles.MapPut("/{id:guid}", Change).Requires(PlatformPermissions.ManageRoles);
        roles.MapDelete("/{id:guid}", Remove).Requires(PlatformPermissions.ManageRoles);
    }

    private static Task<PageOf<RoleRow>> List(PlatformDbContext db, ListRequest request, CancellationToken ct) => Spec.Page(db.Roles, request, ct);

    private static async Task<OneOf<RoleRow>> Get(Guid id, PlatformDbContext db, OneRequest request, CancellationToken ct)
    {
        var key = new RoleId(id);
        var role = await db.Roles.AsNoTracking().SingleOrDefaultAsync(r => r.Id == key, ct) ?? throw new ResourceNotFound("role", id.ToString());
        return request.Answer(Resource, new RoleRow(id, role.Name, role.BuiltIn, role.Grants, role.Masks, role.Version), role.Version);
    }

    private static async Task<Created<RoleReply>> Add(AddRole command, ICommandHandler<AddRole, RoleReply> handler, CancellationToken ct)
    {
        var added = await handler.Handle(command, ct);
        return TypedResults.Created($"/admin/v1/roles/{added.Id}", added);
    }

    private static Task<RoleReply> Change(Guid id, ChangeRole command, ICommandHandler<ChangeRole, RoleReply> handler, CancellationToken ct) =>
        handler.Handle(command with { Id = id }, ct);

    private static async Task<NoContent> Remove(Guid id, ICommandHandler<RemoveRole, RoleReply> handler, CancellationToken ct)
    {
        await handler.Handle(new RemoveRole(id), ct);
        return TypedResults.NoContent();
    }
}

internal sealed record RoleRow(Guid Id, string Name, bool BuiltIn, IReadOnlyList<Grant> Grants, IReadOnlyList<Mask> Masks, int Version);
