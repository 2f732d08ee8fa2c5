namespace Crm.Planning.Persistence;

/// <summary>An event behind the figures, kept for good: figures can be rebuilt from these rows alone. Rows are added and never changed.</summary>
internal sealed class KeptEvent
{
    /// <summary>In the order of arrival; batches are kept one after the other, so no row appears behind one that was already read.</summary>
    public long Position { get; init; }

    public required string Stream { get; init; }

    /// <summary>Unique within the stream.</summary>
    public required int StreamPosition { get; init; }

    public required string EventName { get; init; }

    /// <summary>As published; personal values in it are encrypted under the key of their person.</summary>
    public required string Body { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }
}
