using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Crm.BuildingBlocks.Hosting.Persistence;

public abstract partial class ModuleDbContext
{
    /// <summary>
    /// Whether somebody else has changed an aggregate since it was loaded here. The statements that load one see each its own moment,
    /// so what is decided on such an aggregate may mix an old order with new lines.
    /// </summary>
    /// <param name="ct">Ends the look.</param>
    internal async Task<bool> HoldsOutdatedAggregates(CancellationToken ct)
    {
        try
        {
            foreach (var loaded in ChangeTracker.Entries<AggregateRoot>().Where(e => e.State is not (EntityState.Added or EntityState.Detached)).ToList())
            {
                var version = loaded.Property(a => a.Version).OriginalValue;
                var stored = await loaded.GetDatabaseValuesAsync(ct);
                if (stored?.GetValue<int>(nameof(AggregateRoot.Version)) != version) return true;
            }

            return false;
        }
        catch (DbException)
        {
            // The statement that led to the refusal has ended the transaction: nothing more can be seen in it.
            return false;
        }
    }
}
