namespace Crm.BuildingBlocks.Hosting.Pipeline;

/// <summary>The reply to a command that carried an Idempotency-Key, saved with the effect so that either both exist or neither does.</summary>
public sealed class StoredReply
{
    /// <summary>What a caller may send, and the number of an item behind it.</summary>
    public const int LongestKey = 210;

    public long Position { get; init; }

    public required Guid CallerId { get; init; }

    public required string Key { get; init; }

    public required string RequestHash { get; init; }

    /// <summary>JSON of the command's result.</summary>
    public required string Reply { get; init; }

    public required DateTimeOffset StoredAt { get; init; }

    internal static StoredReply Of(Guid caller, IdempotencyKey key, string reply, DateTimeOffset now) => new()
    {
        CallerId = caller,
        Key = key.Value,
        RequestHash = key.RequestHash,
        Reply = reply,
        StoredAt = now,
    };
}
