using Crm.BuildingBlocks;

namespace Crm.Customers.Domain.Cases;

internal readonly record struct ServiceCaseId(Guid Value) : ITypedId;

/// <summary>What may be said of a case at once.</summary>
internal sealed record CaseFacts(
    CaseKind Kind, CasePriority Priority, CaseChannel Channel, string Subject, string? Description, Guid? ContactId, Guid? OrderId, Guid? ProductId);

/// <summary>What is promised to a customer, and when people work.</summary>
/// <param name="ResponseMinutes">Working minutes to the first answer; null promises nothing.</param>
/// <param name="SolutionMinutes">Working minutes to the solution; null promises nothing.</param>
/// <param name="Hours">In which both are counted.</param>
internal sealed record ServiceTerms(int? ResponseMinutes, int? SolutionMinutes, WorkingTime Hours);

/// <summary>What somebody wrote down, or told the customer.</summary>
internal sealed class CaseNote
{
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public required DateTimeOffset WrittenAt { get; init; }

    public required Guid WrittenById { get; init; }

    /// <summary>Null once the customer was erased.</summary>
    [Personal]
    public required string? Text { get; set; }

    /// <summary>An answer, not a note among colleagues.</summary>
    public required bool IsToCustomer { get; init; }

    /// <summary>Code of the template it was made from.</summary>
    public string? Template { get; init; }
}

/// <summary>A step that a case has taken.</summary>
internal sealed class CaseStepTaken
{
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public required DateTimeOffset TakenAt { get; init; }

    public required Guid TakenById { get; init; }

    public required CaseStep Step { get; init; }

    public required CaseStatus From { get; init; }

    public required CaseStatus To { get; init; }

    /// <summary>Who it was assigned to then.</summary>
    public Guid? AssigneeId { get; init; }

    /// <summary>The queue it was put into then.</summary>
    public Guid? UnitId { get; init; }

    /// <summary>By when the solution was promised then.</summary>
    public DateTimeOffset? SolveBy { get; init; }

    [Personal]
    public string? Words { get; set; }
}

/// <summary>What had become of a case.</summary>
/// <param name="InTime">Whether the solution kept the promise; null where none was made.</param>
/// <param name="Reopenings">How often it had been opened again by then.</param>
internal sealed record CaseOutcome(DateTimeOffset ClosedAt, bool IsSolved, bool? InTime, int Reopenings);

internal sealed record CaseWasOpened : DomainEvent;

internal sealed record CaseWasChanged : DomainEvent;

internal sealed record CaseMoved : DomainEvent;

internal sealed record CaseWasClosed : DomainEvent;

internal sealed record CaseWasRated : DomainEvent;

internal sealed record CaseWasNoted : DomainEvent;

internal sealed record CaseWasEscalated : DomainEvent;

internal sealed record CaseWasAnonymised : DomainEvent;
