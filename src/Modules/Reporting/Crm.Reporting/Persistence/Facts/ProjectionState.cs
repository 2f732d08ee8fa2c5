namespace Crm.Reporting.Persistence.Facts;

/// <summary>
/// Which generation of the facts is read, or is being built, and how far it is. Whoever projects locks its row first, so that batches of
/// several hosts follow one another.
/// </summary>
internal sealed class ProjectionState
{
    /// <summary>The generation that reports read.</summary>
    public const string Live = "live";

    /// <summary>The generation that a rebuild is filling; number 0 while there is none.</summary>
    public const string Building = "building";

    public required string Name { get; init; }

    public required int Generation { get; set; }

    /// <summary>The last kept event in the facts; 0 before the first.</summary>
    public long Position { get; set; }

    /// <summary>When the cause of the last kept event was committed.</summary>
    public DateTimeOffset? OccurredAt { get; set; }

    /// <summary>SHA-256 of the facts when the generation went live by a rebuild.</summary>
    public string? Hash { get; set; }

    /// <summary>When that was.</summary>
    public DateTimeOffset? BuiltAt { get; set; }
}

/// <summary>A row that exists once per generation of the facts.</summary>
internal interface IGenerated
{
    int Generation { get; }
}
