namespace Crm.Customers.Domain.Cases;

// What was promised, in working time. While the customer is waited for, the clock of the solution stands still.
internal sealed partial class ServiceCase
{
    /// <summary>By when the first answer was promised; null where nothing was.</summary>
    public DateTimeOffset? RespondBy { get; private set; }

    public DateTimeOffset? RespondedAt { get; private set; }

    /// <summary>By when the solution was promised; while the customer is waited for, by when it was before.</summary>
    public DateTimeOffset? SolveBy { get; private set; }

    /// <summary>Working seconds that were left when the wait for the customer began.</summary>
    public int? RemainingSeconds { get; private set; }

    /// <summary>The highest level that it was escalated to since it was opened, or opened again.</summary>
    public int EscalationLevel { get; private set; }

    /// <summary>Whether the first answer came in time; null where none was promised, or none is due yet.</summary>
    public bool? IsResponseInTime(DateTimeOffset now) => InTime(RespondBy, RespondedAt, now);

    /// <summary>Whether it was solved in time; null where nothing was promised, or nothing is due yet.</summary>
    public bool? IsSolutionInTime(DateTimeOffset now) => Status == CaseStatus.WaitingForCustomer ? null : InTime(SolveBy, SolvedAt ?? ClosedAt, now);

    /// <summary>What had become of it at a time; null where it was open then. Nothing that came later counts.</summary>
    public CaseOutcome? OutcomeAt(DateTimeOffset at)
    {
        var steps = InOrder(_steps.Where(s => s.TakenAt <= at));
        if (steps.LastOrDefault() is not { To: CaseStatus.Closed } close) return null;
        var solved = close.From == CaseStatus.Solved ? steps.FindLast(s => s.Step == CaseStep.Solve) : null;
        return new CaseOutcome(close.TakenAt, solved is not null, InTime(close.SolveBy, solved?.TakenAt ?? close.TakenAt, at), steps.Count(s => s.Step == CaseStep.Reopen));
    }

    /// <summary>The promise of a level of escalation is broken by now.</summary>
    public bool IsDueFor(CaseDeadline deadline, int minutesAfter, DateTimeOffset now) => IsOpen && deadline switch
    {
        CaseDeadline.Response => RespondedAt is null && RespondBy?.AddMinutes(minutesAfter) <= now,
        _ => Status != CaseStatus.WaitingForCustomer && SolveBy?.AddMinutes(minutesAfter) <= now,
    };

    /// <summary>False when it was escalated so far before.</summary>
    public bool Escalate(int level)
    {
        if (EscalationLevel >= level) return false;
        EscalationLevel = level;
        Raise(new CaseWasEscalated());
        return true;
    }

    private static bool? InTime(DateTimeOffset? by, DateTimeOffset? at, DateTimeOffset now) =>
        by is null ? null : at is { } done ? done <= by : now > by ? false : null;

    private void Promise(ServiceTerms terms, DateTimeOffset from)
    {
        if (RespondedAt is null) RespondBy = After(terms, terms.ResponseMinutes, from);
        (SolveBy, RemainingSeconds) = (After(terms, terms.SolutionMinutes, from), null);
    }

    /// <summary>What would be promised had it been so since it was opened, or opened again: put off by every wait for the customer since.</summary>
    private void PromiseAnew(ServiceTerms terms)
    {
        var steps = InOrder(_steps);
        var reopened = steps.FindLastIndex(s => s.Step == CaseStep.Reopen);
        Promise(terms, reopened < 0 ? OpenedAt : steps[reopened].TakenAt);
        foreach (var step in steps.Skip(reopened + 1))
        {
            if (step.Step == CaseStep.Wait) Pause(terms.Hours, step.TakenAt);
            else if (step.From == CaseStatus.WaitingForCustomer && step.To != CaseStatus.WaitingForCustomer) GoOn(terms.Hours, step.TakenAt);
        }
    }

    private static List<CaseStepTaken> InOrder(IEnumerable<CaseStepTaken> steps) => [.. steps.OrderBy(s => s.TakenAt).ThenBy(s => s.Id)];

    private static DateTimeOffset? After(ServiceTerms terms, int? minutes, DateTimeOffset from) =>
        minutes is { } promised ? terms.Hours.After(from, TimeSpan.FromMinutes(promised)) : null;

    private void Pause(WorkingTime hours, DateTimeOffset now) =>
        RemainingSeconds = SolveBy is { } by && by > now ? (int)hours.Between(now, by).TotalSeconds : null;

    // What was late before the wait began stays late.
    private void GoOn(WorkingTime hours, DateTimeOffset now)
    {
        if (RemainingSeconds is { } left) SolveBy = hours.After(now, TimeSpan.FromSeconds(left));
        RemainingSeconds = null;
    }
}
