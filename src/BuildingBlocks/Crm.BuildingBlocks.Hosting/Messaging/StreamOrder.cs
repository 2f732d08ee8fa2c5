namespace Crm.BuildingBlocks.Hosting.Messaging;

internal static class StreamOrder
{
    /// <summary>
    /// Oldest first, and strictly by stream position within each stream. Row numbers alone would not do: a database may number the
    /// rows of one insert in any order.
    /// </summary>
    public static List<OutboxMessage> InStreamOrder(this IReadOnlyCollection<OutboxMessage> rows) =>
        Arrange(rows, m => m.Stream, m => m.StreamPosition, m => m.Position);

    /// <inheritdoc cref="InStreamOrder(IReadOnlyCollection{OutboxMessage})"/>
    public static List<InboxMessage> InStreamOrder(this IReadOnlyCollection<InboxMessage> rows) =>
        Arrange(rows, m => m.Stream, m => m.StreamPosition, m => m.Position);

    private static List<T> Arrange<T>(IReadOnlyCollection<T> rows, Func<T, string> stream, Func<T, int> streamPosition, Func<T, long> position)
    {
        var streams = rows.GroupBy(stream).ToDictionary(g => g.Key, g => new Queue<T>(g.OrderBy(streamPosition).ThenBy(position)));
        return [.. rows.OrderBy(position).Select(row => streams[stream(row)].Dequeue())];
    }
}
