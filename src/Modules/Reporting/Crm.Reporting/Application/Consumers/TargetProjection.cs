using Crm.Planning.Contracts;
using Crm.Reporting.Persistence;
using Crm.Reporting.Persistence.Facts;
using Microsoft.EntityFrameworkCore;

namespace Crm.Reporting.Application.Consumers;

/// <summary>Targets as they are set now, month by month.</summary>
internal sealed class TargetProjection(ReportingDbContext db, int generation)
{
    public async Task Apply(IReadOnlyList<Happened> events, CancellationToken ct)
    {
        var newest = events.Where(e => e.Event is TargetSetV1).Select(e => (e.Position, Target: (TargetSetV1)e.Event))
            .GroupBy(e => e.Target.TargetId).Select(g => g.MaxBy(e => e.Position)).ToList();
        if (newest.Count == 0) return;
        var ids = newest.ConvertAll(e => e.Target.TargetId);
        var months = (await db.TargetFacts.Where(t => t.Generation == generation && EF.Parameter(ids).Contains(t.TargetId)).ToListAsync(ct)).ToLookup(t => t.TargetId);
        foreach (var (position, target) in newest)
        {
            if (months[target.TargetId].All(m => m.SourceVersion < position)) Replace([.. months[target.TargetId]], position, target);
        }
    }

    private void Replace(List<TargetFact> before, int position, TargetSetV1 target)
    {
        db.TargetFacts.RemoveRange(before.Where(b => target.Months.All(m => m.Month != b.Month)));
        foreach (var month in target.Months)
        {
            var fact = before.Find(b => b.Month == month.Month);
            if (fact is null) db.TargetFacts.Add(fact = new TargetFact { Generation = generation, TargetId = target.TargetId, Month = month.Month });
            fact.PlanId = target.PlanId;
            fact.PlanName = target.PlanName;
            fact.Metric = target.Metric;
            fact.ScopeKind = target.ScopeKind;
            fact.ScopeKey = target.ScopeKey;
            fact.Currency = target.Currency;
            fact.Value = month.Value;
            fact.SourceVersion = position;
        }
    }
}
