using Crm.BuildingBlocks.Hosting.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.BuildingBlocks.Hosting.Audit;

public enum AuditFault
{
    [Label("Entry is missing", "条目缺失")]
    Missing,
    [Label("Entry was changed", "条目被更改")]
    Changed,
    [Label("End of the chain was cut off", "链尾被截断")]
    CutOff,
}

/// <param name="Module">Whose trail.</param>
/// <param name="Sealed">Entries up to the first fault, or all.</param>
/// <param name="Unsealed">Entries that wait for their seal; more than those of the last seconds means that no sealer runs.</param>
/// <param name="LastSeal">Seal of the last good entry. Noted down elsewhere, it proves later that nothing before it was rewritten.</param>
/// <param name="FirstFault">Null when the chain is whole.</param>
/// <param name="AtNumber">Seal number at which the fault shows.</param>
public sealed record AuditVerdict(string Module, long Sealed, long Unsealed, string LastSeal, AuditFault? FirstFault, long? AtNumber);

/// <summary>Follows the chain from its beginning, in constant memory, to the first entry that does not fit.</summary>
public static class AuditVerifier
{
    public static async Task<AuditVerdict> Verify(ModuleDbContext db, CancellationToken ct)
    {
        // The end before the entries: what is sealed meanwhile lies behind it.
        var chain = await db.Set<AuditChain>().AsNoTracking().SingleOrDefaultAsync(ct);
        var end = chain?.LastNumber ?? 0;
        var unsealed = await db.Audit.LongCountAsync(a => a.SealNumber == null, ct);
        var seal = AuditChain.Beginning;
        long number = 0;
        await foreach (var entry in db.Audit.AsNoTracking().Where(a => a.SealNumber != null).OrderBy(a => a.SealNumber).AsAsyncEnumerable().WithCancellation(ct))
        {
            if (entry.SealNumber != number + 1) return Verdict(AuditFault.Missing);
            var expected = AuditSeal.Of(seal, number + 1, entry);
            if (entry.Seal != expected) return Verdict(AuditFault.Changed);
            (seal, number) = (expected, number + 1);
            if (number == end && chain!.LastSeal != seal) return Verdict(AuditFault.Changed);
        }

        return number < end ? Verdict(AuditFault.CutOff) : new AuditVerdict(db.Module, number, unsealed, seal, FirstFault: null, AtNumber: null);

        AuditVerdict Verdict(AuditFault fault) => new(db.Module, number, unsealed, seal, fault, number + 1);
    }
}
