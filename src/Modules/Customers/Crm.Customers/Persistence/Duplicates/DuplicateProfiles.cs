using System.Buffers.Binary;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Duplicates;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Persistence.Duplicates;

/// <summary>Makes what is compared of customers agree with them.</summary>
internal static class DuplicateProfiles
{
    /// <summary>For customers that are about to be saved; those that are gone are no longer compared.</summary>
    public static async Task KeepProfiles(this CustomersDbContext db, IReadOnlyList<Customer> changed, CancellationToken ct)
    {
        if (changed.Count == 0) return;
        var rules = await db.DedupeRules(ct);
        var made = changed.Where(IsCompared).Select(c => db.Profile(c, rules)).ToList();
        var known = changed.Where(c => c.Version > 1).Select(c => c.Id).ToList();
        if (known.Count > 0)
        {
            var present = await db.Set<DuplicateProfile>().AsNoTracking().Where(p => EF.Parameter(known).Contains(p.CustomerId))
                .Select(p => new { p.CustomerId, p.Fingerprint, p.Rules, p.Kind }).ToDictionaryAsync(p => p.CustomerId, ct);
            made.RemoveAll(m => present.TryGetValue(m.CustomerId, out var p) && (p.Fingerprint, p.Rules, p.Kind) == (m.Fingerprint, m.Rules, m.Kind));
            await db.Forget([.. present.Keys.Where(id => made.Exists(m => m.CustomerId == id))], ct);
            await db.Leave([.. changed.Where(c => c.Version > 1 && !IsCompared(c)).Select(c => c.Id)], ct);
            await db.EraseReasons([.. changed.Where(c => c.IsErased).Select(c => c.Id)], ct);
        }

        await db.Store(made, ct);
    }

    public static DuplicateProfile Profile(this CustomersDbContext db, Customer customer, RulesInForce rules) =>
        db.Profile(customer.Id, ComparedCustomer.Of(customer), rules.Of(customer.Kind));

    public static DuplicateProfile Profile(this CustomersDbContext db, CustomerId id, ComparedRecord record, RuleInForce rule)
    {
        var written = record.Written();
        return new DuplicateProfile
        {
            CustomerId = id,
            Kind = record.Kind,
            Rules = rule.Version,
            Record = written,
            Fingerprint = db.FingerprintOf(written),
            Keys = Bytes(db.HashesOf(rule.Definition, record)),
        };
    }

    public static long FingerprintOf(this CustomersDbContext db, string written) => db.Keys.SearchHash("duplicate-record", written);

    /// <summary>Ascending. The same words of a company and of a person are two keys: they are not compared.</summary>
    public static long[] HashesOf(this CustomersDbContext db, DedupeDefinition rules, ComparedRecord record) =>
        [.. Blocking.Keys(rules, record).Select(key => db.Keys.SearchHash("duplicate-key", $"{record.Kind}|{key}")).Distinct().Order()];

    public static long[] Hashes(byte[] keys)
    {
        var hashes = new long[keys.Length / sizeof(long)];
        for (var i = 0; i < hashes.Length; i++) hashes[i] = BinaryPrimitives.ReadInt64BigEndian(keys.AsSpan(i * sizeof(long)));
        return hashes;
    }

    /// <summary>Inserts profiles and their keys; those of before must be gone.</summary>
    public static async Task Store(this CustomersDbContext db, IReadOnlyList<DuplicateProfile> profiles, CancellationToken ct)
    {
        if (profiles.Count == 0) return;
        await db.Dialect.BulkInsert(db, profiles, ct);
        var keys = profiles.SelectMany(p =>
        {
            var rank = ComparedCustomer.RankOf(ComparedRecord.Read(p.Record));
            return Hashes(p.Keys).Select(hash => new DuplicateKey { Hash = hash, Rank = rank, CustomerId = p.CustomerId });
        });
        await db.Dialect.BulkInsert(db, keys.ToList(), ct);
    }

    /// <summary>Removes profiles and keys.</summary>
    public static async Task Forget(this CustomersDbContext db, List<CustomerId> customers, CancellationToken ct)
    {
        if (customers.Count == 0) return;
        await db.Set<DuplicateProfile>().Where(p => EF.Parameter(customers).Contains(p.CustomerId)).ExecuteDeleteAsync(ct);
        await db.Set<DuplicateKey>().Where(k => EF.Parameter(customers).Contains(k.CustomerId)).ExecuteDeleteAsync(ct);
        foreach (var entry in db.ChangeTracker.Entries<DuplicateProfile>().Where(e => customers.Contains(e.Entity.CustomerId)).ToList()) entry.State = EntityState.Detached;
        foreach (var entry in db.ChangeTracker.Entries<DuplicateKey>().Where(e => customers.Contains(e.Entity.CustomerId)).ToList()) entry.State = EntityState.Detached;
    }

    private static bool IsCompared(Customer c) => c is { IsErased: false, DeletedAt: null, MergedIntoId: null };

    // Nobody has to decide any more about who is gone.
    private static async Task Leave(this CustomersDbContext db, List<CustomerId> gone, CancellationToken ct)
    {
        if (gone.Count == 0) return;
        await db.Forget(gone, ct);
        // One that is decided in this very transaction still stands there as open.
        var decided = db.ChangeTracker.Entries<DuplicateCandidate>().Where(e => e.State == EntityState.Modified).Select(e => e.Entity.Id).ToList();
        await db.Set<DuplicateCandidate>()
            .Where(c => c.State == CandidateState.Open && !decided.Contains(c.Id) && (EF.Parameter(gone).Contains(c.FirstId) || EF.Parameter(gone).Contains(c.SecondId))).ExecuteDeleteAsync(ct);
    }

    // What was said about two customers was said about both.
    private static async Task EraseReasons(this CustomersDbContext db, List<CustomerId> erased, CancellationToken ct)
    {
        if (erased.Count == 0) return;
        await db.Set<DuplicateCandidate>().Where(c => EF.Parameter(erased).Contains(c.FirstId) || EF.Parameter(erased).Contains(c.SecondId)).ExecuteDeleteAsync(ct);
    }

    private static byte[] Bytes(long[] hashes)
    {
        var bytes = new byte[hashes.Length * sizeof(long)];
        for (var i = 0; i < hashes.Length; i++) BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(i * sizeof(long)), hashes[i]);
        return bytes;
    }
}
