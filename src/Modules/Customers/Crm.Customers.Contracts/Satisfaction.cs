using Crm.BuildingBlocks;

namespace Crm.Customers.Contracts;

/// <summary>A review may be seen by everybody. Told again when it is published again after it was taken back.</summary>
/// <param name="ReviewId">Never changes.</param>
/// <param name="CustomerId">Who wrote it.</param>
/// <param name="ProductId">Of a product; null: of the order, or of the company.</param>
/// <param name="OrderId">Of an order.</param>
/// <param name="Rating">From 1 to 5.</param>
/// <param name="IsVerified">The goods had reached the customer.</param>
/// <param name="SubmittedAt">When it was written.</param>
/// <param name="PublishedAt">When it was published.</param>
[EventName("customers.review-published.v1")]
public sealed record ReviewPublishedV1(
    Guid ReviewId, Guid CustomerId, Guid? ProductId, Guid? OrderId, int Rating, bool IsVerified, DateTimeOffset SubmittedAt, DateTimeOffset PublishedAt) : IIntegrationEvent;

/// <summary>An evaluation gave a customer another grade.</summary>
/// <param name="CustomerId">Who was evaluated.</param>
/// <param name="Grade">As the score card calls it.</param>
/// <param name="GradeBefore">Null for none.</param>
/// <param name="ValidUntil">The last business day on which it holds.</param>
[EventName("customers.grade-changed.v1")]
public sealed record GradeChangedV1(Guid CustomerId, string Grade, string? GradeBefore, DateOnly ValidUntil) : IIntegrationEvent;

/// <summary>A customer said how satisfied it was, when asked or when a case was over.</summary>
/// <param name="CustomerId">Who said so.</param>
/// <param name="Source"><c>csat</c>, <c>nps</c> or <c>case</c>.</param>
/// <param name="SourceId">The answer, or the case.</param>
/// <param name="Value">As it was said: 1 to 5, or 0 to 10 for <c>nps</c>.</param>
/// <param name="Score">The same from 0 to 100.</param>
/// <param name="At">When it was said.</param>
[EventName("customers.satisfaction-recorded.v1")]
public sealed record SatisfactionRecordedV1(Guid CustomerId, string Source, Guid SourceId, int Value, decimal Score, DateTimeOffset At) : IIntegrationEvent;
