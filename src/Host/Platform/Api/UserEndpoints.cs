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

internal static class UserEndpoints
{
    private const string Resource = "users";

    private static readonly ListSpec<User, UserRow> Spec = new ListSpec<User, UserRow>(Resource)
        .Key(u => u.Id)
        .Field("login", u => u.Login)
        .Field("name", u => u.Name)
        .Field("unitId", u => u.UnitId)
        .Field("active", u => u.Active, sortable: false)
        .SearchIn("login", "name")
        .DefaultSort("login")
        .Select(u => new UserRow(
            u.Id.Value, u.Login, u.Name, u.Email, u.UnitId!.Value.Value, u.Language, u.TimeZone, EF.Property<List<string>>(u, "_roles"),
            EF.Property<List<string>?>(u, "_providerRoles"), u.ProviderUnitId!.Value.Value, u.Active, u.Version));

    public static void Map(IEndpointRouteBuilder admin)
    {
        var users = admin.MapGroup("/users").WithTags("Users");
        users.MapGet("/", List).Requires(PlatformPermissions.ReadAccess).WithMetadata(Spec.Describe());
        users.MapGet("/{id:guid}", Get).Requires(PlatformPermissions.ReadAccess);
        users.MapPost("/", Add).Requires(PlatformPermissions.ManageUsers);
        users.MapPut("/{id:guid}", Change).Requires(PlatformPermissions.ManageUsers);
    }

    private static Task<PageOf<UserRow>> List(PlatformDbContext db, ListRequest request, CancellationToken ct) => Spec.Page(db.Users, request, ct);

    private static async Task<OneOf<UserRow>> Get(Guid id, PlatformDbContext db, OneRequest request, CancellationToken ct)
    {
        var key = new UserId(id);
        var user = await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == key, ct) ?? throw new ResourceNotFound("user", id.ToString());
        var row = new UserRow(
            id, user.Login, user.Name, user.Email, user.UnitId?.Value, user.Language, user.TimeZone, user.Roles, user.ProviderRoles,
            user.ProviderUnitId?.Value, user.Active, user.Version);
        return request.Answer(Resource, row, user.Version);
    }

    private static async Task<Created<UserReply>> Add(AddUser command, ICommandHandler<AddUser, UserReply> handler, CancellationToken ct)
    {
        var added = await handler.Handle(command, ct);
        return TypedResults.Created($"/admin/v1/users/{added.Id}", added);
    }

    private static Task<UserReply> Change(Guid id, ChangeUser command, ICommandHandler<ChangeUser, UserReply> handler, CancellationToken ct) =>
        handler.Handle(command with { Id = id }, ct);
}

/// <param name="ProviderRoles">What the identity provider said last; it goes before <c>roles</c>. Null when it says nothing of roles.</param>
/// <param name="ProviderUnitId">The same of the unit.</param>
internal sealed record UserRow(
    Guid Id,
    string Login,
    string Name,
    string? Email,
    Guid? UnitId,
    Language? Language,
    string TimeZone,
    IReadOnlyList<string> Roles,
    IReadOnlyList<string>? ProviderRoles,
    Guid? ProviderUnitId,
    bool Active,
    int Version);
