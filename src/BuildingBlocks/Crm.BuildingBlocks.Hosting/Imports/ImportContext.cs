using System.Text.Json.Nodes;
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

    internal Dictionary<Guid, JsonObject> Images { get; } = [];

    /// <summary>Says what a record was before it is changed, so that the import can be undone. Of a record that is changed twice the first counts.</summary>
    public void Before(Guid record, JsonObject image) => Images.TryAdd(record, image);

    /// <summary>
    /// Lets go of the records that a row's command has saved. Still tracked, they would be looked through again at every save of the rows
    /// behind it.
    /// </summary>
    public void ForgetSaved()
    {
        var saved = db.ChangeTracker.Entries().Where(e => e is { State: EntityState.Unchanged, Entity: not Operation }).ToList();
        foreach (var entry in saved) entry.State = EntityState.Detached;
    }
}
