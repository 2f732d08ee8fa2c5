using Crm.Customers.Domain;
using Crm.Customers.Domain.Duplicates;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Persistence.Duplicates;

/// <param name="Match">How they compare.</param>
/// <param name="AreCompared">They have a key in common.</param>
internal sealed record ProfileMatch(Match Match, bool AreCompared);

internal static class ProfileMatching
{
    /// <summary>How two customers compare as they are; null where one is none any more, or they are of two kinds.</summary>
    /// <param name="db">Where they are.</param>
    /// <param name="first">One of them.</param>
    /// <param name="second">The other one.</param>
    /// <param name="rules">To try; null: those in force.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<ProfileMatch?> MatchOf(this CustomersDbContext db, Guid first, Guid second, DedupeDefinition? rules, CancellationToken ct)
    {
        var ids = new List<CustomerId> { new(first), new(second) };
        var profiles = await db.Set<DuplicateProfile>().AsNoTracking().Where(p => EF.Parameter(ids).Contains(p.CustomerId)).Select(p => p.Record).ToListAsync(ct);
        if (profiles.Count != 2) return null;
        var (a, b) = (ComparedRecord.Read(profiles[0]), ComparedRecord.Read(profiles[1]));
        if (a.Kind != b.Kind) return null;
        rules ??= (await db.DedupeRules(ct)).Of(a.Kind).Definition;
        return new ProfileMatch(Matching.Of(rules, a, b), Blocking.Keys(rules, a).Intersect(Blocking.Keys(rules, b)).Any());
    }
}
