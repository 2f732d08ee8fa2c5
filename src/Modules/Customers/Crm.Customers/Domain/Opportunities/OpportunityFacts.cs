using Crm.BuildingBlocks;

namespace Crm.Customers.Domain.Opportunities;

/// <summary>What may be said of an opportunity at once.</summary>
/// <param name="Title">As its owner calls it.</param>
/// <param name="ContactId">Who is talked to.</param>
/// <param name="Source">Where it came from.</param>
/// <param name="Channel">By which channel it will be sold.</param>
/// <param name="Currency">ISO 4217, of every amount.</param>
/// <param name="TypedAmount">What it is thought to be worth, without tax; counts where not every line has a price.</param>
/// <param name="ExpectedClose">Business date.</param>
/// <param name="ManualProbability">A fraction from 0 to 1; null: that of the stage counts.</param>
/// <param name="ManualReason">Why not that of the stage.</param>
/// <param name="Category">Null: that of the stage.</param>
/// <param name="NextStep">What is to be done next.</param>
/// <param name="NextStepOn">Until when.</param>
/// <param name="WantedOn">When the customer wants to have it.</param>
/// <param name="Notes">Free text.</param>
/// <param name="Competitors">Who else offers.</param>
/// <param name="Lines">As far as it was said what is wanted.</param>
internal sealed record OpportunityFacts(
    string Title,
    Guid? ContactId,
    string? Source,
    string? Channel,
    string Currency,
    decimal? TypedAmount,
    DateOnly ExpectedClose,
    decimal? ManualProbability,
    string? ManualReason,
    ForecastCategory? Category,
    string? NextStep,
    DateOnly? NextStepOn,
    DateOnly? WantedOn,
    string? Notes,
    IReadOnlyList<string> Competitors,
    IReadOnlyList<OpportunityLine> Lines);

/// <summary>How an opportunity ended.</summary>
/// <param name="On">Business date.</param>
/// <param name="Reason">Code of a reason of the outcome.</param>
/// <param name="Note">In words.</param>
/// <param name="Competitor">Who got it instead.</param>
internal sealed record Outcome(DateOnly On, string Reason, string? Note, string? Competitor);

internal sealed record OpportunityWasOpened : DomainEvent;

internal sealed record OpportunityWasChanged : DomainEvent;

internal sealed record OpportunityWasMoved(string From, string To) : DomainEvent;

internal sealed record OpportunityWasWon : DomainEvent;

internal sealed record OpportunityWasLost : DomainEvent;

internal sealed record OpportunityWasReopened : DomainEvent;

internal sealed record OpportunityWasDeleted : DomainEvent;

internal sealed record OpportunityWasRestored : DomainEvent;

internal sealed record OpportunityWasForgotten : DomainEvent;
