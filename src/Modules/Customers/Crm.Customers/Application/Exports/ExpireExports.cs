using System.Globalization;
using Crm.BuildingBlocks.Hosting.Files;
using Crm.BuildingBlocks.Hosting.Jobs;
using Crm.Customers.Domain.Exports;
using Crm.Customers.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Application.Exports;

/// <summary>Removes files that may be fetched no longer, and what is left of exports that never came to their end.</summary>
internal sealed class ExpireExports(CustomersDbContext db) : IScheduledJob
{
    public const string Name = "expire-exports";

    private const int MostPerRun = 500;
    private const int UnfinishedDays = 30;

    public async Task<string> Run(CancellationToken ct)
    {
        var now = db.Time.GetUtcNow();
        var unfinished = now.AddDays(-UnfinishedDays);
        var over = await db.Set<CustomerFile>().Where(f => f.ExpiresAt <= now || (f.ExpiresAt == null && f.CreatedAt < unfinished)).OrderBy(f => f.CreatedAt)
            .Take(MostPerRun).Select(f => new { f.Id, f.FileId }).ToListAsync(ct);
        if (over.Count > 0)
        {
            var ids = over.ConvertAll(f => f.Id);
            await using var transaction = await db.Dialect.BeginWrite(db, ct);
            await StoredFiles.GiveUp(db, [.. over.Select(f => f.FileId).OfType<Guid>()], ct);
            await db.Set<CustomerFile>().Where(f => EF.Parameter(ids).Contains(f.Id)).ExecuteDeleteAsync(ct);
            await transaction.Commit(ct);
        }

        return string.Create(CultureInfo.InvariantCulture, $"{over.Count} exports removed");
    }
}
