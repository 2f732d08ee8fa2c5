using System.Linq.Expressions;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Lists;
using Crm.BuildingBlocks.Hosting.Api.Shaping;
using Crm.BuildingBlocks.Hosting.Api.Writing;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Application;
using Crm.SalesOrders.Application.Channels;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Channels;
using Crm.SalesOrders.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Api;

/// <summary>The ways on which orders come.</summary>
internal static class ChannelEndpoints
{
    private const string Resource = ChannelContent.Resource;
    private const string Address = "/api/v1/sales-orders/channels";

    private static readonly ListSpec<Channel, ChannelView> List = new ListSpec<Channel, ChannelView>(Resource)
        .Field("code", c => c.Code)
        .Field("kind", c => c.Kind, sortable: false)
        .Field("isActive", c => c.IsActive, sortable: false)
        .DefaultSort("code")
        .Key(c => c.Id)
        .SearchIn("code")
        .Select(ChannelView.FromChannel);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var channels = routes.MapGroup("/channels").WithTags("Channels");
        channels.MapGet("/", Search).WithList(List).Requires(SalesOrdersPermissions.ReadOrders);
        channels.MapGet("/{id:guid}", Get).Requires(SalesOrdersPermissions.ReadOrders);
        channels.MapPost("/", Open).Requires(SalesOrdersPermissions.WriteRules);
        channels.MapPut("/{id:guid}", Change).Requires(SalesOrdersPermissions.WriteRules);
        channels.MapPatch("/{id:guid}", Patch).Requires(SalesOrdersPermissions.WriteRules);
    }

    private static Task<PageOf<ChannelView>> Search(ListRequest request, SalesOrdersDbContext db, CancellationToken ct) => List.Page(db.Channels, request, ct);

    private static async Task<OneOf<ChannelView>> Get(Guid id, OneRequest request, SalesOrdersDbContext db, CancellationToken ct)
    {
        var key = new ChannelId(id);
        var view = await db.Channels.Where(c => c.Id == key).Select(ChannelView.FromChannel).SingleOrDefaultAsync(ct) ?? throw new ResourceNotFound("channel", id.ToString());
        return request.Answer(Resource, view, view.Version);
    }

    private static async Task<Created<ChannelSaved>> Open(OpenChannel command, ICommandHandler<OpenChannel, ChannelSaved> handler, CancellationToken ct)
    {
        var saved = await handler.Handle(command, ct);
        return TypedResults.Created($"{Address}/{saved.Id}", saved);
    }

    private static async Task<Ok<ChannelSaved>> Change(Guid id, ChangeChannel command, ICommandHandler<ChangeChannel, ChannelSaved> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(command with { Id = id }, ct));

    private static async Task<Ok<ChannelSaved>> Patch(
        Guid id, MergePatch patch, UnseenFields unseen, SalesOrdersDbContext db, ICommandHandler<ChangeChannel, ChannelSaved> handler, CancellationToken ct)
    {
        var key = new ChannelId(id);
        var channel = await db.Channels.AsNoTracking().SingleOrDefaultAsync(c => c.Id == key, ct) ?? throw new ResourceNotFound("channel", id.ToString());
        var command = unseen.Patched(Resource, patch, ChangeChannel.Of(channel));
        return TypedResults.Ok(await handler.Handle(command with { Id = id }, ct));
    }
}

/// <summary>A channel, in a list and alone.</summary>
/// <param name="Code">Orders and price lists name it by this.</param>
/// <param name="Kind">By which warehouses know it.</param>
/// <param name="IsActive">Takes new orders.</param>
/// <param name="PriceGroup">Of its customers who have no group of their own.</param>
/// <param name="NumberPattern">Of its orders; null: like all others.</param>
/// <param name="PaymentPolicy">Where an order does not say otherwise; null: as the company has it.</param>
/// <param name="Warehouses">That may serve it, the preferred one first; empty: every one that serves its kind.</param>
internal sealed record ChannelView(
    Guid Id, string Code, ChannelKind Kind, Phrase Names, bool IsActive, string? PriceGroup, string? NumberPattern, PaymentPolicy? PaymentPolicy,
    IReadOnlyList<string> Warehouses, int Version)
{
    public static readonly Expression<Func<Channel, ChannelView>> FromChannel = c => new ChannelView(
        c.Id.Value, c.Code, c.Kind, new Phrase(c.Name, c.NameChinese), c.IsActive, c.PriceGroup, c.NumberPattern, c.PaymentPolicy, c.Warehouses, c.Version);
}
