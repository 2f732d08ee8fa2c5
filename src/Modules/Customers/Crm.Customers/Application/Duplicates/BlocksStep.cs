using Crm.BuildingBlocks.Hosting.Operations;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Duplicates;
using Crm.Customers.Persistence;
using Crm.Customers.Persistence.Duplicates;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Application.Duplicates;

/// <summary>
/// Compares all with all, block by block in the order of the hashes of the keys: a page of keys at a time, each followed to the end of its last
/// block. Nothing is held open between two pages, and no more in memory than one page.
/// </summary>
internal sealed class BlocksStep(OperationRun run, TimeProvider time)
{
    private const int KeysPerPage = 20_000;

    private HashSet<long>? _great;

    public async Task<CompareCustomers.Mark> Next(CompareCustomers.Mark mark, CancellationToken ct)
    {
        List<FoundPair> found;
        long? last;
        await using (var scope = run.NewScope())
        {
            var db = (CustomersDbContext)run.Database(scope.ServiceProvider);
            var blocks = await NextBlocks(db, mark.Block, ct);
            last = blocks.Count == 0 ? null : blocks[^1].Hash;
            _great ??= await GreatBlocks(db, ct);
            found = await new BlockComparison(db, await db.DedupeRules(ct), _great).Compare(blocks, ct);
        }

        var next = mark with { Block = last ?? mark.Block, Phase = last is null ? CompareCustomers.Phase.Done : mark.Phase };
        await run.Step(async step =>
        {
            var db = (CustomersDbContext)step.Db;
            foreach (var some in found.Chunk(1000)) await db.Note(some, time.GetUtcNow(), ct);
            if (last is null) next = next with { Found = await Finish(db, mark.StartedAt, ct) };
            step.Total ??= await db.Set<DuplicateProfile>().LongCountAsync(ct);
            step.Done = last is null ? step.Total.Value : Math.Max(step.Done, (long)(Share(last.Value) * step.Total.Value));
            step.Checkpoint = next;
        }, ct);
        return next;
    }

    // At most one for every hundred keys.
    private static async Task<HashSet<long>> GreatBlocks(CustomersDbContext db, CancellationToken ct) =>
        [.. await db.Set<DuplicateKey>().GroupBy(k => k.Hash).Where(g => g.Count() > BlockComparison.Window).Select(g => g.Key).ToListAsync(ct)];

    private static async Task<List<DuplicateKey>> NextBlocks(CustomersDbContext db, long? after, CancellationToken ct)
    {
        var ordered = db.Set<DuplicateKey>().AsNoTracking().Where(k => after == null || k.Hash > after).OrderBy(k => k.Hash).ThenBy(k => k.Rank).ThenBy(k => k.CustomerId);
        var page = await ordered.Take(KeysPerPage).ToListAsync(ct);
        if (page.Count < KeysPerPage) return page;
        var last = page[^1].Hash;
        if (page[0].Hash != last)
        {
            // The last block may go on beyond the page: it is the first of the next one.
            page.RemoveAll(k => k.Hash == last);
            return page;
        }

        // One block greater than a page: of it only the beginning is compared with its neighbours, and the rest by its other keys.
        return page;
    }

    private static async Task<long> Finish(CustomersDbContext db, DateTimeOffset startedAt, CancellationToken ct)
    {
        await db.SaveChangesAsync(ct);
        await db.Set<DuplicateCandidate>().Where(c => c.State == CandidateState.Open && c.SeenAt < startedAt).ExecuteDeleteAsync(ct);
        await db.Set<DuplicateProfile>().Where(p => !p.IsCompared).ExecuteUpdateAsync(set => set.SetProperty(p => p.IsCompared, true), ct);
        return await db.Set<DuplicateCandidate>().LongCountAsync(c => c.SeenAt >= startedAt, ct);
    }

    // Hashes lie evenly between the least and the greatest number.
    private static double Share(long hash) => (hash - (double)long.MinValue) / ulong.MaxValue;
}
