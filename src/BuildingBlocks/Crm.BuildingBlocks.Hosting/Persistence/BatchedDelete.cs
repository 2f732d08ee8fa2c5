using Microsoft.EntityFrameworkCore;

namespace Crm.BuildingBlocks.Hosting.Persistence;

public static class BatchedDelete
{
    private const int BatchSize = 1000;

    /// <summary>Deletes rows a thousand at a time, each batch in a transaction of its own, so that nobody waits long for a lock.</summary>
    /// <returns>How many there were.</returns>
    public static async Task<int> DeleteInBatches<TRow>(this ModuleDbContext db, IOrderedQueryable<TRow> rows, CancellationToken ct)
        where TRow : class
    {
        var total = 0;
        int deleted;
        do
        {
            await using var transaction = await db.Dialect.BeginWrite(db, ct);
            deleted = await rows.Take(BatchSize).ExecuteDeleteAsync(ct);
            await transaction.Commit(ct);
            total += deleted;
        }
        while (deleted == BatchSize);

        return total;
    }
}
