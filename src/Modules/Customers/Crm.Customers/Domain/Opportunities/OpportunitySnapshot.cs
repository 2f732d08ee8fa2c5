namespace Crm.Customers.Domain.Opportunities;

/// <summary>An opportunity as it stood at the end of one business day of the company. Never changes.</summary>
internal sealed class OpportunitySnapshot
{
    public OpportunityId OpportunityId { get; init; }

    public DateOnly Day { get; init; }

    public PipelineId PipelineId { get; init; }

    public string Stage { get; init; } = "";

    public OpportunityState State { get; init; }

    public ForecastCategory Category { get; init; }

    public string Currency { get; init; } = "";

    public decimal Amount { get; init; }

    public decimal Weighted { get; init; }

    public decimal ModelProbability { get; init; }

    public decimal? ManualProbability { get; init; }

    public DateOnly ExpectedClose { get; init; }

    /// <summary>Who had it then.</summary>
    public Guid? OwnerId { get; init; }
}

/// <summary>A business day of which everything is written down.</summary>
internal sealed class SnapshotDay
{
    public DateOnly Day { get; init; }

    public DateTimeOffset WrittenAt { get; init; }
}
