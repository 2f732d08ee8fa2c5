using System.Globalization;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Lists;
using Crm.SalesOrders.Application;
using Crm.SalesOrders.Application.History;
using Crm.SalesOrders.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Crm.SalesOrders.Api;

/// <summary>What happened to an order, told in sentences.</summary>
internal static class OrderHistoryEndpoints
{
    private const int UsualLimit = 50;
    private const int MostAtOnce = 500;

    private static readonly Phrase LimitRange = new($"Give a number from 1 to {MostAtOnce}.", $"请填写 1 到 {MostAtOnce} 之间的数字。");
    private static readonly Phrase CursorBroken = new("This is no nextCursor of the history: begin without one.", "该游标无效：请从头开始。");

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/orders/{id:guid}/history", Get).WithTags("Orders")
        .WithSummary("What happened to the order and its documents, newest first: who, when, in words of both languages, how much, and where to read more")
        .Requires(SalesOrdersPermissions.ReadOrders);

    private static async Task<Ok<Page<HistoryEntry>>> Get(Guid id, int? limit, string? cursor, SalesOrdersDbContext db, OrderTimeLine timeLine, CancellationToken ct)
    {
        if (limit is < 1 or > MostAtOnce) throw new InvalidInput("limit", LimitRange);
        long? before = null;
        if (cursor is not null) before = long.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? place : throw new InvalidInput("cursor", CursorBroken);
        var order = (await OrderReads.Find(db, id, ct)).Order;
        var (entries, next) = await timeLine.Read(order, limit ?? UsualLimit, before, ct);
        return TypedResults.Ok(new Page<HistoryEntry>(entries, next?.ToString(CultureInfo.InvariantCulture)));
    }
}
