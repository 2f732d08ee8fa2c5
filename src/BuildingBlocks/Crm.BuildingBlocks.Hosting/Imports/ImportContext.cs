using Crm.BuildingBlocks.Hosting.Operations;
using Crm.BuildingBlocks.Hosting.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.BuildingBlocks.Hosting.Imports;

/// <summary>What a target may ask about the import its rows belong to.</summary>
public sealed class ImportContext(ModuleDbContext db, Guid operation, bool isDryRun, Language language)
{
    /// <summary>Everything is rolled back in the end.</summary>
    public bool IsDryRun { get; } = isDryRun;

    /// <summary>Of whoever imports.</summary>
    public Language Language { get; } = language;

    /// <summary>
    /// Which of these keys were taken by earlier rows of the same file. A row may refer to an earlier one (a parent, say); in a dry run
    /// that record was rolled back with its batch and cannot be found, but it will be there in the real run.
    /// </summary>
    public async Task<IReadOnlySet<string>> TakenBefore(IReadOnlyCollection<string> keys, CancellationToken ct)
    {
        var taken = await db.Set<ImportedRow>().AsNoTracking()
            .Where(r => r.OperationId == operation && r.Outcome != ImportOutcome.Failed && EF.Parameter(keys).Contains(r.Key))
            .Select(r => r.Key).ToListAsync(ct);
        return taken.ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>
    /// Lets go of the records that a row's command has saved. Still tracked, they would be looked through again at every save of the rows
    /// behind it.
    /// </summary>
    public void ForgetSaved()
    {
        var saved = db.ChangeTracker.Entries().Where(e => e.State == EntityState.Unchanged && e.Entity is not Operation).ToList();
        foreach (var entry in saved) entry.State = EntityState.Detached;
    }
}
