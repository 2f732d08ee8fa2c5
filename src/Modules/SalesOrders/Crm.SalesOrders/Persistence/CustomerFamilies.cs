using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Persistence;

/// <summary>A customer and all that were found to be the same: what they bought stays under their own ids and counts for all together.</summary>
internal static class CustomerFamilies
{
    /// <summary>The survivor, which a customer that was never merged is itself, and all that lead to it.</summary>
    public static IQueryable<Guid> FamilyOf(this SalesOrdersDbContext db, Guid customer)
    {
        var survivor = db.CustomerCopies.Where(c => c.Id == customer).Select(c => c.SurvivorId ?? c.Id);
        return survivor.Concat(db.CustomerCopies.Where(c => c.SurvivorId != null && survivor.Contains(c.SurvivorId.Value)).Select(c => c.Id));
    }

    /// <summary>The survivor first; a customer that is not known yet is a family of its own.</summary>
    public static async Task<List<Guid>> Family(this SalesOrdersDbContext db, Guid customer, CancellationToken ct)
    {
        var members = db.FamilyOf(customer);
        var family = await db.CustomerCopies.Where(c => members.Contains(c.Id)).OrderBy(c => c.SurvivorId == null ? 0 : 1).ThenBy(c => c.Id).Select(c => c.Id).ToListAsync(ct);
        return family.Count == 0 ? [customer] : family;
    }
}
