using Crm.BuildingBlocks.Hosting.Operations;
using Crm.BuildingBlocks.Hosting.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.BuildingBlocks.Hosting.Imports;

/// <summary>What a target may ask about the import its rows belong to.</summary>
public sealed class ImportContext(ModuleDbContext db, bool isDryRun, Language language)
{
    /// <summary>Everything is rolled back in the end.</summary>
    public bool IsDryRun { get; } = isDryRun;

    /// <summary>Of whoever imports.</summary>
    public Language Language { get; } = language;

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
