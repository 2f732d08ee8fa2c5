using Crm.BuildingBlocks;

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

    /// <summary>Business date on which it was won or lost.</summary>
    public DateOnly? ClosedOn { get; init; }

    /// <summary>Code of the reason for which it was won or lost.</summary>
    public string? Reason { get; init; }

    /// <summary>How it stood when the day was over, as far as it says so itself; null: it was over by then, and is open again.</summary>
    /// <param name="now">The opportunity as it is.</param>
    /// <param name="day">Business date.</param>
    /// <param name="until">When the day was over.</param>
    /// <param name="then">The stage it was in at that moment; null: in none, because it was won or lost.</param>
    public static OpportunitySnapshot? Of(OpportunityNow now, DateOnly day, DateTimeOffset until, PipelineStay? then)
    {
        if (then is null) return now.State != OpportunityState.Open && now.ClosedAt < until ? now.On(day, now.State, now.Category, now.Weighted) : null;
        // What was said of a later stage, and what came of it, was not known yet.
        var isThere = then.PipelineId == now.PipelineId && then.Stage == now.Stage;
        var there = isThere ? now : now with
        {
            PipelineId = then.PipelineId,
            Stage = then.Stage,
            ModelProbability = then.Model?.Probability ?? now.ModelProbability,
            ModelCategory = then.Model?.Category ?? now.ModelCategory,
            ManualProbability = null,
            ManualCategory = null,
        };
        var weighted = Currencies.Round(there.Amount * (there.ManualProbability ?? there.ModelProbability), there.Currency);
        return (there with { ClosedOn = null, Reason = null }).On(day, OpportunityState.Open, there.ManualCategory ?? there.ModelCategory, weighted);
    }
}

/// <summary>What a snapshot takes from an opportunity.</summary>
internal sealed record OpportunityNow(
    OpportunityId Id,
    PipelineId PipelineId,
    string Stage,
    OpportunityState State,
    ForecastCategory Category,
    ForecastCategory ModelCategory,
    ForecastCategory? ManualCategory,
    string Currency,
    decimal Amount,
    decimal Weighted,
    decimal ModelProbability,
    decimal? ManualProbability,
    DateOnly ExpectedClose,
    Guid? OwnerId,
    DateOnly? ClosedOn,
    DateTimeOffset? ClosedAt,
    string? Reason)
{
    public OpportunitySnapshot On(DateOnly day, OpportunityState state, ForecastCategory category, decimal weighted) => new()
    {
        OpportunityId = Id,
        Day = day,
        PipelineId = PipelineId,
        Stage = Stage,
        State = state,
        Category = category,
        Currency = Currency,
        Amount = Amount,
        Weighted = weighted,
        ModelProbability = ModelProbability,
        ManualProbability = ManualProbability,
        ExpectedClose = ExpectedClose,
        OwnerId = OwnerId,
        ClosedOn = ClosedOn,
        Reason = Reason,
    };
}

/// <param name="PipelineId">Where it was.</param>
/// <param name="Stage">Code.</param>
/// <param name="Model">As the pipeline has it; null where the stage was taken away since.</param>
internal sealed record PipelineStay(PipelineId PipelineId, string Stage, PipelineStage? Model);

/// <summary>A business day of which everything is written down.</summary>
internal sealed class SnapshotDay
{
    public DateOnly Day { get; init; }

    public DateTimeOffset WrittenAt { get; init; }
}
