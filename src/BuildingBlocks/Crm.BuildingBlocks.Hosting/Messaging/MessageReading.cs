using System.Linq.Expressions;
using Crm.BuildingBlocks.Hosting.Modules;
using Microsoft.EntityFrameworkCore;

namespace Crm.BuildingBlocks.Hosting.Messaging;

public enum MessageState
{
    [Label("To do", "待处理")]
    ToDo,
    [Label("Waits for another attempt", "等待重试")]
    Retrying,
    [Label("Parked", "已搁置")]
    Parked,
    [Label("Handled", "已处理")]
    Handled,
    [Label("Discarded", "已丢弃")]
    Discarded,
}

/// <param name="State">Null: all.</param>
/// <param name="Consumer">Stored name.</param>
/// <param name="Stream">Such as <c>order/0192...</c>.</param>
/// <param name="IsPending">Only what is still going to be handled, now or after another attempt.</param>
public sealed record MessageFilter(MessageState? State = null, string? Consumer = null, string? Stream = null, bool IsPending = false);

/// <summary>A to-do without its body, which is nobody's business here.</summary>
public sealed record MessageRow(
    long Position, Guid MessageId, MessageState State, string Consumer, string EventName, string Stream, int StreamPosition, DateTimeOffset OccurredAt,
    DateTimeOffset ReceivedAt, int Attempts, DateTimeOffset NextAttemptAt, string? LastError, DateTimeOffset? HandledAt, DateTimeOffset? ParkedAt, string? DiscardReason);

/// <summary>What an administrator sees of a module's inbox.</summary>
public sealed class MessageReading(ModuleCatalog catalog, IServiceProvider scope)
{
    private static readonly Expression<Func<InboxMessage, MessageRow>> Row = m => new MessageRow(
        m.Position, m.MessageId,
        m.DiscardReason != null ? MessageState.Discarded
            : m.HandledAt != null ? MessageState.Handled
            : m.ParkedAt != null ? MessageState.Parked
            : m.Attempts > 0 ? MessageState.Retrying
            : MessageState.ToDo,
        m.Consumer, m.EventName, m.Stream, m.StreamPosition, m.OccurredAt, m.ReceivedAt, m.Attempts, m.NextAttemptAt, m.LastError, m.HandledAt, m.ParkedAt,
        m.DiscardReason);

    /// <summary>Newest first.</summary>
    /// <param name="module">Whose inbox.</param>
    /// <param name="filter">Which rows.</param>
    /// <param name="before">The last position of the page before; null for the first page.</param>
    /// <param name="count">Length of the page.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task<IReadOnlyList<MessageRow>> List(string module, MessageFilter filter, long? before, int count, CancellationToken ct)
    {
        var inbox = scope.ContextOf(catalog.Find(module) ?? throw new ResourceNotFound("module", module)).Inbox.AsNoTracking();
        if (filter.Consumer is { } consumer) inbox = inbox.Where(m => m.Consumer == consumer);
        if (filter.Stream is { } stream) inbox = inbox.Where(m => m.Stream == stream);
        if (before is { } position) inbox = inbox.Where(m => m.Position < position);
        if (filter.IsPending) inbox = inbox.Where(m => m.HandledAt == null && m.ParkedAt == null);
        inbox = filter.State switch
        {
            MessageState.ToDo => inbox.Where(m => m.HandledAt == null && m.ParkedAt == null && m.Attempts == 0),
            MessageState.Retrying => inbox.Where(m => m.HandledAt == null && m.ParkedAt == null && m.Attempts > 0),
            MessageState.Parked => inbox.Where(m => m.HandledAt == null && m.ParkedAt != null),
            MessageState.Handled => inbox.Where(m => m.HandledAt != null && m.DiscardReason == null),
            MessageState.Discarded => inbox.Where(m => m.DiscardReason != null),
            _ => inbox,
        };
        return await inbox.OrderByDescending(m => m.Position).Take(count).Select(Row).ToListAsync(ct);
    }
}
