using Crm.BuildingBlocks.Hosting.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.BuildingBlocks.Hosting.Audit;

/// <summary>
/// Chains committed audit entries shortly after their commit: sealing them inside the command would make all commands wait for each
/// other. An entry that commits late simply gets the next number, so the chain never waits and has no gap.
/// </summary>
public static class AuditSealer
{
    private const int EntriesPerTransaction = 500;

    /// <summary>Seals everything that is committed.</summary>
    /// <returns>How many entries were sealed.</returns>
    public static async Task<int> Seal(ModuleDbContext db, CancellationToken ct)
    {
        var all = 0;
        int some;
        do
        {
            some = await SealSome(db, ct);
            all += some;
        }
        while (some == EntriesPerTransaction);

        return all;
    }

    private static async Task<int> SealSome(ModuleDbContext db, CancellationToken ct)
    {
        // Looked at first without a lock: usually there is nothing to do.
        if (!await db.Audit.AnyAsync(a => a.SealNumber == null, ct)) return 0;
        await using var transaction = await db.Dialect.BeginWrite(db, ct);
        var chain = await Lock(db, ct);
        var entries = await db.Audit.Where(a => a.SealNumber == null).OrderBy(a => a.Position).Take(EntriesPerTransaction).ToListAsync(ct);
        foreach (var entry in entries)
        {
            chain.LastSeal = entry.Seal = AuditSeal.Of(chain.LastSeal, chain.LastNumber + 1, entry);
            entry.SealNumber = ++chain.LastNumber;
        }

        await db.SaveChangesAsync(ct);
        await transaction.Commit(ct);
        db.ChangeTracker.Clear();
        return entries.Count;
    }

    private static async Task<AuditChain> Lock(ModuleDbContext db, CancellationToken ct)
    {
        await db.Dialect.InsertIfAbsent(
            db,
            db.Model.FindEntityType(typeof(AuditChain))!,
            [(nameof(AuditChain.Id), AuditChain.TheOne), (nameof(AuditChain.LastNumber), 0L), (nameof(AuditChain.LastSeal), AuditChain.Beginning)],
            ct);
        return await db.Dialect.Locked<AuditChain, int>(db, nameof(AuditChain.Id), [AuditChain.TheOne]).SingleAsync(ct);
    }
}
