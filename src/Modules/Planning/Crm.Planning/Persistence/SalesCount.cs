namespace Crm.Planning.Persistence;

/// <summary>Where counting stands. Its one row is locked by whoever counts, so that batches and rebuilds happen one after the other.</summary>
internal sealed class SalesCount
{
    public const string OfOrders = "orders";

    public required string Name { get; init; }

    /// <summary>The set of figures that is read.</summary>
    public int LiveGeneration { get; set; }

    /// <summary>The newest set of figures that was begun.</summary>
    public int NewestGeneration { get; set; }

    /// <summary>How many events are kept.</summary>
    public long Events { get; set; }

    /// <summary>When the cause of the newest counted event was committed: figures are true up to there.</summary>
    public DateTimeOffset? CountedThrough { get; set; }

    public DateTimeOffset? RebuiltAt { get; set; }
}
