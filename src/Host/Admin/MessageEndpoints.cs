using System.Globalization;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Json;
using Crm.BuildingBlocks.Hosting.Messaging;
using Crm.BuildingBlocks.Hosting.Modules;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Crm.Host.Admin;

/// <summary>Events on their way between modules: what waits, what got stuck, and what may be done about it. Bodies are never shown.</summary>
internal static class MessageEndpoints
{
    private const string Pending = "pending";
    private const int MostPerPage = 500;
    private static readonly Phrase BadLimit = new("Between 1 and {0}.", "应在 1 到 {0} 之间。");
    private static readonly Phrase BadState = new("One of these is expected here: {0}.", "此处应为以下值之一：{0}。");
    private static readonly Phrase BadCursor = new("Use the nextCursor of the page before.", "请使用上一页返回的 nextCursor。");

    public static void Map(IEndpointRouteBuilder admin)
    {
        var messages = admin.MapGroup("/messages").WithTags("Messages");
        messages.MapGet("/", List).Requires(OperatorPermissions.ReadMessages);
        messages.MapGet("/counts", Counts).Requires(OperatorPermissions.ReadMessages);
        messages.MapPost("/{module}/{position:long}/replay", Replay).Requires(OperatorPermissions.RepairMessages);
        messages.MapPost("/{module}/{position:long}/discard", Discard).Requires(OperatorPermissions.RepairMessages);
        messages.MapPost("/{module}/replay-parked", ReplayParked).Requires(OperatorPermissions.RepairMessages);
    }

    /// <param name="module">Whose inbox; all when left out, one after the other.</param>
    /// <param name="state">Only messages in this state; pending are those to do and those that wait for another attempt.</param>
    private static async Task<Ok<MessagePage>> List(
        MessageReading reading, ModuleCatalog catalog, CancellationToken ct,
        string? module = null, string? state = null, string? consumer = null, string? stream = null, int limit = 50, string? cursor = null)
    {
        if (limit is < 1 or > MostPerPage) throw new InvalidInput("limit", BadLimit, MostPerPage);
        if (module is not null && catalog.Find(module) is null) throw new ResourceNotFound("module", module);
        var filter = Filter(state) with { Consumer = consumer, Stream = stream };
        var (from, before) = Start(cursor, catalog);
        var found = new List<MessageView>();
        foreach (var inbox in catalog.Descriptions.Select(d => d.Name).Where(n => (module is null || n == module) && string.CompareOrdinal(n, from) >= 0))
        {
            var rows = await reading.List(inbox, filter, inbox == from ? before : null, limit + 1 - found.Count, ct);
            found.AddRange(rows.Select(row => MessageView.Of(inbox, row)));
            if (found.Count > limit) break;
        }

        var page = found.Take(limit).ToList();
        return TypedResults.Ok(new MessagePage(page, found.Count > limit ? $"{page[^1].Module}:{page[^1].Position}" : null));
    }

    private static async Task<Ok<MessageCountList>> Counts(MessageCounting counting, TimeProvider time, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var counts = await counting.Count(ct);
        return TypedResults.Ok(new MessageCountList(
            [.. counts.Select(c => new MessageCountView(c.Module, c.Consumer, c.ToDo, c.Parked, (int)c.OldestAge(now).TotalSeconds))]));
    }

    private static async Task<NoContent> Replay(string module, long position, MessageRepairs repairs, CancellationToken ct)
    {
        await repairs.Replay(module, position, ct);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> Discard(string module, long position, DiscardMessage body, MessageRepairs repairs, CancellationToken ct)
    {
        await repairs.Discard(module, position, body.Reason, ct);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<ReplayedMessages>> ReplayParked(string module, MessageRepairs repairs, CancellationToken ct, string? consumer = null) =>
        TypedResults.Ok(new ReplayedMessages(await repairs.ReplayParked(module, consumer, ct)));

    private static MessageFilter Filter(string? state)
    {
        if (state is null) return new MessageFilter();
        if (state == Pending) return new MessageFilter(IsPending: true);
        return Enums.Parse(typeof(MessageState), state) is MessageState known
            ? new MessageFilter(known)
            : throw new InvalidInput("state", BadState, string.Join(", ", Enums.Names(typeof(MessageState)).Prepend(Pending)));
    }

    private static (string? Module, long? Before) Start(string? cursor, ModuleCatalog catalog)
    {
        if (cursor is null) return (null, null);
        return cursor.Split(':') is [var module, var position] && catalog.Find(module) is not null
            && long.TryParse(position, NumberStyles.None, CultureInfo.InvariantCulture, out var before)
            ? (module, before)
            : throw new InvalidInput("cursor", BadCursor);
    }
}

/// <param name="Items">By module, newest first.</param>
/// <param name="NextCursor">Absent on the last page.</param>
internal sealed record MessagePage(IReadOnlyList<MessageView> Items, string? NextCursor);

/// <param name="Module">Whose inbox it lies in; with the position its address.</param>
/// <param name="Position">Number within the inbox.</param>
/// <param name="Consumer">Who is to handle it.</param>
/// <param name="Stream">Of which record it tells.</param>
/// <param name="StreamPosition">The record's version after what happened.</param>
/// <param name="Attempts">Failures since it came or was replayed.</param>
internal sealed record MessageView(
    string Module, long Position, Guid MessageId, MessageState State, string Consumer, string EventName, string Stream, int StreamPosition,
    DateTimeOffset OccurredAt, DateTimeOffset ReceivedAt, int Attempts, DateTimeOffset NextAttemptAt, string? LastError, DateTimeOffset? HandledAt,
    DateTimeOffset? ParkedAt, string? DiscardReason)
{
    public static MessageView Of(string module, MessageRow row) => new(
        module, row.Position, row.MessageId, row.State, row.Consumer, row.EventName, row.Stream, row.StreamPosition, row.OccurredAt, row.ReceivedAt,
        row.Attempts, row.NextAttemptAt, row.LastError, row.HandledAt, row.ParkedAt, row.DiscardReason);
}

/// <param name="Items">One entry per outbox and consumer that has anything to do.</param>
internal sealed record MessageCountList(IReadOnlyList<MessageCountView> Items);

/// <param name="Consumer">Absent for the module's outbox.</param>
/// <param name="ToDo">Neither finished nor parked.</param>
/// <param name="OldestAgeSeconds">Age of the oldest to-do, in whole seconds.</param>
internal sealed record MessageCountView(string Module, string? Consumer, int ToDo, int Parked, int OldestAgeSeconds);

/// <param name="Reason">Why its effect may never happen; kept with the message.</param>
internal sealed record DiscardMessage(string Reason);

/// <param name="Count">Messages that are tried again.</param>
internal sealed record ReplayedMessages(int Count);
