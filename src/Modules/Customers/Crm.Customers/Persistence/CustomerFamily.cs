using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Customers.Domain;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Persistence;

/// <summary>A customer and all that were found to be the same. What hangs on one of them stays there, and is read as if it hung on the survivor.</summary>
internal static class CustomerFamily
{
    /// <summary>The survivor that this customer is or leads to, and all that lead to it; for reading, whatever the caller may see.</summary>
    public static IQueryable<CustomerId> FamilyOf(this CustomersDbContext db, Guid id)
    {
        var key = new CustomerId(id);
        var all = db.Customers.IgnoreQueryFilters([ModuleDbContext.ScopeFilter, ModuleDbContext.DeletedFilter, ModuleDbContext.MergedFilter]);
        var survivor = all.Where(c => c.Id == key).Select(c => c.SurvivorId ?? c.Id);

        // Not one condition with an "or": PostgreSQL would read all customers for it.
        return survivor.Concat(all.Where(c => c.SurvivorId != null && survivor.Contains(c.SurvivorId.Value)).Select(c => c.Id));
    }

    /// <summary>The customer to write something new for: the one that was asked for, or the one that it leads to.</summary>
    /// <exception cref="ResourceNotFound">There is none, or none that the caller may see.</exception>
    /// <exception cref="RuleBroken">It was erased.</exception>
    public static async Task<CustomerId> SurvivorOf(this CustomersDbContext db, Guid id, CancellationToken ct)
    {
        var key = new CustomerId(id);
        var found = await db.Customers.IgnoreQueryFilters([ModuleDbContext.MergedFilter]).Where(c => c.Id == key).Select(c => new { Survivor = c.SurvivorId ?? c.Id, IsErased = c.Name == "" }).SingleOrDefaultAsync(ct)
            ?? throw new ResourceNotFound("customer", id.ToString());
        var isErased = found.IsErased
            || (found.Survivor != key && await db.Customers.IgnoreQueryFilters([ModuleDbContext.ScopeFilter, ModuleDbContext.DeletedFilter]).AnyAsync(c => c.Id == found.Survivor && c.Name == "", ct));
        return isErased ? throw CustomersRules.Erased.Broken() : found.Survivor;
    }
}
