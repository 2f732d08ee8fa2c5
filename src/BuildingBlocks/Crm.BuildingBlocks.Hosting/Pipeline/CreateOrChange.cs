using Crm.BuildingBlocks.Hosting.Persistence;

namespace Crm.BuildingBlocks.Hosting.Pipeline;

/// <summary>What a command does that is given a record by its key in another system and cannot know whether it is there.</summary>
public static class CreateOrChange
{
    /// <param name="db">The context of the command.</param>
    /// <param name="find">By the key, deleted ones included; null when there is none.</param>
    /// <param name="create">Refuses, before it adds anything, what is taken.</param>
    /// <param name="change">Brings a deleted one back.</param>
    public static async Task<TReply> ByReference<TRecord, TReply>(
        this ModuleDbContext db, Func<Task<TRecord?>> find, Func<Task<TReply>> create, Func<TRecord, Task<TReply>> change)
    {
        if (await find() is { } known) return await change(known);
        try
        {
            return await create();
        }
        catch (RuleBroken)
        {
            // A twin may have committed between the look and the creation, which then finds its own key taken.
            db.ChangeTracker.Clear();
            if (await find() is { } twin) return await change(twin);
            throw;
        }
    }
}
