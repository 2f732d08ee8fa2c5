using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Lists;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Host.Platform.Access;
using Crm.Host.Platform.Application;
using Crm.Host.Platform.Domain;
using Crm.Host.Platform.Persistence;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Crm.Host.Platform.Api;

internal static class ClientEndpoints
{
    private const string Resource = "clients";

    private static readonly ListSpec<ApiClient, ClientRow> Spec = new ListSpec<ApiClient, ClientRow>(Resource)
        .Key(c => c.Id)
        .Field("name", c => c.Name)
        .Field("unitId", c => c.UnitId)
        .Field("actsForId", c => c.ActsForId)
        .Field("active", c => c.Active, sortable: false)
        .SearchIn("name")
        .DefaultSort("name")
        .Select(c => new ClientRow(c.Id.Value, c.Name, c.UnitId!.Value.Value, c.ActsForId!.Value.Value, EF.Property<List<string>>(c, "_roles"), c.Active, c.Version));

    public static void Map(IEndpointRouteBuilder admin)
    {
        var clients = admin.MapGroup("/clients").WithTags("API clients");
        clients.MapGet("/", List).Requires(PlatformPermissions.ReadAccess).WithMetadata(Spec.Describe());
        clients.MapGet("/{id:guid}", Get).Requires(PlatformPermissions.ReadAccess);
        clients.MapPost("/", Add).Requires(PlatformPermissions.ManageClients);
        clients.MapPut("/{id:guid}", Change).Requires(PlatformPermissions.ManageClients);
        clients.MapPost("/{id:guid}/keys", AddKey).Requires(PlatformPermissions.ManageClients);
        clients.MapPost("/{id:guid}/keys/rotate", RotateKey).Requires(PlatformPermissions.ManageClients);
        clients.MapPost("/{id:guid}/keys/{key:guid}/revoke", RevokeKey).Requires(PlatformPermissions.ManageClients);
    }

    private static Task<PageOf<ClientRow>> List(PlatformDbContext db, ListRequest request, CancellationToken ct) => Spec.Page(db.Clients, request, ct);

    private static async Task<OneOf<ClientDetails>> Get(Guid id, PlatformDbContext db, TimeProvider time, OneRequest request, CancellationToken ct)
    {
        var key = new ApiClientId(id);
        var client = await db.Clients.AsNoTracking().SingleOrDefaultAsync(c => c.Id == key, ct) ?? throw new ResourceNotFound("api-client", id.ToString());
        var now = time.GetUtcNow();
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var requests = await db.Usage.Where(u => u.ClientId == id && u.Day == today).Select(u => u.Requests).SingleOrDefaultAsync(ct);
        // What it uses changes without it.
        return request.Answer(Resource, ClientDetails.Of(client, requests, now), client.Version, isCoveredByVersion: false);
    }

    private static async Task<Created<ClientReply>> Add(AddClient command, ICommandHandler<AddClient, ClientReply> handler, CancellationToken ct)
    {
        var added = await handler.Handle(command, ct);
        return TypedResults.Created($"/admin/v1/clients/{added.Id}", added);
    }

    private static Task<ClientReply> Change(Guid id, ChangeClient command, ICommandHandler<ChangeClient, ClientReply> handler, CancellationToken ct) =>
        handler.Handle(command with { Id = id }, ct);

    private static async Task<NewKey> AddKey(
        Guid id, AddClientKey command, ICommandHandler<AddClientKey, KeyReply> handler, CommandContext context, CancellationToken ct)
    {
        var secret = ApiKeyTokens.NewSecret();
        return NewKey.Of(await handler.Handle(command with { ClientId = id, Secret = secret }, ct), id, secret, context);
    }

    private static async Task<NewKey> RotateKey(
        Guid id, RotateClientKey command, ICommandHandler<RotateClientKey, KeyReply> handler, CommandContext context, CancellationToken ct)
    {
        var secret = ApiKeyTokens.NewSecret();
        return NewKey.Of(await handler.Handle(command with { ClientId = id, Secret = secret }, ct), id, secret, context);
    }

    private static Task<KeyReply> RevokeKey(Guid id, Guid key, ICommandHandler<RevokeClientKey, KeyReply> handler, CancellationToken ct) =>
        handler.Handle(new RevokeClientKey(id, key), ct);
}

internal sealed record ClientRow(Guid Id, string Name, Guid? UnitId, Guid? ActsForId, IReadOnlyList<string> Roles, bool Active, int Version);

/// <param name="RequestsToday">Of all hosts, to the last few seconds.</param>
internal sealed record ClientDetails(
    Guid Id,
    string Name,
    Guid? UnitId,
    Guid? ActsForId,
    IReadOnlyList<string> Roles,
    IReadOnlyList<Grant> Grants,
    ClientLimits Limits,
    bool Active,
    int RequestsToday,
    IReadOnlyList<KeyDetails> Keys,
    int Version)
{
    public static ClientDetails Of(ApiClient client, int requestsToday, DateTimeOffset now) => new(
        client.Id.Value, client.Name, client.UnitId?.Value, client.ActsForId?.Value, client.Roles, client.Grants, client.Limits, client.Active, requestsToday,
        [.. client.Keys.OrderBy(k => k.CreatedAt).Select(k => new KeyDetails(k.Id, k.IsValid(now), k.CreatedAt, k.ExpiresAt, k.RevokedAt, k.LastUsedAt))],
        client.Version);
}

internal sealed record KeyDetails(Guid Id, bool Valid, DateTimeOffset CreatedAt, DateTimeOffset? ExpiresAt, DateTimeOffset? RevokedAt, DateTimeOffset? LastUsedAt);

/// <param name="Key">Shown this once. Null when a repeated request is answered again: the key itself is kept nowhere.</param>
internal sealed record NewKey(Guid KeyId, int Version, string? Key)
{
    public static NewKey Of(KeyReply reply, Guid client, byte[] secret, CommandContext context) =>
        new(reply.KeyId, reply.Version, context.WasReplayed ? null : ApiKeyTokens.Format(client, secret));
}
