using Crm.BuildingBlocks;

namespace Crm.Planning.Domain.Forecasts;

/// <summary>What a forecast counts an opportunity as; each counts as one of them.</summary>
internal enum ForecastCategory
{
    [Label("Pipeline", "商机")]
    Pipeline,
    [Label("Best case", "最佳情况")]
    BestCase,
    [Label("Commit", "承诺")]
    Commit,
    [Label("Closed", "已成交")]
    Closed,
}

/// <summary>An opportunity of Customers as far as forecasts are concerned.</summary>
/// <param name="Category">What it counts as.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="Amount">What it is thought to be worth, without tax.</param>
/// <param name="Weighted">Amount x probability.</param>
/// <param name="ClosesOn">Business date on which it is expected to close, or was won.</param>
/// <param name="OwnerId">Who looks after it.</param>
/// <param name="UnitId">Whose unit it belongs to.</param>
/// <param name="Counts">Whether it is open or won, and there.</param>
internal sealed record OpportunityFacts(
    ForecastCategory Category, string Currency, decimal Amount, decimal Weighted, DateOnly ClosesOn, Guid? OwnerId, Guid? UnitId, bool Counts);

/// <summary>An opportunity, kept from the events of Customers. It holds nothing about the customer.</summary>
internal sealed class OpportunityCopy : IOwned
{
    private OpportunityCopy()
    {
    }

    public Guid OpportunityId { get; private set; }

    public ForecastCategory Category { get; private set; }

    public string Currency { get; private set; } = "";

    public decimal Amount { get; private set; }

    public decimal Weighted { get; private set; }

    public DateOnly ClosesOn { get; private set; }

    public Guid? OwnerId { get; private set; }

    public Guid? UnitId { get; private set; }

    public bool Counts { get; private set; }

    /// <summary>Version of the opportunity that this is from.</summary>
    public int SourceVersion { get; private set; }

    public static OpportunityCopy Of(Guid id) => new() { OpportunityId = id };

    /// <summary>Takes what is newer than what is known; events may come late or twice.</summary>
    /// <param name="facts">Made of what is known, which some events repeat only in part.</param>
    /// <param name="sourceVersion">Position of the event in the stream of the opportunity.</param>
    public void Take(Func<OpportunityCopy, OpportunityFacts> facts, int sourceVersion)
    {
        if (sourceVersion <= SourceVersion) return;
        (Category, Currency, Amount, Weighted, ClosesOn, OwnerId, UnitId, Counts) = facts(this);
        SourceVersion = sourceVersion;
    }
}
