namespace Crm.BuildingBlocks.Hosting.Quality;

public readonly record struct QualityFindingId(Guid Value) : ITypedId;

public enum QualityFindingState
{
    [Label("Open", "待处理")]
    Open,

    /// <summary>Somebody said that it is right as it is.</summary>
    [Label("Dismissed", "已忽略")]
    Dismissed,
}

/// <summary>
/// What a check sees in a record, for as long as it sees it: one for each record and check. What a machine sees is not recorded as having
/// happened, since it can be seen again at any time; what people decide about it is.
/// </summary>
public sealed class QualityFinding : AggregateRoot
{
    private QualityFinding()
    {
    }

    public QualityFinding(Guid subjectId, QualityObservation seen, QualitySeverity severity, DateTimeOffset now)
    {
        (Id, SubjectId, Check, FoundAt) = (new QualityFindingId(Guid.CreateVersion7()), subjectId, seen.Check, now);
        Take(seen, severity);
    }

    public QualityFindingId Id { get; private set; }

    public override Guid Key => Id.Value;

    /// <summary>The record.</summary>
    public Guid SubjectId { get; private set; }

    /// <summary>Code of the check.</summary>
    public string Check { get; private set; } = "";

    public QualitySeverity Severity { get; private set; }

    /// <summary>The data of the record that it rests on.</summary>
    public string Basis { get; private set; } = "";

    /// <summary>The other record of a pair.</summary>
    public Guid? OtherId { get; private set; }

    /// <summary>What was seen.</summary>
    public IReadOnlyList<string> Values { get; private set; } = [];

    /// <summary>Kind of what would mend it; null where nothing is known.</summary>
    public string? ProposalKind { get; private set; }

    public IReadOnlyList<string> ProposalValues { get; private set; } = [];

    /// <summary>Since when it has been open.</summary>
    public DateTimeOffset FoundAt { get; private set; }

    public QualityFindingState State { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    public Guid? DecidedBy { get; private set; }

    [PersonalInCopies]
    public string? Reason { get; private set; }

    /// <summary>
    /// It is seen again. One that was dismissed comes back only where the data it rests on are others. Whoever decides by a version decides on
    /// what they have read: it rises where that is another matter now.
    /// </summary>
    public void See(QualityObservation seen, QualitySeverity severity, DateTimeOffset now)
    {
        var isAnother = (Basis, OtherId, ProposalKind, ProposalValues.FirstOrDefault()) != (seen.Basis, seen.OtherId, seen.Proposal?.Kind, seen.Proposal?.Values.FirstOrDefault());
        if (State == QualityFindingState.Dismissed && seen.Basis != Basis)
        {
            Open();
            FoundAt = now;
        }
        else if (isAnother) Raise(new QualityFindingWasSeenAnew());

        Take(seen, severity);
    }

    public void Dismiss(string reason, Guid by, DateTimeOffset now)
    {
        if (State == QualityFindingState.Dismissed) throw QualityProblems.FindingDismissed.Broken();
        (State, DecidedAt, DecidedBy, Reason) = (QualityFindingState.Dismissed, now, by, reason);
        Raise(new QualityFindingWasDismissed());
    }

    public void Reopen()
    {
        if (State == QualityFindingState.Open) throw QualityProblems.FindingOpen.Broken();
        Open();
    }

    /// <summary>Its proposal is carried out; what becomes of it is seen when its record is looked at again.</summary>
    /// <exception cref="RuleBroken">It was dismissed, or nothing is proposed.</exception>
    public QualityProposal Accept(Guid by, DateTimeOffset now)
    {
        if (State == QualityFindingState.Dismissed) throw QualityProblems.FindingDismissed.Broken();
        if (ProposalKind is null) throw QualityProblems.NothingProposed.Broken();
        (DecidedAt, DecidedBy) = (now, by);
        Raise(new QualityProposalWasAccepted());
        return new QualityProposal(ProposalKind, ProposalValues);
    }

    private void Open()
    {
        (State, DecidedAt, DecidedBy, Reason) = (QualityFindingState.Open, null, null, null);
        Raise(new QualityFindingWasReopened());
    }

    private void Take(QualityObservation seen, QualitySeverity severity)
    {
        (Severity, Basis, OtherId, Values) = (severity, seen.Basis, seen.OtherId, seen.Values);
        (ProposalKind, ProposalValues) = (seen.Proposal?.Kind, seen.Proposal?.Values ?? []);
    }
}

public sealed record QualityFindingWasDismissed : DomainEvent;

public sealed record QualityFindingWasReopened : DomainEvent;

/// <summary>What it rests on, or what would mend it, is another one.</summary>
public sealed record QualityFindingWasSeenAnew : DomainEvent;

public sealed record QualityProposalWasAccepted : DomainEvent;

/// <summary>The rules of what people decide about findings. The codes are public and never change.</summary>
public static class QualityProblems
{
    public static readonly Rule FindingDismissed = new(
        "quality.finding-dismissed", "The finding was dismissed already: reopen it first.", "该问题已被忽略：请先重新打开。");

    public static readonly Rule FindingOpen = new("quality.finding-open", "The finding is open: there is nothing to reopen.", "该问题处于待处理状态，无需重新打开。");

    public static readonly Rule NothingProposed = new(
        "quality.nothing-proposed", "Nothing is proposed for this finding: mend the record itself, or dismiss the finding.", "该问题没有建议：请直接修改记录，或忽略该问题。");

    public static readonly Rule DataChanged = new(
        "quality.data-changed", "The record has changed since this was found: look at it again.", "记录在发现此问题后已被修改：请重新检查。");
}
