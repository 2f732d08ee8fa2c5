using Crm.Reporting.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.Reporting.Application.Reports;

/// <summary>
/// Under which customer the figures of a merged one are shown. Facts and roll-ups stay under the id under which they happened, so that an undone
/// merge gives them back by itself.
/// </summary>
internal sealed class Survivors(IReadOnlyDictionary<string, string> merged)
{
    public static readonly Survivors None = new(new Dictionary<string, string>());

    public static async Task<Survivors> Read(ReportingDbContext db, int generation, CancellationToken ct)
    {
        var copies = await db.CustomerCopies.AsNoTracking().Where(c => c.Generation == generation && c.SurvivorId != null)
            .Select(c => new { c.CustomerId, c.SurvivorId }).ToListAsync(ct);
        return new Survivors(copies.ToDictionary(c => c.CustomerId.ToString(), c => c.SurvivorId!.Value.ToString()));
    }

    public string Of(string key) => merged.GetValueOrDefault(key, key);

    public List<GroupSums<string>> Together(List<GroupSums<string>> groups) => merged.Count == 0
        ? groups
        : [.. groups.GroupBy(g => Of(g.Key)).Select(g => new GroupSums<string> { Key = g.Key, Sums = g.Select(x => x.Sums).Aggregate((a, b) => a + b) })];
}
