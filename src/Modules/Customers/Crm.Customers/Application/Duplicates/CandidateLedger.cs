using Crm.Customers.Domain;
using Crm.Customers.Domain.Duplicates;
using Crm.Customers.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Application.Duplicates;

/// <summary>Writes down which pairs were found, each once.</summary>
internal static class CandidateLedger
{
    /// <summary>Adds the pairs that are new; of those that were there before it takes what is known now.</summary>
    public static async Task Note(this CustomersDbContext db, IReadOnlyCollection<FoundPair> found, DateTimeOffset now, CancellationToken ct)
    {
        if (found.Count == 0) return;
        var firsts = found.Select(f => f.Pair.First).Distinct().ToList();
        var known = (await db.Set<DuplicateCandidate>().Where(c => EF.Parameter(firsts).Contains(c.FirstId)).ToListAsync(ct))
            .ToDictionary(c => new CustomerPair(c.FirstId, c.SecondId));
        foreach (var pair in found)
        {
            if (known.TryGetValue(pair.Pair, out var candidate)) candidate.See(pair, now);
            else db.Add(known[pair.Pair] = DuplicateCandidate.Of(pair, now));
        }
    }

    /// <summary>Of these, forgets what nobody has decided yet and was not found any more.</summary>
    public static async Task DropUnseen(this CustomersDbContext db, IQueryable<DuplicateCandidate> among, IReadOnlyCollection<CustomerPair> seen, CancellationToken ct)
    {
        var open = await among.Where(c => c.State == CandidateState.Open).ToListAsync(ct);
        db.RemoveRange(open.Where(c => !seen.Contains(new CustomerPair(c.FirstId, c.SecondId))));
    }

    /// <summary>The pairs of one customer with those that were found to be like it.</summary>
    public static IEnumerable<FoundPair> PairsOf(CustomerId id, long fingerprint, Guid? unitId, IEnumerable<LikeCustomer> like) => like.Select(other =>
    {
        var pair = CustomerPair.Of(id, other.Id);
        return pair.First == id
            ? new FoundPair(pair, other.Match.Score, other.Match.Band, fingerprint, other.Fingerprint, unitId, other.UnitId)
            : new FoundPair(pair, other.Match.Score, other.Match.Band, other.Fingerprint, fingerprint, other.UnitId, unitId);
    });
}
