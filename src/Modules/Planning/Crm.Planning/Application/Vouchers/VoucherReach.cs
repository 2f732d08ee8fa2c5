using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Planning.Domain.Promotions;
using Crm.Planning.Domain.Vouchers;
using Crm.Planning.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.Planning.Application.Vouchers;

/// <summary>Codes belong to whom their promotion belongs to.</summary>
internal static class VoucherReach
{
    /// <exception cref="ResourceNotFound">The caller may not see the promotion.</exception>
    public static async Task RequireReach(this PlanningDbContext db, VoucherBatch batch, CancellationToken ct)
    {
        var promotion = new PromotionId(batch.PromotionId);
        if (!await db.Set<Promotion>().AnyAsync(p => p.Id == promotion, ct)) throw Missing(batch.Id.Value);
    }

    /// <summary>A batch with all that is known of it.</summary>
    /// <exception cref="ResourceNotFound">There is none, or the caller may not see its promotion.</exception>
    public static async Task<VoucherBatch> Batch(this PlanningDbContext db, Guid id, CancellationToken ct)
    {
        var key = new VoucherBatchId(id);
        var batch = await db.Set<VoucherBatch>().AsNoTracking().AsSplitQuery().SingleOrDefaultAsync(b => b.Id == key, ct) ?? throw Missing(id);
        await db.RequireReach(batch, ct);
        return batch;
    }

    private static ResourceNotFound Missing(Guid id) => new(Names.RecordType(typeof(VoucherBatch)), id.ToString());
}
