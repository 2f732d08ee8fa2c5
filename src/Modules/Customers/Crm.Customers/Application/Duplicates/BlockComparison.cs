using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Duplicates;
using Crm.Customers.Persistence;
using Crm.Customers.Persistence.Duplicates;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Application.Duplicates;

/// <summary>
/// Compares the customers of some blocks, each pair in the first block that both are in. In a block that is too great each is compared with its
/// neighbours by name only (sorted neighbourhood, M. Hernández and S. Stolfo 1995), and such a block is no reason not to compare in the next.
/// </summary>
/// <param name="db">Where they are.</param>
/// <param name="rules">In force.</param>
/// <param name="great">Hashes of the blocks that are too great.</param>
internal sealed class BlockComparison(CustomersDbContext db, RulesInForce rules, IReadOnlySet<long> great)
{
    /// <summary>How many neighbours each is compared with in a great block; a block up to that size is compared as a whole.</summary>
    public const int Window = 100;

    private const int CustomersPerRead = 1000;

    private readonly Dictionary<CustomerId, Compared> _records = [];
    private readonly List<(CustomerPair Pair, double Score)> _found = [];

    /// <param name="keys">Of whole blocks, in the order of hash and rank.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<List<FoundPair>> Compare(List<DuplicateKey> keys, CancellationToken ct)
    {
        var blocks = keys.GroupBy(k => k.Hash).Where(b => b.Count() > 1).Select(b => (Hash: b.Key, Customers: b.Select(k => k.CustomerId).ToList())).ToList();
        foreach (var ids in blocks.SelectMany(b => b.Customers).Distinct().Chunk(CustomersPerRead)) await Read([.. ids], ct);
        foreach (var (hash, customers) in blocks) CompareBlock(hash, [.. customers.Where(_records.ContainsKey).Select(id => _records[id])]);
        return await WithUnits(ct);
    }

    private void CompareBlock(long hash, List<Compared> block)
    {
        var reach = great.Contains(hash) ? Window : block.Count;
        for (var i = 1; i < block.Count; i++)
        {
            for (var j = Math.Max(i - reach, 0); j < i; j++)
            {
                if (great.Contains(hash) || IsFirstOfBoth(hash, block[i], block[j])) CompareTwo(block[i], block[j]);
            }
        }
    }

    private void CompareTwo(Compared a, Compared b)
    {
        var rule = rules.Of(a.Record.Kind).Definition;
        var score = Matching.Score(rule, a.Record, b.Record);
        if (score >= rule.Suspected) _found.Add((CustomerPair.Of(a.Id, b.Id), score));
    }

    // Of the blocks that are compared as a whole.
    private bool IsFirstOfBoth(long hash, Compared a, Compared b)
    {
        var (i, j) = (0, 0);
        while (i < a.Hashes.Length && j < b.Hashes.Length)
        {
            if (a.Hashes[i] == b.Hashes[j] && !great.Contains(a.Hashes[i])) return a.Hashes[i] == hash;
            if (a.Hashes[i] <= b.Hashes[j]) i++;
            else j++;
        }

        return false;
    }

    private async Task Read(List<CustomerId> ids, CancellationToken ct)
    {
        var profiles = await db.Set<DuplicateProfile>().AsNoTracking().Where(p => EF.Parameter(ids).Contains(p.CustomerId))
            .Select(p => new { p.CustomerId, p.Record, p.Fingerprint, p.Keys }).ToListAsync(ct);
        foreach (var p in profiles) _records[p.CustomerId] = new Compared(p.CustomerId, ComparedRecord.Read(p.Record), p.Fingerprint, DuplicateProfiles.Hashes(p.Keys));
    }

    private async Task<List<FoundPair>> WithUnits(CancellationToken ct)
    {
        var pairs = _found.DistinctBy(f => f.Pair).ToList();
        var units = new Dictionary<CustomerId, Guid?>();
        foreach (var ids in pairs.SelectMany(p => new[] { p.Pair.First, p.Pair.Second }).Distinct().Chunk(CustomersPerRead))
        {
            var some = ids.ToList();
            foreach (var c in await db.Customers.IgnoreQueryFilters([ModuleDbContext.ScopeFilter]).Where(c => EF.Parameter(some).Contains(c.Id)).Select(c => new { c.Id, c.UnitId }).ToListAsync(ct))
                units[c.Id] = c.UnitId;
        }

        // Who was deleted in the meantime is nobody's duplicate.
        return [.. pairs.Where(p => units.ContainsKey(p.Pair.First) && units.ContainsKey(p.Pair.Second)).Select(p => Found(p.Pair, p.Score, units))];
    }

    private FoundPair Found(CustomerPair pair, double score, Dictionary<CustomerId, Guid?> units)
    {
        var (first, second) = (_records[pair.First], _records[pair.Second]);
        var band = Matching.BandOf(rules.Of(first.Record.Kind).Definition, score);
        return new FoundPair(pair, score, band, first.Fingerprint, second.Fingerprint, units[pair.First], units[pair.Second]);
    }

    private sealed record Compared(CustomerId Id, ComparedRecord Record, long Fingerprint, long[] Hashes);
}
