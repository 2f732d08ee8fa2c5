using Crm.BuildingBlocks;

namespace Crm.Customers.Domain.Duplicates;

internal readonly record struct DuplicateCandidateId(Guid Value) : ITypedId;

internal enum CandidateState
{
    [Label("Open", "待处理")]
    Open,
    [Label("Merged", "已合并")]
    Confirmed,
    [Label("Not the same", "非同一客户")]
    Rejected,
}

internal sealed record CandidateWasDecided : DomainEvent;

internal sealed record CandidateWasReopened : DomainEvent;

/// <summary>Two customers: each pair is written in one way only.</summary>
/// <param name="First">The one with the smaller id.</param>
/// <param name="Second">The other one.</param>
internal readonly record struct CustomerPair(CustomerId First, CustomerId Second)
{
    public static CustomerPair Of(CustomerId one, CustomerId other) => one.Value.CompareTo(other.Value) <= 0 ? new CustomerPair(one, other) : new CustomerPair(other, one);
}

/// <param name="Pair">That was compared.</param>
/// <param name="Score">Bits of weight.</param>
/// <param name="Band">What the score says.</param>
/// <param name="FirstData">Fingerprint of the first one's record.</param>
/// <param name="SecondData">Fingerprint of the second one's record.</param>
/// <param name="FirstUnitId">Whom to ask about the first one.</param>
/// <param name="SecondUnitId">Whom to ask about the second one.</param>
internal sealed record FoundPair(CustomerPair Pair, double Score, MatchBand Band, long FirstData, long SecondData, Guid? FirstUnitId, Guid? SecondUnitId);

/// <summary>Two customers that may be the same, until somebody decides.</summary>
internal sealed class DuplicateCandidate : AggregateRoot
{
    public const int LongestReason = 500;

    private DuplicateCandidate()
    {
    }

    public DuplicateCandidateId Id { get; private set; }

    public override Guid Key => Id.Value;

    public CustomerId FirstId { get; private set; }

    public CustomerId SecondId { get; private set; }

    /// <summary>Null for those who may not see the customer.</summary>
    public Customer? First { get; private set; }

    /// <summary>Null for those who may not see the customer.</summary>
    public Customer? Second { get; private set; }

    public Guid? FirstUnitId { get; private set; }

    public Guid? SecondUnitId { get; private set; }

    public decimal Score { get; private set; }

    public MatchBand Band { get; private set; }

    public CandidateState State { get; private set; }

    public DateTimeOffset FoundAt { get; private set; }

    /// <summary>When it was last found to be as alike.</summary>
    public DateTimeOffset SeenAt { get; private set; }

    public Guid? DecidedBy { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>Why they are not the same.</summary>
    [Personal]
    public string? Reason { get; private set; }

    /// <summary>What was known of both when it was decided: only when that changes it is asked again.</summary>
    public long FirstData { get; private set; }

    public long SecondData { get; private set; }

    public static DuplicateCandidate Of(FoundPair found, DateTimeOffset now)
    {
        var candidate = new DuplicateCandidate
        {
            Id = new DuplicateCandidateId(Guid.CreateVersion7(now)),
            FirstId = found.Pair.First,
            SecondId = found.Pair.Second,
            FoundAt = now,
        };
        candidate.Take(found, now);
        return candidate;
    }

    /// <summary>It was found again. What was decided stays decided as long as nothing changed.</summary>
    public void See(FoundPair found, DateTimeOffset now)
    {
        if (State == CandidateState.Confirmed) return;
        if (State == CandidateState.Rejected)
        {
            if ((FirstData, SecondData) == (found.FirstData, found.SecondData)) return;
            Reopen();
        }

        Take(found, now);
    }

    /// <param name="reason">In a few words.</param>
    /// <param name="by">Who says so.</param>
    /// <param name="now">Now.</param>
    public void Reject(string reason, Guid by, DateTimeOffset now)
    {
        if (State == CandidateState.Confirmed) throw DuplicatesRules.AlreadyMerged.Broken();
        Decide(CandidateState.Rejected, reason, by, now);
    }

    /// <summary>They were merged.</summary>
    public void Confirm(Guid by, DateTimeOffset now) => Decide(CandidateState.Confirmed, reason: null, by, now);

    public void Reopen()
    {
        if (State == CandidateState.Open) return;
        (State, Reason, DecidedBy, DecidedAt) = (CandidateState.Open, null, null, null);
        Raise(new CandidateWasReopened());
    }

    private void Decide(CandidateState state, string? reason, Guid by, DateTimeOffset now)
    {
        (State, Reason, DecidedBy, DecidedAt) = (state, reason, by, now);
        Raise(new CandidateWasDecided());
    }

    private void Take(FoundPair found, DateTimeOffset now)
    {
        (Score, Band, SeenAt) = ((decimal)Math.Round(found.Score, 2), found.Band, now);
        (FirstData, SecondData, FirstUnitId, SecondUnitId) = (found.FirstData, found.SecondData, found.FirstUnitId, found.SecondUnitId);
    }
}
