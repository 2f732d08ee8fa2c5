namespace Crm.BuildingBlocks.Hosting.Quality;

/// <summary>How good the data of one record are.</summary>
public sealed class QualityScore
{
    private QualityScore()
    {
    }

    public QualityScore(Guid subjectId) => SubjectId = subjectId;

    public Guid SubjectId { get; private set; }

    /// <summary>0 to 100 with one decimal, see <see cref="QualityRuleBook.Score"/>.</summary>
    public decimal Score { get; private set; }

    /// <summary>Open findings.</summary>
    public int Findings { get; private set; }

    public DateTimeOffset CheckedAt { get; private set; }

    public void Set(decimal score, int findings, DateTimeOffset now) => (Score, Findings, CheckedAt) = (score, findings, now);
}

/// <summary>How good the data of all records together were at one time. Written once.</summary>
public sealed class QualitySnapshot
{
    private QualitySnapshot()
    {
    }

    public QualitySnapshot(QualityTotals totals, decimal score, DateTimeOffset at)
    {
        (Id, TakenAt) = (Guid.CreateVersion7(), at);
        (Subjects, Score, Found, Dismissed) = (totals.Subjects, score, totals.Found.Sum(f => f.Open), totals.Found.Sum(f => f.Dismissed));
        Checks = totals.Found;
    }

    public Guid Id { get; private set; }

    public DateTimeOffset TakenAt { get; private set; }

    /// <summary>Records that were looked at.</summary>
    public long Subjects { get; private set; }

    /// <summary>Mean of their scores, 0 to 100 with one decimal.</summary>
    public decimal Score { get; private set; }

    /// <summary>Open findings.</summary>
    public long Found { get; private set; }

    public long Dismissed { get; private set; }

    public IReadOnlyList<QualityCount> Checks { get; private set; } = [];
}

/// <param name="Subjects">Records that were looked at.</param>
/// <param name="Score">Mean of their scores, rounded half away from zero to one decimal; null where none was looked at.</param>
/// <param name="Found">By check; one that saw nothing is left out.</param>
public sealed record QualityTotals(long Subjects, decimal? Score, IReadOnlyList<QualityCount> Found);

/// <param name="Check">Code.</param>
/// <param name="Open">Findings that nobody decided about.</param>
/// <param name="Dismissed">Findings that somebody dismissed.</param>
public sealed record QualityCount(string Check, long Open, long Dismissed);

/// <summary>A note that a record has to be looked at again, left by whatever changed it and taken by a job.</summary>
public sealed class QualityDue
{
    private QualityDue()
    {
    }

    public QualityDue(Guid subjectId) => (Id, SubjectId) = (Guid.CreateVersion7(), subjectId);

    public Guid Id { get; private set; }

    public Guid SubjectId { get; private set; }
}
