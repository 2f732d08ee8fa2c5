using Crm.BuildingBlocks.Hosting.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.BuildingBlocks.Hosting.Quality;

/// <summary>Writes down what the checks of a module see: findings and scores follow, whatever was there before.</summary>
public static class QualityLedger
{
    /// <summary>Makes the findings and scores of these records what was seen just now: one read for each of the two, whatever their number.</summary>
    /// <param name="db">Saved by whoever calls.</param>
    /// <param name="rules">As they hold now; what a rule that is off saw does not count.</param>
    /// <param name="subjects">The records that were looked at.</param>
    /// <param name="seen">One entry for each of them; one without an entry is not looked at any more, and keeps neither score nor finding.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task RecordQuality(
        this ModuleDbContext db, QualityRuleBook rules, IReadOnlyCollection<Guid> subjects, IReadOnlyDictionary<Guid, IReadOnlyList<QualityObservation>> seen, CancellationToken ct)
    {
        var now = db.Time.GetUtcNow();
        var findings = (await db.Set<QualityFinding>().Where(f => EF.Parameter(subjects).Contains(f.SubjectId)).ToListAsync(ct)).ToLookup(f => f.SubjectId);
        var scores = await db.Set<QualityScore>().Where(s => EF.Parameter(subjects).Contains(s.SubjectId)).ToDictionaryAsync(s => s.SubjectId, ct);
        foreach (var subject in subjects)
        {
            var score = scores.GetValueOrDefault(subject);
            if (!seen.TryGetValue(subject, out var observations))
            {
                db.RemoveRange(findings[subject]);
                if (score is not null) db.Remove(score);
                continue;
            }

            var open = Follow(db, rules, subject, findings[subject], [.. observations.Where(o => rules.IsOn(o.Check))], now);
            if (score is null) db.Add(score = new QualityScore(subject));
            score.Set(rules.Score(open), open.Count, now);
        }
    }

    /// <summary>The records of all scores together.</summary>
    public static async Task<QualityTotals> QualityTotals(this ModuleDbContext db, CancellationToken ct)
    {
        var scores = await db.Set<QualityScore>().GroupBy(_ => 1).Select(g => new { Count = g.LongCount(), Sum = g.Sum(s => s.Score) }).SingleOrDefaultAsync(ct);
        var found = await db.Set<QualityFinding>().GroupBy(f => new { f.Check, f.State }).Select(g => new { g.Key.Check, g.Key.State, Count = g.LongCount() }).ToListAsync(ct);
        var counts = found.GroupBy(f => f.Check).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new QualityCount(
            g.Key, g.Where(f => f.State == QualityFindingState.Open).Sum(f => f.Count), g.Where(f => f.State == QualityFindingState.Dismissed).Sum(f => f.Count)));
        return scores is null
            ? new QualityTotals(0, Score: null, [.. counts])
            : new QualityTotals(scores.Count, Math.Round(scores.Sum / scores.Count, 1, MidpointRounding.AwayFromZero), [.. counts]);
    }

    /// <summary>Keeps how good all records together are now. Where none was looked at there is nothing to keep.</summary>
    public static async Task<QualityTotals> KeepQualitySnapshot(this ModuleDbContext db, CancellationToken ct)
    {
        var totals = await db.QualityTotals(ct);
        if (totals.Score is { } score) db.Add(new QualitySnapshot(totals, score, db.Time.GetUtcNow()));
        return totals;
    }

    private static List<string> Follow(
        ModuleDbContext db, QualityRuleBook rules, Guid subject, IEnumerable<QualityFinding> known, IReadOnlyList<QualityObservation> seen, DateTimeOffset now)
    {
        var open = new List<string>();
        var left = known.ToDictionary(f => f.Check, StringComparer.Ordinal);
        foreach (var observation in seen)
        {
            var severity = rules.Of(observation.Check).Severity;
            if (left.Remove(observation.Check, out var finding)) finding.See(observation, severity, now);
            else db.Add(finding = new QualityFinding(subject, observation, severity, now));
            if (finding.State == QualityFindingState.Open) open.Add(observation.Check);
        }

        // What is seen no more is mended, or nobody looks for it.
        db.RemoveRange(left.Values);
        return open;
    }
}
