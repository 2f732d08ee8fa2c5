using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Duplicates;
using Crm.Customers.Persistence;
using Crm.Customers.Persistence.Duplicates;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Application.Duplicates;

/// <param name="Id">A customer that may be the same.</param>
/// <param name="Match">Why.</param>
/// <param name="Fingerprint">Of what was compared.</param>
/// <param name="OwnerId">Who looks after it.</param>
/// <param name="UnitId">Where it belongs.</param>
/// <param name="Code">Its number.</param>
/// <param name="Name">Its name.</param>
internal sealed record LikeCustomer(CustomerId Id, Match Match, long Fingerprint, Guid? OwnerId, Guid? UnitId, string Code, string Name);

/// <summary>Finds the customers that may be the same as one, by their keys: a few reads, however many customers there are.</summary>
internal sealed class DuplicateSearch(CustomersDbContext db)
{
    // A greater block is one of a name that many have: of it only the neighbours by name are compared.
    private const int MostOfBlock = 200;
    private const int Neighbours = 50;

    /// <summary>Over all customers, those the caller may not see included; the likeliest first.</summary>
    /// <param name="record">That is looked for.</param>
    /// <param name="self">The customer that it is of, which is not found.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IReadOnlyList<LikeCustomer>> Like(ComparedRecord record, CustomerId? self, CancellationToken ct)
    {
        var rule = (await db.DedupeRules(ct)).Of(record.Kind).Definition;
        var ids = await Blocked(db.HashesOf(rule, record), ComparedCustomer.RankOf(record), self, ct);
        if (ids.Count == 0) return [];
        var profiles = await db.Set<DuplicateProfile>().AsNoTracking().Where(p => EF.Parameter(ids).Contains(p.CustomerId))
            .Select(p => new { p.CustomerId, p.Record, p.Fingerprint }).ToListAsync(ct);
        var alike = profiles.Select(p => (Profile: p, Record: ComparedRecord.Read(p.Record)))
            .Where(x => Matching.Score(rule, record, x.Record) >= rule.Suspected)
            .ToDictionary(x => x.Profile.CustomerId, x => (x.Profile.Fingerprint, Match: Matching.Of(rule, record, x.Record)));
        if (alike.Count == 0) return [];
        var found = alike.Keys.ToList();
        var customers = await db.Customers.IgnoreQueryFilters([ModuleDbContext.ScopeFilter]).AsNoTracking().Where(c => EF.Parameter(found).Contains(c.Id))
            .Select(c => new { c.Id, c.OwnerId, c.UnitId, c.Code, c.Name }).ToListAsync(ct);
        return [.. customers.Select(c => new LikeCustomer(c.Id, alike[c.Id].Match, alike[c.Id].Fingerprint, c.OwnerId, c.UnitId, c.Code, c.Name))
            .OrderByDescending(c => c.Match.Score).ThenBy(c => c.Id.Value)];
    }

    private async Task<List<CustomerId>> Blocked(long[] hashes, long rank, CustomerId? self, CancellationToken ct)
    {
        var keys = db.Set<DuplicateKey>().AsNoTracking();
        var found = new HashSet<CustomerId>();
        var wanted = hashes.ToList();
        // One look for all keys, to the limit and one beyond: a block may be of thousands.
        var all = await keys.Where(k => EF.Parameter(wanted).Contains(k.Hash)).OrderBy(k => k.Hash).Take((MostOfBlock * 2) + 1).Select(k => new { k.Hash, k.CustomerId }).ToListAsync(ct);
        if (all.Count <= MostOfBlock * 2)
        {
            found.UnionWith(all.Select(k => k.CustomerId));
        }
        else
        {
            foreach (var hash in hashes) found.UnionWith(await OfBlock(keys.Where(k => k.Hash == hash), rank, ct));
        }

        if (self is { } own) found.Remove(own);
        return [.. found];
    }

    private static async Task<List<CustomerId>> OfBlock(IQueryable<DuplicateKey> block, long rank, CancellationToken ct)
    {
        var all = await block.OrderBy(k => k.Rank).Take(MostOfBlock + 1).Select(k => k.CustomerId).ToListAsync(ct);
        return all.Count <= MostOfBlock ? all : await Near(block, rank, ct);
    }

    private static async Task<List<CustomerId>> Near(IQueryable<DuplicateKey> block, long rank, CancellationToken ct)
    {
        var behind = await block.Where(k => k.Rank >= rank).OrderBy(k => k.Rank).Take(Neighbours).Select(k => k.CustomerId).ToListAsync(ct);
        var before = await block.Where(k => k.Rank < rank).OrderByDescending(k => k.Rank).Take(Neighbours).Select(k => k.CustomerId).ToListAsync(ct);
        return [.. behind, .. before];
    }
}
