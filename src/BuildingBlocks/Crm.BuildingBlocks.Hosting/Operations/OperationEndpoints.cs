using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Requests;
using Crm.BuildingBlocks.Hosting.Modules;
using Crm.BuildingBlocks.Hosting.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace Crm.BuildingBlocks.Hosting.Operations;

/// <summary>The long work of all modules at one address. An operation is seen by whoever started it and by those who may see all.</summary>
public static class OperationEndpoints
{
    /// <summary>Watching an operation asks this often how far it is.</summary>
    private static readonly TimeSpan Watch = TimeSpan.FromSeconds(1);

    /// <summary>Proxies cut a connection on which nothing happens; a repeated state keeps it.</summary>
    private const int QuietTicks = 15;

    private const int MostProblems = 500;
    private static readonly Phrase BadCursor = new("Use the nextCursor of the page before.", "请使用上一页返回的 nextCursor。");
    private static readonly Phrase BadLimit = new("Between 1 and {0}.", "应在 1 到 {0} 之间。");

    /// <param name="routes">Grouped under <c>/api/v1</c>.</param>
    /// <returns>The group, so that the host can say who may call it: everybody who is known.</returns>
    public static RouteGroupBuilder MapOperations(this IEndpointRouteBuilder routes)
    {
        var operations = routes.MapGroup("/operations").WithTags("Operations");
        operations.MapGet("/{id}", Get);
        operations.MapGet("/{id}/events", Events).Produces<OperationView>(StatusCodes.Status200OK, "text/event-stream");
        operations.MapGet("/{id}/problems", Problems);
        operations.MapGet("/{id}/problems.csv", ErrorFile).Produces<string>(StatusCodes.Status200OK, "text/csv");
        operations.MapDelete("/{id}", Cancel).WithoutIfMatch();
        return operations;
    }

    private static async Task<Ok<OperationView>> Get(string id, OperationReader reader, CancellationToken ct) =>
        TypedResults.Ok(await reader.View(id, ct));

    private static async Task<ServerSentEventsResult<OperationView>> Events(
        string id, OperationReader reader, TimeProvider time, IHostApplicationLifetime host, CancellationToken ct)
    {
        var first = await reader.View(id, ct);
        return TypedResults.ServerSentEvents(Follow(id, first, reader, time, host.ApplicationStopping, ct));
    }

    // A host that stops ends the stream, or it would wait for whoever watches; they go on at the next host.
    private static async IAsyncEnumerable<SseItem<OperationView>> Follow(
        string id, OperationView view, OperationReader reader, TimeProvider time, CancellationToken stopping, [EnumeratorCancellation] CancellationToken ct)
    {
        using var tick = new PeriodicTimer(Watch, time);
        await using var end = stopping.Register(tick.Dispose);
        yield return Item(view);
        for (var quiet = 1; view.FinishedAt is null && await tick.WaitForNextTickAsync(ct); quiet++)
        {
            var next = await reader.View(id, ct);
            var isNews = (next.State, next.Done, next.Total, next.ProblemCount, next.IsCancelRequested)
                != (view.State, view.Done, view.Total, view.ProblemCount, view.IsCancelRequested);
            if (!isNews && quiet < QuietTicks) continue;
            (view, quiet) = (next, 0);
            yield return Item(view);
        }
    }

    private static SseItem<OperationView> Item(OperationView view) => new(view, view.FinishedAt is null ? "progress" : "finished");

    private static async Task<Ok<ProblemPage>> Problems(string id, OperationReader reader, CancellationToken ct, int limit = 50, string? cursor = null)
    {
        if (limit is < 1 or > MostProblems) throw new InvalidInput("limit", BadLimit, MostProblems);
        long after = 0;
        if (cursor is not null && !long.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out after)) throw new InvalidInput("cursor", BadCursor);
        return TypedResults.Ok(await reader.ProblemsAfter(id, after, limit, ct));
    }

    private static async Task<PushStreamHttpResult> ErrorFile(
        string id, OperationReader reader, CallerContext caller, IServiceProvider services, CancellationToken ct, string? format = null) =>
        ProblemFile.Of(await reader.AllProblems(id, ct), "problems", format, services, caller.Language, ct);

    private static async Task<Accepted<OperationView>> Cancel(string id, OperationReader reader, CancellationToken ct)
    {
        await reader.Cancel(id, ct);
        var view = await reader.View(id, ct);
        return TypedResults.Accepted(view.Links.Self, view);
    }
}

/// <param name="Items">In the order they came up.</param>
/// <param name="NextCursor">Absent on the last page.</param>
public sealed record ProblemPage(IReadOnlyList<ProblemView> Items, string? NextCursor);
