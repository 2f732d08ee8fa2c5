using Crm.BuildingBlocks.Hosting.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.BuildingBlocks.Hosting.Quality;

/// <summary>To which group a record belongs by one of the things by which scores are told apart, such as its source or owner.</summary>
public sealed class QualityGroup
{
    private QualityGroup()
    {
    }

    public QualityGroup(Guid subjectId, string dimension, string value) => (SubjectId, Dimension, Value) = (subjectId, dimension, value);

    public Guid SubjectId { get; private set; }

    public string Dimension { get; private set; } = "";

    public string Value { get; private set; } = "";

    public void Move(string value) => Value = value;
}

/// <summary>How good the records of one group were when a snapshot was taken. Written once.</summary>
public sealed class QualityGroupSnapshot
{
    private QualityGroupSnapshot()
    {
    }

    public QualityGroupSnapshot(QualityGroupScore score, string dimension, DateTimeOffset at) =>
        (Id, TakenAt, Dimension, Value, Subjects, Score, Found) = (Guid.CreateVersion7(), at, dimension, score.Value, score.Subjects, score.Score, score.Found);

    public Guid Id { get; private set; }

    public DateTimeOffset TakenAt { get; private set; }

    public string Dimension { get; private set; } = "";

    public string Value { get; private set; } = "";

    public long Subjects { get; private set; }

    /// <summary>Mean of the scores, 0 to 100 with one decimal.</summary>
    public decimal Score { get; private set; }

    /// <summary>Open findings.</summary>
    public long Found { get; private set; }
}

/// <param name="Value">Of the group.</param>
/// <param name="Subjects">Records that were looked at.</param>
/// <param name="Score">Mean of their scores, rounded half away from zero to one decimal.</param>
/// <param name="Found">Open findings.</param>
public sealed record QualityGroupScore(string Value, long Subjects, decimal Score, long Found);

/// <summary>Scores by group: an addition to the ledger for modules that want to know where bad data come from.</summary>
public static class QualityDimensions
{
    private const int LongestDimension = 40;

    /// <summary>Adds the tables of groups to a module that has those of <see cref="QualityMapping.MapQuality"/>.</summary>
    public static void MapQualityGroups(this ModelBuilder model)
    {
        model.Entity<QualityGroup>(group =>
        {
            group.ToTable("QualityGroups").HasKey(g => new { g.SubjectId, g.Dimension });
            group.Property(g => g.SubjectId).ValueGeneratedNever();
            group.Property(g => g.Dimension).HasMaxLength(LongestDimension);
            group.HasIndex(g => new { g.Dimension, g.Value });
        });
        model.Entity<QualityGroupSnapshot>(snapshot =>
        {
            snapshot.ToTable("QualityGroupSnapshots").HasKey(s => s.Id);
            snapshot.Property(s => s.Id).ValueGeneratedNever();
            snapshot.Property(s => s.Dimension).HasMaxLength(LongestDimension);
            snapshot.HasIndex(s => new { s.Dimension, s.Value, s.TakenAt });
            snapshot.HasIndex(s => s.TakenAt);
        });
    }

    /// <summary>Makes the groups of these records what they are now: one read, whatever their number.</summary>
    /// <param name="db">Saved by whoever calls.</param>
    /// <param name="subjects">The records that were looked at.</param>
    /// <param name="groups">Value by dimension of each of them; one without an entry is not looked at any more.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task RecordQualityGroups(
        this ModuleDbContext db, IReadOnlyCollection<Guid> subjects, IReadOnlyDictionary<Guid, IReadOnlyDictionary<string, string>> groups, CancellationToken ct)
    {
        var known = (await db.Set<QualityGroup>().Where(g => EF.Parameter(subjects).Contains(g.SubjectId)).ToListAsync(ct)).ToDictionary(g => (g.SubjectId, g.Dimension));
        foreach (var subject in subjects)
        {
            foreach (var (dimension, value) in groups.GetValueOrDefault(subject) ?? new Dictionary<string, string>())
            {
                if (known.Remove((subject, dimension), out var group)) group.Move(value);
                else db.Add(new QualityGroup(subject, dimension, value));
            }
        }

        db.RemoveRange(known.Values);
    }

    /// <summary>The groups of a dimension as they are now.</summary>
    public static async Task<IReadOnlyList<QualityGroupScore>> QualityGroupScores(this ModuleDbContext db, string dimension, CancellationToken ct)
    {
        var scores = await db.Set<QualityGroup>().Where(g => g.Dimension == dimension)
            .Join(db.Set<QualityScore>(), g => g.SubjectId, s => s.SubjectId, (g, s) => new { g.Value, s.Score, s.Findings })
            .GroupBy(x => x.Value).Select(g => new { g.Key, Count = g.LongCount(), Sum = g.Sum(x => x.Score), Found = g.Sum(x => (long)x.Findings) }).ToListAsync(ct);
        return [.. scores.Select(s => new QualityGroupScore(s.Key, s.Count, Math.Round(s.Sum / s.Count, 1, MidpointRounding.AwayFromZero), s.Found)).OrderBy(s => s.Value, StringComparer.Ordinal)];
    }

    /// <summary>Keeps how good the records of each group are now.</summary>
    public static async Task KeepQualityGroupSnapshots(this ModuleDbContext db, IEnumerable<string> dimensions, CancellationToken ct)
    {
        var now = db.Time.GetUtcNow();
        foreach (var dimension in dimensions)
        {
            foreach (var score in await db.QualityGroupScores(dimension, ct)) db.Add(new QualityGroupSnapshot(score, dimension, now));
        }
    }
}
