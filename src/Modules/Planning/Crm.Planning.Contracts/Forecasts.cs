using Crm.BuildingBlocks;

namespace Crm.Planning.Contracts;

/// <summary>Somebody said what a period will bring. Never changes: what a manager adds is told apart.</summary>
/// <param name="SubmissionId">Never changes.</param>
/// <param name="Period">First day of the month.</param>
/// <param name="PersonId">Who said it.</param>
/// <param name="UnitId">Whose unit it counts for.</param>
/// <param name="Currency">ISO 4217, of every amount.</param>
/// <param name="Pipeline">All that is open.</param>
/// <param name="BestCase">What comes if all goes well.</param>
/// <param name="Commit">What is promised.</param>
/// <param name="Closed">What is won already.</param>
/// <param name="SubmittedAt">When.</param>
[EventName("planning.forecast-submitted.v1")]
public sealed record ForecastSubmittedV1(
    Guid SubmissionId,
    DateOnly Period,
    Guid PersonId,
    Guid? UnitId,
    string Currency,
    decimal Pipeline,
    decimal BestCase,
    decimal Commit,
    decimal Closed,
    DateTimeOffset SubmittedAt) : IIntegrationEvent;

/// <summary>A manager added to a forecast, or took from it.</summary>
/// <param name="AdjustmentId">Never changes.</param>
/// <param name="SubmissionId">What it is about; that stays as it was.</param>
/// <param name="ById">The manager.</param>
/// <param name="Category"><c>pipeline</c>, <c>bestCase</c>, <c>commit</c> or <c>closed</c>.</param>
/// <param name="Amount">Signed, in the currency of the submission.</param>
/// <param name="At">When.</param>
[EventName("planning.forecast-adjusted.v1")]
public sealed record ForecastAdjustedV1(Guid AdjustmentId, Guid SubmissionId, Guid ById, string Category, decimal Amount, DateTimeOffset At) : IIntegrationEvent;
